import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import { AppError } from '../../shared/contract/errors.ts'

/** Puts a refusal's sentences beside the fields they are about, the first of them in focus. */
export function showFieldErrors<Values extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<Values>,
): void {
  if (!(error instanceof AppError)) return
  Object.entries(error.fields).forEach(([field, message], index) => {
    setError(field as FieldPath<Values>, { message }, { shouldFocus: index === 0 })
  })
}
