import { Button, Group, Kbd } from '@mantine/core'
import { useLocation } from 'wouter'
import type { AttendanceRow } from '../../shared/contract/attendance.ts'
import { percent, rollCounts } from '../../shared/rules/attendance.ts'
import { quorumLevel, quorumSentence } from '../../shared/rules/vote.ts'
import { useRead } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { EmptyState } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import styles from './attendance.module.css'
import { Forecasts } from './forecasts.tsx'
import { RollGrid } from './roll-grid.tsx'
import { useRoll } from './use-roll.ts'

const keys = [
  { keys: 'C', does: 'Có mặt' },
  { keys: 'M', does: 'Đến muộn (phút, giờ)' },
  { keys: 'S', does: 'Về sớm (lần nữa: giờ)' },
  { keys: 'P', does: 'Vắng có lý do (hỏi lý do)' },
  { keys: 'K', does: 'Vắng không lý do' },
  { keys: 'Delete', does: 'Bỏ ghi' },
  { keys: '↑ ↓ ← →', does: 'Chuyển người' },
]

const help: Help = {
  about:
    'Điểm danh buổi họp. Bấm "Tất cả có mặt" trước, rồi sửa người vắng, người muộn. Đang họp thì người đến muộn, về sớm được ghi luôn giờ và mục đang bàn. Ai xin vắng trước thì ghi ngay bằng phím P, cùng lý do và giấy tờ. Ghi xong một người thì tự chuyển sang người kế tiếp.',
  keys: [
    { keys: 'A', does: 'Ghi có mặt cho mọi người phải dự mà chưa ghi' },
    ...keys,
    { keys: 'Enter', does: 'Mở lại giờ, mục, lý do đã ghi của người đang chọn' },
    { keys: 'Home, End', does: 'Tới người đầu, người cuối' },
  ],
}

/** Calling the roll of one meeting: live figures, the keys, and the people. */
export function AttendancePage(props: { meetingId: number }) {
  useHelp(help)
  const [, navigate] = useLocation()
  const roll = useRoll(props.meetingId)
  useShortcuts([{ key: 'a', run: roll.markAllPresent }])
  if (roll.error) return <Refusal message={roll.error.message} />
  if (!roll.rows || !roll.moments) return <Loading />
  if (roll.rows.length === 0)
    return (
      <EmptyState sentence="Vào ngày họp này chưa có ai trong danh sách phải dự. Hãy xem lại diện sinh hoạt của từng người và ngày bắt đầu.">
        <Button onClick={() => navigate('/dang-vien')}>Xem danh sách đảng viên</Button>
      </EmptyState>
    )
  const unmarked = rollCounts(roll.rows).unmarked
  return (
    <section className={styles.sheet} aria-label="Điểm danh">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="center">
        <Counters rows={roll.rows} />
        <Button
          size="xs"
          flex="none"
          onClick={roll.markAllPresent}
          disabled={unmarked === 0}
          title={
            unmarked === 0 ? 'Mọi người phải dự đều đã ghi' : `Ghi có mặt cho ${unmarked} người chưa ghi`
          }
          rightSection={<Kbd size="xs">A</Kbd>}
        >
          Tất cả có mặt
        </Button>
      </Group>
      <QuorumLine meetingId={props.meetingId} />
      <Forecasts meetingId={props.meetingId} />
      <p className={styles.legend}>
        <span>Một phím, một người:</span>
        {keys.map((line) => (
          <span key={line.keys}>
            <Kbd size="xs">{line.keys}</Kbd> {line.does}
          </span>
        ))}
      </p>
      <RollGrid rows={roll.rows} moments={roll.moments} onMark={roll.mark} />
    </section>
  )
}

/** Whether those who came can decide anything: told, never demanded. */
function QuorumLine(props: { meetingId: number }) {
  const quorum = useRead('attendance.quorum', { meetingId: props.meetingId }).data
  // Before anybody is marked it would only say that nobody is there.
  if (!quorum?.called) return null
  const level = quorumLevel(quorum)
  return (
    <p className={styles.quorum} data-level={level} role="status" aria-label="Biểu quyết">
      {level !== 'enough' && <b>Lưu ý: </b>}
      {quorumSentence(quorum)}
    </p>
  )
}

function Counters(props: { rows: readonly AttendanceRow[] }) {
  const counts = rollCounts(props.rows)
  const figures: { label: string; value: number; part?: boolean }[] = [
    { label: 'Phải dự', value: counts.obliged },
    { label: 'Có mặt', value: counts.present },
    { label: 'muộn', value: counts.late, part: true },
    { label: 'về sớm', value: counts.leftEarly, part: true },
    { label: 'Vắng có lý do', value: counts.excused },
    { label: 'Vắng không lý do', value: counts.unexcused },
    { label: 'Chưa ghi', value: counts.unmarked },
  ]
  if (counts.presentNotObliged > 0) figures.push({ label: 'Dự thêm', value: counts.presentNotObliged })
  return (
    <dl className={styles.counters} aria-label="Số liệu điểm danh">
      {figures.map(({ label, value, part }) => (
        <div key={label} data-part={part}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
      <div>
        <dt>Tỷ lệ dự</dt>
        <dd className="num">{percent(counts.present, counts.obliged)}</dd>
      </div>
    </dl>
  )
}
