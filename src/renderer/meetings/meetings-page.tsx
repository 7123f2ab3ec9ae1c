import { Button, Group, Select, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import type { MeetingRow } from '../../shared/contract/meetings.ts'
import { meetingKindNames } from '../../shared/rules/meeting.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { EmptyState, Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'

const help: Help = {
  about:
    'Các cuộc họp của từng năm, mới nhất ở trên. Mở một cuộc họp để chuẩn bị, điểm danh và ghi phát biểu.',
  keys: [
    { keys: '↑ ↓', does: 'Chuyển dòng' },
    { keys: 'Enter', does: 'Mở cuộc họp' },
    { keys: 'Insert', does: 'Thêm cuộc họp' },
  ],
}

const columns: GridColumn<MeetingRow>[] = [
  {
    key: 'heldOn',
    heading: 'Ngày họp',
    cell: (row) => (
      <b className="num">
        {formatVietnameseDate(row.heldOn)} {row.startTime}
      </b>
    ),
    width: 150,
  },
  {
    key: 'period',
    heading: 'Kỳ',
    cell: (row) => <span className="num">{formatVietnameseDate(row.period)}</span>,
    width: 80,
  },
  { key: 'kind', heading: 'Loại', cell: (row) => meetingKindNames[row.kind], width: '26%' },
  { key: 'place', heading: 'Địa điểm', cell: (row) => row.place },
  {
    key: 'plannedMinutes',
    heading: 'Dự kiến',
    cell: (row) => <span className="num">{row.plannedMinutes} phút</span>,
    align: 'right',
    width: 90,
  },
  {
    key: 'present',
    heading: 'Dự họp',
    cell: (row) =>
      row.obliged === 0 ? (
        <span className="soft">chưa ghi</span>
      ) : (
        <span className="num">
          {row.present}/{row.obliged}
        </span>
      ),
    align: 'right',
    width: 90,
  },
  {
    key: 'turns',
    heading: 'Phát biểu',
    cell: (row) =>
      row.turns === 0 ? (
        <span className="soft">chưa ghi</span>
      ) : (
        <span className="num">{row.turns} lượt</span>
      ),
    align: 'right',
    width: 100,
  },
]

/** The meetings of one year; `year` null: this year, or the newest that has any. */
export function MeetingsPage(props: { year: number | null }) {
  useHelp(help)
  const [, navigate] = useLocation()
  const years = useRead('meetings.years', {})
  const today = useRead('office.status', {}).data?.today
  useShortcuts([{ key: 'insert', run: () => navigate('/cuoc-hop/them') }])
  if (years.error) return <Refusal message={years.error.message} />
  if (!years.data || !today) return <Loading />
  const add = <Button onClick={() => navigate('/cuoc-hop/them')}>Thêm cuộc họp</Button>
  if (years.data.length === 0) {
    return (
      <Page title="Cuộc họp">
        <EmptyState sentence="Chưa có cuộc họp nào. Cuộc họp mới có sẵn chương trình mẫu để sửa.">
          {add}
        </EmptyState>
      </Page>
    )
  }
  const thisYear = Number(today.slice(0, 4))
  const year = props.year ?? (years.data.includes(thisYear) ? thisYear : (years.data[0] ?? thisYear))
  const choices = [...new Set([...years.data, year])].sort((a, b) => b - a)
  return (
    <Page
      title="Cuộc họp"
      subtitle="Chuẩn bị chương trình, điểm danh, ghi phát biểu và in văn bản của từng buổi"
      actions={add}
    >
      <Group gap="md" align="flex-end">
        <Select
          label="Năm"
          data={choices.map(String)}
          value={String(year)}
          onChange={(chosen) => navigate(`/cuoc-hop/nam/${chosen}`)}
          w={110}
        />
      </Group>
      <YearOfMeetings year={year} />
    </Page>
  )
}

function YearOfMeetings(props: { year: number }) {
  const [, navigate] = useLocation()
  const meetings = useRead('meetings.list', { year: props.year })
  if (meetings.error) return <Refusal message={meetings.error.message} />
  if (!meetings.data) return <Loading />
  if (meetings.data.length === 0) return <Text>Năm {props.year} chưa có cuộc họp nào.</Text>
  return (
    <DataGrid
      label={`Cuộc họp năm ${props.year}`}
      columns={columns}
      rows={meetings.data}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/cuoc-hop/${row.id}`)}
    />
  )
}
