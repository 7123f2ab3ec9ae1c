import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { SpeakingChart } from '../../shared/contract/speaking.ts'
import { percent } from '../../shared/rules/attendance.ts'
import { meetingKindNames } from '../../shared/rules/meeting.ts'
import { turnKindNames, turnKinds } from '../../shared/rules/speaking.ts'
import {
  type ChartMark,
  chartAge,
  chartAgeNames,
  chartAges,
  isSpoken,
} from '../../shared/rules/speaking-chart.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { EmptyState, Page, Sheet } from '../ui/page.tsx'
import styles from './chart.module.css'

const help: Help = {
  about:
    'Ai phát biểu ở buổi nào trong hai năm qua: hình cho biết hình thức, màu cho biết cách đây bao lâu. Bảng bên dưới ghi lại bằng số.',
  keys: [{ keys: '↑ ↓ ← →', does: 'Cuộn biểu đồ; chuyển dòng trong bảng' }],
}

/** Two years of speaking at a glance: member by meeting, and the same in figures. */
export function SpeakingChartPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const today = useToday()
  const chart = useRead('speaking.chart', { toDate: today })
  if (chart.error) return <Refusal message={chart.error.message} />
  if (!chart.data) return <Loading />
  return (
    <Page
      title="Biểu đồ phát biểu"
      subtitle="Hai năm gần nhất, không kể họp chi ủy; để bí thư xem, không in vào văn bản nào"
      actions={
        <Button variant="default" onClick={() => navigate('/bao-cao')}>
          Về báo cáo
        </Button>
      }
    >
      {chart.data.members.length === 0 ? (
        <EmptyState sentence="Chưa có buổi họp nào được điểm danh hoặc ghi phát biểu trong hai năm qua.">
          <Button onClick={() => navigate('/cuoc-hop')}>Tới các cuộc họp</Button>
        </EmptyState>
      ) : (
        <>
          <Sheet label="Biểu đồ">
            <Legend />
            <Chart chart={chart.data} today={today} />
          </Sheet>
          <Figures chart={chart.data} />
        </>
      )}
    </Page>
  )
}

function Legend() {
  return (
    <div className={styles.legend}>
      <ul aria-label="Hình thức phát biểu">
        {turnKinds.map((kind) => (
          <li key={kind}>
            <span className={styles.mark} data-kind={kind} data-age="quarter" aria-hidden />{' '}
            {turnKindNames[kind]}
          </li>
        ))}
        <li>
          <span className={styles.silent} aria-hidden>
            ·
          </span>{' '}
          Dự, không phát biểu
        </li>
        <li>
          <span className={styles.silent} aria-hidden>
            v
          </span>{' '}
          Vắng
        </li>
      </ul>
      <ul aria-label="Cách đây bao lâu">
        {chartAges.map((age) => (
          <li key={age}>
            <span className={styles.mark} data-kind="prepared" data-age={age} aria-hidden />{' '}
            {chartAgeNames[age]}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A frame that scrolls must be reached by keyboard. */
const reachable = { tabIndex: 0 }

function Chart({ chart, today }: { chart: SpeakingChart; today: string }) {
  const { meetings, members } = chart
  const years = useMemo(() => [...Map.groupBy(meetings, ({ heldOn }) => heldOn.slice(0, 4))], [meetings])
  return (
    <section className={styles.frame} aria-label="Biểu đồ phát biểu, cuộn được" {...reachable}>
      <table className={styles.chart} aria-label="Đảng viên và các buổi họp">
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.name}>
              Họ và tên
            </th>
            {years.map(([year, held]) => (
              <th key={year} scope="colgroup" colSpan={held.length} className={styles.year}>
                {held.length > 1 ? year : year.slice(2)}
              </th>
            ))}
          </tr>
          <tr>
            {meetings.map(({ id, heldOn, kind }) => (
              <th key={id} scope="col" title={`${meetingKindNames[kind]}, ${formatVietnameseDate(heldOn)}`}>
                {Number(heldOn.slice(5, 7))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.memberId}>
              <th scope="row" className={styles.name}>
                {member.fullName}
              </th>
              {member.marks.map((mark, index) => {
                const meeting = meetings[index]
                return (
                  meeting && (
                    <td key={meeting.id}>
                      <Mark mark={mark} heldOn={meeting.heldOn} today={today} />
                    </td>
                  )
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Mark({ mark, heldOn, today }: { mark: ChartMark; heldOn: string; today: string }) {
  if (mark === null) return null
  if (!isSpoken(mark)) {
    return (
      <span
        className={styles.silent}
        role="img"
        aria-label={mark === 'absent' ? 'Vắng' : 'Dự, không phát biểu'}
      >
        {mark === 'absent' ? 'v' : '·'}
      </span>
    )
  }
  const words = `${turnKindNames[mark]}, ${formatVietnameseDate(heldOn)}`
  return (
    <span
      className={styles.mark}
      data-kind={mark}
      data-age={chartAge(heldOn, today)}
      role="img"
      aria-label={words}
      title={words}
    />
  )
}

type Row = SpeakingChart['members'][number]

const columns: GridColumn<Row>[] = [
  { key: 'name', heading: 'Họ và tên', cell: (row) => row.fullName },
  {
    key: 'spoke',
    heading: 'Buổi có phát biểu / đã dự',
    cell: (row) => (
      <span className="num">
        {row.spoke}/{row.attended} ({percent(row.spoke, row.attended)})
      </span>
    ),
    compare: (a, b) => a.spoke - b.spoke,
    align: 'right',
    width: 220,
  },
  {
    key: 'turns',
    heading: 'Lượt',
    cell: (row) => <span className="num">{row.turns}</span>,
    compare: (a, b) => a.turns - b.turns,
    align: 'right',
    width: 90,
  },
  {
    key: 'last',
    heading: 'Lần gần nhất',
    cell: (row) => (
      <span className="num">
        {row.lastSpokeOn === null ? 'chưa lần nào' : formatVietnameseDate(row.lastSpokeOn)}
      </span>
    ),
    compare: (a, b) => (a.lastSpokeOn ?? '').localeCompare(b.lastSpokeOn ?? ''),
    width: 150,
  },
  {
    key: 'silent',
    heading: 'Im lặng liên tiếp (buổi dự)',
    cell: (row) => <span className="num">{row.silentMeetings}</span>,
    compare: (a, b) => a.silentMeetings - b.silentMeetings,
    align: 'right',
    width: 220,
  },
]

function Figures({ chart }: { chart: SpeakingChart }) {
  return (
    <DataGrid
      label="Phát biểu bằng số"
      columns={columns}
      rows={chart.members}
      rowKey={(row) => row.memberId}
      maxHeight="none"
    />
  )
}
