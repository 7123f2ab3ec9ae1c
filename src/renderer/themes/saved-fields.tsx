import { Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { AppError } from '../../shared/contract/errors.ts'
import { useAutosave } from '../ui/autosave.ts'
import { DateField } from '../ui/date-field.tsx'
import { sayRefused } from '../ui/messages.tsx'

/** The sentence of a refusal for its place on the screen; one that names no field is told in passing. */
export function refusalOf(error: unknown): string {
  if (!(error instanceof AppError)) throw error
  const [sentence] = Object.values(error.fields)
  if (sentence === undefined) sayRefused(error.message)
  return sentence ?? error.message
}

/**
 * A text that saves itself as it is left, alone: what is refused stays in it beside the sentence that says why, and
 * holds nothing else back.
 */
export function SavedText(props: {
  label?: string
  ariaLabel?: string
  value: string
  /** Rejects when the text is refused. */
  onSave: (text: string) => Promise<unknown>
  /** How many lines it shows at least; one line where it is left out. */
  lines?: number
  placeholder?: string
  description?: string
  required?: boolean
  /** How a text typed so will read once it is stored. */
  asStored?: (text: string) => string
}) {
  // What was typed stays as it is while it stands for the same: a blank at the end may begin the next word.
  const typed = useRef(props.value)
  const asStored = props.asStored ?? ((text: string) => text.trim())
  if (asStored(typed.current) !== props.value) typed.current = props.value
  const saved = { text: typed.current }
  const form = useForm({ defaultValues: saved })
  const [refused, setRefused] = useState<string | null>(null)
  const autosave = useAutosave(form, saved, async ({ text }) => {
    try {
      await props.onSave(text)
      typed.current = text
      setRefused(null)
    } catch (error) {
      setRefused(refusalOf(error))
      throw error
    }
  })
  const field = {
    label: props.label,
    'aria-label': props.ariaLabel,
    placeholder: props.placeholder ?? '',
    description: props.description,
    required: props.required ?? false,
    autoComplete: 'off',
    error: refused,
    ...form.register('text'),
  }
  return (
    <form {...autosave} noValidate>
      {props.lines === undefined ? (
        <TextInput {...field} />
      ) : (
        <Textarea {...field} autosize minRows={props.lines} />
      )}
    </form>
  )
}

/** A day that saves itself as it is left; one that is refused stays beside the sentence that says why. */
export function SavedDay(props: {
  label?: string
  ariaLabel?: string
  value: string | null
  /** Rejects when the day is refused. */
  onSave: (day: string | null) => Promise<unknown>
  placeholder?: string
  description?: string
  w?: number | string
}) {
  const { value } = props
  const [typed, setTyped] = useState(value)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => {
    setTyped(value)
    setRefused(null)
  }, [value])
  const save = async (day: string | null) => {
    setTyped(day)
    // A day that cannot be read is told of by its field and goes no further.
    if (day !== null && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return
    setRefused(null)
    if (day === value) return
    try {
      await props.onSave(day)
    } catch (error) {
      setRefused(refusalOf(error))
    }
  }
  return (
    <DateField
      {...(props.label === undefined ? {} : { label: props.label })}
      {...(props.ariaLabel === undefined ? {} : { ariaLabel: props.ariaLabel })}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      description={props.description}
      value={typed}
      onChange={save}
      error={refused}
      w={props.w ?? '100%'}
    />
  )
}
