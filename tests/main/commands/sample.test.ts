import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleExports } from '../../../src/main/commands/sample-exports.ts'
import { readSampleOptions } from '../../../src/main/commands/sample-options.ts'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { startProgram } from '../../support/program.ts'

const command = resolve(import.meta.dirname, '../../../src/main/commands/sample.ts')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sample-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Ended = { code: number; stdout: string; stderr: string }

function run(...args: string[]): Promise<Ended> {
  return new Promise((ended) => {
    execFile(process.execPath, [command, ...args], (error, stdout, stderr) =>
      ended({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    )
  })
}

describe('npm run sample', () => {
  it('makes the office and every file of it, a line for each', async () => {
    const out = join(folder, 'văn phòng mẫu')
    const { code, stdout, stderr } = await run('--out', out, '--date', '2026-11-21')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const files = readdirSync(out).map((name) => name.normalize('NFC'))
    expect(files).toHaveLength(sampleExports.length + 1)
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toBe('Văn phòng mẫu ngày 21/11/2026: van-phong-chi-bo.db')
    for (const [index, { label }] of sampleExports.entries())
      expect(lines[index + 1]).toContain(`[${index + 1}/${sampleExports.length}] ${label}: `)
    for (const name of files) {
      expect(stdout).toContain(name)
      const bytes = readFileSync(join(out, name))
      if (name.endsWith('.pdf')) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      if (name.endsWith('.xlsx')) expect((await readWorkbook(bytes)).length).toBeGreaterThan(0)
    }

    const form = files.find((name) => name.endsWith('- đã điền.xlsx')) ?? ''
    const [filled] = await readWorkbook(readFileSync(join(out, form)))
    const own = filled?.rows.find(({ cells }) => cells.B?.text === 'Chi bộ Văn phòng')?.cells
    expect(own?.C?.number).toBeGreaterThan(0)
    expect(own?.D?.text).toMatch(/^\d+\/\d+ \(Đạt /)

    const opened = startProgram({ dataFolder: out })
    expect(await opened.call('office.status', {})).toMatchObject({ sample: true, sampleCanClose: false })
    expect((await opened.call('history.status', {})).undo).toBeNull()
    const list = files.find((name) => name.startsWith('Danh sách đảng viên')) ?? ''
    const found = await opened.call('members.readList', {
      fileName: list,
      base64: readFileSync(join(out, list)).toString('base64'),
      sheet: null,
      columns: null,
    })
    expect(found.rows.filter((row) => row.match !== null)).toHaveLength(4)
    for (const level of ['ok', 'warning', 'error'] as const) expect(found.counts[level]).toBeGreaterThan(0)
    opened.close()
  })

  it('writes nothing over what is there', async () => {
    writeFileSync(join(folder, 'của tôi.txt'), 'giữ nguyên')
    const { code, stderr } = await run('--out', folder)
    expect(code).toBe(1)
    expect(stderr).toContain('đã có tệp bên trong nên chưa ghi gì')
    expect(readdirSync(folder)).toHaveLength(1)

    const file = join(folder, 'của tôi.txt')
    const onFile = await run('--out', file)
    expect(onFile).toMatchObject({ code: 1, stderr: expect.stringContaining('là một tệp') })
    expect(readFileSync(file, 'utf8')).toBe('giữ nguyên')
  })

  it.each([
    [[], 'Hãy cho biết thư mục với --out.'],
    [['--out', ''], 'Hãy cho biết thư mục với --out.'],
    [['--out'], 'Tùy chọn --out thiếu giá trị'],
    [['--out', 'x', '--date', '21/11/2026'], 'Ngày "21/11/2026" không đúng'],
    [['--out', 'x', '--date', '2026-02-30'], 'Ngày "2026-02-30" không đúng'],
    [['--out', 'x', '--size', '3'], 'Không có tùy chọn --size'],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(() => readSampleOptions(args)).toThrow(sentence)
  })

  it('explains itself, and ends with 1 on a wrong command line', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('npm run sample') })
    const { code, stderr } = await run('--date', 'mai')
    expect(code).toBe(1)
    expect(stderr).toContain('Cách dùng')
    expect(readSampleOptions(['--out', 'x', '--date', '2026-11-21'])).toEqual({
      out: 'x',
      date: '2026-11-21',
    })
  })
})
