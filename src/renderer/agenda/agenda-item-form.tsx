import { Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { Controller, useForm } from 'react-hook-form'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import {
  type AgendaPart,
  agendaPartNames,
  agendaParts,
  type ContentClass,
  contentClasses,
  contentClassNames,
} from '../../shared/rules/agenda.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { SearchSelect } from '../ui/search-select.tsx'
import styles from './agenda.module.css'

type Values = {
  part: AgendaPart
  contentClass: ContentClass
  title: string
  ownerId: string | null
  plannedMinutes: string
  privateNote: string
}

/** What an item of each part most often is. */
const usualClass: Record<AgendaPart, ContentClass> = {
  opening: 'formalities',
  main: 'discussion',
  themed: 'theme',
  closing: 'conclusion',
}

/**
 * One item in a row of fields: Enter saves (in the note Ctrl+Enter), Esc leaves it as it was.
 * `item` null: a new one for `part`.
 */
export function AgendaItemForm(props: {
  meetingId: number
  item: AgendaItem | null
  part: AgendaPart
  /** Called with the item's id once it is stored, with null when the user gave up. */
  onDone: (id: number | null) => void
}) {
  const { item } = props
  const create = useWrite('agenda.create')
  const update = useWrite('agenda.update')
  const owners = useOwners(props.meetingId, item)
  const form = useForm<Values>({
    defaultValues: {
      part: item?.part ?? props.part,
      contentClass: item?.contentClass ?? usualClass[props.part],
      title: item?.title ?? '',
      ownerId: item?.ownerId ? String(item.ownerId) : null,
      plannedMinutes: String(item?.plannedMinutes ?? 10),
      privateNote: item?.privateNote ?? '',
    },
  })
  const { errors, isSubmitting } = form.formState
  const onSubmit = form.handleSubmit(async (values) => {
    const fields = {
      ...values,
      ownerId: values.ownerId === null ? null : Number(values.ownerId),
      plannedMinutes: Number(values.plannedMinutes),
    }
    try {
      if (item) {
        await update.mutateAsync({ id: item.id, ...fields })
        props.onDone(item.id)
      } else {
        props.onDone((await create.mutateAsync({ meetingId: props.meetingId, ...fields })).id)
      }
    } catch (error) {
      showFieldErrors(error, form.setError)
    }
  })
  return (
    <form
      onSubmit={onSubmit}
      noValidate
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.nativeEvent.isComposing) return
        // Esc closes an open list first; the form only when there is none.
        const listOpen = (event.target as HTMLElement).getAttribute('aria-expanded') === 'true'
        if (event.key === 'Escape' && !listOpen) {
          event.preventDefault()
          props.onDone(null)
        } else if (event.key === 'Enter' && event.ctrlKey) {
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }
      }}
    >
      <div className={styles.fields}>
        <TextInput
          label="Nội dung"
          required
          autoComplete="off"
          autoFocus
          {...form.register('title')}
          error={errors.title?.message}
        />
        <Controller
          control={form.control}
          name="ownerId"
          render={({ field }) => (
            <SearchSelect
              className={styles.two}
              label="Người phụ trách"
              placeholder="Chưa phân công"
              choices={owners}
              value={field.value}
              onChange={field.onChange}
              error={errors.ownerId?.message}
            />
          )}
        />
        <TextInput
          label="Số phút"
          inputMode="numeric"
          autoComplete="off"
          required
          {...form.register('plannedMinutes', {
            pattern: { value: /^\s*\d{1,3}\s*$/, message: 'Hãy nhập số phút, ví dụ 10' },
          })}
          error={errors.plannedMinutes?.message}
        />
        <Textarea
          label="Ghi chú riêng của bí thư, không in"
          autosize
          minRows={1}
          {...form.register('privateNote')}
          error={errors.privateNote?.message}
        />
        <Controller
          control={form.control}
          name="part"
          render={({ field }) => (
            <Select
              label="Phần"
              data={agendaParts.map((part) => ({ value: part, label: agendaPartNames[part] }))}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
            />
          )}
        />
        <Controller
          control={form.control}
          name="contentClass"
          render={({ field }) => (
            <Select
              className={styles.two}
              label="Loại nội dung"
              data={contentClasses.map((each) => ({ value: each, label: contentClassNames[each] }))}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
            />
          )}
        />
      </div>
      <Group gap="xs" mt="sm" justify="flex-end">
        <Button variant="default" onClick={() => props.onDone(null)}>
          Hủy (Esc)
        </Button>
        <Button type="submit" loading={isSubmitting}>
          {item ? 'Lưu (Enter)' : 'Thêm (Enter)'}
        </Button>
      </Group>
    </form>
  )
}

/** Who may own an item: those who take part on the meeting's day, and whoever already does. */
function useOwners(meetingId: number, item: AgendaItem | null) {
  const heldOn = useRead('meetings.get', { id: meetingId }).data?.heldOn ?? '2000-01-01'
  const members = useRead('members.list', { date: heldOn })
  return (members.data ?? [])
    .filter(
      (row) =>
        row.status === 'full' ||
        row.status === 'probationary' ||
        row.status === 'temporaryHere' ||
        row.id === item?.ownerId,
    )
    .map((row) => ({ value: String(row.id), label: row.fullName }))
}
