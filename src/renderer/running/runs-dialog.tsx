import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import type { LiveItem } from '../../shared/contract/running.ts'
import { parseClockTime } from '../../shared/rules/clock-time.ts'
import { clockAt, dayAt, instantOf } from '../../shared/rules/running.ts'
import { useWrite } from '../api/hooks.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Refusal } from '../ui/messages.tsx'
import { TimeField } from '../ui/time-field.tsx'
import styles from './running.module.css'

type Run = LiveItem['runs'][number]

/** When an item was under way: corrected field by field, noted after the event, taken away. */
export function RunsDialog(props: {
  number: number
  item: LiveItem
  /** The day of the meeting. */
  day: string
  onClose: () => void
}) {
  const { item, number } = props
  return (
    <Dialog title={`Giờ của mục ${number}`} opened onClose={props.onClose} size={520}>
      <Stack gap="sm">
        <p className={`soft ${styles.dialogText}`}>{item.title}</p>
        {item.runs.map((run) => (
          <RunFields key={run.id} run={run} />
        ))}
        <NewRun key={item.runs.length} itemId={item.id} day={props.day} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            Xong
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function RunFields(props: { run: Run }) {
  const { id, startedAt, stoppedAt } = props.run
  const correct = useWrite('running.correctRun', { toldInPlace: true })
  const remove = useWrite('running.removeRun')
  /** The instant of a time typed; null where it is the one that stands there, whose seconds are kept, or none. */
  const typed = (time: string, before: string) =>
    parseClockTime(time) === null || time === clockAt(before) ? null : instantOf(dayAt(startedAt), time)
  const start = (time: string) => {
    const at = typed(time, startedAt)
    if (at !== null) correct.mutate({ id, startedAt: at, stoppedAt })
  }
  const stop = (time: string) => {
    const at = stoppedAt && typed(time, stoppedAt)
    if (at) correct.mutate({ id, startedAt, stoppedAt: at })
  }
  const refused = correct.error
  return (
    <>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TimeField
          label="Bắt đầu"
          value={clockAt(startedAt)}
          onChange={start}
          error={refused?.fields.startedAt}
          w={170}
        />
        {stoppedAt === null ? (
          <p>Đang tiến hành</p>
        ) : (
          <TimeField
            label="Kết thúc"
            value={clockAt(stoppedAt)}
            onChange={stop}
            error={refused?.fields.stoppedAt}
            w={170}
          />
        )}
        <Button
          variant="subtle"
          color="dark"
          mt={24}
          onClick={() => remove.mutate({ id })}
          aria-label={`Bỏ khoảng giờ từ ${clockAt(startedAt)}`}
        >
          Bỏ
        </Button>
      </Group>
      <Unplaced error={refused} />
    </>
  )
}

function NewRun(props: { itemId: number; day: string }) {
  const add = useWrite('running.addRun', { toldInPlace: true })
  const [times, setTimes] = useState({ startedAt: '', stoppedAt: '' })
  const [missing, setMissing] = useState(false)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const [from, to] = [times.startedAt, times.stoppedAt].map(parseClockTime)
    setMissing(!from || !to)
    if (from && to)
      add.mutate({
        agendaItemId: props.itemId,
        startedAt: instantOf(props.day, from),
        stoppedAt: instantOf(props.day, to),
      })
  }
  const field = (name: 'startedAt' | 'stoppedAt', label: string) => (
    <TimeField
      label={label}
      value=""
      onChange={(time) => setTimes((before) => ({ ...before, [name]: time }))}
      error={
        missing && parseClockTime(times[name]) === null ? 'Hãy nhập giờ, ví dụ 8h30' : add.error?.fields[name]
      }
      w={170}
    />
  )
  return (
    <form aria-label="Thêm khoảng giờ" onSubmit={onSubmit} noValidate>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        {field('startedAt', 'Từ lúc')}
        {field('stoppedAt', 'Đến lúc')}
        <Button type="submit" mt={24}>
          Ghi thêm
        </Button>
      </Group>
      <Unplaced error={add.error} />
    </form>
  )
}

/** A refusal that is about none of the fields. */
function Unplaced(props: { error: AppError | null }) {
  if (!props.error || Object.keys(props.error.fields).length > 0) return null
  return <Refusal message={props.error.message} />
}
