import type { MemberAttendanceSummary } from '../../shared/rules/attendance.ts'
import { speakingTotals } from '../../shared/rules/speaking.ts'
import { formula, type Reference, type SheetRow, type SheetSpec } from '../excel/workbook-spec.ts'
import {
  attendanceSheetKey,
  belongs,
  figureColumns,
  figures,
  nameColumns,
  rateColumn,
  rowOf,
  share,
} from './attendance-sheet.ts'
import { periodLine, surroundings } from './book-words.ts'
import { breathe, outOfBreath } from './breathe.ts'
import type { BookParts } from './month-sheet.ts'
import type { BookMeeting, BookMember, RollBookData } from './roll-book.ts'
import { speakingSheetKey } from './speaking-sheet.ts'

/**
 * Each member over the whole period, where the roll stands on several sheets: every figure adds up the member's cells
 * on those sheets. `rowsOf` tells which rows a sheet has.
 */
export async function memberSheet(
  data: RollBookData,
  counted: { meetings: readonly BookMeeting[]; attendance: readonly MemberAttendanceSummary[] },
  parts: BookParts,
  rowsOf: (sheetKey: string) => ReadonlySet<string>,
): Promise<SheetSpec> {
  const ids = new Set(counted.meetings.map((meeting) => meeting.id))
  const spoken = new Map(
    speakingTotals(
      [],
      data.turns.filter((turn) => ids.has(turn.meetingId)),
    ).members.map((counts) => [counts.memberId, counts]),
  )
  const attendanceKeys = parts.attendance.map(attendanceSheetKey)
  const speakingKeys = parts.speaking.map(speakingSheetKey)
  const memberById = new Map(data.members.map((member) => [member.id, member]))
  const cells = (keys: readonly string[], row: string, column: string) =>
    keys.flatMap((sheet): Reference[] => (rowsOf(sheet).has(row) ? [{ sheet, row, column }] : []))
  const sum = (value: number, references: Reference[]) =>
    references.length === 0 ? 0 : formula(value)`SUM(${references})`

  const shown = counted.attendance.filter((counts) => belongs(counts) || spoken.has(counts.memberId))
  const rows: SheetRow[] = []
  for (const [index, counts] of shown.entries()) {
    if (outOfBreath()) await breathe()
    const member = memberById.get(counts.memberId) as BookMember
    const row = rowOf(member)
    const turns = spoken.get(member.id)
    rows.push({
      key: row,
      bold: false,
      type: null,
      cells: [
        index + 1,
        member.fullName,
        ...figures.map(({ key }) => sum(counts[key], cells(attendanceKeys, row, key))),
        share({ column: 'present' }, { column: 'obliged' }, { part: counts.present, whole: counts.obliged }),
        sum(turns?.turns ?? 0, cells(speakingKeys, row, 'turns')),
        sum((turns?.speakingSeconds ?? 0) / 60, cells(speakingKeys, row, 'minutes')),
      ],
    })
  }
  return {
    ...surroundings(data),
    key: 'members',
    name: 'Tổng hợp đảng viên',
    titles: ['TỔNG HỢP DỰ SINH HOẠT VÀ PHÁT BIỂU CỦA TỪNG ĐẢNG VIÊN', periodLine(data)],
    columns: [
      ...nameColumns.map((column) => ({ ...column, width: column.width * 1.3 })),
      ...figureColumns.map((column) => ({ ...column, group: 'Dự sinh hoạt', width: 12 })),
      { ...rateColumn, group: 'Dự sinh hoạt', width: 12 },
      { key: 'turns', heading: 'Số lượt', group: 'Phát biểu', width: 12, type: 'integer', centered: true },
      { key: 'minutes', heading: 'Số phút', group: 'Phát biểu', width: 12, type: 'minutes', centered: true },
    ],
    rows,
    totals: [],
    notes: ['Số liệu cộng từ các trang điểm danh và phát biểu của sinh hoạt chi bộ; không tính họp chi ủy.'],
    frozenColumns: nameColumns.length,
  }
}
