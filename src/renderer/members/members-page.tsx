import { Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { MemberRow } from '../../shared/contract/members.ts'
import { fold } from '../../shared/rules/fold.ts'
import { roleNames, roles, type Status, sexNames, statuses, statusNames } from '../../shared/rules/member.ts'
import { compareByGivenName } from '../../shared/rules/person-name.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { EmptyState, Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'

const help: Help = {
  about: 'Danh sách đảng viên theo diện sinh hoạt hôm nay. Tìm không cần gõ dấu.',
  keys: [
    { keys: '/', does: 'Tới ô tìm' },
    { keys: '↑ ↓', does: 'Chuyển dòng' },
    { keys: 'Enter', does: 'Mở đảng viên' },
    { keys: 'Insert', does: 'Thêm đảng viên' },
  ],
}

const groups = [
  { value: 'active', label: 'Đang sinh hoạt', holds: ['full', 'probationary', 'temporaryHere'] },
  { value: 'apart', label: 'Miễn, tạm thời nơi khác', holds: ['exempt', 'temporaryElsewhere'] },
  { value: 'gone', label: 'Đã rời chi bộ', holds: ['movedAway', 'removed', 'deceased'] },
] as const

const date = (text: string | null) => (text === null ? '' : formatVietnameseDate(text))
const byText = (value: (row: MemberRow) => string | null) => (a: MemberRow, b: MemberRow) =>
  (value(a) ?? '').localeCompare(value(b) ?? '', 'vi')

const columns: GridColumn<MemberRow>[] = [
  {
    key: 'fullName',
    heading: 'Họ và tên',
    width: 190,
    cell: (row) => <b className="name">{row.fullName}</b>,
    compare: (a, b) => compareByGivenName(a.fullName, b.fullName),
  },
  { key: 'sex', heading: 'Giới', cell: (row) => (row.sex ? sexNames[row.sex] : ''), width: 60 },
  {
    key: 'birthDate',
    heading: 'Ngày sinh',
    cell: (row) => <span className="num">{date(row.birthDate)}</span>,
    compare: byText((row) => row.birthDate),
    width: 110,
  },
  {
    key: 'role',
    heading: 'Chức vụ Đảng',
    cell: (row) => roleNames[row.role],
    compare: (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role),
    width: 130,
  },
  { key: 'job', heading: 'Chức vụ, công việc', cell: (row) => row.job, compare: byText((row) => row.job) },
  {
    key: 'cardNumber',
    heading: 'Số thẻ',
    cell: (row) => <span className="num">{row.cardNumber}</span>,
    compare: byText((row) => row.cardNumber),
    width: 110,
  },
  {
    key: 'admittedOn',
    heading: 'Vào Đảng',
    cell: (row) => <span className="num">{date(row.admittedOn)}</span>,
    compare: byText((row) => row.admittedOn),
    width: 110,
  },
  {
    key: 'status',
    heading: 'Diện',
    cell: (row) => (row.status ? statusNames[row.status] : 'Chưa tới hoặc đã hết'),
    compare: (a, b) => statusOrder(a) - statusOrder(b),
    width: 170,
  },
]

function statusOrder(row: MemberRow): number {
  return row.status === null ? statuses.length : statuses.indexOf(row.status)
}

/** The register: search, filter, and from here to each person. */
export function MembersPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const [query, setQuery] = useState('')
  const [group, setGroup] = useState<string>('all')
  const members = useRead('members.list', { date: useToday() })
  useShortcuts([
    { key: '/', run: () => document.getElementById('tim-dang-vien')?.focus() },
    { key: 'insert', run: () => navigate('/dang-vien/them') },
  ])

  const shown = useMemo(() => {
    const words = fold(query).split(' ')
    const holds: readonly Status[] | undefined = groups.find(({ value }) => value === group)?.holds
    return (members.data ?? []).filter(
      (row) =>
        (!holds || (row.status !== null && holds.includes(row.status))) &&
        words.every((word) => row.fullNameFolded.includes(word) || (row.cardNumber ?? '').includes(word)),
    )
  }, [members.data, query, group])

  if (members.error && !members.data) return <Refusal message={members.error.message} />
  if (!members.data) return <Loading />
  if (members.data.length === 0) return <NoMembers />
  return (
    <Page
      title="Đảng viên"
      subtitle={summary(members.data)}
      actions={
        <>
          <Button variant="default" onClick={() => navigate('/dang-vien/nhap')}>
            Nhập từ Excel
          </Button>
          <Button onClick={() => navigate('/dang-vien/them')}>Thêm đảng viên</Button>
        </>
      }
    >
      <Group gap="md">
        <TextInput
          id="tim-dang-vien"
          aria-label="Tìm theo tên hoặc số thẻ"
          placeholder="Tìm theo tên hoặc số thẻ, không cần dấu"
          defaultValue=""
          onChange={(event) => setQuery(event.currentTarget.value)}
          w={320}
        />
        <SegmentedControl
          aria-label="Lọc theo diện sinh hoạt"
          value={group}
          onChange={setGroup}
          data={[{ value: 'all', label: 'Tất cả' }, ...groups.map(({ value, label }) => ({ value, label }))]}
        />
      </Group>
      {shown.length === 0 ? (
        <EmptyState sentence="Không có ai khớp với điều đang tìm." />
      ) : (
        <DataGrid
          label="Danh sách đảng viên"
          columns={columns}
          rows={shown}
          rowKey={(row) => row.id}
          sortedBy="fullName"
          onOpen={(row) => navigate(`/dang-vien/${row.id}`)}
        />
      )}
    </Page>
  )
}

function summary(rows: readonly MemberRow[]): string {
  const count = (status: Status) => rows.filter((row) => row.status === status).length
  const parts = statuses
    .filter((status) => count(status) > 0)
    .map((status) => `${statusNames[status].toLowerCase()} ${count(status)}`)
  return `${rows.length} người: ${parts.join(', ')}`
}

function NoMembers() {
  const [, navigate] = useLocation()
  const openSample = useWrite('office.openSample')
  return (
    <Page title="Đảng viên">
      <EmptyState sentence="Chưa có đảng viên nào. Có danh sách Excel thì nhập một lần là xong.">
        <Button onClick={() => navigate('/dang-vien/nhap')}>Nhập danh sách từ Excel</Button>
        <Button variant="default" onClick={() => navigate('/dang-vien/them')}>
          Thêm từng người
        </Button>
        <Button
          variant="default"
          loading={openSample.isPending}
          onClick={() => openSample.mutate({}, { onSuccess: () => navigate('/') })}
        >
          Xem thử với dữ liệu mẫu
        </Button>
      </EmptyState>
    </Page>
  )
}
