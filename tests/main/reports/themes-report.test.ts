import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PreviewTable } from '../../../src/shared/contract/reports.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'
import { addTheme, databaseOf, fillThemeYear } from '../../support/theme-office.ts'

let office: TestProgram
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chuyen-de-'))
  office = startProgram({ host: { chooseSavePath: async (_kind, fileName) => join(folder, fileName) } })
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
  rmSync(folder, { recursive: true })
})

const mark = (state: 'present' | 'unexcused') => ({ state, lateMinutes: null, reasonKind: null, note: '' })
const firstQuarter = { fromDate: '2026-01-01', toDate: '2026-03-31' }
const tablesOf = async (period: { fromDate: string; toDate: string }) =>
  (await office.call('reports.preview', { report: 'themes', ...period })).tables

/** The rows of a table by the columns' keys. */
function valuesOf(table: PreviewTable | undefined): Record<string, string | number | null>[] {
  return [...(table?.rows ?? []), ...(table?.totals ?? [])].map(({ cells }) =>
    Object.fromEntries((table?.columns ?? []).map(({ key }, index) => [key, cells[index]?.value ?? null])),
  )
}

async function addMeeting(kind: 'themed' | 'regularThemed', heldOn: string, theme = '') {
  const defaults = await office.call('meetings.defaults', { kind, heldOn })
  return (await office.call('meetings.create', { ...defaults, theme })).id
}

/** The theme of the first quarter, held: four of six there, two of them spoke; one conclusion with three tasks. */
async function holdOne() {
  const { people, themes } = await fillThemeYear(office)
  const db = databaseOf(office)
  const meetingId = await addMeeting('themed', '2026-03-20', 'Tiết kiệm')
  await db.updateTable('theme').set({ meetingId }).where('id', '=', themes.paper).execute()
  for (const memberId of [people.secretary, people.an, people.binh, people.chi])
    await office.call('attendance.mark', { meetingId, memberId, ...mark('present') })
  await office.call('attendance.mark', { meetingId, memberId: people.dung, ...mark('unexcused') })
  for (const memberId of [people.an, people.an, people.binh])
    await db.insertInto('speakingTurn').values({ meetingId, memberId, kind: 'opinion', gist: '' }).execute()
  const conclusion = await db
    .insertInto('conclusion')
    .values({ meetingId, content: 'Tắt điện trước 17 giờ' })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [title, dueOn, doneOn] of [
    ['Dán tên người tắt điện', '2026-04-01', '2026-03-30'],
    ['Đo lại tiền điện', '2026-06-30', null],
    ['Thay đèn', '2026-12-30', null],
  ] as const)
    await db.insertInto('task').values({ title, dueOn, doneOn, conclusionId: conclusion.id }).execute()
  return themes
}

it('tells of each session who came and spoke, what was concluded and what is late; sums them up', async () => {
  await holdOne()
  await addMeeting('themed', '2026-02-10', 'Ngoài kế hoạch')
  const [sessions, quarters, plan] = await tablesOf(firstQuarter)
  expect(valuesOf(plan)).toMatchObject([
    {
      ordinal: 1,
      name: 'Tiết kiệm giấy, mực, điện: từ lời nói đến con số',
      lead: 'Lò Văn An',
      session: '2026-03-20',
      product: expect.stringContaining('Tắt điện trước 17 giờ'),
      reported: '2026-03-22',
    },
    { ordinal: 2, month: 'Quý I / 2', name: 'Ngoài kế hoạch', reason: null, contributors: null, draft: null },
  ])
  expect(plan?.columns.map(({ heading }) => heading)).toEqual([
    'STT',
    'Quý / tháng',
    'Tên chuyên đề',
    'Lý do chọn, vấn đề cần giải quyết',
    'Người chuẩn bị (báo cáo đề dẫn)',
    'Người phát biểu tham luận',
    'Thời hạn gửi dự thảo',
    'Ngày sinh hoạt',
    'Sản phẩm / kết luận',
    'Ngày báo cáo cấp trên',
    'Ghi chú',
  ])
  expect(valuesOf(sessions)).toEqual([
    {
      ordinal: 1,
      name: 'Tiết kiệm giấy, mực, điện: từ lời nói đến con số',
      lead: 'Lò Văn An',
      session: '2026-03-20',
      held: '2026-03-20',
      obliged: 6,
      present: 4,
      rate: 4 / 6,
      speakers: 2,
      speakerRate: 0.5,
      conclusions: 1,
      tasks: 3,
      tasksDone: 1,
      tasksOverdue: 1,
      reported: '2026-03-22',
      late: null,
    },
    expect.objectContaining({ name: 'Ngoài kế hoạch', held: null, obliged: 0, rate: '', speakers: 0 }),
    expect.objectContaining({ name: 'TỔNG SỐ', obliged: 6, present: 4, rate: 4 / 6, tasks: 3 }),
  ])
  expect(valuesOf(quarters)).toEqual([
    {
      name: 'Quý I/2026',
      planned: 1,
      held: 1,
      standing: expect.stringMatching(/^Đã sinh hoạt 1 buổi chuyên đề \(Hướng dẫn 42/),
    },
    { name: 'TỔNG SỐ', planned: 1, held: 1, standing: null },
  ])
  const facts = await office.call('reports.facts', {
    report: 'themes',
    ...firstQuarter,
    table: 'quarters',
    row: 'Quý I/2026',
    column: 'planned',
  })
  expect(facts.lists[0]?.facts.map(({ text, path }) => [text, path])).toEqual([
    ['20/03/2026: Tiết kiệm giấy, mực, điện: từ lời nói đến con số', '/chuyen-de/1'],
  ])
})

it('puts a theme without a day where its quarter ends, and says what is late', async () => {
  await fillThemeYear(office)
  const names = async (fromDate: string, toDate: string) =>
    valuesOf((await tablesOf({ fromDate, toDate }))[0]).map(({ name }) => name)
  expect(await names('2026-09-01', '2026-09-30')).toEqual([
    'Giảm văn bản trả lời quá hạn',
    'Đảng viên tiên phong chuyển đổi số',
    'TỔNG SỐ',
  ])
  expect(await names('2026-07-01', '2026-07-31')).toEqual(['TỔNG SỐ'])
  const [sessions, quarters] = await tablesOf({ fromDate: '2026-01-01', toDate: '2026-12-31' })
  expect(valuesOf(sessions)[1]?.late).toMatch(/^Đề cương chậm \d+ ngày\nDự thảo chậm/)
  expect(valuesOf(quarters).map(({ name, planned, held }) => [name, planned, held])).toEqual([
    ['Quý I/2026', 1, 1],
    ['Quý II/2026', 0, 0],
    ['Quý III/2026', 2, 0],
    ['Quý IV/2026', 0, 0],
    ['TỔNG SỐ', 3, 1],
  ])
})

it('of a combined meeting counts the themed part only', async () => {
  const { people } = await fillThemeYear(office)
  const db = databaseOf(office)
  const meetingId = await addMeeting('regularThemed', '2026-05-05')
  await addTheme(office, 'Giữ giờ họp', { quarter: 2, meetingId })
  const items = await db
    .selectFrom('agendaItem')
    .select(['id', 'part'])
    .where('meetingId', '=', meetingId)
    .execute()
  const themed = items.find(({ part }) => part === 'themed')?.id ?? 0
  const other = items.find(({ part }) => part !== 'themed')?.id ?? 0
  for (const memberId of [people.an, people.binh, people.chi])
    await office.call('attendance.mark', { meetingId, memberId, ...mark('present') })
  for (const [memberId, agendaItemId] of [
    [people.an, themed],
    [people.binh, other],
  ] as const) {
    await db
      .insertInto('speakingTurn')
      .values({ meetingId, memberId, agendaItemId, kind: 'opinion', gist: '' })
      .execute()
    await db.insertInto('conclusion').values({ meetingId, agendaItemId, content: 'Kết luận' }).execute()
  }
  const [sessions] = await tablesOf({ fromDate: '2026-04-01', toDate: '2026-06-30' })
  expect(valuesOf(sessions)[0]).toMatchObject({
    name: 'Giữ giờ họp',
    present: 3,
    speakers: 1,
    conclusions: 1,
  })
})

it('of an office without themes says that there is nothing', async () => {
  const preview = await office.call('reports.preview', { report: 'themes', ...firstQuarter })
  expect(preview.something).toBe(false)
  expect(preview.tables[0]?.rows).toEqual([])
})
