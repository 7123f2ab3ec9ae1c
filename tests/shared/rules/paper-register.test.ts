import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  groupWords,
  papersOfTerm,
  type RegisteredPaper,
  registerGroups,
  revisionWords,
  termWords,
} from '../../../src/shared/rules/paper-register.ts'

const types = [
  { code: 'NQ', name: 'Nghị quyết' },
  { code: 'TB', name: 'Thông báo' },
]
const terms = [
  { id: 1, startsOn: '2020-05-10' },
  { id: 2, startsOn: '2025-03-01' },
]
let nextId = 1
const paper = (code: string, number: number, issuedOn: string): RegisteredPaper => ({
  origin: 'issued',
  id: nextId++,
  code,
  number,
  symbol: `${String(number).padStart(2, '0')}-${code}/CB`,
  issuedOn,
  title: `Văn bản ${number}`,
  meeting: null,
  year: null,
  revisions: [],
})
const told = (papers: readonly RegisteredPaper[]) =>
  registerGroups(papers, types, 'CB').map((group) => ({
    code: group.code,
    lines: group.lines.map((line) =>
      line.kind === 'gap' ? line.words : [line.paper.symbol, ...line.amiss].join(': '),
    ),
    words: groupWords(group),
  }))

describe('the register of numbers', () => {
  it('lists each type by its numbers and tells gaps and doubles plainly', () => {
    expect(
      told([
        paper('TB', 2, '2025-04-02'),
        paper('NQ', 7, '2025-09-05'),
        paper('NQ', 2, '2025-05-05'),
        paper('NQ', 1, '2025-04-05'),
        paper('NQ', 2, '2025-06-05'),
        paper('NQ', 4, '2025-06-01'),
      ]),
    ).toEqual([
      {
        code: 'NQ',
        lines: [
          '01-NQ/CB',
          '02-NQ/CB: Trùng số: 2 văn bản cùng số 02',
          '02-NQ/CB: Trùng số: 2 văn bản cùng số 02',
          'Số 03-NQ/CB chưa có',
          '04-NQ/CB: Ngày trước số nhỏ hơn (đã có số ghi ngày 05/06/2025)',
          'Số 05 đến 06-NQ/CB chưa có',
          '07-NQ/CB',
        ],
        words: '5 văn bản, thiếu 3 số, trùng 1 số; số tiếp theo 08',
      },
      {
        code: 'TB',
        lines: ['Số 01-TB/CB chưa có', '02-TB/CB'],
        words: '1 văn bản, thiếu 1 số; số tiếp theo 03',
      },
    ])
  })

  it('tells what bears a day before any smaller number, and a gap before doubles once', () => {
    const lines = told([
      paper('NQ', 1, '2025-05-05'),
      paper('NQ', 2, '2025-03-05'),
      paper('NQ', 3, '2025-04-05'),
      paper('NQ', 5, '2025-06-05'),
      paper('NQ', 5, '2025-07-05'),
    ])[0]?.lines
    expect(lines).toEqual([
      '01-NQ/CB',
      '02-NQ/CB: Ngày trước số nhỏ hơn (đã có số ghi ngày 05/05/2025)',
      '03-NQ/CB: Ngày trước số nhỏ hơn (đã có số ghi ngày 05/05/2025)',
      'Số 04-NQ/CB chưa có',
      '05-NQ/CB: Trùng số: 2 văn bản cùng số 05',
      '05-NQ/CB: Trùng số: 2 văn bản cùng số 05',
    ])
  })

  it('counts by term', () => {
    const papers = [paper('NQ', 58, '2025-02-20'), paper('NQ', 1, '2025-03-01'), paper('NQ', 3, '2019-01-01')]
    const numbersOf = (id: number | null) => papersOfTerm(papers, terms, id).map(({ number }) => number)
    expect([numbersOf(1), numbersOf(2), numbersOf(null)]).toEqual([[58], [1], [3]])
    expect([termWords(terms, 1), termWords(terms, 2), termWords(terms, null), termWords([], null)]).toEqual([
      'Từ 10/05/2020 đến trước 01/03/2025',
      'Từ 01/03/2025',
      'Trước 10/05/2020',
      'Chưa ghi nhiệm kỳ',
    ])
  })

  it('says how often a paper was issued again, and when last', () => {
    const revised = (issuedOn: string, revision: number) => ({ id: 9, revision, issuedOn, reason: 'Sửa' })
    expect(revisionWords({ revisions: [] })).toBe('')
    expect(revisionWords({ revisions: [revised('2026-01-05', 1), revised('2026-02-06', 2)] })).toBe(
      'Sửa 2 lần, lần cuối 06/02/2026',
    )
  })

  it('accounts for every number up to the highest: given or told as missing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }), (numbers) => {
        const [group] = registerGroups(
          numbers.map((number) => paper('NQ', number, '2026-01-01')),
          types,
          'CB',
        )
        const seen = group?.lines.flatMap((line) =>
          line.kind === 'paper'
            ? [line.paper.number]
            : Array.from({ length: line.to - line.from + 1 }, (_, index) => line.from + index),
        )
        const highest = Math.max(...numbers)
        expect([...new Set(seen)]).toEqual(Array.from({ length: highest }, (_, index) => index + 1))
        expect(group).toMatchObject({
          given: numbers.length,
          missing: highest - new Set(numbers).size,
          next: highest + 1,
        })
      }),
      { numRuns: 60 },
    )
  })
})
