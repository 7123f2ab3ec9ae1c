import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Cell, WorkbookSpec } from '../../../src/main/excel/workbook-spec.ts'
import { writeWorkbook } from '../../../src/main/excel/write-workbook.ts'
import { cellsOf, column, inFolder, largeBook, sheet } from '../../support/workbook.ts'

const small: WorkbookSpec = { sheets: [sheet([column('a', { heading: 'Họ và tên' })], [['Lê Thị Ánh']])] }

function control(onProgress: (doing: string, done: number, total: number) => void = () => undefined) {
  const abort = new AbortController()
  return { abort, signal: abort.signal, progress: onProgress }
}

test('a workbook arrives whole, and its progress on the way', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'Sổ.xlsx')
    const heard: [string, number, number][] = []
    await writeWorkbook(
      largeBook(),
      path,
      control((...step) => heard.push(step)),
    )
    expect(readdirSync(folder)).toEqual(['Sổ.xlsx'])
    expect((await cellsOf(path)).cells[0]).toHaveLength(301 * 800)
    expect(heard[0]).toEqual(['Đang dựng tệp', 200, 301])
    expect(heard.at(-1)).toEqual(['Đang kiểm tra tệp', 301, 301])
  })
})

test('stopped half-way it leaves the older file and nothing else', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'so.xlsx')
    writeFileSync(path, 'cũ')
    const stopping = control(() => stopping.abort.abort())
    await expect(writeWorkbook(largeBook(), path, stopping)).rejects.toMatchObject({ code: 'job-cancelled' })
    expect(readdirSync(folder)).toEqual(['so.xlsx'])
    expect(readFileSync(path, 'utf8')).toBe('cũ')
  })
})

test('what the disk refuses in the other process is told as such', async ({ skip }) => {
  await inFolder(async (folder) => {
    const missing = writeWorkbook(small, join(folder, 'không có', 'so.xlsx'), control())
    await expect(missing).rejects.toMatchObject({ code: 'save-folder-missing' })
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    } catch {
      skip('a tiny disk needs the right to mount')
    }
    try {
      const full = writeWorkbook(largeBook(), join(folder, 'so.xlsx'), control())
      await expect(full).rejects.toMatchObject({ code: 'save-disk-full' })
      expect(readdirSync(folder)).toEqual([])
    } finally {
      execFileSync('umount', [folder])
    }
  })
})

test('a formula that is not ours never reaches the writer', async () => {
  await inFolder(async (folder) => {
    const imported = { formula: ['HYPERLINK("http://xau.example")'], value: 'bấm' } as Cell
    const spec = { sheets: [sheet([column('a')], [[imported]])] }
    await expect(writeWorkbook(spec, join(folder, 'so.xlsx'), control())).rejects.toThrow(TypeError)
    expect(readdirSync(folder)).toEqual([])
  })
})

test('when the program itself is killed, its unfinished file goes too', async () => {
  await inFolder(async (folder) => {
    const script = resolve(import.meta.dirname, '../../support/write-large.ts')
    const program = spawnSync(process.execPath, [script, join(folder, 'so.xlsx')], { encoding: 'utf8' })
    expect(program.signal).toBe('SIGKILL')
    expect(program.stdout).toMatch(/^\.vpcb-[0-9a-f]+\.tmp$/)
    await expect.poll(() => readdirSync(folder), { timeout: 20_000 }).toEqual([])
  })
})
