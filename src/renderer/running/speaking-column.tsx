import { Button, Kbd } from '@mantine/core'
import { useState } from 'react'
import type { Queued } from '../../shared/contract/queue.ts'
import type { LiveMeeting } from '../../shared/contract/running.ts'
import { useWrite } from '../api/hooks.ts'
import { Dialog } from '../ui/dialog.tsx'
import { sayDone } from '../ui/messages.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { type ClockOffset, Elapsed } from './clock.tsx'
import { PersonField, type Speaker } from './person-field.tsx'
import styles from './running.module.css'
import { TurnNotes } from './turn-notes.tsx'
import { useFloor } from './use-floor.ts'

const queueFieldId = 'xep-hang-phat-bieu'

export function focusQueueField(): void {
  document.getElementById(queueFieldId)?.focus()
}

/** Who speaks now and who comes next. */
export function SpeakingColumn(props: { meetingId: number; live: LiveMeeting; offset: ClockOffset }) {
  const { meetingId, live, offset } = props
  const { speaking, queue } = live
  const [swapping, setSwapping] = useState(false)
  const floor = useFloor(meetingId, offset)
  const undo = useWrite('history.undo')

  const first = queue[0]
  const unnamed = speaking?.memberId === null && speaking.guestName === null
  const then = (command: () => void) => () => {
    command()
    focusQueueField()
  }
  const begin = then(() => floor.start())
  const beginUnnamed = then(floor.startUnnamed)
  const end = then(floor.stop)
  const rest = then(floor.pause)
  const change = (speaker: Speaker) => {
    floor.swap(speaker)
    setSwapping(false)
  }
  const takeBack = () => undo.mutate({}, { onSuccess: (step) => sayDone(`Đã hoàn tác: ${step.description}`) })
  useShortcuts([
    { key: 'n', alt: true, inTextFields: true, run: focusQueueField },
    { key: 'b', alt: true, inTextFields: true, run: begin },
    { key: 'u', alt: true, inTextFields: true, run: beginUnnamed },
    { key: 'k', alt: true, inTextFields: true, run: end },
    { key: 't', alt: true, inTextFields: true, run: rest },
    { key: 's', alt: true, inTextFields: true, run: () => speaking && setSwapping(true) },
  ])
  return (
    <section className={styles.column} aria-label="Phát biểu">
      <PersonField
        id={queueFieldId}
        label="Xếp hàng phát biểu (Alt+N)"
        people={live.people}
        onChoose={floor.add}
        onUndo={takeBack}
      />
      {speaking ? (
        <div className={styles.speaking}>
          <div className={styles.speaker}>
            <span>
              Đang phát biểu: <b>{speaking.speakerName}</b>
              {speaking.guestName !== null && ' (khách)'}
            </span>
            <span className={styles.clock} role="timer" aria-label="Đã nói">
              <Elapsed since={speaking.startedAt} offset={offset} />
            </span>
          </div>
          <TurnNotes key={speaking.id} turn={speaking} />
          <div className={styles.actions}>
            <Button size="xs" onClick={end} rightSection={<Kbd size="xs">Alt+K</Kbd>}>
              Kết thúc
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={rest}
              disabled={unnamed}
              title={unnamed ? 'Hãy chọn tên người nói trước (Đổi người)' : 'Dừng lại, xếp đầu hàng chờ'}
              rightSection={<Kbd size="xs">Alt+T</Kbd>}
            >
              Tạm dừng
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => setSwapping(true)}
              rightSection={<Kbd size="xs">Alt+S</Kbd>}
            >
              Đổi người
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.speaking} data-silent>
          <p>Chưa có ai đang phát biểu.</p>
          <div className={styles.actions}>
            <Button
              size="xs"
              onClick={begin}
              disabled={!first}
              title={first ? `Mời ${first.speakerName}` : 'Hàng chờ đang trống'}
              rightSection={<Kbd size="xs">Alt+B</Kbd>}
            >
              Mời người đầu hàng
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={beginUnnamed}
              title="Tính giờ ngay, ghi tên sau bằng Đổi người"
              rightSection={<Kbd size="xs">Alt+U</Kbd>}
            >
              Tính giờ, ghi tên sau
            </Button>
          </div>
        </div>
      )}
      <Queue meetingId={meetingId} queue={queue} onBegin={({ id }) => then(() => floor.start(id))()} />
      <Dialog
        title="Đổi người đang phát biểu"
        opened={swapping}
        onClose={() => setSwapping(false)}
        size={480}
      >
        <p className={styles.dialogText}>Đồng hồ vẫn chạy tiếp; chỉ tên người nói được sửa.</p>
        <div className={styles.swap}>
          <PersonField
            id="doi-nguoi-phat-bieu"
            label="Người đang nói là"
            people={live.people}
            onChoose={change}
            focused
          />
        </div>
      </Dialog>
    </section>
  )
}

function Queue(props: { meetingId: number; queue: readonly Queued[]; onBegin: (waiting: Queued) => void }) {
  const { meetingId, queue } = props
  const remove = useWrite('queue.remove')
  const reorder = useWrite('queue.reorder')
  const move = (index: number, step: -1 | 1) => {
    const ids = queue.map((waiting) => waiting.id)
    const [moved] = ids.splice(index, 1)
    if (moved === undefined) return
    ids.splice(index + step, 0, moved)
    reorder.mutate({ meetingId, ids })
  }
  if (queue.length === 0) return <p className="soft">Hàng chờ trống.</p>
  return (
    <ol className={styles.queue} aria-label="Hàng chờ phát biểu">
      {queue.map((waiting, index) => {
        const name = waiting.speakerName
        return (
          <li key={waiting.id}>
            <span className={styles.waiting}>
              {index + 1}. {name}
              {waiting.memberId === null && ' (khách)'}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => props.onBegin(waiting)}
              aria-label={`Mời ${name}`}
            >
              Mời
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              color="dark"
              disabled={index === 0}
              title={index === 0 ? 'Đã ở đầu hàng' : `Đưa ${name} lên trước`}
              onClick={() => move(index, -1)}
              aria-label={`Đưa ${name} lên`}
            >
              Lên
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              color="dark"
              disabled={index === queue.length - 1}
              title={index === queue.length - 1 ? 'Đã ở cuối hàng' : `Đưa ${name} xuống sau`}
              onClick={() => move(index, 1)}
              aria-label={`Đưa ${name} xuống`}
            >
              Xuống
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              color="dark"
              onClick={() => {
                remove.mutate({ id: waiting.id })
                focusQueueField()
              }}
              aria-label={`Bỏ ${name} khỏi hàng chờ`}
            >
              Bỏ
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
