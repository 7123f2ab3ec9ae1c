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
  const last = useRef(JSON.stringify(saved))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const text = JSON.stringify(saved)
    if (text === last.current) return
    last.current = text
    form.reset(saved)
  }, [saved, form])

  const flush = async () => {
    clearTimeout(timer.current)
    const values = form.getValues()
    const text = JSON.stringify(values)
    if (text === last.current) return
    const before = last.current
    last.current = text
    try {
      await save(structuredClone(values))
      form.clearErrors()
    } catch {
      last.current = before
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
    onSubmit: (event: FormEvent) => {
      event.preventDefault()
      void flush()
    },
  }
}
