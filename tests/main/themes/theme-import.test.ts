import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src/main/excel/read-workbook.ts'
import { matchPlan } from '../../../src/main/themes/match-plan.ts'
import { readPlan } from '../../../src/main/themes/read-plan.ts'
import type { PlanPreview } from '../../../src/shared/contract/theme-import.ts'
import { contentsOf } from '../../support/contents.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'
import { addTheme, databaseOf, fillThemeYear } from '../../support/theme-office.ts'
import { textWorkbook } from '../../support/workbook-bytes.ts'

let office: TestProgram
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ke-hoach-'))
  office = startProgram({ host: { chooseSavePath: async (_kind, fileName) => join(folder, fileName) } })
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
  rmSync(folder, { recursive: true })
})

const fileOf = (bytes: Uint8Array) => ({
  fileName: 'kế hoạch.xlsx',
  base64: Buffer.from(bytes).toString('base64'),
  sheet: null,
  year: null,
})
/** A plan of 2025 as an office wrote it, saved by LibreOffice: titles, quarters as rows, faults in four of seven themes. */
const sample = fileOf(
  readFileSync(resolve(import.meta.dirname, '../../samples/ke-hoach-chuyen-de-2025.xlsx')),
)
const headings = ['STT', 'Quý, tháng', 'Tên chuyên đề', 'Người chuẩn bị', 'Ngày sinh hoạt', 'Ghi chú']
/** Rows read in this process: one of its own for each would take the tests longer than all they do. */
async function readRows(rows: (string | null)[][], year: number | null = 2025) {
  const sheets = await readWorkbook(textWorkbook([headings, ...rows]))
  const plan = readPlan(sheets, { sheet: null, year, today: '2026-11-21' })
  const db = databaseOf(office)
  return { ...plan, rows: await matchPlan(db, plan.rows, plan.year, '2026-11-21') }
}
const told = ({ rows }: Pick<PlanPreview, 'rows'>) =>
  rows.map(({ findings }) => findings.map(({ cell, level, message }) => `${cell} ${level}: ${message}`))
const good = ({ rows }: Pick<PlanPreview, 'rows'>) =>
  rows.filter(({ findings }) => findings.every(({ level }) => level !== 'error')).map(({ theme }) => theme)

const contents = () => {
  if ('problem' in office.program.office) throw new Error(office.program.office.problem)
  return contentsOf(office.program.office.database.sqlite)
}

async function addPeople() {
  await office.call('cell.update', sampleCell)
  const names = ['Nguyễn Thị Hòa', ...['An', 'Bình', 'Chi', 'Dũng', 'Giang'].map((name) => `Lò Văn ${name}`)]
  const ids: number[] = []
  for (const name of names) ids.push(await addPerson(office, name))
  return ids as [number, number, number, number, number, number]
}

describe('a plan as an office wrote it', () => {
  it('is understood row by row, each finding with its cell; nothing is written by looking', async () => {
    await addPeople()
    const before = contents()
    const plan = await office.call('themes.readPlan', sample)
    expect(contents()).toEqual(before)
    expect(plan).toMatchObject({ year: 2025, sheet: 'Sheet1', notices: [] })
    expect(plan.columns.every(({ meaning }) => meaning !== null)).toBe(true)
    expect(told(plan)).toEqual([
      [],
      ['F10 warning: Không có ai tên “Nguyễn Văn Lạ” trong sổ đảng viên; tên được chép vào ghi chú.'],
      ['B11 error: Tháng 8 không thuộc Quý II (tháng 4, 5, 6).'],
      ['G13 warning: “cuối tháng 8” không phải là một ngày; được chép vào ghi chú.'],
      [
        'G14 error: Hạn gửi dự thảo 25/09/2025 muộn hơn ngày sinh hoạt 20/09/2025.',
        'C14 error: Trùng tên với dòng 8 của tệp.',
      ],
      ['C16 error: Thiếu tên chuyên đề.', 'H16 error: Ngày 05/01/2026 ngoài năm 2025 của kế hoạch.'],
      [],
    ])
    expect(plan.rows[1]).toMatchObject({ leadName: 'Lò Văn Dũng', contributorNames: ['Lò Văn Giang'] })
  })

  it('is taken over in one step with its people and days, and taken back by one undo', async () => {
    const [, an, binh, chi] = await addPeople()
    const before = contents()
    const plan = await office.call('themes.readPlan', sample)
    expect(await office.call('themes.importPlan', { year: plan.year, rows: good(plan) })).toEqual({
      created: 4,
    })
    const board = await office.call('themes.board', { year: 2025 })
    expect(board.quarters.map(({ themes }) => themes.map(({ title }) => title))).toEqual([
      ['Tiết kiệm giấy, mực, điện: từ lời nói đến con số'],
      ['Nêu gương trong giờ giấc và thái độ phục vụ học viên'],
      ['Đảng viên Văn phòng tiên phong chuyển đổi số'],
      ['Giữ kỷ cương giờ họp'],
    ])
    const [first, second, third] = board.quarters.flatMap(({ themes }) => themes)
    const theme = await office.call('themes.get', { id: first?.id ?? 0 })
    expect(theme).toMatchObject({
      month: 3,
      problem: 'Tiền điện nhà A tăng 18% so với cùng kỳ',
      sessionOn: '2025-03-20',
      leadId: an,
      product: 'Bảng phân công tắt điện',
      contributors: [
        { memberId: binh, topic: 'tắt điện cuối ngày', minutes: 10 },
        { memberId: chi, topic: 'in hai mặt', minutes: 10 },
      ],
    })
    const steps = Object.fromEntries(theme.planned.steps.map((step) => [step.step, step]))
    expect(steps.draft).toMatchObject({ dueOn: '2025-03-10', dueByHand: true, doneOn: null })
    expect(steps.held).toMatchObject({ doneOn: '2025-03-20' })
    expect(steps.reported).toMatchObject({ doneOn: '2025-03-22' })
    expect((await office.call('themes.get', { id: second?.id ?? 0 })).note).toBe(
      'Phối hợp công đoàn. Tham luận: Nguyễn Văn Lạ',
    )
    expect(await office.call('themes.get', { id: third?.id ?? 0 })).toMatchObject({
      note: 'Hạn gửi dự thảo: cuối tháng 8',
      sessionOn: '2025-09-18',
    })
    // A day past of which nothing more is told says not that it was held.
    expect(third?.steps.find(({ step }) => step === 'held')?.doneOn).toBeNull()
    expect(await office.call('history.undo', {})).toMatchObject({
      description: 'Nhập kế hoạch chuyên đề năm 2025: 4 chuyên đề',
    })
    expect(contents()).toEqual(before)
  })

  it('that the program wrote itself comes back as it was', async () => {
    const { people } = await fillThemeYear(office)
    const saved = await office.call('themes.exportPlan', { year: 2026 })
    const plan = await office.call('themes.readPlan', {
      ...fileOf(readFileSync(saved?.path ?? '')),
      year: 2025,
    })
    // Its days lie in 2026, so they do not fit into another year.
    expect(
      told(plan)
        .flat()
        .some((message) => message.includes('ngoài năm 2025')),
    ).toBe(true)
    const again = await office.call('themes.readPlan', fileOf(readFileSync(saved?.path ?? '')))
    expect(again.year).toBe(2026)
    expect(again.rows.map(({ theme }) => theme)).toMatchObject([
      {
        quarter: 1,
        month: 3,
        title: 'Tiết kiệm giấy, mực, điện: từ lời nói đến con số',
        leadId: people.an,
        contributors: [
          { memberId: people.binh, topic: 'tắt điện cuối ngày' },
          { memberId: people.chi, topic: '' },
        ],
        sessionOn: '2026-03-20',
        reportedOn: '2026-03-22',
        held: true,
      },
      { quarter: 3, month: 9, problem: '=HYPERLINK("http://x")', leadId: people.dung },
      { quarter: 3, month: null, leadId: null, sessionOn: null },
    ])
    expect(told(again).flat()).toEqual([
      'C8 error: Năm 2026 đã có chuyên đề tên này ở Quý I.',
      'C11 error: Năm 2026 đã có chuyên đề tên này ở Quý III.',
      'C12 error: Năm 2026 đã có chuyên đề tên này ở Quý III.',
    ])
  })
})

describe('a row', () => {
  it.each<[(string | null)[], object]>([
    [['1', 'Quý I', 'Một', null, null, null], { quarter: 1, month: null }],
    [['1', 'quy 3', 'Một', null, null, null], { quarter: 3, month: null }],
    [['1', 'Quý IV/tháng 11', 'Một', null, null, null], { quarter: 4, month: 11 }],
    [['1', 'T5', 'Một', null, null, null], { quarter: 2, month: 5 }],
    [['1', '8', 'Một', null, null, null], { quarter: 3, month: 8 }],
    [['1', '02/2025', 'Một', null, null, null], { quarter: 1, month: 2 }],
    [['1', null, 'Một', null, '15/7', null], { quarter: 3, month: null, sessionOn: '2025-07-15' }],
    [['1', 'Đầu năm', 'Một', null, '15/7/2025', 'x'], { quarter: 3, note: 'x. Thời gian: Đầu năm' }],
  ])('%j is %j', async (row, expected) => {
    expect((await readRows([row])).rows[0]?.theme).toMatchObject(expected)
  })

  it.each<[(string | null)[], string[]]>([
    [['1', null, 'Một', 'Lê An', null, null], ['B2 error: Chưa rõ chuyên đề thuộc quý nào.']],
    [['1', 'Quý I', 'Một', null, '15/7/2025', null], ['E2 error: Ngày 15/07/2025 không thuộc Quý I.']],
    [
      ['1', 'Quý I', 'Một', null, '31/02/2025', null],
      ['E2 warning: “31/02/2025” không phải là một ngày; được chép vào ghi chú.'],
    ],
    [['1', 'Quý I', 'Đã có', null, null, null], ['C2 error: Năm 2025 đã có chuyên đề tên này ở Quý IV.']],
    [
      ['1', 'Quý I', 'Một', 'Lê Ân', null, null],
      ['D2 warning: Có 2 người tên “Lê Ân”, chưa rõ là ai; tên được chép vào ghi chú.'],
    ],
    [['1', 'Quý I', 'Một', 'Lê An', null, null], []],
    [
      ['1', 'Quý I', 'Một', 'Trần Đi', '15/3/2025', null],
      ['D2 warning: Trần Đi đã chuyển đi trước ngày sinh hoạt 15/03/2025; tên được chép vào ghi chú.'],
    ],
    [
      ['1', 'Quý I', 'Một', 'Lê An\nVũ Ba', null, null],
      ['D2 warning: Có 2 người chuẩn bị: Lê An chuẩn bị chính, những người sau thành người tham luận.'],
    ],
  ])('%j: %j', async (row, findings) => {
    for (const name of ['Lê An', 'Lê Ẩn', 'Vũ Ba']) await addPerson(office, name)
    await addPerson(office, 'Trần Đi', { status: 'movedAway' })
    await addTheme(office, 'Đã có', { year: 2025 })
    expect(told(await readRows([row]))[0]).toEqual(findings)
  })
})

describe('a file', () => {
  it('without a year is taken for last year’s plan, and says so; the user may say another', async () => {
    const row = ['1', 'Quý I', 'Một', null, null, null]
    expect(await readRows([row], null)).toMatchObject({
      year: 2025,
      notices: ['Tệp không ghi năm; đang hiểu là kế hoạch năm 2025.'],
    })
    expect(await readRows([row], 2024)).toMatchObject({ year: 2024, notices: [] })
  })

  it('that is no plan is refused in a sentence', async () => {
    const other = fileOf(
      textWorkbook([
        ['Họ tên', 'Ngày sinh'],
        ['Lê An', '1970'],
      ]),
    )
    await expect(office.call('themes.readPlan', other)).rejects.toMatchObject({ code: 'plan-not-found' })
    await expect(
      office.call('themes.readPlan', { ...sample, base64: Buffer.from('x').toString('base64') }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^file-/) })
  })
})

it('what changed in the register since it was looked at is refused whole', async () => {
  const [secretary] = await addPeople()
  const plan = await readRows([
    ['1', 'Quý I', 'Một', null, null, null],
    ['2', 'Quý II', 'Hai', 'Nguyễn Thị Hòa', null, null],
  ])
  await office.call('members.remove', { id: secretary })
  const before = contents()
  await expect(office.call('themes.importPlan', { year: 2025, rows: good(plan) })).rejects.toMatchObject({
    fields: { Hai: 'Không có người này trong danh sách đảng viên' },
  })
  expect(contents()).toEqual(before)
})

it('a theme with a themed session on its day is tied to that', async () => {
  await office.call('cell.update', sampleCell)
  const defaults = await office.call('meetings.defaults', { kind: 'themed', heldOn: '2025-03-20' })
  const { id } = await office.call('meetings.create', defaults)
  const plan = await readRows([['1', 'Quý I', 'Một', null, '20/3/2025', null]])
  await office.call('themes.importPlan', { year: 2025, rows: good(plan) })
  const board = await office.call('themes.board', { year: 2025 })
  expect(board.quarters[0]).toMatchObject({ themes: [{ meeting: { id } }], loose: [] })
})
