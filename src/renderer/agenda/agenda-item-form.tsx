import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { Controller, type UseFormReturn, useForm } from 'react-hook-form'
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
import { useAutosave } from '../ui/autosave.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
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

const minutesPattern = { value: /^\s*\d{1,3}\s*$/, message: 'Hãy nhập số phút, ví dụ 10' }

const fieldsOf = (values: Values) => ({
  ...values,
  ownerId: values.ownerId === null ? null : Number(values.ownerId),
  plannedMinutes: Number(values.plannedMinutes),
})

/**
 * A known item in a row of fields, each change saved at once. Enter closes the row once all of it is stored;
 * Esc closes it in any case, and what could not be stored stays as it was.
 */
export function KnownItemForm(props: { meetingId: number; item: AgendaItem; onDone: () => void }) {
  const { item } = props
  const update = useWrite('agenda.update')
  const saved: Values = {
    part: item.part,
    contentClass: item.contentClass,
    title: item.title,
    ownerId: item.ownerId === null ? null : String(item.ownerId),
    plannedMinutes: String(item.plannedMinutes),
    privateNote: item.privateNote,
  }
  const form = useForm<Values>({ defaultValues: saved })
  const autosave = useAutosave(form, saved, async (values) => {
    if (!minutesPattern.value.test(values.plannedMinutes)) {
      form.setError('plannedMinutes', minutesPattern)
      throw new Error(minutesPattern.message)
    }
    await update.mutateAsync(
      { id: item.id, ...fieldsOf(values) },
      { onError: (error) => showFieldErrors(error, form.setError) },
    )
  })
  const leaving = useRef(false)
  return (
    <form
      {...autosave}
      onSubmit={async (event) => {
        const stored = await autosave.onSubmit(event)
        if (stored || leaving.current) props.onDone()
      }}
      onKeyDown={(event) =>
        onFormKey(event, () => {
          leaving.current = true
          event.currentTarget.requestSubmit()
        })
      }
      noValidate
    >
      <ItemFields form={form} meetingId={props.meetingId} item={item} />
      <Group gap="xs" justify="flex-end">
        <Button type="submit">Xong (Enter)</Button>
      </Group>
    </form>
  )
}

/** A new item for `part`: stored when Enter or the button says so, Esc gives it up. */
export function NewItemForm(props: {
  meetingId: number
  part: AgendaPart
  /** Called with the new item's id, or with null when the user gave up. */
  onDone: (id: number | null) => void
}) {
  const create = useWrite('agenda.create')
  const form = useForm<Values>({
    defaultValues: {
      part: props.part,
      contentClass: usualClass[props.part],
      title: '',
      ownerId: null,
      plannedMinutes: '10',
      privateNote: '',
    },
  })
  const onSubmit = form.handleSubmit((values) =>
    create.mutate(
      { meetingId: props.meetingId, ...fieldsOf(values) },
      {
        onSuccess: ({ id }) => props.onDone(id),
        onError: (error) => showFieldErrors(error, form.setError),
      },
    ),
  )
  return (
    <form onSubmit={onSubmit} onKeyDown={(event) => onFormKey(event, () => props.onDone(null))} noValidate>
      <ItemFields form={form} meetingId={props.meetingId} item={null} />
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={() => props.onDone(null)}>
          Hủy (Esc)
        </Button>
        <Button type="submit" loading={create.isPending}>
          Thêm (Enter)
        </Button>
      </Group>
    </form>
  )
}

/** The fields of an item. Only a new one asks for its part: a known one is moved from part to part instead. */
function ItemFields(props: { form: UseFormReturn<Values>; meetingId: number; item: AgendaItem | null }) {
  const { form, item } = props
  const { errors } = form.formState
  const owners = useOwners(props.meetingId, item)
  return (
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
        {...form.register('plannedMinutes', { pattern: minutesPattern })}
        error={errors.plannedMinutes?.message}
      />
      <Textarea
        label="Ghi chú riêng của bí thư, không in"
        autosize
        minRows={1}
        {...form.register('privateNote')}
        error={errors.privateNote?.message}
      />
      {item === null && (
        <ChoiceField
          control={form.control}
          name="part"
          label="Phần"
          choices={agendaParts}
          names={agendaPartNames}
        />
      )}
      <ChoiceField
        control={form.control}
        name="contentClass"
        label="Loại nội dung"
        choices={contentClasses}
        names={contentClassNames}
        className={styles.two}
      />
    </div>
  )
}

/** Esc closes an open list first, the form only when there is none; Ctrl+Enter sends the form from the note too. */
function onFormKey(event: KeyboardEvent<HTMLFormElement>, onEscape: () => void): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return
  const listOpen = (event.target as HTMLElement).getAttribute('aria-expanded') === 'true'
  if (event.key === 'Escape' && !listOpen) {
    event.preventDefault()
    onEscape()
  } else if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
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
