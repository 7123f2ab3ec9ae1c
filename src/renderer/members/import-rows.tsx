import { Button, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import type { ListRow } from '../../shared/contract/members-import.ts'
import { roleNames, sexNames, statusNames } from '../../shared/rules/member.ts'
import { periodOn } from '../../shared/rules/period.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { EmptyState } from '../ui/page.tsx'
import { RowFindings } from '../ui/row-findings.tsx'
import styles from './import.module.css'
import { fateOf, levelOf, matchSentence } from './import-plan.ts'

const levelWords = { ok: 'Đạt', warning: 'Cần xem', error: 'Lỗi' } as const
const shownAtOnce = 300

/** The people of the list, each with what is to be looked at and what will happen. */
export function ImportRows(props: {
  rows: readonly ListRow[]
  today: string
  skipped: ReadonlySet<number>
  onSkip: (rows: readonly number[], skip: boolean) => void
  /** Pixels of what stands above on the screen. */
  above: number
}) {
  const [filter, setFilter] = useState('all')
  const [most, setMost] = useState(shownAtOnce)
  const groups = [
    { value: 'all', label: 'Tất cả', rows: props.rows },
    { value: 'warning', label: 'Cần xem', rows: props.rows.filter((row) => levelOf(row) === 'warning') },
    { value: 'error', label: 'Lỗi', rows: props.rows.filter((row) => levelOf(row) === 'error') },
    { value: 'known', label: 'Đã có trong sổ', rows: props.rows.filter((row) => row.match !== null) },
  ]
  const known = props.rows.filter(({ match }) => match !== null).map(({ row }) => row)
  const allSkipped = known.every((row) => props.skipped.has(row))
  const shown = groups.find(({ value }) => value === filter)?.rows ?? props.rows
  return (
    <Stack gap="xs" align="flex-start">
      <Group gap="md">
        <SegmentedControl
          aria-label="Lọc các dòng"
          value={filter}
          onChange={setFilter}
          data={groups.map(({ value, label, rows }) => ({ value, label: `${label} (${rows.length})` }))}
        />
        {known.length > 1 && (
          <Button variant="default" onClick={() => props.onSkip(known, !allSkipped)}>
            {allSkipped ? 'Cập nhật mọi người đã có' : 'Bỏ qua mọi người đã có'}
          </Button>
        )}
      </Group>
      <div style={{ width: '100%' }}>
        {shown.length === 0 ? (
          <EmptyState sentence="Không có dòng nào như vậy." />
        ) : (
          <DataGrid
            label="Những người trong danh sách"
            columns={columnsFor(props)}
            rows={shown.slice(0, most)}
            rowKey={(row) => row.row}
            maxHeight={`max(240px, calc(100vh - ${props.above}px))`}
          />
        )}
      </div>
      {shown.length > most && (
        <Button variant="default" onClick={() => setMost(most + shownAtOnce)}>
          Hiện thêm (đang hiện {most} trong {shown.length} dòng)
        </Button>
      )}
    </Stack>
  )
}

function columnsFor(props: Parameters<typeof ImportRows>[0]): GridColumn<ListRow>[] {
  return [
    { key: 'row', heading: 'Dòng', cell: (row) => <span className="num">{row.row}</span>, width: 50 },
    {
      key: 'name',
      heading: 'Họ tên, ngày sinh',
      cell: ({ member }) => (
        <>
          <b>{member.fullName || '(thiếu tên)'}</b>
          <div className="num soft">{birthText(member)}</div>
        </>
      ),
      width: 175,
    },
    {
      key: 'card',
      heading: 'Số thẻ',
      cell: ({ member }) => <span className="num">{member.cardNumber}</span>,
      width: 90,
    },
    {
      key: 'admitted',
      heading: 'Vào Đảng',
      cell: ({ member }) => (
        <span className="num">
          {member.admittedOn && <div>{formatVietnameseDate(member.admittedOn)}</div>}
          {member.officialOn && <div className="soft">{formatVietnameseDate(member.officialOn)}</div>}
        </span>
      ),
      width: 100,
    },
    {
      key: 'status',
      heading: 'Diện, chức vụ',
      cell: ({ member }) => standingText(member, props.today),
      width: 190,
    },
    { key: 'level', heading: 'Kết quả kiểm tra', cell: (row) => <Level row={row} /> },
    { key: 'fate', heading: 'Sẽ làm gì', cell: (row) => <Fate {...props} row={row} />, width: 190 },
  ]
}

function birthText({ sex, birthDate }: ListRow['member']): string {
  return [sex && sexNames[sex], birthDate && formatVietnameseDate(birthDate)].filter(Boolean).join(', ')
}

function standingText({ statuses, role, job }: ListRow['member'], today: string) {
  const period = periodOn(statuses, today) ?? statuses.at(-1)
  const special = period && period.status !== 'full'
  return (
    <>
      {period && (
        <div>
          {statusNames[period.status]}
          {special && ` từ ${formatVietnameseDate(period.fromDate)}`}
          {period.toDate && ` đến ${formatVietnameseDate(period.toDate)}`}
        </div>
      )}
      <div className="soft">
        {[role && role !== 'member' ? roleNames[role] : '', job].filter((text) => text !== '').join(', ')}
      </div>
    </>
  )
}

function Level({ row }: { row: ListRow }) {
  const level = levelOf(row)
  return (
    <div className={styles.result}>
      <RowFindings level={level} words={levelWords[level]} findings={row.findings} />
    </div>
  )
}

function Fate(props: Parameters<typeof ImportRows>[0] & { row: ListRow }) {
  const { row } = props
  const fate = fateOf(row, props.skipped)
  if (fate === 'error') return <span>Không nhập, hãy sửa trong tệp</span>
  return (
    <div className={styles.fate}>
      <NativeSelect
        size="xs"
        aria-label={`Sẽ làm gì với ${row.member.fullName}`}
        data={[
          row.match ? { value: 'take', label: 'Cập nhật' } : { value: 'take', label: 'Thêm mới' },
          { value: 'skip', label: 'Bỏ qua' },
        ]}
        value={fate === 'skip' ? 'skip' : 'take'}
        onChange={(event) => props.onSkip([row.row], event.currentTarget.value === 'skip')}
      />
      {row.match && <div className="soft">{matchSentence(row.match)}</div>}
    </div>
  )
}
