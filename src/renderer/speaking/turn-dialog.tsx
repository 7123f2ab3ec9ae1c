import { Stack } from '@mantine/core'
import type { FormEvent } from 'react'
import { useForm } from 'react-hook-form'
import type { Turn } from '../../shared/contract/speaking.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'
import { onRemoved } from '../ui/messages.tsx'
import { readTurn, type TurnChoices, TurnInputs, type TurnValues, valuesOf } from './turn-fields.tsx'

/** Corrects any part of a turn noted before, or takes it away (which can be undone). */
export function TurnDialog(props: { turn: Turn; choices: TurnChoices; onClose: () => void }) {
  const { turn } = props
  const form = useForm<TurnValues>({ defaultValues: valuesOf(turn) })
  const update = useWrite('speaking.update')
  const remove = useWrite('speaking.remove')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    // A name still missing may be filled in here, but need not be to correct the rest.
    const fields = readTurn(form, { mayBeUnnamed: turn.memberId === null && turn.guestName === null })
    if (!fields) return
    update.mutate(
      { id: turn.id, ...fields },
      { onSuccess: props.onClose, onError: (error) => showFieldErrors(error, form.setError) },
    )
  }
  return (
    <Dialog title="Sửa lượt phát biểu" opened onClose={props.onClose} size={720}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <TurnInputs
            form={form}
            choices={props.choices}
            running={turn.startedAt !== null && turn.stoppedAt === null}
          />
          <DialogFoot
            save="Lưu"
            onClose={props.onClose}
            remove={{
              label: 'Xóa lượt này',
              run: () =>
                remove.mutate(
                  { id: turn.id },
                  onRemoved(`lượt phát biểu của ${turn.speakerName}`, props.onClose),
                ),
            }}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
