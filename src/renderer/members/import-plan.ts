import type { MemberFields } from '../../shared/contract/member-fields.ts'
import type { ListPreview, ListRow } from '../../shared/contract/members-import.ts'
import { fold } from '../../shared/rules/fold.ts'

/** What is to happen with a row; 'error' rows cannot be taken over. */
export type RowFate = 'create' | 'update' | 'skip' | 'error'

/** The name under which rows stand that name no cell. */
export const withoutCell = '(không ghi chi bộ)'

/** A row's worst finding. */
export function levelOf(row: ListRow): 'ok' | 'warning' | 'error' {
  if (row.findings.some(({ level }) => level === 'error')) return 'error'
  return row.findings.length > 0 ? 'warning' : 'ok'
}

/** The cells to choose between; fewer than two ask nothing. */
export function cellsOf(preview: ListPreview): string[] {
  const unnamed = preview.rows.some(({ cellName }) => cellName === '') && preview.cellNames.length > 0
  return unnamed ? [...preview.cellNames, withoutCell] : preview.cellNames
}

/** The user's own cell among those of a list, if it is there under its name. */
export function ownCell(preview: ListPreview, cellName: string | null): string | null {
  const wanted = fold(cellName ?? '')
  return preview.cellNames.find((name) => fold(name) === wanted) ?? null
}

/** The rows of one cell; all of them where the list knows only one, or none is chosen yet. */
export function rowsOfCell(preview: ListPreview, cell: string | null): ListRow[] {
  if (cellsOf(preview).length < 2 || cell === null) return preview.rows
  return preview.rows.filter(({ cellName }) => (cellName === '' ? withoutCell : cellName) === cell)
}

/** What happens with a row, unless the user (by row number) left it out. */
export function fateOf(row: ListRow, skipped: ReadonlySet<number>): RowFate {
  if (levelOf(row) === 'error') return 'error'
  if (skipped.has(row.row)) return 'skip'
  return row.match ? 'update' : 'create'
}

const changeNames: Record<keyof MemberFields, string> = {
  fullName: 'họ tên',
  sex: 'giới tính',
  birthDate: 'ngày sinh',
  cardNumber: 'số thẻ',
  identityNumber: 'số căn cước',
  fileNumber: 'số lý lịch',
  admittedOn: 'ngày vào Đảng',
  officialOn: 'ngày chính thức',
  job: 'chức vụ, công việc',
  politicalTheory: 'lý luận chính trị',
  residenceCell: 'chi bộ nơi cư trú',
  phone: 'điện thoại',
  note: 'ghi chú',
  statuses: 'diện sinh hoạt',
  roles: 'chức vụ Đảng',
}

/** How someone was recognised and what an update changes: 'Trùng số thẻ, đổi: ghi chú, diện sinh hoạt'. */
export function matchSentence({ by, changes }: NonNullable<ListRow['match']>): string {
  const recognised = by === 'cardNumber' ? 'Trùng số thẻ' : 'Trùng họ tên, ngày sinh'
  if (changes.length === 0) return `${recognised}, không có gì mới`
  return `${recognised}, đổi: ${changes.map((field) => changeNames[field]).join(', ')}`
}

export type Plan = Record<RowFate, number>

export function planOf(rows: readonly ListRow[], skipped: ReadonlySet<number>): Plan {
  const plan: Plan = { create: 0, update: 0, skip: 0, error: 0 }
  for (const row of rows) plan[fateOf(row, skipped)] += 1
  return plan
}

/** 'Sẽ thêm 14 người mới, cập nhật 2 người đã có; 1 dòng có lỗi không nhập.' */
export function planSentence(plan: Plan): string {
  const done = [
    plan.create > 0 ? `thêm ${plan.create} người mới` : '',
    plan.update > 0 ? `cập nhật ${plan.update} người đã có` : '',
  ].filter((part) => part !== '')
  const left = [
    plan.skip > 0 ? `bỏ qua ${plan.skip} người` : '',
    plan.error > 0 ? `${plan.error} dòng có lỗi không nhập` : '',
  ].filter((part) => part !== '')
  const sentence = done.length > 0 ? `Sẽ ${done.join(', ')}` : 'Chưa có ai để nhập'
  return `${[sentence, ...left].join('; ')}.`
}
