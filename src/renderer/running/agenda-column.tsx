import { Button, Kbd } from '@mantine/core'
import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import type { LiveItem, LiveMeeting } from '../../shared/contract/running.ts'
import { clockAt, couldBeCut, dayAt, driftWords, nextItem, progressOf } from '../../shared/rules/running.ts'
import { formatSeconds } from '../../shared/rules/speaking.ts'
import { useWrite } from '../api/hooks.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { type ClockOffset, Elapsed, useNow } from './clock.tsx'
import styles from './running.module.css'
import { RunsDialog } from './runs-dialog.tsx'

type Plan = Pick<LiveMeeting, 'items' | 'plannedStart'>

/** The agenda with the item under way, and how the meeting stands against its plan. */
export const AgendaColumn = memo(function AgendaColumn(
  props: Plan & { meetingId: number; now: string; offset: ClockOffset; remarks: ReactNode },
) {
  const { meetingId, items, plannedStart, offset } = props
  const startItem = useWrite('running.startItem')
  const stopItem = useWrite('running.stopItem')
  const goOn = useWrite('running.nextItem')
  const progress = progressOf(items, plannedStart, props.now)
  const next = nextItem(items)
  const [correcting, setCorrecting] = useState<number | null>(null)
  const corrected = items.find((item) => item.id === correcting)
  const begun = items.some((item) => item.runs.length > 0)
  useShortcuts([
    { key: 'm', alt: true, inTextFields: true, run: () => next !== null && goOn.mutate({ meetingId }) },
    {
      key: 'x',
      alt: true,
      inTextFields: true,
      run: () => progress.runningId !== null && stopItem.mutate({ meetingId }),
    },
  ])
  return (
    <section className={styles.column} aria-label="Chương trình">
      <DriftBar items={items} plannedStart={plannedStart} offset={offset} />
      <div className={styles.actions}>
        <Button
          size="xs"
          onClick={() => goOn.mutate({ meetingId })}
          disabled={next === null}
          title={next === null ? 'Mọi mục đều đã được tiến hành' : 'Kết thúc mục này, bắt đầu mục sau'}
          rightSection={<Kbd size="xs">Alt+M</Kbd>}
        >
          {begun ? 'Sang mục tiếp' : 'Bắt đầu họp'}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => stopItem.mutate({ meetingId })}
          disabled={progress.runningId === null}
          title={progress.runningId === null ? 'Chưa có mục nào đang tiến hành' : 'Dừng mục, ví dụ để nghỉ'}
          rightSection={<Kbd size="xs">Alt+X</Kbd>}
        >
          Kết thúc mục
        </Button>
        {props.remarks}
      </div>
      {items.length === 0 ? (
        <p className="soft">Cuộc họp chưa có chương trình: hãy lập ở bước Chuẩn bị.</p>
      ) : (
        <ol className={styles.items} aria-label="Các mục">
          {items.map((item, index) => (
            <ItemRow
              key={item.id}
              number={index + 1}
              item={item}
              spentSeconds={progress.items[index]?.spentSeconds ?? 0}
              since={progress.items[index]?.since ?? null}
              offset={offset}
              onStart={() => startItem.mutate({ agendaItemId: item.id })}
              onRuns={() => setCorrecting(item.id)}
            />
          ))}
        </ol>
      )}
      {corrected && (
        <RunsDialog
          number={items.indexOf(corrected) + 1}
          item={corrected}
          day={dayAt(plannedStart)}
          onClose={() => setCorrecting(null)}
        />
      )}
    </section>
  )
})

function ItemRow(props: {
  number: number
  item: LiveItem
  spentSeconds: number
  since: string | null
  offset: ClockOffset
  onStart: () => void
  onRuns: () => void
}) {
  const { item, since, number } = props
  const row = useRef<HTMLLIElement>(null)
  const running = since !== null
  useEffect(() => {
    if (running) row.current?.scrollIntoView({ block: 'nearest' })
  }, [running])
  const done = !running && item.runs.length > 0
  const earlier = item.runs.reduce(
    (sum, run) => sum + (run.stoppedAt ? Date.parse(run.stoppedAt) - Date.parse(run.startedAt) : 0),
    0,
  )
  return (
    <li
      ref={row}
      className={styles.item}
      data-state={running ? 'running' : done ? 'done' : 'waiting'}
      aria-current={running ? 'step' : undefined}
    >
      <div>
        <div className={styles.itemTitle}>
          {number}. {item.title}
        </div>
        <div className={styles.itemFacts}>
          {running && <b>Đang tiến hành </b>}
          {since !== null && (
            <span className="num">
              <Elapsed since={since} offset={props.offset} earlierSeconds={Math.floor(earlier / 1000)} /> /{' '}
            </span>
          )}
          {done && <span className="num">Xong, {formatSeconds(props.spentSeconds)} / </span>}
          <span className="num">{item.plannedMinutes} phút</span>
          {item.ownerName && ` · ${item.ownerName}`}
        </div>
      </div>
      <div className={styles.itemActions}>
        {!running && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="dark"
            onClick={props.onStart}
            aria-label={`${done ? 'Tiếp tục' : 'Bắt đầu'} mục ${number}`}
          >
            {done ? 'Tiếp tục' : 'Bắt đầu'}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          color="dark"
          onClick={props.onRuns}
          aria-label={`Sửa giờ mục ${number}`}
        >
          Giờ
        </Button>
      </div>
    </li>
  )
}

/** As many minutes behind or ahead fill one half of the bar. */
const fullDrift = 30

function DriftBar(props: Plan & { offset: ClockOffset }) {
  const { items, plannedStart } = props
  const progress = progressOf(items, plannedStart, useNow(props.offset))
  // Before it begins there is nothing to catch up with.
  const driftMinutes = progress.state === 'before' ? 0 : progress.driftMinutes
  const cut = driftMinutes > 0 ? couldBeCut(items, driftMinutes) : []
  const width = (Math.min(Math.abs(driftMinutes), fullDrift) / fullDrift) * 50
  return (
    <div className={styles.drift}>
      <p data-late={driftMinutes > 0 || undefined}>{driftWords(progress, clockAt(progress.endsAt))}</p>
      <div className={styles.driftBar} aria-hidden>
        <span
          data-late={driftMinutes > 0 || undefined}
          style={{ width: `${width}%`, left: driftMinutes > 0 ? '50%' : `${50 - width}%` }}
        />
      </div>
      {cut.length > 0 && (
        <p className={styles.cut}>
          Có thể rút:{' '}
          {cut.map((item) => `mục ${items.indexOf(item) + 1} (${item.plannedMinutes} phút)`).join(', ')}
        </p>
      )}
    </div>
  )
}
