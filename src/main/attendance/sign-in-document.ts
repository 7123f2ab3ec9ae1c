import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Block, Column, PaperDocument, TableRow } from '../../shared/documents/blocks.ts'
import type { PaperStanding } from '../../shared/documents/papers.ts'
import { paragraph, withStop } from '../../shared/documents/parts.ts'
import {
  attendanceStateNames,
  callsRoll,
  percent,
  reasonKindNames,
  rollCounts,
} from '../../shared/rules/attendance.ts'
import { momentWords } from '../../shared/rules/lateness.ts'
import { longDate, longTime, weekday } from '../../shared/rules/long-date.ts'
import { guestNames } from '../../shared/rules/meeting.ts'
import { roleNames, statusNames } from '../../shared/rules/member.ts'
import { findMeeting } from '../db/meetings.ts'
import { type RollRow, rollAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { letterhead, type MeetingFacts, meetingFacts, meetingInText } from '../documents/meeting-facts.ts'

type Db = Kysely<Schema>

/** For guests to sign; more than three are rare, and the back of the sheet is empty. */
const guestRows = 3
const guestHeading: TableRow = { kind: 'group', text: 'Đại biểu, khách mời' }

/** High enough for a signature. */
const signatureMm = 10

/** A sheet for everybody to sign on coming in. Throws `not-found`, `cell-missing`, and `nobody-on-roll`. */
export async function blankSignInDocument(db: Db, meetingId: number): Promise<PaperDocument> {
  const facts = await meetingFacts(db, meetingId)
  const rows = await rollAt(db, facts.meeting)
  if (rows.length === 0) throw new AppError('nobody-on-roll')
  const obliged = rows.filter(({ place }) => place === 'obliged').length
  const expected = guestNames(facts.meeting.guests)
  // Those expected have their names on it; there is always a line left for somebody else.
  const lines = Math.max(guestRows, expected.length + 1)
  const guests: TableRow[] = [
    guestHeading,
    ...Array.from(
      { length: lines },
      (_, index): TableRow => ({ kind: 'cells', cells: ['', expected[index] ?? '', '', '', ''] }),
    ),
  ]
  return {
    name: `Danh sách ký tên ${meetingInText(facts.meeting)}`,
    blocks: [
      ...head(facts, 'Danh sách ký tên'),
      {
        kind: 'table',
        columns: columns('Ký tên', 'Ghi chú'),
        rows: [...rollRows(rows, () => ['', '']), ...guests],
        leastRowMm: signatureMm,
        total: null,
      },
      paragraph(
        `Phải dự: ${obliged} người. Có mặt: ………. Vắng có lý do: ………. Vắng không lý do: ………. Đại biểu: ……….`,
      ),
      foot(facts),
    ],
  }
}

/** The roll as it was called. Throws `not-found`, `cell-missing`, and `roll-not-called`. */
export async function signInDocument(db: Db, meetingId: number): Promise<PaperDocument> {
  const facts = await meetingFacts(db, meetingId)
  const rows = await rollAt(db, facts.meeting)
  if (!rows.some(({ state }) => callsRoll(state))) throw new AppError('roll-not-called')
  const guests = guestNames(facts.meeting.guests)
  const counts = rollCounts(rows.map(({ place, state }) => ({ obliged: place === 'obliged', state })))
  const { obliged, present, excused, unexcused, unmarked, presentNotObliged } = counts
  const figures = [
    `Phải dự: ${obliged} người`,
    `có mặt: ${present} (${percent(present, obliged)})`,
    `vắng có lý do: ${excused}`,
    `vắng không lý do: ${unexcused}`,
    ...(unmarked === 0 ? [] : [`chưa ghi: ${unmarked}`]),
    ...(presentNotObliged === 0 ? [] : [`không thuộc diện phải dự mà có dự: ${presentNotObliged}`]),
    ...(guests.length === 0 ? [] : [`đại biểu, khách mời: ${guests.length}`]),
  ]
  return {
    name: `Danh sách điểm danh ${meetingInText(facts.meeting)}`,
    blocks: [
      ...head(facts, 'Danh sách điểm danh'),
      {
        kind: 'table',
        columns: columns('Điểm danh', 'Lý do, ghi chú'),
        rows: [
          ...rollRows(rows, markCells),
          ...(guests.length === 0 ? [] : [guestHeading]),
          ...guests.map((name): TableRow => ({ kind: 'cells', cells: ['', name, '', '', ''] })),
        ],
        leastRowMm: null,
        total: null,
      },
      paragraph(`${figures.join('; ')}.`),
      foot(facts),
    ],
  }
}

/** What the list of papers says of the two sheets. Throws `not-found`. */
export async function signInStandings(
  db: Db,
  meetingId: number,
): Promise<{ blank: PaperStanding; filled: PaperStanding }> {
  const rows = await rollAt(db, await findMeeting(db, meetingId))
  const { obliged, present } = rollCounts(
    rows.map(({ place, state }) => ({ obliged: place === 'obliged', state })),
  )
  return {
    blank:
      rows.length === 0
        ? { ready: false, words: 'Chưa có đảng viên nào thuộc buổi này' }
        : { ready: true, words: `${rows.length} người` },
    filled: rows.some(({ state }) => callsRoll(state))
      ? { ready: true, words: `${present}/${obliged} có mặt` }
      : { ready: false, words: 'Chưa điểm danh' },
  }
}

function head(facts: MeetingFacts, type: string): Block[] {
  const { meeting } = facts
  const when = `${longTime(meeting.startTime)}, ${weekday(meeting.heldOn)}, ${longDate(meeting.heldOn)}`
  return [
    letterhead(facts, null, meeting.heldOn),
    { kind: 'title', type, excerpt: `Đảng viên dự ${meetingInText(meeting)}` },
    paragraph(`Thời gian: ${when}. Địa điểm: ${withStop(meeting.place)}`),
  ]
}

function foot({ meeting }: MeetingFacts): Block {
  return {
    kind: 'closing',
    left: { behalf: null, office: 'Thư ký', name: meeting.minuteTakerName ?? '' },
    right: { behalf: null, office: 'Chủ trì', name: meeting.chairName ?? '' },
  }
}

function columns(mark: string, note: string): Column[] {
  return [
    { heading: 'STT', widthPercent: 8, align: 'center' },
    { heading: 'Họ và tên', widthPercent: 32, align: 'left' },
    { heading: 'Chức vụ, diện', widthPercent: 20, align: 'left' },
    { heading: mark, widthPercent: 20, align: 'left' },
    { heading: note, widthPercent: 20, align: 'left' },
  ]
}

/** Everybody on the roll, numbered through; those who need not come stand apart below. */
function rollRows(rows: readonly RollRow[], cells: (row: RollRow) => [string, string]): TableRow[] {
  const firstApart = rows.findIndex(({ place }) => place !== 'obliged')
  return rows.flatMap((row, index): TableRow[] => [
    ...(index === firstApart ? [{ kind: 'group' as const, text: 'Không thuộc diện phải dự' }] : []),
    { kind: 'cells', cells: [String(index + 1), row.fullName, standingWords(row), ...cells(row)] },
  ])
}

/** The office, or what kind of member somebody without one is. */
function standingWords({ role, status }: RollRow): string {
  if (role !== 'member') return roleNames[role]
  return status === null || status === 'full' ? roleNames.member : statusNames[status]
}

function markCells(row: RollRow): [string, string] {
  const { place, state, lateMinutes, reasonKind, note } = row
  const mark = state !== null ? attendanceStateNames[state] : place === 'obliged' ? '' : 'Không phải dự'
  const reasons = [
    momentWords({ ...row, lateMinutes: null }),
    reasonKind === null ? '' : reasonKindNames[reasonKind],
    note.trim(),
  ]
  return [
    lateMinutes === null ? mark : `${mark} ${lateMinutes} phút`,
    reasons.filter((words) => words !== '').join('; '),
  ]
}
