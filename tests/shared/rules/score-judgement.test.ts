import { describe, expect, it, test } from 'vitest'
import { scoreSheets } from '../../../src/main/resources/score-sheets.ts'
import { sheetLines } from '../../../src/shared/rules/score.ts'
import type { ScoreFacts } from '../../../src/shared/rules/score-facts.ts'
import { judge } from '../../../src/shared/rules/score-judgement.ts'
import { knownFacts as facts } from '../../support/score-facts.ts'

/** The usual sheet, as it is shipped: its own steps are what is tested. */
const lines = sheetLines(scoreSheets[0], true)
const anPhu = scoreSheets.filter(({ id }) => id === 'an-phu-2025').flatMap((sheet) => sheetLines(sheet, true))

function judged(id: string, more: Partial<ScoreFacts> = {}, sheet = lines) {
  const line = sheet.find((each) => each.id === id)
  if (!line) throw new Error(`no line ${id}`)
  return judge(line, { ...facts, ...more })
}

describe('duration', () => {
  const lasting = (minutes: number, minimum = 90) =>
    judged('duration', {
      ran: { from: '14:00', to: '', minutes },
      minimum: { minutes: minimum, rule: 'HD 42' },
    }).points
  test.each([
    [120, 5],
    [90, 5],
    [89, 4],
    [75, 4],
    [74, 3],
    [60, 3],
    // Undefined in the sheet: more than 30 minutes missing, and still more than half.
    [59, 2],
    [46, 2],
    [45, 2],
    [44, 1],
    [0, 1],
  ])('%d of 90 minutes: %d points', (minutes, points) => {
    expect(lasting(minutes)).toBe(points)
  })
  test.each([
    [120, 5],
    [119, 4],
    [105, 4],
    [104, 3],
    [90, 3],
    [89, 2],
    [60, 2],
    [59, 1],
  ])('%d of 120 minutes: %d points', (minutes, points) => {
    expect(lasting(minutes, 120)).toBe(points)
  })
  it('judges less than half first, which a short minimum has within 15 minutes', () => {
    expect(lasting(11, 24)).toBe(1)
    expect(lasting(12, 24)).toBe(4)
  })
  it('is not established where nothing was clocked or no minimum is known', () => {
    expect(judged('duration', { ran: null })).toEqual({
      points: null,
      evidence: 'Chưa tính giờ các mục; tối thiểu 90 phút (Hướng dẫn 42-HD/BTCTW ngày 28/10/2025)',
    })
    expect(judged('duration', { minimum: null }).points).toBeNull()
  })
})

describe('a large cell', () => {
  const lasting = (members: number, minutes: number, sheet = lines) =>
    judged('duration', { members, ran: { from: '14:00', to: '', minutes } }, sheet).points
  it('has the minimum of every other by the usual sheet', () => {
    expect(lasting(300, 90)).toBe(5)
  })
  test.each([
    [29, 90, 5],
    [30, 90, 3],
    [30, 119, 4],
    [30, 120, 5],
  ])(
    'of %d members, %d minutes, by the sheet of the ward that asks more: %d points',
    (members, minutes, points) => {
      expect(lasting(members, minutes, anPhu)).toBe(points)
    },
  )
  it('never has a shorter one than the rule in force, and none where the rule has none', () => {
    const known = { members: 40, ran: { from: '14:00', to: '16:00', minutes: 120 } }
    const longer = { minutes: 150, rule: 'HD 99' }
    expect(judged('duration', { ...known, minimum: longer }, anPhu).evidence).toContain(
      'tối thiểu 150 phút (HD 99)',
    )
    expect(judged('duration', { ...known, minimum: null }, anPhu).points).toBeNull()
  })
})

describe('attendance', () => {
  const coming = (present: number, obliged: number, more: Partial<ScoreFacts['roll']> = {}) =>
    judged('attendance', {
      roll: { obliged, present, excused: obliged - present, unexcused: 0, unmarked: 0, ...more },
    })
  test.each([
    [20, 20, 4],
    [18, 20, 4],
    [17, 20, 3],
    [15, 20, 3],
    [14, 20, 2],
    [13, 20, 2],
    [12, 20, 1],
    // 89,96% reads as 90 where it is rounded, and is not.
    [2249, 2500, 3],
  ])('%d of %d: %d points', (present, obliged, points) => {
    expect(coming(present, obliged).points).toBe(points)
  })
  it('has one point left after a single unexcused absence', () => {
    expect(coming(19, 20, { excused: 0, unexcused: 1 })).toEqual({
      points: 1,
      evidence: 'Có mặt 19/20 (95%), vắng không lý do 1',
    })
  })
  it('is not raised by an unexcused absence where its share gives less', () => {
    const [line] = lines.filter(({ id }) => id === 'attendance')
    const scale = {
      kind: 'share' as const,
      steps: [
        { from: 90, points: 4 },
        { from: 0, points: 0 },
      ],
      unexcused: 1,
    }
    const roll = { obliged: 20, present: 10, excused: 9, unexcused: 1, unmarked: 0 }
    expect(line && judge({ ...line, scale }, { ...facts, roll }).points).toBe(0)
  })
  it('is not established before the roll is complete', () => {
    expect(coming(19, 20, { excused: 0, unmarked: 1 })).toEqual({
      points: null,
      evidence: 'Có mặt 19/20 (95%), còn 1 người chưa điểm danh',
    })
    expect(coming(0, 20, { excused: 0, unmarked: 20 }).evidence).toBe('Chưa điểm danh')
    expect(coming(0, 0).points).toBeNull()
  })
})

describe('excused absences in a row', () => {
  it('are established by a rule and a complete roll', () => {
    expect(judged('absence-row').points).toBe(1)
    const limit = { value: 3, source: '' }
    expect(
      judged('absence-row', { absences: { limit, exceeding: [{ fullName: 'Lê Thị Bình', count: 4 }] } }),
    ).toEqual({ points: 0, evidence: 'Lê Thị Bình vắng có lý do 4 lần liên tiếp' })
    expect(judged('absence-row', { absences: null }).points).toBeNull()
    expect(judged('absence-row', { roll: { ...facts.roll, unmarked: 1 } }).points).toBeNull()
  })
})

describe('preparation', () => {
  test.each<[ScoreFacts['committee'], number | null, string]>([
    [facts.committee, 2, 'Họp chi ủy ngày 29/10/2026, đã ghi kết luận'],
    [
      { ...facts.committee, recorded: false },
      null,
      'Họp chi ủy ngày 29/10/2026, chưa thấy biên bản trong chương trình',
    ],
    [
      { ...facts.committee, recorded: false, minutes: { on: '2026-10-30', symbol: '' } },
      2,
      'Họp chi ủy ngày 29/10/2026, biên bản ghi xong ngày 30/10/2026',
    ],
    [
      { ...facts.committee, minutes: { on: '2026-10-30', symbol: '04-BB/CU' } },
      2,
      'Họp chi ủy ngày 29/10/2026, biên bản số 04-BB/CU, ban hành ngày 30/10/2026',
    ],
    [
      { ...facts.committee, heldOn: null, minutes: { on: '2026-10-30', symbol: '' } },
      null,
      'Chưa ghi ngày họp chi ủy',
    ],
    [{ alone: false, heldOn: null, recorded: false, minutes: null }, null, 'Chưa ghi ngày họp chi ủy'],
    [
      { alone: true, heldOn: null, recorded: false, minutes: null },
      2,
      'Chi bộ chỉ có bí thư: không đánh giá, được đủ điểm',
    ],
  ])('committee %j: %s', (committee, points, evidence) => {
    expect(judged('committee', { committee })).toEqual({ points, evidence })
  })
  test.each<[Omit<ScoreFacts['notice'], 'symbol'>, number | null]>([
    [{ members: '2026-11-03', upper: '2026-11-03' }, 1],
    [{ members: '2026-11-01', upper: null }, null],
    [{ members: null, upper: '2026-11-04' }, 0],
    [{ members: '2026-11-04', upper: '2026-11-01' }, 0],
    [{ members: null, upper: null }, null],
  ])('notice %j: %s', (notice, points) => {
    expect(judged('notice', { notice: { ...notice, symbol: '' } }).points).toBe(points)
  })
  test.each([
    ['2026-11-02', 2],
    ['2026-11-03', 0],
    [null, null],
  ])('papers on %s: %s', (doneOn, points) => {
    expect(judged('papers', { papers: { ...facts.papers, doneOn } }).points).toBe(points)
  })
})

describe('papers after the meeting', () => {
  test.each<[ScoreFacts['minutes'], number | null, string]>([
    [null, null, 'Chưa ghi ngày xong biên bản'],
    [{ on: '2026-11-03', symbol: '' }, 1, 'Biên bản ghi xong ngày 03/11/2026'],
    [{ on: '2026-11-04', symbol: '11-BB/CB' }, 1, 'Biên bản số 11-BB/CB, ban hành ngày 04/11/2026'],
  ])('minutes %j: %s', (minutes, points, evidence) => {
    expect(judged('minutes-book', { minutes })).toEqual({ points, evidence })
  })
  test.each<[string | null, string | null, number | null, string]>([
    ['2026-11-05', '2026-11-05', 1, 'Đăng tài liệu ngày 05/11/2026, hạn 05/11/2026 (Hướng dẫn 42)'],
    ['2026-11-06', '2026-11-05', 0, 'Đăng tài liệu ngày 06/11/2026, hạn 05/11/2026 (Hướng dẫn 42)'],
    [null, '2026-11-05', null, 'Đăng tài liệu: chưa ghi ngày, hạn 05/11/2026 (Hướng dẫn 42)'],
    // Without a rule that says by when, a day alone does not tell whether it was in time.
    ['2026-11-04', null, null, 'Đăng tài liệu ngày 04/11/2026'],
  ])('upload on %s, due on %s: %s', (doneOn, dueOn, points, evidence) => {
    expect(judged('upload', { upload: { ...facts.upload, doneOn, dueOn } })).toEqual({ points, evidence })
  })
  test.each<[string | null, number | null, string]>([
    ['2026-11-02', 1, 'Tài liệu có trên Sổ tay đảng viên điện tử từ ngày 02/11/2026'],
    [null, null, 'Tài liệu có trên Sổ tay đảng viên điện tử từ: chưa ghi ngày'],
  ])('handbook on %s: %s', (handbookOn, points, evidence) => {
    expect(judged('handbook', { handbookOn })).toEqual({ points, evidence })
  })
})

describe('speakers', () => {
  test.each([
    [11, 20, 5],
    // Exactly half is undefined in the sheet: the step above, for the one below ends before 50.
    [10, 20, 5],
    [9, 20, 4],
    [8, 20, 4],
    [7, 20, 3],
    [6, 20, 3],
    [5, 20, 2],
    [1, 20, 2],
  ])('%d of %d who came: %d points', (spoke, there, points) => {
    expect(judged('speakers', { speakers: { turns: spoke, there, spoke, unnamedTurns: 0 } }).points).toBe(
      points,
    )
  })
  test.each([
    [8, 1, 4],
    // The unnamed may be others who have not spoken yet: with them it would be half.
    [8, 2, null],
    [11, 9, 5],
    [20, 3, 5],
  ])('%d by name and %d turns unnamed, of 20: %s points', (spoke, unnamedTurns, points) => {
    const speakers = { turns: spoke + unnamedTurns, there: 20, spoke, unnamedTurns }
    expect(judged('speakers', { speakers }).points).toBe(points)
  })
  it('is not established where nobody was noted, or nobody by name', () => {
    expect(judged('speakers', { speakers: { turns: 0, there: 20, spoke: 0, unnamedTurns: 0 } })).toEqual({
      points: null,
      evidence: 'Chưa ghi lượt phát biểu nào',
    })
    expect(judged('speakers', { speakers: { turns: 1, there: 20, spoke: 0, unnamedTurns: 1 } })).toEqual({
      points: null,
      evidence: '0/20 người có mặt phát biểu (0%), còn 1 lượt chưa ghi tên',
    })
  })
})

describe('what the last resolution gave', () => {
  test.each([
    [10, 10, 30],
    [9, 10, 30],
    [89, 100, 27],
    [8, 10, 27],
    [79, 100, 24],
    [7, 10, 24],
    [69, 100, 20],
    [6, 10, 20],
    [59, 100, 15],
    [5, 10, 15],
    [49, 100, 10],
    [0, 10, 10],
  ])('%d of %d done: %d points', (done, count, points) => {
    expect(judged('tasks', { tasks: { count, done, open: [] } }).points).toBe(points)
  })
  it('is for people to judge where nothing was given', () => {
    expect(judged('tasks', { tasks: { count: 0, done: 0, open: [] } })).toEqual({
      points: null,
      evidence: 'Kỳ trước không giao nhiệm vụ nào đến hạn buổi này',
    })
  })
})

test.each([
  [15, 1],
  [14, 0],
  // Above 30 minutes the sheet says nothing.
  [40, 1],
  [null, null],
])('ideology, %s minutes: %s points', (ideologyMinutes, points) => {
  expect(judged('ideology', { ideologyMinutes }).points).toBe(points)
})

it('leaves a line to people where no fact measures it, and tells all that speak for it', () => {
  expect(judged('content')).toEqual({ points: null, evidence: '' })
  expect(judged('praise')).toEqual({
    points: null,
    evidence: '2 biểu dương, 1 nhắc nhở; 1 lượt tự phê bình, 2 lượt phê bình',
  })
})
