import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'
import { cellsOf } from '../../support/workbook.ts'

let test: TestProgram
let folder: string
let meetingId: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-van-ban-'))
  test = startProgram({ host: { chooseSavePath: async (_kind, fileName) => join(folder, fileName) } })
  await test.call('cell.update', sampleCell)
  await test.call('terms.add', { startsOn: '2025-03-01' })
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-03' })
  meetingId = (await test.call('meetings.create', { ...defaults, place: 'Phòng họp' })).id
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
  rmSync(folder, { recursive: true })
})

const letter = (number: number, issuedOn = '2026-02-05') => ({
  code: 'CV',
  number,
  issuedOn,
  title: 'Công văn về việc cử đảng viên đi học',
})
const issue = (number: number) =>
  test.call('papers.issue', { of: { paper: 'resolution', meetingId }, number, issuedOn: '2026-11-05' })
const papers = async () => (await test.call('register.get', {})).papers

describe('the register', () => {
  it('tells each issued paper once, with its meeting and every time it was issued again', async () => {
    const { id } = await issue(5)
    await test.call('papers.revise', {
      of: { paper: 'resolution', meetingId },
      issuedOn: '2026-11-09',
      reason: 'Sửa số người dự',
    })
    expect(await papers()).toMatchObject([
      {
        origin: 'issued',
        id,
        symbol: '05-NQ/CB',
        issuedOn: '2026-11-05',
        meeting: { id: meetingId, title: 'Sinh hoạt thường kỳ tháng 11/2026' },
        revisions: [{ revision: 1, issuedOn: '2026-11-09', reason: 'Sửa số người dự' }],
      },
    ])
    // The number stays given when its meeting is taken away.
    await test.call('meetings.remove', { id: meetingId })
    expect(await papers()).toMatchObject([{ symbol: '05-NQ/CB', meeting: null }])
  })

  it('counts numbers given outside the program, so that the next one is right', async () => {
    const numbers = async (exceptOutsideId: number | null = null) =>
      (await test.call('papers.numbers', { code: 'NQ', issuedOn: '2026-11-05', exceptOutsideId })).used.map(
        ({ number }) => number,
      )
    const { id } = await test.call('register.add', { ...letter(12), code: 'NQ' })
    await issue(13)
    expect(await numbers()).toEqual([12, 13])
    expect(await numbers(id)).toEqual([13])
    await test.call('register.update', { id, ...letter(11), code: 'NQ', title: '  Nghị quyết tháng 2 ' })
    expect(await papers()).toMatchObject([
      { number: 13 },
      { origin: 'outside', symbol: '11-NQ/CB', title: 'Nghị quyết tháng 2', meeting: null, revisions: [] },
    ])
    await test.call('register.remove', { id })
    expect(await numbers()).toEqual([13])
    await test.call('history.undo', {})
    expect(await numbers()).toEqual([11, 13])
  })

  it('blocks no double, but a type that no rule knows', async () => {
    await test.call('register.add', letter(1))
    await test.call('register.add', letter(1))
    await expect(test.call('register.add', { ...letter(2), code: 'XY' })).rejects.toMatchObject({
      fields: { code: 'Chưa có thể loại này' },
    })
    await expect(test.call('register.add', { ...letter(2), title: ' ' })).rejects.toMatchObject({
      fields: { title: 'Chưa nhập trích yếu' },
    })
    await expect(test.call('register.add', letter(0))).rejects.toMatchObject({
      fields: { number: 'Số bắt đầu từ 01' },
    })
    for (const gone of [
      test.call('register.remove', { id: 99 }),
      test.call('register.update', { id: 99, ...letter(2) }),
    ])
      await expect(gone).rejects.toMatchObject({ code: 'not-found' })
    const { types } = await test.call('register.get', {})
    expect(types.slice(0, 3).map(({ code }) => code)).toEqual(['NQ', 'QĐ', 'KL'])
  })

  it('is written as a workbook, gaps and doubles with it', async () => {
    await issue(2)
    await test.call('register.add', letter(1))
    await test.call('register.add', letter(1, '2026-03-06'))
    const [term] = await test.call('terms.list', {})
    const saved = await test.call('register.export', { termId: term?.id ?? null })
    expect(basename(saved?.path ?? '')).toBe('Sổ đăng ký văn bản - Từ 01-03-2025.xlsx')
    const { cells } = await cellsOf(saved?.path ?? '')
    const texts = (cells[0] ?? []).map(({ value }) => String(value))
    expect(texts).toEqual(
      expect.arrayContaining([
        'SỔ ĐĂNG KÝ VĂN BẢN',
        'Nhiệm kỳ chi ủy: Từ 01/03/2025',
        'Nghị quyết: 1 văn bản, thiếu 1 số; số tiếp theo 03',
        'Số 01-NQ/CB chưa có',
        '02-NQ/CB',
        'Công văn: 2 văn bản, trùng 1 số; số tiếp theo 02',
        'Trùng số: 2 văn bản cùng số 01; Cấp ngoài chương trình',
      ]),
    )
  })

  it('writes nothing where the user thinks better of it, and asks for the cell first', async () => {
    test.close()
    test = startProgram()
    await expect(test.call('register.export', { termId: null })).rejects.toMatchObject({
      code: 'cell-missing',
    })
    await test.call('cell.update', sampleCell)
    expect(await test.call('register.export', { termId: null })).toBeNull()
  })
})
