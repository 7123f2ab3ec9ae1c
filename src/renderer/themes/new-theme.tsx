import { Button, Group, Select, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { monthsOf, quarterName } from '../../shared/rules/theme.ts'
import { useWrite } from '../api/hooks.ts'
import { sayRefused } from '../ui/messages.tsx'

/** A line for new themes of a quarter: Enter adds one and leaves room for the next, Esc ends. */
export function NewTheme(props: {
  year: number
  quarter: number
  /** Told the theme added last, or null when the user gave up. */
  onClose: (id: number | null) => void
}) {
  const { year, quarter } = props
  const create = useWrite('themes.create', { toldInPlace: true })
  const field = useRef<HTMLTextAreaElement>(null)
  const [month, setMonth] = useState<string>('none')
  const [problem, setProblem] = useState<string | null>(null)
  const added = useRef<number | null>(null)
  const close = () => props.onClose(added.current)
  const add = () => {
    if (!field.current || create.isPending) return
    create.mutate(
      { year, quarter, month: month === 'none' ? null : Number(month), title: field.current.value },
      {
        onSuccess: ({ id }) => {
          added.current = id
          setProblem(null)
          if (!field.current) return
          field.current.value = ''
          field.current.focus()
        },
        onError: (error) => {
          setProblem(error.fields.title ?? null)
          if (!error.fields.title) sayRefused(error.message)
          field.current?.focus()
        },
      },
    )
  }
  return (
    <form
      aria-label={`Chuyên đề mới, ${quarterName(quarter)}`}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        add()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        close()
      }}
    >
      <Stack gap={6}>
        <Textarea
          ref={field}
          label="Tên chuyên đề"
          description="Gọi tên một vấn đề cụ thể. Enter để thêm, Esc để thôi."
          autosize
          minRows={2}
          maxLength={2000}
          autoFocus
          error={problem}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <Select
          label="Tháng dự kiến"
          data={[
            { value: 'none', label: 'Chưa định' },
            ...monthsOf(quarter).map((each) => ({ value: String(each), label: `Tháng ${each}` })),
          ]}
          value={month}
          onChange={(chosen) => setMonth(chosen ?? 'none')}
        />
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" onClick={close}>
            Thôi
          </Button>
          <Button size="xs" type="submit">
            Thêm
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
