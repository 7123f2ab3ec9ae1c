import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  documentTypesOn,
  issueRefusal,
  nextNumber,
  numberFindings,
  paperSymbol,
  termOn,
  usedInTerm,
} from '../../../src/shared/rules/paper-number.ts'

const terms = [
  { id: 1, startsOn: '2020-05-10' },
  { id: 2, startsOn: '2025-03-01' },
]
const used = (number: number, issuedOn: string) => ({ number, issuedOn, title: `Nghị quyết ${number}` })

describe('numbers of issued papers', () => {
  it('run from 01 through a term of the committee, not through a year', () => {
    const all = [used(58, '2025-02-20'), used(1, '2025-03-05'), used(2, '2026-01-05')]
    expect(nextNumber(terms, all, '2026-11-21')).toBe(3)
    expect(nextNumber(terms, all, '2025-02-25')).toBe(59)
    expect(nextNumber(terms, [], '2026-11-21')).toBe(1)
    expect(termOn(terms, '2020-05-09')).toBeNull()
  })

  it.each([
    [5, '05-NQ/CB'],
    [12, '12-NQ/CB'],
    [105, '105-NQ/CB'],
    [null, '……-NQ/CB'],
  ])('%s stands on paper as %s', (number, symbol) => {
    expect(paperSymbol(number, 'NQ', 'CB')).toBe(symbol)
  })

  it('warn of a number taken, of those left out, and of one out of order', () => {
    const inTerm = usedInTerm(terms, [used(1, '2025-03-05'), used(2, '2026-01-05')], '2026-11-21')
    expect(numberFindings(inTerm, 3, '2026-11-21')).toEqual([])
    expect(numberFindings(inTerm, 2, '2026-11-21')).toEqual(['Số 02 đã dùng cho: Nghị quyết 2 (05/01/2026).'])
    expect(numberFindings(inTerm, 4, '2026-11-21')).toEqual(['Bỏ trống số 03 của nhiệm kỳ này.'])
    expect(numberFindings(inTerm, 9, '2026-11-21')).toEqual(['Bỏ trống số 03–08 của nhiệm kỳ này.'])
    expect(numberFindings(inTerm, 3, '2025-12-30')).toEqual([
      'Số 02 nhỏ hơn nhưng ghi ngày 05/01/2026, sau ngày này.',
    ])
    // A number left out is given later: the next one bears a later day, as it should.
    const withGap = [used(1, '2025-03-05'), used(3, '2026-01-05')]
    expect(numberFindings(withGap, 2, '2025-12-30')).toEqual([])
  })

  it('give no warning for whoever always takes the next one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2000 }), { maxLength: 20 }), (days) => {
        const all: ReturnType<typeof used>[] = []
        for (const day of days.sort((a, b) => a - b)) {
          const date = new Date(Date.UTC(2020, 5, 1 + day)).toISOString().slice(0, 10)
          const number = nextNumber(terms, all, date)
          expect(numberFindings(usedInTerm(terms, all, date), number, date)).toEqual([])
          all.push(used(number, date))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('types a cell may issue', () => {
  const common = { kind: 'Quy định', title: '', source: '', confidence: '', note: '' }
  const rules = [
    {
      ...common,
      id: 'old',
      number: '66-QĐ/TW',
      date: '2017-02-06',
      validFrom: '2017-02-06',
      types: [{ code: 'TB', name: 'Thông báo', cellMayIssue: false }],
    },
    {
      ...common,
      id: 'new',
      number: '399-QĐ/TW',
      date: '2026-01-09',
      validFrom: '2026-01-09',
      types: [{ code: 'TB', name: 'Thông báo', cellMayIssue: true }],
    },
  ]
  it.each([
    ['2016-01-01', null, null],
    ['2026-01-08', 'old', 'Theo Quy định 66-QĐ/TW ngày 06/02/2017, chi bộ không ban hành thông báo.'],
    ['2026-01-09', 'new', null],
  ])('on %s', (date, id, sentence) => {
    expect(documentTypesOn(rules, date)?.id ?? null).toBe(id)
    expect(issueRefusal(rules, 'TB', date)).toBe(sentence)
  })

  it('say nothing of a type no rule speaks of', () => {
    expect(issueRefusal(rules, 'NQ', '2020-01-01')).toBeNull()
  })
})
