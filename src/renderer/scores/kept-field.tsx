import { Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** Moves to the same column of the line below or above; at the ends it stays. */
function moveTo(from: HTMLElement, column: string, step: 1 | -1): void {
  const all = [...(from.closest('table')?.querySelectorAll<HTMLElement>(`[data-column="${column}"]`) ?? [])]
  const next = all[all.indexOf(from) + step]
  next?.focus()
  if (next instanceof HTMLInputElement || next instanceof HTMLTextAreaElement) next.select()
}

/**
 * A field of a table that is stored as it is left. What is stored is shown, but never over what is being typed.
 * `store` answers why a text is refused; the text then stays to be mended.
 */
export function KeptField(props: {
  label: string
  stored: string
  store: (typed: string) => string | null
  /** In a table: which column it is, for Enter to go down and Alt with the arrows to be the line's. */
  column?: string
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  long?: boolean
  numeric?: boolean
  maxLength: number
  /** The label stands above the field; else it is only read aloud. */
  labelled?: boolean
  placeholder?: string
}) {
  const { stored } = props
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (!field.current || field.current === document.activeElement) return
    field.current.value = stored
    setProblem(null)
  }, [stored])
  const leave = () => {
    const typed = field.current?.value.trim() ?? stored
    setProblem(typed === stored ? null : props.store(typed))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      leave()
      if (props.column) moveTo(event.currentTarget, props.column, event.shiftKey ? -1 : 1)
      return
    }
    props.onKeyDown?.(event)
  }
  const common = {
    ref: field,
    size: props.labelled ? 'sm' : 'xs',
    ...(props.labelled ? { label: props.label } : { 'aria-label': props.label }),
    ...(props.placeholder ? { placeholder: props.placeholder } : {}),
    ...(props.column ? { 'data-column': props.column } : {}),
    defaultValue: stored,
    autoComplete: 'off',
    maxLength: props.maxLength,
    error: problem,
    onBlur: leave,
    onKeyDown,
  }
  return props.long ? (
    <Textarea {...common} autosize minRows={1} />
  ) : (
    <TextInput {...common} {...(props.numeric ? { inputMode: 'decimal' as const } : {})} />
  )
}
