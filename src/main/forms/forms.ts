import { writeFile } from 'node:fs/promises'
import type { formsContract } from '../../shared/contract/forms.ts'
import type { Input } from '../../shared/contract/index.ts'
import { foundAgain, likestForm } from '../../shared/rules/form-likeness.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import type { HandlersOf } from '../api/context.ts'
import { runExcelProcess } from '../excel/run-excel-process.ts'
import { columnNumber } from '../excel/sheet-range.ts'
import { fileName as safeName } from '../files/file-name.ts'
import { saveFile } from '../files/save-file.ts'
import { readForm } from './read-form.ts'

/** The upper body's own forms: understood, their columns remembered, filled in place. */
export const formsHandlers = {
  'forms.read': async ({ db, today }, { base64, sheet }) => {
    const cell = await db.selectFrom('cell').select('name').executeTakeFirst()
    const sheets = await runExcelProcess<'form'>({ kind: 'form', bytes: Buffer.from(base64, 'base64') })
    return readForm(sheets, sheet, { cellName: cell?.name ?? '', today })
  },

  'forms.mapping': async ({ db }, { fingerprint }) => {
    const forms = await db
      .selectFrom('formMapping')
      .select(['id', 'fingerprint', 'title'])
      .orderBy('id')
      .execute()
    const exact = forms.find((form) => form.fingerprint === fingerprint)
    const known = exact ?? likestForm(fingerprint, forms)
    if (!known) return null
    const columns = await db
      .selectFrom('formColumn')
      .where('formMappingId', '=', known.id)
      .orderBy('position')
      .select(['position', 'figure', 'words'])
      .execute()
    const { title } = known
    return exact
      ? { exact: true, title, columns, lost: [] }
      : { exact: false, title, ...foundAgain(columns, known.fingerprint, fingerprint) }
  },

  'forms.map': async ({ db, describe }, { fingerprint, title, columns }) => {
    describe(`Ghép cột của biểu ${quoted(title)}`)
    const { id } = await db
      .insertInto('formMapping')
      .values({ fingerprint, title })
      .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet({ title }))
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.deleteFrom('formColumn').where('formMappingId', '=', id).execute()
    const byPosition = new Map(columns.map((column) => [column.position, column]))
    if (byPosition.size > 0)
      await db
        .insertInto('formColumn')
        .values([...byPosition.values()].map((column) => ({ ...column, formMappingId: id })))
        .execute()
    return null
  },

  'forms.check': async (_, input) => (await filled(input)).notes,

  'forms.fill': async ({ host }, input) => {
    // First the file: nobody should choose a place for one that cannot be made.
    const { bytes, notes } = await filled(input)
    const name = input.fileName.replace(/\.[^.]*$/, '')
    const path = await host.chooseSavePath('report', safeName(`${name} - đã điền`, '.xlsx'))
    if (path === null) return null
    await saveFile(path, (temporaryPath) => writeFile(temporaryPath, bytes))
    return { path, notes }
  },
} satisfies HandlersOf<typeof formsContract>

function filled({ base64, sheet, row, cells, raiseRow }: Input<'forms.fill'>) {
  return runExcelProcess<'fill'>({
    kind: 'fill',
    bytes: Buffer.from(base64, 'base64'),
    sheet,
    cells: cells.map(({ letter, value }) => ({ row, column: columnNumber(letter), value })),
    raiseRow,
  })
}
