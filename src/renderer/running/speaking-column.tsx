import { Button, Kbd } from '@mantine/core'
import { memo, useState } from 'react'
import type { EndedTurn, LiveMeeting } from '../../shared/contract/running.ts'
import { formatSeconds } from '../../shared/rules/speaking.ts'
import { useWrite } from '../api/hooks.ts'
import { Dialog } from '../ui/dialog.tsx'
import { sayDone } from '../ui/messages.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { type ClockOffset, Elapsed } from './clock.tsx'
import { PersonField, type Speaker } from './person-field.tsx'
import styles from './running.module.css'
import { SpeakerQueue } from './speaker-queue.tsx'
import { TurnNotes } from './turn-notes.tsx'
import { nextPaper, useFloor } from './use-floor.ts'

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
  const paper = nextPaper(live)
  const queuePaper = then(floor.addPaper)
  const takeBack = () => undo.mutate({}, { onSuccess: (step) => sayDone(`Đã hoàn tác: ${step.description}`) })
  useShortcuts([
    { key: 'n', alt: true, inTextFields: true, run: focusQueueField },
    { key: 'b', alt: true, inTextFields: true, run: begin },
    { key: 'u', alt: true, inTextFields: true, run: beginUnnamed },
    { key: 'l', alt: true, inTextFields: true, run: queuePaper },
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
        guests={live.guests}
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
          <TurnNotes key={speaking.id} turn={speaking} label="Lượt đang nói" />
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
      {paper && (
        <div className={styles.paper}>
          <span>
            <b>{paper.fullName}</b> có tham luận ở mục này
          </span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={queuePaper}
            rightSection={<Kbd size="xs">Alt+L</Kbd>}
            aria-label={`Xếp hàng tham luận: ${paper.fullName}`}
          >
            Xếp hàng
          </Button>
        </div>
      )}
      <SpeakerQueue
        meetingId={meetingId}
        queue={queue}
        papers={live.papers}
        onBegin={(id) => {
          floor.start(id)
          focusQueueField()
        }}
        onRemoved={focusQueueField}
      />
      {live.last && <JustSpoke turn={live.last} />}
      <SwapDialog
        opened={swapping}
        people={live.people}
        guests={live.guests}
        onChoose={change}
        onClose={() => setSwapping(false)}
      />
    </section>
  )
}

/** What the speaker before said, written down or put right while the next one speaks already. */
const JustSpoke = memo(function JustSpoke({ turn }: { turn: EndedTurn }) {
  const { id, speakerName, guestName, speakingSeconds } = turn
  return (
    <div className={styles.justSpoke}>
      <h2>Vừa phát biểu</h2>
      <p>
        {speakerName}
        {guestName !== null && ' (khách)'}
        {speakingSeconds !== null && <span className="soft num">, {formatSeconds(speakingSeconds)}</span>}
      </p>
      <TurnNotes key={id} turn={turn} label="Lượt vừa xong" />
    </div>
  )
})

type SwapProps = {
  opened: boolean
  people: LiveMeeting['people']
  guests: LiveMeeting['guests']
  onChoose: (speaker: Speaker) => void
  onClose: () => void
}

const SwapDialog = memo(
  (props: SwapProps) => (
    <Dialog title="Đổi người đang phát biểu" opened={props.opened} onClose={props.onClose} size={480}>
      <p className={styles.dialogText}>Đồng hồ vẫn chạy tiếp; chỉ tên người nói được sửa.</p>
      <div className={styles.swap}>
        <PersonField
          id="doi-nguoi-phat-bieu"
          label="Người đang nói là"
          people={props.people}
          guests={props.guests}
          onChoose={props.onChoose}
          focused
        />
      </div>
    </Dialog>
  ),
  // Closed it shows nothing, whatever it is handed.
  (before, after) => !before.opened && !after.opened,
)
