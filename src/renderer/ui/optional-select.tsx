import { Select } from '@mantine/core'
import type { ReactNode } from 'react'

const none = 'none'

/** A choice from a short list by id, or none: that is a line of the list, so that it can be chosen by keyboard. */
export function OptionalSelect(props: {
  label: ReactNode
  /** What the line says that chooses nothing. */
  noneLabel: string
  choices: readonly { id: number; label: string }[]
  value: number | null
  onChange: (id: number | null) => void
  error?: string | undefined
}) {
  return (
    <Select
      label={props.label}
      data={[
        { value: none, label: props.noneLabel },
        ...props.choices.map(({ id, label }) => ({ value: String(id), label })),
      ]}
      value={props.value === null ? none : String(props.value)}
      onChange={(chosen) => props.onChange(chosen === null || chosen === none ? null : Number(chosen))}
      error={props.error}
    />
  )
}
