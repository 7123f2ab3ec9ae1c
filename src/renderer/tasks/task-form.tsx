import { SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { Controller, useForm } from 'react-hook-form'
import type { Conclusion } from '../../shared/contract/decisions.ts'
import type { Assignee, Task, TaskFields } from '../../shared/contract/tasks.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'
import { Loading, onRemoved } from '../ui/messages.tsx'
import { OptionalSelect } from '../ui/optional-select.tsx'
import { OwnerSelect } from './owner-select.tsx'

/** The meeting that gives a task: its id and ISO day. */
export type GivingMeeting = { id: number; heldOn: string }

type ReportMeeting = { id: number; title: string; heldOn: string | null }

type Choices = {
  assignees: readonly Assignee[]
  reports: readonly ReportMeeting[]
  conclusions: readonly Conclusion[]
}

/** Gives a task, or corrects one (`task` not null). It starts with the next meeting as its day. */
export function TaskDialog(props: {
  task: Task | null
  /** The meeting that gives a new task; null outside a meeting. */
  meeting: GivingMeeting | null
  today: string
  onClose: () => void
}) {
  const { task, meeting } = props
  const meetingId = task ? task.meetingId : (meeting?.id ?? null)
  const assignees = useRead('tasks.assignees', {})
  const reports = useRead('tasks.reportMeetings', { after: meeting?.heldOn ?? props.today })
  const conclusions = useRead(
    'conclusions.list',
    { meetingId: meetingId ?? 0 },
    { enabled: meetingId !== null },
  )
  const ready = assignees.data && reports.data && (meetingId === null || conclusions.data)
  return (
    <Dialog title={task ? 'Sửa nhiệm vụ' : 'Giao nhiệm vụ'} opened onClose={props.onClose} size={720}>
      {ready ? (
        <TaskForm
          task={task}
          meetingId={meetingId}
          choices={{
            assignees: assignees.data,
            reports: reports.data,
            conclusions: meetingId === null ? [] : (conclusions.data ?? []),
          }}
          onClose={props.onClose}
        />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

function startOf(task: Task | null, meetingId: number | null, next: ReportMeeting | undefined): TaskFields {
  if (task) {
    const { conclusionId, title, owners, dueOn, reportMeetingId, doneOn } = task
    const ownerIds = owners.map((owner) => owner.memberId)
    return { meetingId, conclusionId, title, ownerIds, dueOn, reportMeetingId, doneOn }
  }
  return {
    meetingId,
    conclusionId: null,
    title: '',
    ownerIds: [],
    dueOn: next?.heldOn ?? null,
    reportMeetingId: meetingId === null ? null : (next?.id ?? null),
    doneOn: null,
  }
}

function TaskForm(props: {
  task: Task | null
  meetingId: number | null
  choices: Choices
  onClose: () => void
}) {
  const { task, choices } = props
  const form = useForm<TaskFields>({ defaultValues: startOf(task, props.meetingId, choices.reports[0]) })
  const create = useWrite('tasks.create')
  const update = useWrite('tasks.update')
  const remove = useWrite('tasks.remove')
  const { errors } = form.formState

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const fields = form.getValues()
    form.clearErrors()
    const told = {
      onSuccess: props.onClose,
      onError: (error: unknown) => showFieldErrors(error, form.setError),
    }
    if (task) update.mutate({ id: task.id, ...fields }, told)
    else create.mutate(fields, told)
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Nhiệm vụ"
          placeholder="Việc gì, ra kết quả gì"
          required
          autoFocus
          data-autofocus
          autoComplete="off"
          maxLength={2000}
          {...form.register('title')}
          error={errors.title?.message}
        />
        <Controller
          control={form.control}
          name="ownerIds"
          render={({ field }) => (
            <OwnerSelect
              people={peopleWith(choices.assignees, task)}
              value={field.value}
              onChange={field.onChange}
              inputRef={field.ref}
              error={errors.ownerIds?.message}
            />
          )}
        />
        <SimpleGrid cols={2} spacing="md">
          <Controller
            control={form.control}
            name="dueOn"
            render={({ field }) => (
              <DateField
                label="Hạn"
                value={field.value}
                onChange={field.onChange}
                error={errors.dueOn?.message}
                w="100%"
              />
            )}
          />
          <Controller
            control={form.control}
            name="reportMeetingId"
            render={({ field }) => (
              <OptionalSelect
                label="Báo cáo tại buổi"
                noneLabel="Không báo cáo tại buổi nào"
                choices={reportsWith(choices.reports, task).map(({ id, title, heldOn }) => ({
                  id,
                  label: heldOn ? `${formatVietnameseDate(heldOn)}: ${title}` : title,
                }))}
                value={field.value}
                onChange={field.onChange}
                error={errors.reportMeetingId?.message}
              />
            )}
          />
        </SimpleGrid>
        {choices.conclusions.length > 0 && (
          <Controller
            control={form.control}
            name="conclusionId"
            render={({ field }) => (
              <OptionalSelect
                label="Theo kết luận"
                noneLabel="Không theo kết luận nào"
                choices={choices.conclusions.map(({ id, content }) => ({ id, label: content }))}
                value={field.value}
                onChange={field.onChange}
                error={errors.conclusionId?.message}
              />
            )}
          />
        )}
        {task && (
          <Controller
            control={form.control}
            name="doneOn"
            render={({ field }) => (
              <DateField
                label="Hoàn thành ngày"
                placeholder="chưa xong"
                value={field.value}
                onChange={field.onChange}
                error={errors.doneOn?.message}
              />
            )}
          />
        )}
        <DialogFoot
          save="Lưu (Enter)"
          onClose={props.onClose}
          remove={
            task && {
              label: 'Xóa nhiệm vụ này',
              run: () => remove.mutate({ id: task.id }, onRemoved('nhiệm vụ', props.onClose)),
            }
          }
        />
      </Stack>
    </form>
  )
}

/** The choices with owners who no longer take part. */
function peopleWith(assignees: readonly Assignee[], task: Task | null): Assignee[] {
  const gone = (task?.owners ?? []).filter(
    (owner) => !assignees.some((person) => person.memberId === owner.memberId),
  )
  return [...assignees, ...gone.map((owner) => ({ ...owner, role: 'member' as const, open: 0, overdue: 0 }))]
}

/** The choices with a meeting that lies behind already. */
function reportsWith(reports: readonly ReportMeeting[], task: Task | null): ReportMeeting[] {
  const { reportMeetingId: id, reportMeetingTitle: title } = task ?? {}
  if (!id || !title || reports.some((report) => report.id === id)) return [...reports]
  return [{ id, title, heldOn: null }, ...reports]
}
