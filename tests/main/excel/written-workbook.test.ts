import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { cellsOf, inFolder } from '../../support/workbook.ts'

/** Files as another program would write them, to see what this reader makes of each kind of cell. */
async function foreign<T>(
  fill: (sheet: exceljs.Worksheet) => void,
  read: (path: string) => Promise<T>,
): Promise<T> {
  return inFolder(async (folder) => {
    const path = join(folder, 'khac.xlsx')
    const workbook = new exceljs.Workbook()
    fill(workbook.addWorksheet('Một'))
    workbook.addWorksheet('Hai & "ba"')
    await workbook.xlsx.writeFile(path)
    return read(path)
  })
}

describe('openWritten', () => {
  test('reads texts, numbers, formulas with their cached values, and the names of the sheets', async () => {
    const { names, cells } = await foreign((sheet) => {
      sheet.getCell('A1').value = 'Nguyễn <b> & _x005F_x0041_'
      sheet.getCell('B1').value = 12.5
      sheet.getCell('C1').value = { formula: 'B1*2', result: 25 }
      sheet.getCell('D1').value = { formula: 'IF(B1=0,"","a")', result: '' }
      sheet.getCell('B3').value = '  hai\nđầu  '
    }, cellsOf)
    expect(names).toEqual(['Một', 'Hai & "ba"'])
    expect(cells).toEqual([
      [
        { address: 'A1', formula: null, value: 'Nguyễn <b> & _x0041_' },
        { address: 'B1', formula: null, value: 12.5 },
        { address: 'C1', formula: 'B1*2', value: 25 },
        { address: 'D1', formula: 'IF(B1=0,"","a")', value: '' },
        { address: 'B3', formula: null, value: '  hai\nđầu  ' },
      ],
      [],
    ])
  })

  test('refuses links and kinds of cell this program never writes', async () => {
    const link = (sheet: exceljs.Worksheet) => {
      sheet.getCell('A1').value = { text: 'bấm', hyperlink: 'javascript:alert(1)' }
    }
    await expect(foreign(link, cellsOf)).rejects.toThrow('points outside itself')
    const flag = (sheet: exceljs.Worksheet) => {
      sheet.getCell('A1').value = true
    }
    await expect(foreign(flag, cellsOf)).rejects.toThrow('Something nobody wrote: <c r="A1" t="b">')
  })
})
