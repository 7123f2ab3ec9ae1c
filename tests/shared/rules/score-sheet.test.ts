import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { scoreSheets } from '../../../src/main/resources/score-sheets.ts'
import { sheetLines } from '../../../src/shared/rules/score.ts'
import { type ScoreScale, scoreFactNames } from '../../../src/shared/rules/score-facts.ts'
import {
  chosenSheet,
  firstDayProblem,
  mostOf,
  movedLine,
  type SheetOffer,
  scaleKindOf,
  scaleProblem,
  scaleWords,
  sheetProblems,
  sheetsOn,
  sheetTotals,
  totalWords,
  usualScale,
  type WrittenLine,
} from '../../../src/shared/rules/score-sheet.ts'

const line = (maximum: number, more: Partial<WrittenLine> = {}): WrittenLine => ({
  groupTitle: '',
  title: 'Tiêu chí',
  maximum,
  maximumThemed: maximum,
  scale: null,
  ...more,
})
const missing = (more: Partial<Extract<ScoreScale, { kind: 'missing' }>> = {}): ScoreScale => ({
  kind: 'missing',
  full: 5,
  steps: [
    { atMost: 15, points: 4 },
    { atMost: 30, points: 3 },
  ],
  half: 2,
  below: 1,
  larger: null,
  ...more,
})
const share = (steps: [from: number, points: number][], unexcused: number | null = null): ScoreScale => ({
  kind: 'share',
  steps: steps.map(([from, points]) => ({ from, points })),
  unexcused,
})

describe('the sum of a sheet', () => {
  it('is of either month by itself, in hundredths', () => {
    const lines = [line(0.1), line(0.2), line(15, { maximumThemed: 10 }), line(0, { maximumThemed: 5 })]
    expect(sheetTotals(lines)).toEqual({ plain: 15.3, themed: 15.3 })
  })
  test.each([
    [100, '100'],
    [99.5, '99,5, còn thiếu 0,5'],
    [101, '101, thừa 1'],
    [0, '0, còn thiếu 100'],
  ])('%d reads as %s', (total, words) => {
    expect(totalWords(total)).toBe(words)
  })
})

describe('what keeps a sheet from being used', () => {
  test.each<[string, Parameters<typeof sheetProblems>, string[]]>([
    ['no line', [['regular'], []], ['Phiếu chưa có dòng nào']],
    ['nothing', [['regular'], [line(100)]], []],
    [
      'a sum below 100 in both months',
      [['regular', 'themed'], [line(95)]],
      [
        'Tháng không có chuyên đề: các dòng cộng lại được 95, còn thiếu 5',
        'Tháng có chuyên đề: các dòng cộng lại được 95, còn thiếu 5',
      ],
    ],
    [
      'only the themed sum, of a sheet that no regular meeting is scored by',
      [['regularThemed', 'themed'], [line(90, { maximumThemed: 100 })]],
      [],
    ],
    [
      'a line without points in any month',
      [['regular'], [line(100), line(0)]],
      ['Dòng 2: chưa có điểm tối đa'],
    ],
    [
      'steps above the maximum of either month',
      [['themed'], [line(0, { maximumThemed: 4, scale: missing() }), line(96)]],
      ['Dòng 1: mức cao nhất cho 5 điểm, nhiều hơn tối đa 4'],
    ],
  ])('is %s', (_, [kinds, lines], problems) => {
    expect(sheetProblems(kinds, lines)).toEqual(problems)
  })
  test.each(scoreSheets)('is nothing of $id', ({ kinds, groups }) => {
    const lines = groups.flatMap(({ title, criteria }) =>
      criteria.map((criterion) => ({ ...criterion, groupTitle: title })),
    )
    expect(sheetProblems(kinds, lines)).toEqual([])
  })
})

describe('steps', () => {
  test.each<[string, ScoreScale, string | null]>([
    ['in order', missing(), null],
    ['none between full and half', missing({ steps: [] }), null],
    [
      'twice the same minutes',
      missing({
        steps: [
          { atMost: 15, points: 4 },
          { atMost: 15, points: 3 },
        ],
      }),
      'Các mức phải xếp từ thiếu ít đến thiếu nhiều, không trùng nhau',
    ],
    ['more points for less time', missing({ half: 3.5 }), 'Điểm phải giảm dần theo số phút thiếu'],
    [
      'shares down to nothing',
      share([
        [90, 4],
        [0, 1],
      ]),
      null,
    ],
    ['a share above all', share([[101, 4]]), 'Tỷ lệ không thể quá 100%'],
    [
      'shares out of order',
      share([
        [50, 4],
        [90, 3],
        [0, 1],
      ]),
      'Các mức phải xếp từ tỷ lệ cao xuống tỷ lệ thấp, không trùng nhau',
    ],
    [
      'shares that leave some without points',
      share([
        [90, 4],
        [50, 3],
      ]),
      'Mức cuối phải tính từ 0%, để tỷ lệ nào cũng có điểm',
    ],
    [
      'the same points for a lower share',
      share([
        [90, 4],
        [0, 4],
      ]),
      'Điểm phải giảm dần theo tỷ lệ',
    ],
    ['all or nothing', { kind: 'met', points: 2 }, null],
  ])('%s', (_, scale, problem) => {
    expect(scaleProblem(scale)).toBe(problem)
  })

  it.each(scoreSheets.flatMap((sheet) => sheetLines(sheet, true)))(
    'of the sheets shipped: $title',
    ({ scale, facts }) => {
      if (!scale) return
      expect(scaleProblem(scale)).toBeNull()
      expect(scaleKindOf(facts[0] ?? 'adopted')).toBe(scale.kind)
    },
  )

  test.each<[ScoreScale, string]>([
    [
      missing({ larger: { members: 30, minutes: 120 } }),
      'Đủ thời lượng 5; thiếu không quá 15 phút 4; thiếu trên 15 đến 30 phút 3; thiếu nhiều hơn mà còn từ một nửa 2; dưới một nửa 1; chi bộ từ 30 đảng viên tính theo 120 phút',
    ],
    [
      share(
        [
          [90, 4],
          [66.5, 2.5],
          [0, 1],
        ],
        0,
      ),
      'Từ 90% 4; từ 66,5% đến dưới 90% 2,5; dưới 66,5% 1; có vắng không lý do 0',
    ],
    [{ kind: 'minutes', from: 15, points: 1 }, 'Từ 15 phút 1; ít hơn 0'],
    [{ kind: 'met', points: 2 }, 'Đạt 2; không đạt 0'],
  ])('%j read as %s', (scale, words) => {
    expect(scaleWords(scale)).toBe(words)
  })

  it('to begin with give the maximum and no more, and are in order', () => {
    for (const fact of scoreFactNames) {
      const scale = usualScale(fact, 4)
      expect(scale?.kind ?? null).toBe(scaleKindOf(fact))
      if (!scale) continue
      expect([fact, mostOf(scale), scaleProblem(scale)]).toEqual([fact, 4, null])
    }
  })
})

describe('a line that is moved', () => {
  const lines = ['A', 'A', 'B', ''].map((groupTitle) => ({ groupTitle }))
  test.each<[number, 1 | -1, ReturnType<typeof movedLine>]>([
    [0, -1, null],
    [0, 1, { groupTitle: 'A', swapWith: 1 }],
    // First into the neighbouring group, then past its lines.
    [1, 1, { groupTitle: 'B', swapWith: null }],
    [2, -1, { groupTitle: 'A', swapWith: null }],
    [3, -1, { groupTitle: 'B', swapWith: null }],
    [3, 1, null],
    [9, 1, null],
  ])('%d by %d', (index, step, moved) => {
    expect(movedLine(lines, index, step)).toEqual(moved)
  })
})

describe('the sheet of a meeting', () => {
  const offer = (sheet: string, more: Partial<SheetOffer> = {}): SheetOffer => ({
    sheet,
    kinds: ['regular', 'regularThemed', 'themed'],
    validFrom: '2025-10-28',
    replaces: null,
    ...more,
  })
  const shipped = [offer('hd-42-2025'), offer('cam-le-2025')]
  const themedOnly = offer('own-1', { kinds: ['themed'], validFrom: null })
  const version = offer('own-2', { validFrom: '2026-12-01', replaces: 'hd-42-2025' })
  const later = offer('own-3', { validFrom: '2027-01-01', replaces: 'own-2' })
  const on = (day: string, sheets: SheetOffer[]) => sheetsOn(sheets, day).map(({ sheet }) => sheet)

  it('holds from its day on and is gone once another takes its place', () => {
    const sheets = [...shipped, themedOnly, version, later]
    expect(on('2025-10-27', sheets)).toEqual(['own-1'])
    expect(on('2026-11-30', sheets)).toEqual(['hd-42-2025', 'cam-le-2025', 'own-1'])
    expect(on('2026-12-01', sheets)).toEqual(['cam-le-2025', 'own-1', 'own-2'])
    expect(on('2027-01-01', sheets)).toEqual(['cam-le-2025', 'own-1', 'own-3'])
  })

  test.each<[string, SheetOffer[], 'regular' | 'themed', string | null, string | null]>([
    ['the first of the program', shipped, 'regular', null, 'hd-42-2025'],
    ['the one last used', shipped, 'regular', 'cam-le-2025', 'cam-le-2025'],
    ['one for this kind alone', [...shipped, themedOnly], 'themed', 'hd-42-2025', 'own-1'],
    ['not one for another kind', [...shipped, themedOnly], 'regular', 'own-1', 'hd-42-2025'],
    ['the cell’s own, unless another was used', [...shipped, offer('own-4')], 'regular', null, 'own-4'],
    [
      'what took the place of what took the place of the one used',
      [...shipped, version, later],
      'regular',
      'hd-42-2025',
      'own-3',
    ],
    ['whatever there is', [themedOnly], 'regular', null, 'own-1'],
    ['nothing', [], 'regular', null, null],
  ])('is %s', (_, sheets, kind, lastUsed, chosen) => {
    expect(chosenSheet(sheetsOn(sheets, '2027-02-01'), sheets, kind, lastUsed)).toBe(chosen)
  })

  it('is always one of those offered, whatever replaces what', () => {
    const name = fc.constantFrom('a', 'b', 'own-1', 'own-2')
    const offers = fc.uniqueArray(
      fc.record({
        sheet: name,
        kinds: fc.constantFrom<SheetOffer['kinds'][]>(['regular'], ['themed'], ['regular', 'themed']),
        validFrom: fc.constantFrom(null, '2026-01-01', '2026-06-01'),
        replaces: fc.option(name),
      }),
      { selector: ({ sheet }) => sheet },
    )
    fc.assert(
      fc.property(offers, fc.option(name), (sheets, used) => {
        const offered = sheetsOn(sheets, '2026-03-01')
        const chosen = chosenSheet(offered, sheets, 'regular', used)
        expect(offered.length === 0 ? null : offered.map(({ sheet }) => sheet)).toEqual(
          offered.length === 0 ? chosen : expect.arrayContaining([chosen]),
        )
      }),
      { numRuns: 60 },
    )
  })
})

test.each<[string | null, string | null, (string | null)[], RegExp | null]>([
  [null, null, [], null],
  ['2026-11-01', '2026-11-01', [], null],
  ['2026-10-31', '2026-11-01', [], /^Phiếu được thay có hiệu lực từ 01\/11\/2026/],
  [null, '2026-11-01', [], /^Phiếu được thay/],
  ['2026-11-01', null, ['2026-12-01', '2026-11-01'], null],
  ['2026-11-02', null, ['2026-12-01', '2026-11-01'], /thay phiếu này có hiệu lực từ 01\/11\/2026/],
  ['2026-11-02', null, [null], /cho mọi ngày/],
  [null, null, [null, '2026-11-01'], null],
])('a sheet from %s in place of one from %s, replaced from %j: %s', (day, replaced, replacing, said) => {
  const problem = firstDayProblem(day, replaced, replacing)
  if (said) expect(problem).toMatch(said)
  else expect(problem).toBeNull()
})
