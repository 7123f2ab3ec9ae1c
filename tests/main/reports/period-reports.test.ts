import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reports } from '../../../src/main/reports/registry.ts'
import { workbookOf } from '../../../src/main/reports/report.ts'
import { reportSource } from '../../../src/main/reports/report-source.ts'
import type { PreviewTable } from '../../../src/shared/contract/reports.ts'
import { remarkKinds } from '../../../src/shared/rules/remark.ts'
import { reportPeriod } from '../../../src/shared/rules/report-period.ts'
import type { ReportName } from '../../../src/shared/rules/reports.ts'
import { sampleCell } from '../../support/program.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let first: number
let themed: number
let members: number[]

/** Three members, a regular meeting in October and one with a theme in November; December is still to come. */
beforeEach(async () => {
  office = startRollOffice()
  await office.call('cell.update', sampleCell)
  const { sqlite } = office
  members = [
    office.addMember('Lê An', [['full', '2020-01-01', null]], [['secretary', '2020-01-01', null]]),
    office.addMember('Trần Bình', [['probationary', '2026-10-20', null]]),
    office.addMember('Đỗ Chi', [['exempt', '2020-01-01', null]]),
  ]
  sqlite.exec("UPDATE member SET phone = '0900 000 101' WHERE fullName = 'Lê An'")
  first = office.addMeeting('2026-10-05')
  themed = office.addMeeting('2026-11-05', 'regularThemed')
  office.addMeeting('2026-12-04')
  office.addMeeting('2026-11-04', 'committee')
  sqlite.exec(`UPDATE meeting SET theme = 'Nêu gương' WHERE id = ${themed}`)
  const mark = (meetingId: number, who: number, state: string) =>
    sqlite.exec(
      `INSERT INTO attendance (meetingId, memberId, state) VALUES (${meetingId}, ${members[who]}, '${state}')`,
    )
  mark(first, 0, 'present')
  mark(themed, 0, 'late')
  mark(themed, 1, 'unexcused')
  sqlite.exec(
    `INSERT INTO speakingTurn (meetingId, memberId, kind, speakingSeconds) VALUES (${themed}, ${members[0]}, 'opinion', 90)`,
  )
  const item = office.addAgendaItem(themed, 'Chuyên đề')
  sqlite.exec(`INSERT INTO agendaRun (agendaItemId, startedAt, stoppedAt)
               VALUES (${item}, '2026-11-05T07:00:00.000Z', '2026-11-05T08:35:00.000Z')`)
  sqlite.exec(
    `INSERT INTO conclusion (meetingId, content) VALUES (${first}, 'Giao việc'), (${first}, 'Ghi nhận')`,
  )
  sqlite.exec(`INSERT INTO task (meetingId, conclusionId, title, dueOn, doneOn) VALUES
    (${first}, 1, 'Rà soát danh sách', '2026-10-20', '2026-10-25'),
    (${first}, 1, 'Lập kế hoạch', '2026-11-01', NULL),
    (${themed}, NULL, 'Viết báo cáo', NULL, NULL)`)
  sqlite.exec(`INSERT INTO remark (meetingId, kind, content) VALUES
    (${first}, 'commendation', 'trực thay ca đêm'),
    (${themed}, 'commendation', 'tổ lưu trữ'),
    (${themed}, 'petition', 'gửi tài liệu sớm hơn'),
    (${themed}, 'massWork', 'bàn một cửa không hẹn'),
    (${themed}, 'inspection', 'giám sát thu đảng phí')`)
  sqlite.exec(`INSERT INTO remarkMember (remarkId, memberId) VALUES (1, ${members[0]}), (1, ${members[1]})`)
  sqlite.exec(`UPDATE member SET admittedOn = '2026-10-20' WHERE fullName = 'Trần Bình'`)
  sqlite.exec(`INSERT INTO theme (year, quarter, position, title, titleFolded, meetingId) VALUES
    (2026, 4, 1, 'Nêu gương', 'neu guong', ${themed}), (2026, 4, 2, 'Tiết kiệm', 'tiet kiem', NULL)`)
  sqlite.exec(`INSERT INTO taskOwner (taskId, memberId) VALUES (1, ${members[0]}), (1, ${members[1]})`)
})
afterEach(() => office.close())

const quarter = { fromDate: '2026-10-01', toDate: '2026-12-31' }
const tablesOf = async (report: ReportName, period = quarter) =>
  (await office.call('reports.preview', { report, ...period })).tables

/** The values of a row by the columns' keys. */
function values(table: PreviewTable | undefined, key: string): Record<string, string | number | null> {
  const row = [...(table?.rows ?? []), ...(table?.totals ?? [])].find((each) => each.key === key)
  return Object.fromEntries(
    (table?.columns ?? []).map((column, index) => [column.key, row?.cells[index]?.value ?? null]),
  )
}

test('the quarter month by month: members on the meeting day, roll, minutes, speaking, tasks, theme', async () => {
  const [months, remarks] = await tablesOf('quarter')
  expect(remarks?.rows.map((row) => row.cells.slice(1).map(({ value }) => value))).toEqual([
    ['2026-10-05', 'Biểu dương', 'Lê An, Trần Bình', 'Trực thay ca đêm'],
    ['2026-11-05', 'Biểu dương', null, 'Tổ lưu trữ'],
    ['2026-11-05', 'Kiến nghị, đề xuất', null, 'Gửi tài liệu sớm hơn'],
    ['2026-11-05', 'Dân vận khéo', null, 'Bàn một cửa không hẹn'],
    ['2026-11-05', 'Kiểm tra, giám sát', null, 'Giám sát thu đảng phí'],
  ])
  expect(months?.rows.map(({ key }) => key)).toEqual(['10/2026', '11/2026'])
  expect(values(months, '10/2026')).toMatchObject({
    days: '05/10/2026',
    full: 1,
    probationary: 0,
    exempt: 1,
    obliged: 1,
    present: 1,
    duration: 0,
    turns: 0,
    speakerRate: 0,
    tasks: 2,
    tasksDone: 1,
    themes: null,
    commendations: 1,
    reminders: 0,
    petitions: 0,
  })
  expect(values(months, '11/2026')).toMatchObject({
    full: 1,
    probationary: 1,
    obliged: 2,
    present: 1,
    unexcused: 1,
    rate: 1 / 2,
    duration: 95,
    turns: 1,
    speakers: 1,
    speakerRate: 1,
    tasks: 1,
    tasksDone: 0,
    themes: 'Nêu gương (05/11/2026)',
    commendations: 1,
    petitions: 1,
  })
  expect(values(months, 'sum')).toMatchObject({
    name: 'TỔNG SỐ',
    full: 1,
    probationary: 1,
    obliged: 3,
    present: 2,
    rate: 2 / 3,
    duration: 95,
    tasks: 3,
    tasksDone: 1,
    commendations: 2,
    reminders: 0,
    petitions: 1,
  })
})

test('the half-year in the words of the upper body, from facts', async () => {
  const [form, quarters, noted] = await tablesOf('summary', {
    fromDate: '2026-07-01',
    toDate: '2026-12-31',
  })
  expect(values(form, 'cell')).toMatchObject({
    name: sampleCell.name,
    strength: 3,
    attendance: '2/3 (66,7%)',
    speaking: '1/1 (100%)',
    themes: '1 buổi, dự 1/2 (50%)',
    massWork: '1 mô hình',
    reading: 'Chưa có',
    themePlan: '1/2 (50%)',
    admissions: '1 đảng viên',
    inspection: '1 cuộc',
    note: null,
  })
  expect(quarters?.rows.map(({ key }) => key)).toEqual(['Quý III/2026', 'Quý IV/2026'])
  expect(values(quarters, 'Quý III/2026')).toMatchObject({ meetings: 0, obliged: 0, rate: '', strength: 2 })
  expect(values(quarters, 'sum')).toMatchObject({ meetings: 2, strength: 3, themed: 1 })
  expect(values(noted, 'Quý IV/2026')).toMatchObject({ commendations: 2, massWorks: 1, admitted: 1 })
  const factsOf = async (column: string) =>
    (
      await office.call('reports.facts', {
        report: 'summary',
        fromDate: '2026-07-01',
        toDate: '2026-12-31',
        table: 'form',
        row: 'cell',
        column,
      })
    ).lists
  expect((await factsOf('attendance')).map(({ heading, sum }) => [heading, sum])).toEqual([
    ['Có mặt', 2],
    ['Phải dự', 3],
  ])
  expect((await factsOf('themes')).map(({ heading, sum }) => [heading, sum])).toEqual([
    ['Sinh hoạt chuyên đề', 1],
    ['Có mặt', 1],
    ['Phải dự', 2],
  ])
  expect((await factsOf('themePlan')).map(({ facts }) => facts.map(({ text }) => text))).toEqual([
    ['05/11/2026: Nêu gương'],
    ['05/11/2026: Nêu gương', 'Tiết kiệm'],
  ])
  expect((await factsOf('massWork'))[0]?.facts).toEqual([
    {
      text: '05/11/2026, sinh hoạt thường kỳ kết hợp chuyên đề: Dân vận khéo: bàn một cửa không hẹn.',
      path: `/cuoc-hop/${themed}/ket-luan`,
      amount: 1,
    },
  ])
  expect((await factsOf('admissions'))[0]?.facts).toMatchObject([
    { text: '20/10/2026: Trần Bình, kết nạp mới', path: `/dang-vien/${members[1]}` },
  ])
})

describe('what meetings noted', () => {
  const meetingOf = fc.constantFrom('2026-01-05', '2026-02-03', '2026-05-04', '2026-08-03', '2026-10-06')
  const remark = fc.record({ on: meetingOf, kind: fc.constantFrom(...remarkKinds) })
  const admission = fc.constantFrom('2026-01-01', '2026-03-31', '2026-04-01', '2026-09-02', '2026-12-31')
  const quarters = ['03', '06', '09', '12'].map((month) => reportPeriod('quarter', `2026-${month}-01`))
  const counted = [
    'commendations',
    'reminders',
    'petitions',
    'massWorks',
    'readings',
    'inspections',
    'admitted',
  ]

  test('comes to the same over the quarters, over their months and over the year; gone with a meeting, back with it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(remark, { maxLength: 12 }),
        fc.array(admission, { maxLength: 3 }),
        async (drawn, admissions) => {
          const own = startRollOffice()
          const meetings = new Map(
            [...new Set(drawn.map(({ on }) => on))].map((on) => [on, own.addMeeting(on)]),
          )
          for (const { on, kind } of drawn)
            own.sqlite.exec(
              `INSERT INTO remark (meetingId, kind, content) VALUES (${meetings.get(on)}, '${kind}', 'Việc')`,
            )
          for (const [index, on] of admissions.entries()) {
            const id = own.addMember(`Lê Văn ${index}`, [['probationary', on, null]])
            own.sqlite.exec(`UPDATE member SET admittedOn = '${on}' WHERE id = ${id}`)
          }
          const sums = async (report: ReportName, period: { fromDate: string; toDate: string }) => {
            const { tables } = await own.call('reports.preview', { report, ...period })
            return values(
              tables.find(({ key }) => key === (report === 'quarter' ? 'months' : 'noted')),
              'sum',
            )
          }
          const whole = await sums('summary', reportPeriod('year', '2026-06-01'))
          expect(counted.reduce((all, key) => all + Number(whole[key]), 0)).toBe(
            drawn.length + admissions.length,
          )
          const parts = await Promise.all(quarters.map((period) => sums('summary', period)))
          for (const key of counted)
            expect(parts.reduce((all, part) => all + Number(part[key]), 0)).toBe(whole[key])
          const byMonth = await Promise.all(quarters.map((period) => sums('quarter', period)))
          for (const key of counted.slice(0, 3))
            expect(byMonth.reduce((all, part) => all + Number(part[key]), 0)).toBe(whole[key])
          const [[on, id] = []] = meetings
          if (id !== undefined) {
            await own.call('meetings.remove', { id })
            const without = await sums('summary', reportPeriod('year', '2026-06-01'))
            expect(counted.reduce((all, key) => all + Number(without[key]), 0)).toBe(
              drawn.filter((each) => each.on !== on).length + admissions.length,
            )
            await own.call('history.undo', {})
            expect(await sums('summary', reportPeriod('year', '2026-06-01'))).toEqual(whole)
          }
          own.close()
        },
      ),
      { numRuns: 6 },
    )
  })
})

test('the schedule tells of meetings to come, without the committee', async () => {
  const [meetings] = await tablesOf('schedule', { fromDate: '2026-12-01', toDate: '2026-12-31' })
  expect(meetings?.rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([
    [
      1,
      sampleCell.name,
      'Sinh hoạt thường kỳ',
      2,
      '14:00 ngày 04/12/2026\n(thứ Sáu)',
      'Phòng họp',
      'Lê An, 0900 000 101',
    ],
  ])
  expect(values(meetings, 'sum')).toMatchObject({ name: 'TỔNG SỐ', members: 2, secretary: null })
  const [all] = await tablesOf('schedule')
  expect(all?.rows).toHaveLength(3)
})

describe('what a month decided', () => {
  test('stands line by line with its state and its result; a conclusion with tasks is told by them', async () => {
    const [lines, outcomes] = await tablesOf('resolution')
    const shown = lines?.rows.map((row) => row.cells.slice(1).map((cell) => cell.value))
    const october = 'Sinh hoạt thường kỳ tháng 10/2026'
    expect(shown).toEqual([
      [
        'Rà soát danh sách',
        october,
        'Lê An, Trần Bình',
        'Có mốc thời hạn: 20/10/2026',
        'Hoàn thành',
        'Đã xong, muộn 5 ngày (25/10/2026)',
      ],
      ['Lập kế hoạch', october, null, 'Có mốc thời hạn: 01/11/2026', 'Quá hạn', 'Quá hạn 20 ngày'],
      ['Ghi nhận', october, null, 'Kết luận, chưa giao thành nhiệm vụ', 'Đang thực hiện', 'Chưa ghi kết quả'],
      [
        'Viết báo cáo',
        'Sinh hoạt thường kỳ kết hợp chuyên đề tháng 11/2026',
        null,
        'Chưa xác định mốc',
        'Đang thực hiện',
        'Chưa có hạn',
      ],
    ])
    expect(outcomes?.rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      ['Hoàn thành', 1, 1 / 4],
      ['Đang thực hiện', 2, 2 / 4],
      ['Quá hạn', 1, 1 / 4],
    ])
  })

  test('begins with what earlier months left open, under way since then', async () => {
    const november = { fromDate: '2026-11-01', toDate: '2026-11-30' }
    const shown = async () =>
      (await tablesOf('resolution', november))[0]?.rows.map((row) =>
        [row.cells[1], row.cells[4], row.cells[5]].map((cell) => cell?.value),
      )
    expect(await shown()).toEqual([
      ['Lập kế hoạch', 'Đang triển khai từ 10/2026, hạn 01/11/2026', 'Quá hạn'],
      ['Viết báo cáo', 'Chưa xác định mốc', 'Đang thực hiện'],
    ])
    office.sqlite.exec("UPDATE task SET doneOn = '2026-11-02' WHERE title = 'Lập kế hoạch'")
    expect((await shown())?.[0]?.[2]).toBe('Hoàn thành')
    office.sqlite.exec("UPDATE task SET doneOn = '2026-10-31' WHERE title = 'Lập kế hoạch'")
    expect(await shown()).toHaveLength(1)
  })

  test('is empty for a month without meetings, and then there is nothing to write', async () => {
    const june = { report: 'resolution', fromDate: '2026-06-01', toDate: '2026-06-30' } as const
    expect((await office.call('reports.preview', june)).something).toBe(false)
    await expect(office.call('reports.export', june)).rejects.toMatchObject({ code: 'nothing-to-report' })
  })
})

test('the quality of each meeting that is scored, with why points were lost; one nobody scored says so', async () => {
  office.addMeeting('2026-11-20', 'extraordinary')
  office.sqlite.exec(`INSERT INTO meetingScore (meetingId, sheet, sheetName, total, missing, level)
    VALUES (${themed}, 'usual', 'Phiếu thường dùng', 8, 0, 'poor')`)
  office.sqlite.exec(`INSERT INTO scoreLine (meetingId, position, criterion, title, maximum, points, computed, evidence, reason)
    VALUES (${themed}, 1, 'time', 'Thời lượng', 5, 4.7, 4.7, 'thiếu 10 phút', ''),
           (${themed}, 2, 'roll', 'Tỷ lệ dự', 5, 3.3, 1, 'vắng 1', 'có lý do bất khả kháng')`)
  const [meetings, levels] = await tablesOf('quality')
  expect(meetings?.rows.map((row) => row.cells.slice(1).map((cell) => cell.value))).toEqual([
    [sampleCell.name, 'Sinh hoạt thường kỳ tháng 10/2026', 2, '2026-10-05', null, 'Chưa chấm', null],
    [
      sampleCell.name,
      'Sinh hoạt thường kỳ kết hợp chuyên đề tháng 11/2026',
      3,
      '2026-11-05',
      8,
      'Kém',
      'Thời lượng: trừ 0,3 (thiếu 10 phút); Tỷ lệ dự: trừ 1,7 (có lý do bất khả kháng)',
    ],
  ])
  expect(values(meetings, 'sum')).toMatchObject({ name: 'BÌNH QUÂN', points: 8 })
  expect(values(levels, 'Kém')).toMatchObject({ count: 1 })
  expect(values(levels, 'Chưa chấm')).toMatchObject({ count: 1 })
  const facts = await office.call('reports.facts', {
    report: 'quality',
    ...quarter,
    table: 'meetings',
    row: `meeting${themed}`,
    column: 'points',
  })
  expect(facts).toMatchObject({ value: 8, lists: [{ unit: 'point', sum: 8 }] })
  expect(facts.lists[0]?.facts[0]).toEqual({
    text: 'Thời lượng: 4,7/5',
    path: `/cuoc-hop/${themed}/cham-diem`,
    amount: 4.7,
  })
  const [months] = await tablesOf('quarter')
  expect(values(months, '11/2026')).toMatchObject({ score: '8, Kém' })
})

test('a figure that counts people once for each meeting says so in its heading', async () => {
  const headings = async (report: ReportName, key: string) =>
    (await tablesOf(report)).flatMap(({ columns }) =>
      columns.flatMap((column) => (column.key === key ? [column.heading] : [])),
    )
  expect(await headings('quarter', 'speakers')).toEqual(['Lượt người'])
  expect(await headings('summary', 'speakers')).toEqual(['Lượt người'])
  expect(await headings('themes', 'speakers')).toEqual(['Lượt người'])
})

test('what goes to the body above names who gets it left of the signature, in the words of the papers', async () => {
  if ('problem' in office.program.office) throw new Error(office.program.office.problem)
  const { db } = office.program.office.database
  const leftOf = async (name: ReportName) => {
    const source = reportSource(db, '2026-11-21', quarter)
    const { sheets } = await workbookOf(await reports[name](source), source)
    return Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet.signatures.left]))
  }
  const recipients = ['Nơi nhận:', '- Đảng ủy Trường Chính trị tỉnh (để báo cáo);', '- Lưu Chi bộ.']
  expect(await leftOf('quality')).toEqual({
    'Chất lượng sinh hoạt': { recipients },
    'Tổng hợp xếp loại': null,
  })
  expect((await leftOf('quarter'))['Báo cáo theo tháng']).toEqual({ recipients })
  expect((await leftOf('summary'))['Biểu tổng hợp']).toEqual({ recipients })
  expect((await leftOf('themes'))['Kế hoạch và kết quả']).toEqual({ recipients })
  expect((await leftOf('rollBook'))['Điểm danh']).toBeNull()
  office.sqlite.exec("INSERT INTO layoutChoice (point, value) VALUES ('tonePlacement', 'second')")
  expect((await leftOf('quality'))['Chất lượng sinh hoạt']).toEqual({
    recipients: ['Nơi nhận:', '- Đảng uỷ Trường Chính trị tỉnh (để báo cáo);', '- Lưu Chi bộ.'],
  })
})
