import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cell, SheetSpec, WorkbookSpec } from '../../../src/main/excel/workbook-spec.ts'
import { type RollBookData, readRollBook } from '../../../src/main/reports/roll-book.ts'
import { rollBookWorkbook } from '../../../src/main/reports/roll-book-workbook.ts'
import { attendanceStates, attendanceSummary } from '../../../src/shared/rules/attendance.ts'
import { meetingKinds } from '../../../src/shared/rules/meeting.ts'
import { statuses } from '../../../src/shared/rules/member.ts'
import { startBookOffice } from '../../support/book-office.ts'
import { evaluate } from '../../support/evaluate.ts'
import type { RollOffice } from '../../support/roll-office.ts'
import { cached, inFolder, libreOffice, recalculated, write, writtenCells } from '../../support/workbook.ts'

const value = (cell: Cell | undefined) => (cell !== null && typeof cell === 'object' ? cell.value : cell)
const named = (spec: WorkbookSpec, name: string) =>
  spec.sheets.find((sheet) => sheet.name === name) as SheetSpec
const row = (sheet: SheetSpec, key: string) =>
  [...sheet.rows, ...sheet.totals].find((each) => each.key === key)?.cells.map(value)

/** Five people and four meetings that show every mark. */
const small: RollBookData = {
  fromDate: '2026-01-01',
  toDate: '2026-12-31',
  today: '2026-11-22',
  cell: { name: 'Chi bộ Phòng Đào tạo', upperBody: 'Đảng bộ Trường Chính trị', place: 'Hà Giang' },
  recipients: ['Nơi nhận:', '- Đảng ủy Trường Chính trị (để báo cáo);', '- Lưu Chi bộ.'],
  signature: { lines: ['T/M CHI BỘ', 'BÍ THƯ'], name: 'Lê An' },
  members: [
    {
      id: 1,
      fullName: 'Lê An',
      statuses: [since('full', '2020-01-01')],
      roles: [{ role: 'secretary', fromDate: '2020-01-01', toDate: null }],
    },
    { id: 2, fullName: 'Trần Bình', statuses: [since('full', '2026-02-01')], roles: [] },
    {
      id: 3,
      fullName: 'Đỗ Chi',
      statuses: [{ ...since('full', '2020-01-01'), toDate: '2026-01-31' }, since('exempt', '2026-02-01')],
      roles: [],
    },
    { id: 4, fullName: 'Vũ Dung', statuses: [since('movedAway', '2025-01-01')], roles: [] },
    { id: 5, fullName: 'Hồ Giang', statuses: [since('full', '2020-01-01')], roles: [] },
  ],
  meetings: [
    { id: 11, kind: 'regular', heldOn: '2026-01-05', period: '2026-01', called: true },
    { id: 12, kind: 'regular', heldOn: '2026-02-28', period: '2026-03', called: true },
    { id: 13, kind: 'committee', heldOn: '2026-03-01', period: '2026-03', called: true },
    { id: 14, kind: 'themed', heldOn: '2026-03-20', period: '2026-03', called: true },
    { id: 15, kind: 'regular', heldOn: '2026-04-05', period: '2026-04', called: false },
  ],
  marks: [
    { meetingId: 11, memberId: 1, state: 'present' },
    { meetingId: 11, memberId: 3, state: 'excused' },
    { meetingId: 11, memberId: 5, state: 'unexcused' },
    { meetingId: 12, memberId: 1, state: 'late' },
    { meetingId: 12, memberId: 2, state: 'leftEarly' },
    { meetingId: 12, memberId: 3, state: 'present' },
    { meetingId: 13, memberId: 1, state: 'present' },
    { meetingId: 14, memberId: 1, state: 'present' },
    { meetingId: 14, memberId: 2, state: 'present' },
    { meetingId: 14, memberId: 5, state: 'present' },
  ],
  moments: new Map([[12, new Map([[1, { lateMinutes: 15, atTime: '14:15', itemNumber: 3 }]])]]),
  turns: [
    { meetingId: 11, memberId: 1, guestName: null, speakingSeconds: 90 },
    { meetingId: 11, memberId: 1, guestName: null, speakingSeconds: 30 },
    { meetingId: 12, memberId: 2, guestName: null, speakingSeconds: null },
    { meetingId: 12, memberId: null, guestName: 'Ông  Khách', speakingSeconds: 60 },
    { meetingId: 14, memberId: null, guestName: 'ông khách', speakingSeconds: 60 },
    { meetingId: 13, memberId: 1, guestName: null, speakingSeconds: 300 },
  ],
}

function since(status: (typeof statuses)[number], fromDate: string) {
  return { status, fromDate, toDate: null, note: '' }
}

describe('a small book', async () => {
  const spec = await rollBookWorkbook(small)

  test('has the sheets of the cell, and the committee apart', () => {
    expect(spec.sheets.map((sheet) => sheet.name)).toEqual([
      'Điểm danh',
      'Phát biểu',
      'Tổng hợp theo tháng',
      'Họp chi ủy',
      'Phát biểu chi ủy',
    ])
  })

  test('shows every kind of mark, and counts only those who had to come', () => {
    const roll = named(spec, 'Điểm danh')
    // ordinal, name, three meetings; obliged, present, excused, unexcused, unmarked, rate, note
    expect(row(roll, 'member1')).toEqual([
      1,
      'Lê An',
      'x',
      'M',
      'x',
      3,
      3,
      0,
      0,
      0,
      1,
      'Đến muộn 28/02 (15 phút, 14:15, mục 3)',
    ])
    expect(row(roll, 'member2')).toEqual([
      2,
      'Trần Bình',
      '–',
      'S',
      'x',
      2,
      2,
      0,
      0,
      0,
      1,
      'Về chi bộ từ 01/02/2026',
    ])
    expect(row(roll, 'member3')).toEqual([
      3,
      'Đỗ Chi',
      'P',
      '(x)',
      '–',
      1,
      0,
      1,
      0,
      0,
      0,
      'Miễn sinh hoạt từ 01/02/2026',
    ])
    expect(row(roll, 'member4')).toBeUndefined()
    expect(row(roll, 'member5')).toEqual([4, 'Hồ Giang', 'K', null, 'x', 3, 1, 0, 1, 1, 1 / 3, null])
    expect(row(roll, 'sum')?.slice(5)).toEqual([9, 6, 1, 1, 1, 6 / 9, null])
    expect(row(roll, 'present')?.slice(1, 5)).toEqual(['Có mặt', 1, 2, 3])
    expect(row(roll, 'rate')?.slice(2, 5)).toEqual([1 / 3, 2 / 3, 1])
    expect(roll.notes.at(-1)).toBe('Chưa điểm danh nên không tính: sinh hoạt thường kỳ ngày 05/04/2026.')
  })

  test('shows turns and minutes, the silent and the guests', () => {
    const speaking = named(spec, 'Phát biểu')
    // ordinal, name, (turns, minutes) of three meetings; turns, minutes, meetings
    expect(row(speaking, 'member1')).toEqual([1, 'Lê An', 2, 2, null, null, null, null, 2, 2, 1])
    expect(row(speaking, 'member2')).toEqual([2, 'Trần Bình', null, null, 1, null, null, null, 1, 0, 1])
    expect(row(speaking, 'member3')?.slice(2)).toEqual([null, null, null, null, null, null, 0, 0, 0])
    expect(row(speaking, 'guest0')).toEqual([5, 'Ông Khách (khách)', null, null, 1, 1, 1, 1, 2, 2, 2])
    expect(row(speaking, 'sum')).toEqual([null, 'TỔNG SỐ', 2, 2, 2, 1, 1, 1, 5, 4, null])
    expect(row(speaking, 'speakers')?.slice(2)).toEqual([1, null, 1, null, 0, null, 2, null, null])
    expect(speaking.notes).toContain('Có 1 lượt chưa ghi thời gian: tính lượt, không tính phút.')
  })

  test('adds up by the month a meeting was for', () => {
    const months = named(spec, 'Tổng hợp theo tháng')
    // ordinal, month, meetings; obliged, present, excused, unexcused, unmarked, rate; turns, minutes, speakers, share
    expect(months.rows.map((each) => each.cells.map(value))).toEqual([
      [1, '01/2026', 1, 3, 1, 1, 1, 0, 1 / 3, 2, 2, 1, 1],
      [2, '03/2026', 2, 6, 5, 0, 0, 1, 5 / 6, 3, 2, 1, 1 / 5],
    ])
    expect(row(months, 'sum')).toEqual([null, 'TỔNG SỐ', 3, 9, 6, 1, 1, 1, 6 / 9, 5, 4, 2, 2 / 6])
  })

  test('carries the names above, the signature below and the page number on every sheet', () => {
    for (const sheet of spec.sheets) {
      expect(sheet.head).toEqual(['ĐẢNG BỘ TRƯỜNG CHÍNH TRỊ', 'CHI BỘ PHÒNG ĐÀO TẠO'])
      expect(sheet.titles[1]).toBe('Từ ngày 01/01/2026 đến ngày 31/12/2026')
      expect(sheet.placeAndDate).toBe('Hà Giang, ngày 22 tháng 11 năm 2026')
      expect(sheet.signatures.right).toEqual({ lines: ['T/M CHI BỘ', 'BÍ THƯ'], name: 'Lê An' })
      expect(sheet.frozenColumns).toBe(2)
    }
  })

  test('reads back as it was meant', async () => {
    const { cells } = await writtenCells(spec)
    const roll = new Map(cells[0]?.map((cell) => [cell.address, cell]))
    expect(roll.get('B8')?.value).toBe('Lê An')
    expect(roll.get('F8')).toEqual({
      address: 'F8',
      formula: 'COUNTBLANK(C8:E8)+SUMPRODUCT(COUNTIF(C8:E8,{"x","M","S","P","K"}))',
      value: 3,
    })
  })
})

test('a book of nothing but committee meetings has no sums of the cell', async () => {
  const committee = { ...small, meetings: small.meetings.filter((meeting) => meeting.kind === 'committee') }
  const only = { ...committee, turns: small.turns.filter((turn) => turn.meetingId === 13) }
  expect((await rollBookWorkbook(only)).sheets.map((sheet) => sheet.name)).toEqual([
    'Họp chi ủy',
    'Phát biểu chi ủy',
  ])
})

test('a name that looks like a formula stays a name', async () => {
  const members = small.members.map((member) => ({ ...member, fullName: '=HYPERLINK("http://xau.example")' }))
  const cell = { name: '=1+1', upperBody: '@SUM(1)', place: '+84' }
  const { cells } = await writtenCells(
    await rollBookWorkbook({
      ...small,
      members,
      cell,
      signature: { lines: ['T/M CHI BỘ', 'BÍ THƯ'], name: '-1' },
    }),
  )
  const names = cells[0]?.filter((each) => each.value === '=HYPERLINK("http://xau.example")')
  expect(names).toHaveLength(4)
  expect(cells.flat().filter((each) => each.formula?.includes('HYPERLINK'))).toEqual([])
})

const day = fc
  .integer({ min: 0, max: 3 * 365 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))

const anyMember = fc
  .array(fc.tuple(day, fc.constantFrom(...statuses)), { minLength: 1, maxLength: 3 })
  .map((starts) => {
    const sorted = [...new Map(starts).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
    return sorted.map(([fromDate, status], index) => {
      const next = sorted[index + 1]?.[0]
      const before = next && new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10)
      return { status, fromDate, toDate: before ?? null, note: '' }
    })
  })

const anyBook = fc
  .record({
    members: fc.array(anyMember, { minLength: 1, maxLength: 8 }),
    meetings: fc.array(fc.tuple(day, fc.constantFrom(...meetingKinds)), { minLength: 1, maxLength: 60 }),
    marks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...attendanceStates)), { maxLength: 300 }),
    turns: fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.boolean(), fc.option(fc.integer({ min: 0, max: 3600 }))),
      { maxLength: 60 },
    ),
  })
  .map(({ members, meetings, marks, turns }) => ({
    members: members.map((periods, index) => ({
      id: index + 1,
      fullName: `Người ${index + 1}`,
      statuses: periods,
      roles:
        index % 2 === 0 ? [{ role: 'committeeMember' as const, fromDate: '2024-01-01', toDate: null }] : [],
    })),
    meetings: meetings
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([heldOn, kind], index) => ({ id: index + 1, kind, heldOn })),
    marks: [
      ...new Map(
        marks.map(([meeting, member, state]) => {
          const mark = {
            meetingId: 1 + (meeting % meetings.length),
            memberId: 1 + (member % members.length),
            state,
          }
          return [`${mark.meetingId} ${mark.memberId}`, mark]
        }),
      ).values(),
    ],
    turns: turns.map(([meeting, member, guest, speakingSeconds]) => ({
      meetingId: 1 + (meeting % meetings.length),
      memberId: guest ? null : 1 + (member % members.length),
      guestName: guest ? `Khách ${member % 3}` : null,
      speakingSeconds,
    })),
  }))

describe('every total', () => {
  let office: RollOffice
  beforeAll(async () => {
    office = await startBookOffice({ members: 12, months: 30, committee: true })
  })
  afterAll(() => office.close())

  const read = (fromDate: string, toDate: string) => {
    if (!('database' in office.program.office)) throw new Error('the office did not open')
    return readRollBook(office.program.office.database.db, '2026-11-22', fromDate, toDate)
  }

  test('is what its formula comes to, in any book', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, async (book) => {
        const called = ({ members, meetings, marks }: RollBookData) =>
          attendanceSummary(members, meetings, marks).meetings.some((each) => each.called)
        const data: RollBookData = {
          ...small,
          ...book,
          fromDate: '2024-01-01',
          toDate: '2026-12-31',
          meetings: book.meetings.map((meeting) => ({
            ...meeting,
            period: meeting.heldOn.slice(0, 7),
            called: true,
          })),
        }
        // Called as the program judges it: a book of that one meeting obliges and finds somebody.
        const judged = data.meetings.map((meeting) => ({
          ...meeting,
          called: meeting.kind !== 'committee' && called({ ...data, meetings: [meeting], turns: [] }),
        }))
        for (const { at, result, cached: written } of evaluate(
          await rollBookWorkbook({ ...data, meetings: judged }),
        )) {
          if (typeof result === 'number' && typeof written === 'number')
            expect(written, at).toBeCloseTo(result, 9)
          else expect(written, at).toBe(result)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('of a book over several years agrees with the figures on screen', async () => {
    const data = await read('2024-01-01', '2026-06-30')
    const spec = await rollBookWorkbook(data)
    const { tables } = await office.call('reports.preview', {
      report: 'rollBook',
      fromDate: '2024-01-01',
      toDate: '2026-06-30',
    })
    const people = tables.find(({ key }) => key === 'people')
    const shown = people?.totals[0]?.cells.map((cell) => cell.value) ?? []
    const months = row(named(spec, 'Tổng hợp theo tháng'), 'sum')
    expect(months?.slice(3, 8)).toEqual(shown.slice(2, 7))
    expect(months?.[9]).toBe(shown[8])
    expect(months?.[10]).toBeCloseTo(Number(shown[9]), 9)
    const members = named(spec, 'Tổng hợp đảng viên')
    for (const each of people?.rows ?? []) {
      if (each.key === 'guests') continue
      expect(row(members, each.key)?.slice(1, 7)).toEqual(each.cells.slice(1, 7).map((cell) => cell.value))
    }
    for (const { at, result, cached: written } of evaluate(spec)) {
      if (typeof result === 'number' && typeof written === 'number')
        expect(written, at).toBeCloseTo(result, 9)
      else expect(written, at).toBe(result)
    }
  })

  test.skipIf(!libreOffice)('is what LibreOffice works out, on every sheet', async () => {
    const data = await read('2024-01-01', '2025-12-31')
    const spec = await rollBookWorkbook(data)
    await inFolder(async (folder) => {
      const path = join(folder, 'so.xlsx')
      await write(spec, path)
      const [asCached, anew] = [await cached(path), await recalculated(path)]
      expect([...anew.keys()]).toHaveLength(spec.sheets.length)
      for (const [name, rows] of anew) expect(rows, name).toEqual(asCached.get(name))
    })
  })
})
