import { Button, Group, Kbd } from '@mantine/core'
import { type FormEvent, useEffect } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { AppError } from '../../shared/contract/errors.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { isTextField, useShortcuts } from '../ui/shortcuts.ts'
import styles from './speaking.module.css'
import { emptyTurn, readTurn, type TurnChoices, TurnInputs, type TurnValues } from './turn-fields.tsx'

const speakerId = 'nguoi-phat-bieu'

export type NewTurnForm = UseFormReturn<TurnValues>

export function useNewTurnForm(): NewTurnForm {
  return useForm<TurnValues>({ defaultValues: emptyTurn })
}

export function focusSpeaker(): void {
  document.getElementById(speakerId)?.focus()
}

/** Notes a turn that is over, or starts the clock for one that begins. Item and kind stay for the next turn. */
export function NewTurn(props: {
  meetingId: number
  form: NewTurnForm
  choices: TurnChoices
  /** Who speaks now, if anybody does. */
  runningName: string | null
}) {
  const { form, meetingId } = props
  const create = useWrite('speaking.create')
  const start = useWrite('speaking.start')

  useEffect(() => {
    if (!isTextField(document.activeElement)) focusSpeaker()
  }, [])

  /** Empties the form at once: the next name may be typed before this turn is stored. A refusal brings it back. */
  const next = () => {
    const typed = form.getValues()
    form.reset({ ...emptyTurn, agendaItemId: typed.agendaItemId, kind: typed.kind })
    focusSpeaker()
    return {
      onError: (error: AppError) => {
        form.reset(typed)
        showFieldErrors(error, form.setError)
      },
    }
  }
  const note = () => {
    const turn = readTurn(form)
    if (turn) create.mutate({ meetingId, ...turn }, next())
  }
  const startClock = () => {
    const turn = props.runningName === null ? readTurn(form) : null
    if (!turn) return
    const { speakingSeconds: _typed, ...fields } = turn
    start.mutate({ meetingId, ...fields }, next())
  }
  useShortcuts([
    { key: 'n', alt: true, inTextFields: true, run: focusSpeaker },
    { key: 'b', alt: true, inTextFields: true, run: startClock },
  ])

  return (
    <form
      className={styles.sheet}
      aria-label="Ghi lượt phát biểu"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        note()
      }}
      noValidate
    >
      <TurnInputs form={form} choices={props.choices} speakerId={speakerId} />
      <Group gap="xs" mt={8}>
        <Button type="submit" rightSection={<Kbd size="xs">Enter</Kbd>}>
          Ghi lượt này
        </Button>
        <Button
          variant="default"
          onClick={startClock}
          disabled={props.runningName !== null}
          title={
            props.runningName === null
              ? 'Tính giờ từ bây giờ'
              : `${props.runningName} đang phát biểu: hãy bấm Kết thúc trước`
          }
          rightSection={<Kbd size="xs">Alt+B</Kbd>}
        >
          Bắt đầu tính giờ
        </Button>
      </Group>
    </form>
  )
}
