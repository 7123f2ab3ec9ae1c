import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { boot } from './support/boot.ts'

const folder = mkdtempSync(join(tmpdir(), 'electron-work-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileName = 'ds-dang-vien-van-phong.xlsx'
const list = {
  fileName,
  base64: readFileSync(resolve(import.meta.dirname, '../samples', fileName)).toString('base64'),
  sheet: null,
  columns: null,
}

test('the built program reads a workbook in its own process and saves where the user says', async () => {
  const chosen = join(folder, 'kết quả.xlsx')
  using program = await boot({ answers: [{ canceled: false, filePath: chosen }] })
  const { ok, value } = (await program.call('members.readList', list)) as {
    ok: boolean
    value: { rows: unknown[] }
  }
  expect(ok).toBe(true)
  expect(value.rows.length).toBeGreaterThan(5)
  expect(await program.call('members.exportFindings', list)).toEqual({ ok: true, value: { path: chosen } })
  expect(existsSync(chosen)).toBe(true)
  // The dialog belongs to the window, so that it cannot be lost behind it.
  expect(program.saveDialogs).toHaveLength(1)
  expect(program.saveDialogs[0]?.parent).toBe(program.window)
  expect(
    JSON.parse(readFileSync(join(program.dataFolder, 'electron/remembered.json'), 'utf8')),
  ).toMatchObject({
    folders: { findings: folder },
  })
})

test('a cancelled dialog writes nothing', async () => {
  using program = await boot({ answers: [{ canceled: true, filePath: '' }] })
  expect(await program.call('members.exportFindings', list)).toEqual({ ok: true, value: null })
})
