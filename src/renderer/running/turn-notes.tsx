import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { LiveTurn } from '../../shared/contract/running.ts'
import { type TurnKind, turnKindNames, turnKinds } from '../../shared/rules/speaking.ts'
import { useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import styles from './running.module.css'

type Notes = { kind: TurnKind; gist: string }

/** What kind of speech it is and what is said, stored as it is typed. Plain fields: they come up with every speaker. */
export function TurnNotes(props: { turn: LiveTurn; label: string }) {
  const { id, kind, gist } = props.turn
  const note = useWrite('speaking.note')
  const form = useForm<Notes>({ defaultValues: { kind, gist } })
  const autosave = useAutosave(form, { kind, gist }, (notes) => note.mutateAsync({ id, ...notes }))
  return (
    <form
      className={styles.notes}
      aria-label={props.label}
      onBlur={autosave.onBlur}
      onInput={autosave.onInput}
      onSubmit={(event) => void autosave.onSubmit(event)}
    >
      <NativeSelect
        label="Hình thức"
        size="xs"
        data={turnKinds.map((value) => ({ value, label: turnKindNames[value] }))}
        {...form.register('kind')}
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
