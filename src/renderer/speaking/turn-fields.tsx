import { Select, TextInput } from '@mantine/core'
import { Controller, type UseFormReturn } from 'react-hook-form'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import type { Turn, TurnFields } from '../../shared/contract/speaking.ts'
import {
  formatSeconds,
  parseMinutes,
  type TurnKind,
  turnKindNames,
  turnKinds,
} from '../../shared/rules/speaking.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { type Person, type Speaker, SpeakerSelect } from './speaker-select.tsx'
import styles from './speaking.module.css'

/** A turn as it is typed: minutes are text until they are read. */
export type TurnValues = {
  speaker: Speaker | null
  agendaItemId: number | null
  kind: TurnKind
  minutes: string
  gist: string
}

export const emptyTurn: TurnValues = {
  speaker: null,
  agendaItemId: null,
  kind: 'opinion',
  minutes: '',
  gist: '',
}

export type TurnChoices = {
  present: readonly Person[]
  others: readonly Person[]
  guests: readonly string[]
  items: readonly AgendaItem[]
}

export function valuesOf(turn: Turn): TurnValues {
  return {
    speaker: speakerOf(turn),
    agendaItemId: turn.agendaItemId,
    kind: turn.kind,
    minutes: turn.speakingSeconds === null ? '' : formatSeconds(turn.speakingSeconds),
    gist: turn.gist,
  }
}

/** Null while the speaker is still to be named. */
function speakerOf({ memberId, guestName }: Turn): Speaker | null {
  if (memberId !== null) return { memberId, guestName: null }
  return guestName === null ? null : { memberId: null, guestName }
}

const nobodyYet = { memberId: null, guestName: null }

/** What is stored of what was typed; null, with the reason beside its field, while something is missing. */
export function readTurn(
  form: UseFormReturn<TurnValues>,
  options: { mayBeUnnamed?: boolean } = {},
): TurnFields | null {
  const { speaker, minutes, ...rest } = form.getValues()
  form.clearErrors()
  const speakingSeconds = parseMinutes(minutes)
  const minutesUnread = minutes.trim() !== '' && speakingSeconds === null
  if (minutesUnread) form.setError('minutes', { message: 'Ví dụ: 3, hoặc 3:30' }, { shouldFocus: true })
  const known = speaker ?? (options.mayBeUnnamed ? nobodyYet : null)
  if (!known) form.setError('speaker', { message: 'Hãy chọn người phát biểu' }, { shouldFocus: true })
  return known && !minutesUnread ? { ...known, ...rest, speakingSeconds } : null
}

/** Who, on which item, what kind, how long, and the gist in one line. */
export function TurnInputs(props: {
  form: UseFormReturn<TurnValues>
  choices: TurnChoices
  /** The clock is running: its length cannot be typed yet. */
  running?: boolean
  speakerId?: string
}) {
  const { form, choices } = props
  const { errors } = form.formState
  return (
    <div className={styles.fields}>
      <div className={styles.speaker}>
        <Controller
          control={form.control}
          name="speaker"
          render={({ field }) => (
            <SpeakerSelect
              {...(props.speakerId ? { id: props.speakerId } : {})}
              present={choices.present}
              others={choices.others}
              guests={choices.guests}
              value={field.value}
              onChange={field.onChange}
              inputRef={field.ref}
              error={errors.speaker?.message}
            />
          )}
        />
      </div>
      <div className={styles.kind}>
        <ChoiceField
          control={form.control}
          name="kind"
          label="Hình thức"
          choices={turnKinds}
          names={turnKindNames}
          w="100%"
        />
      </div>
      <div className={styles.item}>
        <Controller
          control={form.control}
          name="agendaItemId"
          render={({ field }) => (
            <Select
              label="Mục trong chương trình"
              placeholder="Chung cả buổi"
              clearable
              clearButtonProps={{ 'aria-label': 'Bỏ chọn mục' }}
              data={choices.items.map((item, index) => ({
                value: String(item.id),
                label: `${index + 1}. ${item.title}`,
              }))}
              value={field.value === null ? null : String(field.value)}
              onChange={(id) => field.onChange(id === null ? null : Number(id))}
              error={errors.agendaItemId?.message}
              w="100%"
            />
          )}
        />
      </div>
      <TextInput
        className={styles.gist}
        label="Nội dung chính"
        data-autofocus
        autoComplete="off"
        maxLength={2000}
        {...form.register('gist')}
      />
      <TextInput
        className={styles.minutes}
        label="Số phút"
        placeholder={props.running ? 'đang chạy' : 'ví dụ 3:30'}
        autoComplete="off"
        disabled={props.running ?? false}
        {...form.register('minutes')}
        error={errors.minutes?.message}
      />
    </div>
  )
}
