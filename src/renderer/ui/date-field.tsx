import { TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { formatVietnameseDate, parseVietnameseDate } from '../../shared/rules/vietnamese-date.ts'

/**
 * A date typed as people write it (1/2/26, 01022026, 1-2-2026) and stored as ISO text. Nothing is rewritten while
 * typing, which would spoil Vietnamese input methods; on leaving the field the date is shown as dd/MM/yyyy.
 */
export function DateField(props: {
  /** The visible label; where a heading already says it, `ariaLabel` alone. */
  label?: ReactNode
  ariaLabel?: string
  value: string | null
  onChange: (date: string | null) => void
  /** 'day' wants a whole date; 'partial' takes '1975' and '06/1975' too; 'month' wants MM/yyyy. */
  precision?: 'day' | 'partial' | 'month'
  required?: boolean
  error?: ReactNode
  description?: ReactNode
  /** What an empty date means here, where that is not plain. */
  placeholder?: string
  w?: number | string
  /** Smaller inside a table. */
  size?: 'xs'
  autoFocus?: boolean
}) {
  const precision = props.precision ?? 'day'
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const shown = shownDate(props.value)
  // A value changed from outside (undo, another choice) is shown anew, but never over what is being typed.
  const written = useRef(shown)
  useEffect(() => {
    const field = input.current
    const focused = field === document.activeElement
    if (!field || field.value === shown || (focused && field.value !== written.current)) return
    field.value = shown
    written.current = shown
    if (focused) field.select()
  }, [shown])

  const leave = () => {
    const field = input.current
    if (!field) return
    const text = field.value.trim()
    // Two-digit years: up to twenty years ahead, since plans lie in the future and records in the past.
    const date = text === '' ? null : parseVietnameseDate(text, new Date().getFullYear() + 20)
    if (text !== '' && (date === null || !fits(date, precision))) {
      setProblem(precision === 'month' ? 'Hãy nhập tháng, ví dụ 11/2026' : 'Hãy nhập ngày, ví dụ 21/11/2026')
      // Passed on as it is, so that it cannot be saved: silently keeping the old date would lose what was typed.
      props.onChange(text)
      return
    }
    setProblem(null)
    field.value = shownDate(date)
    written.current = field.value
    if (date !== props.value) props.onChange(date)
  }

  return (
    <TextInput
      ref={input}
      label={props.label}
      aria-label={props.ariaLabel}
      description={props.description}
      defaultValue={shown}
      placeholder={props.placeholder ?? (precision === 'month' ? 'tháng/năm' : 'ngày/tháng/năm')}
      inputMode="numeric"
      autoComplete="off"
      required={props.required ?? false}
      error={problem ?? props.error}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
      w={props.w ?? 160}
      size={props.size ?? 'sm'}
      data-autofocus={props.autoFocus || undefined}
    />
  )
}

function shownDate(value: string | null): string {
  if (value === null) return ''
  return /^\d{4}(-\d{2}){0,2}$/.test(value) ? formatVietnameseDate(value) : value
}

function fits(date: string, precision: 'day' | 'partial' | 'month'): boolean {
  if (precision === 'partial') return true
  return date.length === (precision === 'day' ? 10 : 7)
}
