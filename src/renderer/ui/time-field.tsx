import { TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { parseClockTime } from '../../shared/rules/clock-time.ts'

/**
 * A time of day typed as people write it (8h30, 8:30, 0830) and stored as 'HH:MM'. Nothing is rewritten while
 * typing; on leaving the field the time is shown with two digits each.
 */
export function TimeField(props: {
  label: ReactNode
  value: string
  onChange: (time: string) => void
  required?: boolean
  error?: ReactNode
  description?: ReactNode
  w?: number | string
}) {
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)

  // A value changed from outside is shown anew, but never over what is being typed.
  const written = useRef(props.value)
  useEffect(() => {
    const field = input.current
    const focused = field === document.activeElement
    if (!field || field.value === props.value || (focused && field.value !== written.current)) return
    field.value = props.value
    written.current = props.value
    if (focused) field.select()
  }, [props.value])

  const leave = () => {
    const field = input.current
    if (!field) return
    const time = parseClockTime(field.value)
    setProblem(time === null ? 'Hãy nhập giờ, ví dụ 8h30' : null)
    if (time !== null) {
      field.value = time
      written.current = time
    }
    // What is no time is passed on as it is, so that it cannot be saved unnoticed.
    props.onChange(time ?? field.value)
  }

  return (
    <TextInput
      ref={input}
      label={props.label}
      description={props.description}
      defaultValue={props.value}
      placeholder="giờ:phút"
      autoComplete="off"
      required={props.required ?? false}
      error={problem ?? props.error}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
      w={props.w ?? 120}
    />
  )
}
