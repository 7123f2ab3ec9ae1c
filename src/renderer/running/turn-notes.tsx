import { Select, TextInput } from '@mantine/core'
import { Controller, useForm } from 'react-hook-form'
import type { LiveTurn } from '../../shared/contract/running.ts'
import { type TurnKind, turnKindNames, turnKinds } from '../../shared/rules/speaking.ts'
import { useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import styles from './running.module.css'

type Notes = { kind: TurnKind; gist: string }

/** What kind of speech it is and what is said, stored as it is typed. */
export function TurnNotes(props: { turn: LiveTurn }) {
  const { id, agendaItemId, memberId, guestName, kind, gist } = props.turn
  const update = useWrite('speaking.update')
  const form = useForm<Notes>({ defaultValues: { kind, gist } })
  const autosave = useAutosave(form, { kind, gist }, (notes) =>
    update.mutateAsync({ id, agendaItemId, memberId, guestName, speakingSeconds: null, ...notes }),
  )
  return (
    <form
      className={styles.notes}
      aria-label="Lượt đang nói"
      onBlur={autosave.onBlur}
      onInput={autosave.onInput}
      onSubmit={(event) => void autosave.onSubmit(event)}
    >
      <Controller
        control={form.control}
        name="kind"
        render={({ field }) => (
          <Select
            label="Hình thức"
            size="xs"
            data={turnKinds.map((value) => ({ value, label: turnKindNames[value] }))}
            value={field.value}
            onChange={(value) => {
              field.onChange(value ?? field.value)
              autosave.onInput()
            }}
          />
        )}
      />
      <TextInput
        label="Nội dung chính"
        size="xs"
        autoComplete="off"
        maxLength={2000}
        {...form.register('gist')}
      />
    </form>
  )
}
