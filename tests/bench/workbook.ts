import { rmSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { OpenDatabase } from '../../src/main/db/open.ts'
import { layOut, type PlacedWorkbook } from '../../src/main/excel/layout.ts'
import { readRollBook } from '../../src/main/reports/roll-book.ts'
import { rollBookWorkbook } from '../../src/main/reports/roll-book-workbook.ts'
import { write } from '../support/workbook.ts'
import { benchToday } from './large-office.ts'
import { byTurns, type Result, result } from './measure.ts'

/**
 * The roll book from the database to the verified file, against writing the same cells in the same styles through
 * exceljs alone. Both in this process: the program does its part in a child, whose start is left out on both sides.
 */
export async function measureWorkbook({ db }: OpenDatabase, folder: string): Promise<Result[]> {
  const year = benchToday.slice(0, 4)
  return [
    ...(await measurePeriod('reports.workbook.year', db, folder, `${year}-01-01`, 9, 4)),
    ...(await measurePeriod('reports.workbook', db, folder, '2000-01-01', 3, 1)),
  ]
}

async function measurePeriod(
  name: string,
  db: OpenDatabase['db'],
  folder: string,
  fromDate: string,
  rounds: number,
  warmUp: number,
): Promise<Result[]> {
  const path = join(folder, 'bench.xlsx')
  const spec = async () => rollBookWorkbook(await readRollBook(db, benchToday, fromDate, benchToday))
  const placed = layOut(await spec())
  const { left, right } = await byTurns(
    rounds,
    warmUp,
    async () => {
      rmSync(path, { force: true })
      await write(await spec(), path)
    },
    () => throughExceljs(placed, path),
  )
  rmSync(path, { force: true })
  return [result(name, left / right, 'x exceljs alone', 1.3), result(`${name}.time`, left, 'ms', null)]
}

async function throughExceljs(placed: PlacedWorkbook, path: string): Promise<void> {
  const workbook = new exceljs.Workbook()
  const thin = { style: 'thin' } as const
  const style: Partial<exceljs.Style> = {
    font: { name: 'Times New Roman', size: 11 },
    alignment: { vertical: 'middle', wrapText: true },
    border: { top: thin, left: thin, bottom: thin, right: thin },
  }
  for (const sheet of placed.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name)
    for (const [index, row] of sheet.rows.entries()) {
      for (const { column, content } of row.cells) {
        const cell = worksheet.getRow(index + 1).getCell(column)
        cell.value =
          content !== null && typeof content === 'object'
            ? { formula: content.formula, result: content.value ?? '' }
            : content
        cell.style = style
      }
    }
    for (const merge of sheet.merges) worksheet.mergeCells(merge)
  }
  await workbook.xlsx.writeFile(path)
}
