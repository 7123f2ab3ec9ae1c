import type { AttendanceSummary, MeetingAttendanceSummary } from '../../shared/rules/attendance.ts'
import { meetingKindNames } from '../../shared/rules/meeting.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { SheetSpec, WorkbookSpec } from '../excel/workbook-spec.ts'
import { attendanceSheet } from './attendance-sheet.ts'
import { type BookPart, bookParts } from './book-parts.ts'
import { memberSheet } from './member-sheet.ts'
import { type MeetingFigures, monthSheet } from './month-sheet.ts'
import { type BookMeeting, type RollBookData, summaryOf } from './roll-book.ts'
import { speakingSheet } from './speaking-sheet.ts'

/** How many meetings one page takes before its type becomes too small to read. */
export const mostMarked = 18
const mostSpoken = 13

/** The whole book; see `rollBookSheets`. */
export async function rollBookWorkbook(data: RollBookData): Promise<WorkbookSpec> {
  const summary = await summaryOf(data, countedMeetings(data))
  const sheets: SheetSpec[] = []
  for await (const sheet of rollBookSheets(data, summary)) sheets.push(sheet)
  return { sheets }
}

/**
 * `Sổ theo dõi dự sinh hoạt và phát biểu`, sheet by sheet: the roll, the speaking, and sums by month; where the roll
 * takes several sheets also sums by member. Committee meetings stand on sheets of their own and in no sum, for they
 * are not meetings of the cell. `summary`: of its meetings, without the committee's.
 */
export async function* rollBookSheets(
  data: RollBookData,
  summary: AttendanceSummary,
): AsyncGenerator<SheetSpec, undefined> {
  const counted = countedMeetings(data)
  const committee = committeeMeetings(data)
  const parts = {
    attendance: bookParts(counted.filter(isCalled), data, mostMarked),
    speaking: bookParts(counted, data, mostSpoken),
  }
  const ofPart = narrowing(data)
  const rows = new Map<string, ReadonlySet<string>>()
  const noted = (sheet: SheetSpec) => {
    rows.set(sheet.key, new Set(sheet.rows.map((row) => row.key ?? '')))
    return sheet
  }
  const roll = (part: BookPart, name: string, title: string) =>
    noted(attendanceSheet(ofPart(part), part, named(name, part), title))
  const speaking = (part: BookPart, name: string, title: string) =>
    noted(speakingSheet(ofPart(part), part, named(name, part), title))

  for (const [index, part] of parts.attendance.entries()) {
    const sheet = roll(part, 'Điểm danh', 'SỔ THEO DÕI DỰ SINH HOẠT CHI BỘ')
    if (index === 0) sheet.notes.push(...uncalledNotes(data))
    yield sheet
  }
  for (const part of parts.speaking) {
    yield speaking(part, 'Phát biểu', 'SỔ THEO DÕI PHÁT BIỂU TRONG SINH HOẠT CHI BỘ')
  }
  if (parts.attendance.length > 1 || parts.speaking.length > 1) {
    const sums = { meetings: counted, attendance: summary.members }
    yield await memberSheet(data, sums, parts, (key) => rows.get(key) ?? new Set())
  }
  if (counted.length > 0) {
    yield monthSheet(data, counted, parts, meetingFigures(data, counted, summary.meetings))
  }

  for (const part of bookParts(committee.filter(isCalled), data, mostMarked)) {
    yield roll(apart(part), 'Họp chi ủy', 'SỔ THEO DÕI DỰ HỌP CHI ỦY')
  }
  const spoken = new Set(data.turns.map((turn) => turn.meetingId))
  const committeeSpoken = committee.filter((meeting) => spoken.has(meeting.id))
  for (const part of bookParts(committeeSpoken, data, mostSpoken)) {
    yield speaking(apart(part), 'Phát biểu chi ủy', 'SỔ THEO DÕI PHÁT BIỂU TRONG HỌP CHI ỦY')
  }
}

/** Hands each sheet the marks and turns of its own meetings only, so that a long book is not read through for each. */
function narrowing(data: RollBookData): (part: BookPart) => RollBookData {
  const marks = Map.groupBy(data.marks, (mark) => mark.meetingId)
  const turns = Map.groupBy(data.turns, (turn) => turn.meetingId)
  return (part) => ({
    ...data,
    marks: part.meetings.flatMap(({ id }) => marks.get(id) ?? []),
    turns: part.meetings.flatMap(({ id }) => turns.get(id) ?? []),
  })
}

/** The cell's own meetings whose roll was called or in which somebody spoke: what every sum is made of. */
export function countedMeetings(data: RollBookData): BookMeeting[] {
  return writtenMeetings(data).filter((meeting) => meeting.kind !== 'committee')
}

/** The committee's meetings of which there is something to write. */
export function committeeMeetings(data: RollBookData): BookMeeting[] {
  return writtenMeetings(data).filter((meeting) => meeting.kind === 'committee')
}

function writtenMeetings(data: RollBookData): BookMeeting[] {
  const spoken = new Set(data.turns.map((turn) => turn.meetingId))
  return data.meetings.filter((meeting) => meeting.called || spoken.has(meeting.id))
}

function isCalled(meeting: BookMeeting): boolean {
  return meeting.called
}

/** A part of the committee's own: its sheets are told from the cell's of the same year. */
export function apart(part: BookPart): BookPart {
  return { ...part, key: `committee ${part.key}` }
}

function named(name: string, part: BookPart): string {
  return part.label === '' ? name : `${name} ${part.label}`
}

function uncalledNotes(data: RollBookData): string[] {
  const uncalled = data.meetings.filter((meeting) => !meeting.called && meeting.heldOn <= data.today)
  return uncalled.map(
    ({ kind, heldOn }) =>
      `Chưa điểm danh nên không tính: ${meetingKindNames[kind].toLowerCase()} ngày ${formatVietnameseDate(heldOn)}.`,
  )
}

function meetingFigures(
  data: RollBookData,
  meetings: readonly BookMeeting[],
  attendance: readonly MeetingAttendanceSummary[],
): MeetingFigures {
  const byMeeting = Map.groupBy(data.turns, (turn) => turn.meetingId)
  return {
    attendance: new Map(attendance.map((counts) => [counts.meetingId, counts])),
    speaking: new Map(
      meetings.map(({ id }) => {
        const turns = byMeeting.get(id) ?? []
        const speakers = new Set(turns.flatMap((turn) => (turn.memberId === null ? [] : [turn.memberId])))
        const seconds = turns.reduce((sum, turn) => sum + (turn.speakingSeconds ?? 0), 0)
        return [id, { turns: turns.length, seconds, speakers: speakers.size }]
      }),
    ),
  }
}
