import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { fillWorkbook } from '../../src/main/excel/fill-workbook.ts'
import type { WorkbookSpec } from '../../src/main/excel/workbook-spec.ts'
import { findingsWorkbook } from '../../src/main/members/findings-workbook.ts'
import { registerWorkbook } from '../../src/main/papers/register-workbook.ts'
import { reports } from '../../src/main/reports/registry.ts'
import { workbookOf } from '../../src/main/reports/report.ts'
import { reportSource } from '../../src/main/reports/report-source.ts'
import { layoutOf } from '../../src/main/resources/layout-rules.ts'
import { planWorkbook } from '../../src/main/themes/plan-workbook.ts'
import { yearPlan } from '../../src/main/themes/year-plan.ts'
import type { ListPreview } from '../../src/shared/contract/members-import.ts'
import { reportNames } from '../../src/shared/rules/reports.ts'
import { days, hostileTexts } from './hostile.ts'
import { startProgram } from './program.ts'
import { write } from './workbook.ts'

// Run as a process of its own with TZ set (folder, seed, reports…): an office in which everything typed is hostile, and every workbook the
// program makes of it, in the folder it is given; `meant.json` says what was meant to stand in each.
const [folder = '', seed = '0', ...names] = process.argv.slice(2)

/** Where a hand may type what it likes. */
const typed: Record<string, string[]> = {
  cell: ['name', 'upperBody', 'place'],
  member: ['fullName', 'cardNumber', 'identityNumber', 'job', 'politicalTheory', 'residenceCell', 'phone'],
  memberStatus: ['note'],
  meeting: ['theme', 'place'],
  attendance: ['note'],
  speakingTurn: ['gist', 'guestName'],
  conclusion: ['content'],
  task: ['title'],
  scoreLine: ['title', 'evidence', 'reason'],
  theme: ['title', 'problem', 'figures', 'product', 'note'],
  themeContributor: ['topic'],
  outsidePaper: ['title'],
  remark: ['content'],
}

const test = startProgram({ now: '2026-11-21T12:00:00+07:00' })
await test.call('office.openSample', {})
const { office } = test.program
if ('problem' in office) throw new Error(office.problem)
const { db, sqlite } = office.database
// Any code points at all, halves of a pair too.
const codes = fc.array(fc.integer({ min: 0, max: 0x10_ff_ff }), { minLength: 1, maxLength: 30 })
const more = fc
  .sample(codes, { seed: Number(seed), numRuns: 40 })
  .map((each) => String.fromCodePoint(...each))
const texts = [...hostileTexts, ...more]
let next = 0
const rowsOf = (table: string) => sqlite.prepare(`SELECT id FROM ${table}`).all() as { id: number }[]
for (const [table, columns] of Object.entries(typed)) {
  for (const column of columns) {
    const set = sqlite.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ? AND ${column} IS NOT NULL`)
    for (const { id } of rowsOf(table)) set.run(texts[next++ % texts.length], id)
  }
}
next = 0
for (const column of ['birthDate', 'admittedOn', 'officialOn']) {
  const set = sqlite.prepare(`UPDATE member SET ${column} = ? WHERE id = ?`)
  for (const { id } of rowsOf('member')) set.run(days[next++ % days.length], id)
}

const meant: { file: string; sheets: Meant[] }[] = []
type Meant = { name: string; texts: string[]; dates: string[]; formulas: number }

async function save(file: string, spec: WorkbookSpec) {
  await write(spec, join(folder, file))
  const sheets = spec.sheets.map((sheet): Meant => {
    const rows = [...sheet.rows, ...sheet.totals]
    const of = (pick: (type: string, cell: unknown) => boolean) =>
      rows.flatMap(({ type, cells }) =>
        cells.filter((cell, column) => pick(type ?? sheet.columns[column]?.type ?? '', cell)),
      )
    const isDay = (cell: unknown) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell)
    return {
      name: sheet.name,
      texts: [
        ...sheet.head,
        ...sheet.titles,
        ...sheet.notes,
        ...sheet.columns.map(({ heading }) => heading),
        ...(of((type, cell) => type !== 'date' && typeof cell === 'string') as string[]),
      ],
      dates: of((type, cell) => type === 'date' && isDay(cell)) as string[],
      formulas: of((_, cell) => cell !== null && typeof cell === 'object').length,
    }
  })
  meant.push({ file, sheets })
}

/** A list handed in for import, nothing in which is what it should be. */
function list(): ListPreview {
  const rows = hostileTexts.map((fullName, index): ListPreview['rows'][number] => ({
    row: index + 2,
    cellName: fullName,
    member: {
      fullName,
      sex: null,
      birthDate: null,
      cardNumber: fullName,
      identityNumber: null,
      fileNumber: null,
      admittedOn: null,
      officialOn: null,
      role: null,
      job: fullName,
      politicalTheory: '',
      residenceCell: '',
      phone: '',
      note: fullName,
      statuses: [],
    },
    findings: [{ cell: `B${index + 2}`, level: 'warning', message: fullName }],
    match: null,
  }))
  return {
    fileName: '=x.xlsx',
    sheets: ['=x'],
    sheet: '=x',
    headingRows: [1],
    columns: [],
    notices: [...hostileTexts],
    cellNames: [...hostileTexts],
    rows,
    counts: { ok: 0, warning: rows.length, error: 0 },
  }
}

const today = '2026-11-21'
const source = reportSource(db, today, { fromDate: '2026-01-01', toDate: '2026-12-31' })
for (const name of reportNames)
  if (names.includes(name)) await save(`${name}.xlsx`, await workbookOf(await reports[name](source), source))
await save('plan.xlsx', planWorkbook(await yearPlan(db, 2026, today), await layoutOf(db)))
const [cell] = await db.selectFrom('cell').selectAll().execute()
const register = await test.call('register.get', {})
if (cell)
  await save('register.xlsx', registerWorkbook(register, register.terms.at(-1)?.id ?? null, cell, today))
await save('findings.xlsx', findingsWorkbook(list()))
const form = readFileSync('tests/samples/bieu-tong-hop-6-thang.xlsx')
const filled = await fillWorkbook(
  form,
  'Biểu 6 tháng',
  hostileTexts.slice(0, 9).map((value, index) => ({ row: 6, column: 3 + index, value })),
)
writeFileSync(join(folder, 'filled.xlsx'), filled.bytes)
writeFileSync(join(folder, 'meant.json'), JSON.stringify(meant))
test.close()
