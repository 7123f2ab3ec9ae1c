import { Button, Group, TextInput } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import styles from './themes.module.css'

/** A numbered list whose lines can be moved and taken away, with a field that adds one by Enter. */
export function TextRows(props: {
  label: string
  /** What one line is called: "câu hỏi 2". */
  one: string
  rows: readonly ReactNode[]
  addLabel: string
  addPlaceholder: string
  onAdd: (text: string) => void
  onStep: (index: number, by: -1 | 1) => void
  onRemove: (index: number) => void
  error: string | null
}) {
  const field = useRef<HTMLInputElement>(null)
  const add = () => {
    const text = field.current?.value.trim() ?? ''
    if (!field.current || text === '') return
    props.onAdd(text)
    field.current.value = ''
    field.current.focus()
  }
  const button = (label: string, index: number, run: () => void, unable: boolean) => (
    <Button
      variant="subtle"
      color="dark"
      size="xs"
      h={36}
      aria-label={`${label} ${props.one} ${index + 1}`}
      disabled={unable}
      onClick={run}
    >
      {label}
    </Button>
  )
  return (
    <>
      {props.rows.length > 0 && (
        <ol className={styles.rows} aria-label={props.label}>
          {props.rows.map((row, index) => (
            <li key={index} className={styles.row}>
              <span className={styles.number}>{index + 1}.</span>
              {row}
              {button('Lên', index, () => props.onStep(index, -1), index === 0)}
              {button('Xuống', index, () => props.onStep(index, 1), index === props.rows.length - 1)}
              {button('Bỏ', index, () => props.onRemove(index), false)}
            </li>
          ))}
        </ol>
      )}
      <Group gap="xs" align="flex-end" mt={8}>
        <TextInput
          ref={field}
          label={props.addLabel}
          placeholder={props.addPlaceholder}
          autoComplete="off"
          maxLength={2000}
          flex={1}
          error={props.error}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <Button variant="default" onClick={add}>
          Thêm
        </Button>
      </Group>
    </>
  )
}
