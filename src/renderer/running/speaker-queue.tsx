import { Button } from '@mantine/core'
import { memo, useMemo, useRef } from 'react'
import type { Queued } from '../../shared/contract/queue.ts'
import type { LivePaper } from '../../shared/contract/running.ts'
import { useWrite } from '../api/hooks.ts'
import styles from './running.module.css'

type Actions = {
  begin: (id: number) => void
  move: (id: number, step: -1 | 1) => void
  remove: (id: number) => void
}

/** Those who wait to speak, in their order. */
export function SpeakerQueue(props: {
  meetingId: number
  queue: readonly Queued[]
  papers: readonly LivePaper[]
  onBegin: (id: number) => void
  /** After somebody was taken out, and with them the button that had the focus. */
  onRemoved: () => void
}) {
  const { mutate: remove } = useWrite('queue.remove')
  const { mutate: reorder } = useWrite('queue.reorder')
  const latest = useRef(props)
  latest.current = props
  // Always the same: only the buttons whose person has moved are drawn anew.
  const actions = useMemo<Actions>(
    () => ({
      begin: (id) => latest.current.onBegin(id),
      move(id, step) {
        const { meetingId, queue } = latest.current
        const ids = queue.map((waiting) => waiting.id)
        const index = ids.indexOf(id)
        ids.splice(index + step, 0, ...ids.splice(index, 1))
        reorder({ meetingId, ids })
      },
      remove(id) {
        remove({ id })
        latest.current.onRemoved()
      },
    }),
    [remove, reorder],
  )
  const { queue, papers } = props
  const withPaper = new Set(papers.map(({ memberId }) => memberId))
  if (queue.length === 0) return <p className="soft">Hàng chờ trống.</p>
  return (
    <ol className={styles.queue} aria-label="Hàng chờ phát biểu">
      {queue.map((waiting, index) => (
        <li key={waiting.id}>
          <span className={styles.waiting}>
            {index + 1}. {waiting.speakerName}
            {waiting.memberId === null && ' (khách)'}
            {waiting.memberId !== null && withPaper.has(waiting.memberId) && (
              <span className="soft"> có tham luận</span>
            )}
          </span>
          <QueueButtons
            id={waiting.id}
            name={waiting.speakerName}
            first={index === 0}
            last={index === queue.length - 1}
            actions={actions}
          />
        </li>
      ))}
    </ol>
  )
}

const QueueButtons = memo(function QueueButtons(props: {
  id: number
  name: string
  first: boolean
  last: boolean
  actions: Actions
}) {
  const { id, name, first, last, actions } = props
  return (
    <div className={styles.queueButtons}>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => actions.begin(id)}
        aria-label={`Mời ${name}`}
      >
        Mời
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="dark"
        disabled={first}
        title={first ? 'Đã ở đầu hàng' : `Đưa ${name} lên trước`}
        onClick={() => actions.move(id, -1)}
        aria-label={`Đưa ${name} lên`}
      >
        Lên
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="dark"
        disabled={last}
        title={last ? 'Đã ở cuối hàng' : `Đưa ${name} xuống sau`}
        onClick={() => actions.move(id, 1)}
        aria-label={`Đưa ${name} xuống`}
      >
        Xuống
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="dark"
        onClick={() => actions.remove(id)}
        aria-label={`Bỏ ${name} khỏi hàng chờ`}
      >
        Bỏ
      </Button>
    </div>
  )
})
