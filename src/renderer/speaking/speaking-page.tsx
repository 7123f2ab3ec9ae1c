import { useMemo, useState } from 'react'
import type { Turn } from '../../shared/contract/speaking.ts'
import { cameTo } from '../../shared/rules/attendance.ts'
import { guestNames } from '../../shared/rules/meeting.ts'
import { formatSeconds, turnKindNames } from '../../shared/rules/speaking.ts'
import { useRead } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { focusSpeaker, NewTurn, useNewTurnForm } from './new-turn.tsx'
import { RunningTurn } from './running-turn.tsx'
import styles from './speaking.module.css'
import { TotalsPanel } from './totals-panel.tsx'
import { TurnDialog } from './turn-dialog.tsx'
import type { TurnChoices } from './turn-fields.tsx'

const help: Help = {
  about:
    'Ghi ai phát biểu, về mục nào, bao lâu, nói gì. Có thể bấm giờ khi người đó đang nói, hoặc gõ số phút sau. Chọn một lượt trong danh sách để sửa.',
  keys: [
    { keys: 'Alt+N', does: 'Tới ô người phát biểu' },
    { keys: 'Enter', does: 'Ghi lượt; trong danh sách: sửa lượt' },
    { keys: 'Alt+B', does: 'Bắt đầu tính giờ' },
    { keys: 'Alt+K', does: 'Kết thúc lượt đang nói' },
  ],
}

type NumberedTurn = Turn & { number: number }

const columns: GridColumn<NumberedTurn>[] = [
  { key: 'number', heading: 'STT', cell: (turn) => turn.number, align: 'right', width: 48 },
  {
    key: 'speaker',
    heading: 'Người phát biểu',
    cell: (turn) => (
      <>
        <b>{turn.speakerName}</b>
        {turn.guestName !== null && ' (khách)'}
      </>
    ),
    width: 190,
  },
  {
    key: 'length',
    heading: 'Phút',
    cell: (turn) => <span className="num">{lengthOf(turn)}</span>,
    align: 'right',
    width: 92,
  },
  {
    key: 'gist',
    heading: 'Hình thức, mục, nội dung',
    cell: (turn) => (
      <>
        <span className="soft">
          {[turnKindNames[turn.kind], turn.agendaItemTitle].filter(Boolean).join(' · ')}
        </span>
        {turn.gist && <div>{turn.gist}</div>}
      </>
    ),
  },
]

function lengthOf(turn: Turn): string {
  if (isRunning(turn)) return 'đang nói'
  return turn.speakingSeconds === null ? '–' : formatSeconds(turn.speakingSeconds)
}

function isRunning(turn: Turn): boolean {
  return turn.startedAt !== null && turn.stoppedAt === null
}

/** Who speaks at one meeting: noted while it goes on or typed in after, with those still silent in view. */
export function SpeakingPage(props: { meetingId: number }) {
  useHelp(help)
  const { meetingId } = props
  const turns = useRead('speaking.list', { meetingId })
  const totals = useRead('speaking.meetingTotals', { meetingId })
  const choices = useChoices(meetingId)
  const form = useNewTurnForm()
  const [editing, setEditing] = useState<number | null>(null)
  const numbered = useMemo(
    () => (turns.data ?? []).map((turn, index) => ({ ...turn, number: index + 1 })).reverse(),
    [turns.data],
  )
  const error = turns.error ?? totals.error ?? choices.error
  if (error) return <Refusal message={error.message} />
  if (!turns.data || !totals.data || !choices.data) return <Loading />
  const running = turns.data.find(isRunning)
  const edited = turns.data.find((turn) => turn.id === editing)
  const choose = (memberId: number) => {
    form.setValue('speaker', { memberId, guestName: null })
    form.clearErrors('speaker')
    focusSpeaker()
  }
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        {running?.startedAt && <RunningTurn key={running.id} turn={running} startedAt={running.startedAt} />}
        <NewTurn
          meetingId={meetingId}
          form={form}
          choices={choices.data}
          runningName={running?.speakerName ?? null}
        />
        {numbered.length === 0 ? (
          <p className={styles.none}>Chưa có ai phát biểu. Lượt mới nhất sẽ đứng đầu danh sách ở đây.</p>
        ) : (
          <DataGrid
            label="Các lượt phát biểu, mới nhất ở trên"
            columns={columns}
            rows={numbered}
            rowKey={(turn) => turn.id}
            onOpen={(turn) => setEditing(turn.id)}
            maxHeight="none"
          />
        )}
      </div>
      <TotalsPanel totals={totals.data} onChoose={choose} />
      {edited && (
        <TurnDialog key={edited.id} turn={edited} choices={choices.data} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

/** Whom and what a turn can be about: people marked as there before the others, known guests, and the agenda. */
function useChoices(meetingId: number) {
  const meeting = useRead('meetings.get', { id: meetingId })
  const roll = useRead('attendance.sheet', { meetingId })
  const agenda = useRead('agenda.list', { meetingId })
  const data = useMemo((): TurnChoices | null => {
    if (!meeting.data || !roll.data || !agenda.data) return null
    const there = (row: { state: (typeof roll.data)[number]['state'] }) =>
      row.state !== null && cameTo(row.state)
    return {
      present: roll.data.filter(there),
      others: roll.data.filter((row) => !there(row)),
      guests: guestNames(meeting.data.guests),
      items: agenda.data.items,
    }
  }, [meeting.data, roll.data, agenda.data])
  return { data, error: meeting.error ?? roll.error ?? agenda.error }
}
