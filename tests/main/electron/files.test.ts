import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as Files from '../../../src/main/electron/files.ts'
import { openRemembered } from '../../../src/main/electron/remembered.ts'
import { load } from '../../electron/support/boot.ts'
import { createStandIn } from '../../electron/support/stand-in.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'))
  for (const name of ['reports', 'papers']) mkdirSync(join(folder, name))
})
afterEach(() => rmSync(folder, { recursive: true }))

const saved = (...path: string[]) => ({ canceled: false, filePath: join(folder, ...path) })
const cancelled = { canceled: true, filePath: '' }

async function open(answers: { canceled: boolean; filePath: string }[]) {
  const standIn = createStandIn({ answers })
  const { module } = await load<typeof Files>('src/main/electron/files.ts', standIn.electron)
  const file = join(folder, 'remembered.json')
  const starts = () => standIn.saveDialogs.map(({ options }) => options.defaultPath)
  // The file is opened anew for each question, as after a restart.
  const choose = (kind: 'report' | 'paper' | 'findings', name: string) =>
    module.chooseSavePath(null, openRemembered(file), kind, name)
  return { ...standIn, ...module, choose, starts }
}

test('each kind of file starts in the folder it was last saved in, after a restart too', async () => {
  const { choose, starts } = await open([
    saved('reports', 'a.xlsx'),
    saved('papers', 'b.pdf'),
    cancelled,
    cancelled,
  ])
  expect(await choose('report', 'Sổ.xlsx')).toBe(join(folder, 'reports', 'a.xlsx'))
  expect(await choose('paper', 'Chương trình.pdf')).toBe(join(folder, 'papers', 'b.pdf'))
  expect(await choose('report', 'Sổ 2.xlsx')).toBeNull()
  expect(await choose('paper', 'Chương trình 2.pdf')).toBeNull()
  expect(starts()).toEqual([
    join('/home/user/Documents', 'Sổ.xlsx'),
    join('/home/user/Documents', 'Chương trình.pdf'),
    join(folder, 'reports', 'Sổ 2.xlsx'),
    join(folder, 'papers', 'Chương trình 2.pdf'),
  ])
})

test('a folder that is gone is forgotten, and a cancelled dialog teaches nothing', async () => {
  const { choose, starts } = await open([saved('reports', 'a.xlsx'), cancelled, cancelled])
  await choose('report', 'a.xlsx')
  rmSync(join(folder, 'reports'), { recursive: true })
  await choose('report', 'a.xlsx')
  mkdirSync(join(folder, 'reports'))
  await choose('report', 'a.xlsx')
  expect(starts().slice(1)).toEqual([
    join('/home/user/Documents', 'a.xlsx'),
    join(folder, 'reports', 'a.xlsx'),
  ])
})

test('the dialog speaks Vietnamese and offers the kind of file', async () => {
  const { choose, saveDialogs } = await open([])
  await choose('report', 'Sổ.xlsx')
  await choose('paper', 'Chương trình.pdf')
  expect(saveDialogs.map(({ options }) => options)).toMatchObject([
    {
      title: 'Lưu báo cáo',
      buttonLabel: 'Lưu',
      filters: [{ name: 'Bảng tính Excel', extensions: ['xlsx'] }],
    },
    { title: 'Lưu văn bản', buttonLabel: 'Lưu', filters: [{ name: 'Tệp PDF', extensions: ['pdf'] }] },
  ])
})

test('a file is shown in its folder', async () => {
  const { showFile, shownFiles } = await open([])
  await showFile(join(folder, 'reports', 'a.xlsx'))
  expect(shownFiles).toEqual([join(folder, 'reports', 'a.xlsx')])
})

test('a folder is asked for where reports were last saved, and a new one stands in it', async () => {
  const { chooseNewFolder, openDialogs } = await open([saved('reports'), saved('reports'), cancelled])
  const file = join(folder, 'remembered.json')
  const choose = () => chooseNewFolder(null, openRemembered(file), 'report', 'Báo cáo năm 2026')
  expect(await choose()).toBe(join(folder, 'reports', 'Báo cáo năm 2026'))
  mkdirSync(join(folder, 'reports', 'Báo cáo năm 2026'))
  expect(await choose()).toBe(join(folder, 'reports', 'Báo cáo năm 2026 (2)'))
  expect(await choose()).toBeNull()
  expect(openDialogs.map(({ defaultPath }) => defaultPath)).toEqual([
    '/home/user/Documents',
    join(folder, 'reports'),
    join(folder, 'reports'),
  ])
})
