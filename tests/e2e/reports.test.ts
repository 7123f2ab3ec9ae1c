import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Host } from '../../src/main/api/host.ts'
import { bookOfficeHost, fillBook } from '../support/book-office.ts'
import {
  expectAccessible,
  expectNothingCutOff,
  type OpenWindow,
  prepareWindow,
  screens,
  useBrowser,
} from '../support/browser.ts'
import { rollOffice } from '../support/roll-office.ts'
import { cellsOf } from '../support/workbook.ts'

useBrowser()
let window: OpenWindow
let folder: string
let shown: string[]
let printToPdf: Host['printToPdf']

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcb-'))
  shown = []
  printToPdf = async () => Buffer.from('%PDF-1.7')
  window = await prepareWindow({
    now: '2024-12-20T08:00:00+07:00',
    host: {
      ...bookOfficeHost(folder),
      showFile: async (path) => void shown.push(path),
      printToPdf: (html) => printToPdf(html),
    },
  })
  await fillBook(rollOffice(window.test), { members: 16, months: 12, committee: true })
  await window.load()
  await window.goTo('/bao-cao')
  await window.page.getByRole('grid', { name: 'Từng đảng viên' }).waitFor()
})
afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const bookOf = (period: string) => `Sổ theo dõi dự sinh hoạt và phát biểu, ${period}`

test('the secretary chooses a period, sees its figures, writes the book and opens its folder, without a mouse', async () => {
  const { page } = window
  const figures = page.getByRole('region', { name: bookOf('năm 2024') })
  expect(await figures.getByRole('grid', { name: 'Từng đảng viên' }).locator('tbody tr').count()).toBe(16 + 2)

  await page.getByRole('radio', { name: 'Năm', exact: true }).focus()
  for (const key of ['ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
  await page.getByRole('region', { name: bookOf('quý IV/2024') }).waitFor()
  await page.getByRole('button', { name: 'Kỳ trước' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: bookOf('quý III/2024') }).waitFor()

  await page.getByText(/^In ra \d+ trang A4/).waitFor()
  await page.getByRole('button', { name: 'Ghi tệp Excel' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Đã ghi xong tệp Excel').waitFor()
  const name = 'Sổ theo dõi dự sinh hoạt và phát biểu 01.07.2024 - 30.09.2024.xlsx'
  await page.getByText(join(folder, name)).waitFor()
  expect(readdirSync(folder)).toEqual([name])
  expect((await cellsOf(join(folder, name))).names).toContain('Điểm danh')
  await page.getByRole('button', { name: 'Mở thư mục' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => shown).toEqual([join(folder, name)])
})

test('every figure opens the facts it is made of, and a fact the screen it stands on', async () => {
  const { page } = window
  const roll = page.getByRole('grid', { name: 'Sổ theo dõi dự sinh hoạt chi bộ' })
  await roll.getByRole('gridcell', { name: 'M', exact: true }).first().focus()
  await page.keyboard.press('Enter')
  const mark = page.getByRole('dialog')
  await mark.getByRole('link', { name: /, đến muộn 10 phút$/ }).waitFor()
  await page.keyboard.press('Escape')
  await mark.waitFor({ state: 'hidden' })
  await expect.poll(() => page.locator('td:focus').textContent()).toBe('M')

  await page.getByRole('link', { name: 'Thống kê phát biểu' }).focus()
  await page.keyboard.press('Enter')
  const grid = page.getByRole('grid', { name: 'Từng buổi' })
  await grid.waitFor()
  const first = grid.getByRole('gridcell').first()
  await first.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  const present = Number(await page.locator('td:focus').textContent())
  await page.keyboard.press('Enter')
  const facts = page.getByRole('dialog')
  await facts.getByText(`${present} = ${present} dấu này`).waitFor()
  expect(await facts.getByRole('link').count()).toBe(present)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await facts.waitFor({ state: 'hidden' })
  await expect.poll(() => page.locator('td:focus').textContent()).toBe(String(present))

  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  await facts.getByRole('region', { name: 'Đảng viên phát biểu' }).getByRole('link').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Phát biểu', exact: true }).waitFor()
})

test('one key writes the period’s reports and papers; stopped, it keeps what was finished; what could not be written is named', async () => {
  const { page, test } = window
  await test.call('terms.add', { startsOn: '2023-01-01' })
  const [meeting] = await test.call('meetings.list', { year: 2024 })
  await test.call('papers.issue', {
    of: { paper: 'resolution', meetingId: meeting?.id ?? 0 },
    number: 1,
    issuedOn: '2024-12-10',
  })
  await page.getByRole('radio', { name: 'Quý', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('region', { name: bookOf('quý IV/2024') }).waitFor()
  const withPapers = page.getByRole('checkbox', { name: 'Kèm văn bản đã ban hành (1)' })
  await withPapers.focus()
  await page.keyboard.press('Space')
  await expect
    .poll(
      async () => (await test.call('pack.get', { fromDate: '2024-10-01', toDate: '2024-12-31' })).withPapers,
    )
    .toBe(true)

  // A printer that never answers: the reports are written by then.
  const asked = Promise.withResolvers<void>()
  printToPdf = () => {
    asked.resolve()
    return new Promise(() => undefined)
  }
  const write = page.getByRole('button', { name: 'Ghi cả bộ báo cáo' })
  await write.focus()
  await page.keyboard.press('Enter')
  await asked.promise
  await page
    .getByRole('status')
    .getByText(/^Văn bản 01-NQ/)
    .waitFor()
  await page.getByRole('button', { name: 'Dừng', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('alert')
    .getByText('Đã dừng theo yêu cầu. Những tệp đã ghi xong vẫn còn trong thư mục.')
    .waitFor()
  const pack = join(folder, 'Báo cáo quý IV.2024')
  const files = readdirSync(pack).filter((name) => name !== 'Văn bản')
  expect(files.length).toBeGreaterThan(4)
  expect(files.every((file) => file.endsWith('.xlsx'))).toBe(true)
  expect(readdirSync(join(pack, 'Văn bản')).map((name) => name.slice(-5))).toEqual(['.docx'])

  // Where one file should stand there is a folder with something in it.
  const blocked = join(pack, files.sort()[0] ?? '')
  rmSync(blocked)
  mkdirSync(blocked)
  writeFileSync(join(blocked, 'x'), '')
  printToPdf = async () => Buffer.from('%PDF-1.7')
  await write.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Đã ghi xong bộ báo cáo').waitFor()
  const told = page.getByRole('alert').filter({ hasText: 'Có phần chưa ghi được, các phần khác đã ghi' })
  await told.getByText(/^Sổ dự sinh hoạt và phát biểu: Không ghi được tệp\./).waitFor()
  expect(readdirSync(join(pack, 'Văn bản'))).toHaveLength(2)
  await expectAccessible(page)
})

test('what is due is marked as sent, and its days are the cell’s own', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Lịch báo cáo' }).focus()
  await page.keyboard.press('Enter')
  const sent = page.getByRole('button', { name: /^Đánh dấu đã gửi: Lịch sinh hoạt, Tháng 1\/2025/ })
  await sent.focus()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await sent.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /^Lịch sinh hoạt Tháng 1\/2025 20\/12\/2024/ }).waitFor()

  // A day set here is what the next due day is reckoned by, and the hand goes on to the next field meanwhile.
  const day = page.getByRole('textbox', { name: 'Số ngày: Báo cáo quý' })
  await day.fill('12')
  await page.keyboard.press('Tab')
  await page
    .getByRole('row', { name: /^Báo cáo quý .*12\/01\/2025/ })
    .first()
    .waitFor()
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Nơi nhận: Sinh hoạt chuyên đề')
  for (const size of Object.values(screens)) {
    await page.setViewportSize(size)
    await expectNothingCutOff(page)
  }
  await expectAccessible(page)
})

test('two typed days make a period; what cannot be one is said, not asked for', async () => {
  const { page } = window
  await page.getByLabel('Từ ngày', { exact: true }).fill('1/2/24')
  await page.getByLabel('Đến ngày', { exact: true }).fill('15042024')
  await page.keyboard.press('Tab')
  await page.getByRole('region', { name: bookOf('từ 01/02/2024 đến 15/04/2024') }).waitFor()
  await page.getByLabel('Từ ngày', { exact: true }).fill('1/5/24')
  await page.keyboard.press('Tab')
  await page.getByText('Ngày bắt đầu phải trước ngày kết thúc.').waitFor()
  expect(await page.getByRole('button', { name: 'Ghi tệp Excel' }).count()).toBe(0)
  await page.getByLabel('Từ ngày', { exact: true }).fill('1/1/20')
  await page.getByLabel('Đến ngày', { exact: true }).fill('31/12/20')
  await page.keyboard.press('Tab')
  await page.getByText(`${bookOf('năm 2020')}: kỳ này chưa có gì được ghi`).waitFor()
})

test('what the disk refuses is told in its place', async () => {
  rmSync(folder, { recursive: true })
  await window.page.getByRole('button', { name: 'Ghi tệp Excel' }).click()
  await window.page.getByRole('alert').getByText('Thư mục không còn nữa').waitFor()
  await expectAccessible(window.page)
})

test('nothing is cut off at either scale, and axe finds nothing', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Ghi tệp Excel' }).click()
  await page.getByText('Đã ghi xong tệp Excel').waitFor()
  for (const size of Object.values(screens)) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    await expectNothingCutOff(page)
    await expectSeenWhole('Sổ theo dõi dự sinh hoạt chi bộ')
    await expectSeenWhole('Từng đảng viên')
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/reports-${size.width}.png` })
  }

  // On the small screen the reports are a list to choose from.
  await page.getByRole('combobox', { name: 'Báo cáo', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /^Báo cáo quý/ }).click()
  await page.getByText(/^Bảng rộng: còn \d+ cột ở bên phải\.$/).waitFor()
  const wide = page.getByRole('grid').getByRole('gridcell')
  const before = await wide.nth(1).boundingBox()
  await wide.first().focus()
  await page.keyboard.press('Control+End')
  await page.getByText('Bảng rộng: đã tới cột cuối.').waitFor()
  const [month, last] = await Promise.all([wide.nth(1).boundingBox(), page.locator('td:focus').boundingBox()])
  // The month stands still at the left of what was scrolled to.
  expect(Math.abs((month?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(1)
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(screens.scaled.width)
  await expectAccessible(page)
})

async function expectSeenWhole(name: string) {
  const grid = window.page.getByRole('grid', { name })
  const over = await grid.evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0))
  expect(over).toBeLessThanOrEqual(1)
}
