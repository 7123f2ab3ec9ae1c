import {
  ownStatuses,
  type Role,
  roleNames,
  roleOn,
  type Status,
  sexNames,
  statusNames,
  statusOn,
} from '../../shared/rules/member.ts'
import { movementKinds, movementNames } from '../../shared/rules/movement.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { formula, type Reference } from '../excel/workbook-spec.ts'
import { movesFigure } from './facts.ts'
import type { Moved, Person } from './people.ts'
import type { Report } from './report.ts'
import {
  counted,
  type Figure,
  type FigureColumn,
  numberColumn,
  ordinalColumn,
  plain,
  type ReportRow,
  type ReportTable,
  tableOf,
  textColumn,
} from './report-table.ts'

/** A member as they stood on the last day. */
type Listed = Person & { status: Status; role: Role }

const wrapped = { centered: true, width: 13 } as const

const listColumns: FigureColumn<Listed>[] = [
  ordinalColumn(),
  textColumn('name', 'Họ và tên', ({ fullName }) => fullName, { width: 24 }),
  textColumn('sex', 'Giới tính', ({ sex }) => sex && sexNames[sex], { centered: true, width: 7 }),
  textColumn('birthDate', 'Ngày sinh', ({ birthDate }) => birthDate, { ...wrapped, type: 'date', width: 12 }),
  textColumn('cardNumber', 'Số thẻ Đảng viên', ({ cardNumber }) => cardNumber, wrapped),
  textColumn('identityNumber', 'Số CCCD', ({ identityNumber }) => identityNumber, { ...wrapped, width: 15 }),
  textColumn('role', 'Chức vụ Đảng', ({ role }) => roleNames[role], { width: 13 }),
  textColumn('job', 'Nghề nghiệp, chức vụ', ({ job }) => job, { width: 20 }),
  textColumn('admittedOn', 'Ngày vào Đảng', ({ admittedOn }) => admittedOn, {
    ...wrapped,
    type: 'date',
    width: 12,
  }),
  textColumn('officialOn', 'Ngày chính thức', ({ officialOn }) => officialOn, {
    ...wrapped,
    type: 'date',
    width: 12,
  }),
  textColumn('status', 'Loại đảng viên', ({ status }) => statusNames[status], { width: 16 }),
  textColumn('politicalTheory', 'Lý luận chính trị', ({ politicalTheory }) => politicalTheory, { width: 12 }),
  textColumn('residenceCell', 'Chi bộ nơi cư trú', ({ residenceCell }) => residenceCell, { width: 18 }),
]

/** Whoever these statuses hold is on the list: the others have gone. */
const listedStatuses: readonly Status[] = [...ownStatuses, 'temporaryHere']

/** The list on the period's last day, what the cell is made of, and who came, went or changed within the period. */
export const membersReport: Report = async (source) => {
  const people = await source.people()
  const listed = people.flatMap((person): Listed[] => {
    const status = statusOn(person.statuses, source.toDate)
    if (status === null || !listedStatuses.includes(status)) return []
    return [{ ...person, status, role: roleOn(person.roles, source.toDate) }]
  })
  const moved = await source.moves()
  return {
    something: people.length > 0,
    tables: [
      await tableOf(
        {
          key: 'list',
          name: 'Danh sách',
          title: `Danh sách đảng viên, ngày ${formatVietnameseDate(source.toDate)}`,
          notes: [],
          frozenColumns: 2,
        },
        listColumns,
        listed.map((slice) => ({ key: `member${slice.id}`, slice })),
        null,
      ),
      structureTable(listed),
      await movementsTable(moved),
      await movementCounts(moved),
    ],
  }
}

function peopleFigure(heading: string, people: readonly Listed[]): Figure {
  return counted(heading, 'member', people, ({ id, fullName, status }) => ({
    text: `${fullName}, ${statusNames[status].toLowerCase()}`,
    path: `/dang-vien/${id}`,
  }))
}

/** How many of each kind, counted by formulas over the list's own columns: each looks for its own row's words. */
function structureTable(listed: readonly Listed[]): ReportTable {
  const list = (column: string): Reference => ({ sheet: 'list', column, row: 'all' })
  const own = { column: 'name' }
  const groups = [
    ...listedStatuses.map((status) => ({
      key: status as string,
      label: statusNames[status],
      of: listed.filter((person) => person.status === status),
      column: 'status',
    })),
    {
      key: 'female',
      label: sexNames.female,
      of: listed.filter(({ sex }) => sex === 'female'),
      column: 'sex',
    },
  ]
  const total = peopleFigure('Tổng số trong danh sách', listed)
  const whole = { column: 'count', row: 'all-members' }
  const row = (key: string, label: string, count: Figure): ReportRow => {
    const value = listed.length === 0 ? '' : Number(count.value) / listed.length
    return {
      key,
      bold: count === total,
      type: null,
      cells: [
        plain(label),
        count,
        {
          value,
          formula: formula(value)`IF(${whole}=0,"",${{ column: 'count' }}/${whole})`,
          lists: () => [...(count.lists?.() ?? []), ...(total.lists?.() ?? [])],
        },
      ],
    }
  }
  const [first = '', last = ''] = [listedStatuses[0], listedStatuses.at(-1)]
  total.formula = formula(listed.length)`SUM(${{ column: 'count', row: first, toRow: last }})`
  return {
    key: 'structure',
    name: 'Cơ cấu',
    title: 'Cơ cấu đội ngũ đảng viên',
    columns: [
      { key: 'name', heading: 'Nội dung', group: null, width: 44, type: 'text', centered: false },
      { key: 'count', heading: 'Số lượng', group: null, width: 22, type: 'integer', centered: true },
      { key: 'share', heading: 'Tỷ lệ', group: null, width: 22, type: 'percent', centered: true },
    ],
    rows: [
      row('all-members', 'Tổng số trong danh sách', total),
      ...groups.map(({ key, label, of, column }) =>
        row(key, label, {
          ...peopleFigure(label, of),
          formula: formula(of.length)`COUNTIF(${list(column)},${own})`,
        }),
      ),
    ],
    totals: [],
    notes: ['Không tính người đã chuyển đi, ra khỏi Đảng, từ trần tính đến ngày cuối kỳ.'],
    frozenColumns: 1,
  }
}

function movementsTable(moved: readonly Moved[]): Promise<ReportTable> {
  return tableOf<Moved>(
    {
      key: 'movements',
      name: 'Biến động',
      title: 'Biến động đảng viên',
      notes: moved.length === 0 ? ['Trong kỳ không có biến động nào.'] : [],
      frozenColumns: 2,
    },
    [
      ordinalColumn(),
      textColumn('name', 'Họ và tên', ({ person }) => person.fullName, { width: 30 }),
      textColumn('kind', 'Biến động', ({ kind }) => movementNames[kind], { width: 34 }),
      textColumn('on', 'Ngày ghi nhận', ({ on }) => on, { type: 'date', centered: true, width: 16 }),
      textColumn(
        'note',
        'Ghi chú',
        ({ person, on }) => person.statuses.find(({ fromDate }) => fromDate === on)?.note || null,
        { width: 34 },
      ),
    ],
    moved.map((slice, index) => ({ key: `movement${index}`, slice })),
    null,
  )
}

/** Each kind of movement with its number, counted by a formula in the list of movements. */
async function movementCounts(moved: readonly Moved[]): Promise<ReportTable> {
  type Slice = { label: string; of: readonly Moved[] }
  const figure = ({ label, of }: Slice) => movesFigure(label || 'Biến động', of)
  const table = await tableOf(
    {
      key: 'movement-counts',
      name: 'Tổng hợp biến động',
      title: 'Tổng hợp biến động đảng viên',
      notes: ['Tính theo ngày bắt đầu của mỗi diện đã ghi ở từng đảng viên.'],
      frozenColumns: 1,
    },
    [
      textColumn<Slice>('name', 'Biến động', ({ label }) => label, { width: 44 }),
      numberColumn<Slice>('count', 'Số lượng', figure, { width: 22 }),
    ],
    movementKinds.map((kind) => ({
      key: kind,
      slice: { label: movementNames[kind], of: moved.filter((each) => each.kind === kind) },
    })),
    { label: '', of: moved },
  )
  const kinds: Reference = { sheet: 'movements', column: 'kind', row: 'all' }
  for (const row of table.rows) {
    const count = row.cells[1]
    if (count) count.formula = formula(count.value)`COUNTIF(${kinds},${{ column: 'name' }})`
  }
  return table
}
