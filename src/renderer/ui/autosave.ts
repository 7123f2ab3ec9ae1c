import { type FormEvent, useEffect, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'

const secondsOfSilence = 1.5

/**
 * Saves a form by itself: when the user leaves a field, and when they have stopped typing. Spread the answer on the
 * form. `saved` is what stands in the database: a change from elsewhere (undo) is shown in the form.
 * `save` rejects when the values were refused; they then stay in the form and are offered again at the next change.
 */
export function useAutosave<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  saved: Values,
  save: (values: Values) => Promise<unknown>,
) {
  const savedText = JSON.stringify(saved)
  const last = useRef(savedText)
  const saving = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // While a save is under way the database still tells of the time before it.
    if (saving.current > 0 || savedText === last.current) return
    last.current = savedText
    form.reset(JSON.parse(savedText))
  }, [savedText, form])

  /** Answers whether all that stands in the form is stored now. */
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current)
    const values = form.getValues()
    const text = JSON.stringify(values)
    if (text === last.current) return true
    const before = last.current
    last.current = text
    saving.current++
    try {
      await save(structuredClone(values))
      form.clearErrors()
      return true
    } catch {
      last.current = before
      return false
    } finally {
      saving.current--
    }
  }

  return {
    onBlur: () => {
      void flush()
    },
    onInput: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), secondsOfSilence * 1000)
    },
    onSubmit: (event: FormEvent): Promise<boolean> => {
      event.preventDefault()
      return flush()
    },
  }
}
