import { expect, test } from 'vitest'
import { assertOwnFormulas, formula } from '../../../src/main/excel/workbook-spec.ts'
import { column, sheet } from '../../support/workbook.ts'

test('a formula is plain JSON: texts and references in turns', () => {
  const made = formula(3)`SUM(${[{ column: 'a' }, { column: 'b', row: 'all' }]})/2`
  expect(JSON.parse(JSON.stringify(made))).toEqual({
    formula: ['SUM(', [{ column: 'a' }, { column: 'b', row: 'all' }], ')/2'],
    value: 3,
  })
})

test('only what `formula` made may stand where a formula may', () => {
  const own = formula(1)`1`
  const columns = [column('a')]
  expect(() => assertOwnFormulas({ sheets: [sheet(columns, [[own], ['=1+1'], [2], [null]])] })).not.toThrow()
  const copied = structuredClone(own)
  expect(() => assertOwnFormulas({ sheets: [sheet(columns, [[copied]])] })).toThrow('"sheet"')
  const total = { key: null, bold: true, type: null, cells: [{ formula: ['1+1'], value: 2 }] }
  expect(() => assertOwnFormulas({ sheets: [sheet(columns, [], { totals: [total] })] })).toThrow()
})
