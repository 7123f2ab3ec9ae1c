import type { RollBookSummary } from '../../shared/contract/reports.ts'
import { percent } from '../../shared/rules/attendance.ts'
import { formatSeconds } from '../../shared/rules/speaking.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import styles from './reports.module.css'

type Member = RollBookSummary['members'][number]

const number = (key: string, heading: string, value: (row: Member) => number): GridColumn<Member> => ({
  key,
  heading,
  cell: (row) => <span className="num">{value(row)}</span>,
  compare: (a, b) => value(a) - value(b),
  align: 'right',
  width: 92,
})

const columns: GridColumn<Member>[] = [
  { key: 'name', heading: 'Họ và tên', cell: (row) => row.fullName, width: 200 },
  {
    key: 'rate',
    heading: 'Có mặt / phải dự',
    cell: (row) => <span className="num">{row.explanation}</span>,
    compare: (a, b) => rateOf(a) - rateOf(b),
  },
  number('excused', 'Vắng có lý do', (row) => row.excused),
  number('unexcused', 'Vắng không lý do', (row) => row.unexcused),
  {
    key: 'turns',
    heading: 'Phát biểu',
    cell: (row) =>
      row.turns === 0 ? (
        <span className="soft">chưa phát biểu</span>
      ) : (
        <span className="num">
          {row.turns} lượt, {formatSeconds(row.speakingSeconds)}
        </span>
      ),
    compare: (a, b) => a.turns - b.turns || a.speakingSeconds - b.speakingSeconds,
    align: 'right',
    width: 130,
  },
]

/** Whoever had nothing to attend stands before those who had and did not. */
function rateOf({ obliged, present }: Member): number {
  return obliged === 0 ? -1 : present / obliged
}

/** What the workbook will say: the sums, then each member with the rate and what it is made of. */
export function RollBookFigures({ summary }: { summary: RollBookSummary }) {
  const sums: [string, string][] = [
    ['Buổi sinh hoạt', String(summary.meetings)],
    ['Lượt phải dự', String(summary.obliged)],
    ['Có mặt', `${summary.present} (${percent(summary.present, summary.obliged)})`],
    ['Vắng có lý do', String(summary.excused)],
    ['Vắng không lý do', String(summary.unexcused)],
    ['Chưa ghi', String(summary.unmarked)],
    ['Lượt phát biểu', String(summary.turns)],
    ['Thời gian phát biểu', formatSeconds(summary.speakingSeconds)],
  ]
  if (summary.committeeMeetings > 0)
    sums.push(['Họp chi ủy (trang riêng)', String(summary.committeeMeetings)])
  return (
    <>
      <dl className={styles.sums}>
        {sums.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <DataGrid
        label="Số liệu của từng đảng viên"
        columns={columns}
        rows={summary.members}
        rowKey={(row) => row.memberId}
        sortedBy="name"
        maxHeight="max(260px, calc(100vh - 400px))"
      />
    </>
  )
}
