import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { Controller, type UseFormReturn, useForm } from 'react-hook-form'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import type { Remark, RemarkFields } from '../../shared/contract/remarks.ts'
import { type RemarkKind, remarkKindNames, remarkKinds } from '../../shared/rules/remark.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import { Dialog } from '../ui/dialog.tsx'
import { onRemoved } from '../ui/messages.tsx'
import { OptionalSelect } from '../ui/optional-select.tsx'
import { type Choosable, PeopleSelect } from '../ui/people-select.tsx'

/** What the fields offer: who was on the meeting's roll and what was on its agenda. */
export type RemarkChoices = {
  people: readonly Choosable[]
  items: readonly Pick<AgendaItem, 'id' | 'title'>[]
}

/** Notes something of a meeting. `kind`: what was noted last, for several of a kind follow each other. */
export function NewRemarkDialog(props: {
  meetingId: number
  kind: RemarkKind
  agendaItemId: number | null
  memberIds?: number[]
  /** Null: whom it concerns and on which item is not asked. */
  choices: RemarkChoices | null
  /** Where the screen behind does not show it. */
  onNoted?: () => void
  onClose: () => void
  /** What is asked before. */
  children?: ReactNode
}) {
  const { kind, agendaItemId, memberIds = [] } = props
  const create = useWrite('remarks.create')
  const form = useForm<RemarkFields>({ defaultValues: { kind, content: '', memberIds, agendaItemId } })
  return (
    <Dialog title="Ghi nhận" opened onClose={props.onClose} size={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          form.clearErrors()
          create.mutate(
            { meetingId: props.meetingId, ...form.getValues() },
            {
              onSuccess: () => {
                props.onNoted?.()
                props.onClose()
              },
              onError: (error) => showFieldErrors(error, form.setError),
            },
          )
        }}
        noValidate
      >
        <Stack gap="sm">
          {props.children}
          <RemarkInputs form={form} choices={props.choices} onChosen={() => undefined} />
          <Group gap="xs" justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              Thôi
            </Button>
            <Button type="submit">Lưu (Enter)</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

/**
 * A known remark, each field stored as it is left. Enter closes the window once all of it is stored; Esc closes it in
 * any case, and what could not be stored stays as it was.
 */
export function KnownRemarkDialog(props: { remark: Remark; choices: RemarkChoices; onClose: () => void }) {
  const { id, kind, content, agendaItemId, members } = props.remark
  const update = useWrite('remarks.update', { toldInPlace: true })
  const remove = useWrite('remarks.remove')
  const saved: RemarkFields = {
    kind,
    content,
    memberIds: members.map(({ memberId }) => memberId),
    agendaItemId,
  }
  const form = useForm<RemarkFields>({ defaultValues: saved })
  const autosave = useAutosave(form, saved, (fields) =>
    update.mutateAsync({ id, ...fields }, { onError: (error) => showFieldErrors(error, form.setError) }),
  )
  const element = useRef<HTMLFormElement>(null)
  const leaving = useRef(false)
  return (
    <Dialog
      title="Sửa ghi nhận"
      opened
      size={720}
      onClose={() => {
        leaving.current = true
        element.current?.requestSubmit()
      }}
    >
      <form
        ref={element}
        {...autosave}
        onSubmit={async (event) => {
          const stored = await autosave.onSubmit(event)
          if (stored || leaving.current) props.onClose()
        }}
        noValidate
      >
        <Stack gap="sm">
          <RemarkInputs form={form} choices={props.choices} onChosen={autosave.onBlur} />
          <Group justify="space-between">
            <Button
              variant="subtle"
              color="dark"
              onClick={() => remove.mutate({ id }, onRemoved('ghi nhận', props.onClose))}
            >
              Xóa ghi nhận này
            </Button>
            <Button type="submit">Xong (Enter)</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

/** `onChosen` is told of whatever was chosen from a list: such a field is not left by it. */
function RemarkInputs(props: {
  form: UseFormReturn<RemarkFields>
  choices: RemarkChoices | null
  onChosen: () => void
}) {
  const { form, choices, onChosen } = props
  const { errors } = form.formState
  return (
    <>
      <NativeSelect
        label="Loại"
        data-autofocus
        data={remarkKinds.map((kind) => ({ value: kind, label: remarkKindNames[kind] }))}
        {...form.register('kind')}
      />
      <TextInput
        label="Nội dung"
        placeholder="Một câu: việc gì, kết quả ra sao"
        required
        autoComplete="off"
        maxLength={2000}
        {...form.register('content')}
        error={errors.content?.message}
      />
      {choices && <ChosenInputs form={form} choices={choices} onChosen={onChosen} />}
    </>
  )
}

function ChosenInputs(props: {
  form: UseFormReturn<RemarkFields>
  choices: RemarkChoices
  onChosen: () => void
}) {
  const { form, choices, onChosen } = props
  const { errors } = form.formState
  return (
    <>
      <Controller
        control={form.control}
        name="memberIds"
        render={({ field }) => (
          <PeopleSelect
            label="Đảng viên được nêu (nếu có)"
            people={choices.people}
            value={field.value}
            onChange={(memberIds) => {
              field.onChange(memberIds)
              onChosen()
            }}
            inputRef={field.ref}
            error={errors.memberIds?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="agendaItemId"
        render={({ field }) => (
          <OptionalSelect
            label="Mục trong chương trình"
            noneLabel="Chung cả buổi"
            choices={choices.items.map((item, index) => ({
              id: item.id,
              label: `${index + 1}. ${item.title}`,
            }))}
            value={field.value}
            onChange={(agendaItemId) => {
              field.onChange(agendaItemId)
              onChosen()
            }}
            error={errors.agendaItemId?.message}
          />
        )}
      />
    </>
  )
}
