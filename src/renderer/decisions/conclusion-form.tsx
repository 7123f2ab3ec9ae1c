import { Stack, Textarea } from '@mantine/core'
import type { FormEvent, KeyboardEvent } from 'react'
import { Controller, useForm } from 'react-hook-form'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import type { Conclusion, ConclusionFields } from '../../shared/contract/decisions.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'
import { onRemoved } from '../ui/messages.tsx'
import { ItemSelect } from './item-select.tsx'

/** Notes a conclusion, or corrects one (`conclusion` not null). */
export function ConclusionDialog(props: {
  meetingId: number
  conclusion: Conclusion | null
  items: readonly AgendaItem[]
  onClose: () => void
}) {
  const { conclusion, meetingId } = props
  const form = useForm<ConclusionFields>({
    defaultValues: {
      agendaItemId: conclusion?.agendaItemId ?? null,
      content: conclusion?.content ?? '',
    },
  })
  const create = useWrite('conclusions.create')
  const update = useWrite('conclusions.update')
  const remove = useWrite('conclusions.remove')
  const { errors } = form.formState

  const save = () => {
    const fields = form.getValues()
    form.clearErrors()
    const told = {
      onSuccess: props.onClose,
      onError: (error: unknown) => showFieldErrors(error, form.setError),
    }
    if (conclusion) update.mutate({ id: conclusion.id, ...fields }, told)
    else create.mutate({ meetingId, ...fields }, told)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  // A conclusion may have several lines, so Enter alone makes a new one.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }

  return (
    <Dialog title={conclusion ? 'Sửa kết luận' : 'Ghi kết luận'} opened onClose={props.onClose} size={680}>
      <form onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
        <Stack gap="sm">
          <Textarea
            label="Kết luận"
            required
            data-autofocus
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
            {...form.register('content')}
            error={errors.content?.message}
          />
          <Controller
            control={form.control}
            name="agendaItemId"
            render={({ field }) => (
              <ItemSelect
                items={props.items}
                value={field.value}
                onChange={field.onChange}
                error={errors.agendaItemId?.message}
              />
            )}
          />
          {conclusion && <DoneField conclusion={conclusion} />}
          <DialogFoot
            save="Lưu (Ctrl+Enter)"
            onClose={props.onClose}
            remove={
              conclusion && {
                label: 'Xóa kết luận này',
                run: () => remove.mutate({ id: conclusion.id }, onRemoved('kết luận', props.onClose)),
              }
            }
          />
        </Stack>
      </form>
    </Dialog>
  )
}

/** The day a conclusion was carried out, stored as it is left. */
function DoneField(props: { conclusion: Conclusion }) {
  const { id, doneOn } = props.conclusion
  const setDone = useWrite('conclusions.setDone', { toldInPlace: true })
  const store = (day: string | null) => {
    if (day !== doneOn) setDone.mutate({ id, doneOn: day })
  }
  return (
    <DateField
      label="Đã thực hiện ngày"
      placeholder="chưa thực hiện"
      value={doneOn}
      onChange={store}
      error={setDone.error ? (setDone.error.fields?.doneOn ?? setDone.error.message) : null}
    />
  )
}
