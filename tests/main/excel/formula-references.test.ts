import { describe, expect, it } from 'vitest'
import { type Reference, referencesIn, shifted } from '../../../src/main/excel/formula-references.ts'

const words = ({ sheet, firstRow, firstColumn, lastRow, lastColumn }: Reference) =>
  `${sheet ?? ''}!${firstRow},${firstColumn}-${lastRow},${lastColumn}`
const read = (formula: string) => referencesIn(formula).references.map(words)

describe('what a formula reads', () => {
  it.each([
    ['SUM(C6:C8)*2', ['!6,3-8,3']],
    ["SUM($A$1:B2)+'Biểu ''6'' tháng'!C7", ['!1,1-2,2', "Biểu '6' tháng!7,3-7,3"]],
    ['Sheet2!A1&"A9"&Tổng!B$2', ['Sheet2!1,1-1,1', 'Tổng!2,2-2,2']],
    ['SUM(A:B,2:3)', ['!1,1-1048576,2', '!2,1-3,16384']],
    // Functions with figures in their names are no cells, numbers with an exponent neither.
    ['LOG10(A1)+DEC2BIN(1.5E+3)', ['!1,1-1,1']],
    // Another workbook is not filled.
    ["[1]Trang!$A$1+'C:\\[2]Trang x'!B2+C3", ['!3,3-3,3']],
    ['IF(A1>=10,{1,2;3,4},TRUE)', ['!1,1-1,1']],
  ])('%s', (formula, expected) => {
    expect(read(formula)).toEqual(expected)
    expect(referencesIn(formula)).toMatchObject({ unclear: false, names: [] })
  })

  it('is unclear where the text alone does not say it', () => {
    for (const formula of [
      'INDIRECT("A1")',
      'SUM(OFFSET(A1,1,1,2))',
      'SUM(Bang1[Đảng số])',
      'SUM(Sheet1:Sheet3!A1)',
      "SUM('Trang 1:Trang 3'!A1)",
      'SUM(A1:INDEX(B:B,3))',
      'SUM(A1#)',
    ])
      expect([formula, referencesIn(formula).unclear]).toEqual([formula, true])
  })

  it('may be names', () => {
    expect(referencesIn('Tong_so+Trang!Ten.Rieng').names).toEqual(['Tong_so', 'Ten.Rieng'])
  })

  it('moves with a shared formula, but for what is fixed, and stays on the sheet', () => {
    const moved = referencesIn('A1+$B2+C$3+$D$4+E:E').references.map((each) => words(shifted(each, 2, 1)))
    expect(moved).toEqual(['!3,2-3,2', '!4,2-4,2', '!3,4-3,4', '!4,4-4,4', '!1,6-1048576,6'])
    expect(referencesIn('A1').references.map((each) => words(shifted(each, -5, -5)))).toEqual(['!1,1-1,1'])
  })
})
