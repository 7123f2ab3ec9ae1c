import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectFits, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { chooseOption, pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { onePagePdf } from '../support/one-page-pdf.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()

let window: OpenWindow
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'so-van-ban-'))
  window = await prepareWindow({
    host: {
      printToPdf: async () => onePagePdf,
      chooseSavePath: async (_kind, fileName) => join(folder, fileName),
    },
  })
  const { test } = window
  await test.call('cell.update', sampleCell)
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-03' })
  const { id: meetingId } = await test.call('meetings.create', { ...defaults, place: 'Phòng họp' })
  const of = { paper: 'resolution' as const, meetingId }
  await test.call('terms.add', { startsOn: '2025-03-01' })
  await test.call('papers.issue', { of, number: 3, issuedOn: '2026-11-05' })
  await test.call('papers.revise', { of, issuedOn: '2026-11-09', reason: 'Sửa số người dự' })
  for (const [code, number, issuedOn, title] of [
    ['NQ', 1, '2025-04-02', 'Nghị quyết sinh hoạt chi bộ tháng 4 năm 2025'],
    ['CV', 1, '2025-05-06', 'Công văn về việc cử đảng viên đi học'],
    ['CV', 1, '2025-06-06', 'Công văn về việc xác nhận lý lịch'],
  ] as const)
    await test.call('register.add', { code, number, issuedOn, title })
  await window.load()
})
afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true })
})

const grid = () => window.page.getByRole('grid', { name: 'Sổ đăng ký văn bản' })
const row = (name: string | RegExp) => grid().getByRole('row', { name })
const focused = (name: string | RegExp) =>
  expect.poll(() => row(name).evaluate((element) => element === document.activeElement)).toBe(true)

it('is read, filled and opened by keyboard alone', async () => {
  const { page, test } = window
  await pressOn(page, page.getByRole('link', { name: 'Sổ văn bản' }))
  await row(/^Số 02-NQ\/CB chưa có/).waitFor()
  await page.getByText('4 văn bản, 2 thể loại, thiếu 1 số, trùng 1 số').waitFor()

  // A number left out is noted from its own line.
  await tabTo(page, row(/^01-NQ/))
  await page.keyboard.press('ArrowDown')
  await focused(/^Số 02-NQ\/CB chưa có/)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Thêm số đã cấp ngoài chương trình' })
  await dialog.getByText('Số 02-NQ/CB').waitFor()
  await typeInto(page, dialog.getByLabel('Ngày ban hành'), '5/5/25')
  await typeInto(page, dialog.getByLabel('Tên loại và trích yếu'), 'Nghị quyết tháng 5')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await row(/^02-NQ\/CB 05\/05\/2025 Nghị quyết tháng 5/).waitFor()
  await page.getByText('5 văn bản, 2 thể loại, trùng 1 số').waitFor()

  // A paper issued opens as it was issued, and each time it was.
  await tabTo(page, row(/^02-NQ/))
  await page.keyboard.press('ArrowDown')
  await focused(/^03-NQ\/CB.*Sửa 1 lần, lần cuối 09\/11\/2026/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Số 03-NQ/CB' }).waitFor()
  await page.getByRole('img', { name: /^Trang 1\// }).waitFor()
  const latest = page.url()
  const choice = page.getByRole('combobox', { name: 'Xem bản' })
  await chooseOption(page, choice, 'Ban hành 05/11/2026')
  await expect.poll(() => choice.inputValue()).toBe('Ban hành 05/11/2026')
  expect(page.url()).not.toBe(latest)
  await pressOn(page, page.getByRole('link', { name: 'Về sổ đăng ký' }))

  // Found without marks; the double is corrected.
  await row(/^03-NQ/).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('xac nhan ly lich')
  await row(/^03-NQ/).waitFor({ state: 'hidden' })
  await tabTo(page, row(/xác nhận lý lịch.*Trùng số: 2 văn bản cùng số 01/))
  await page.keyboard.press('Enter')
  const correction = page.getByRole('dialog', { name: 'Sửa số đã cấp ngoài chương trình' })
  await correction.getByText('Số 01 đã dùng cho: Công văn về việc cử đảng viên đi học').waitFor()
  await typeInto(page, correction.getByLabel('Số', { exact: false }).last(), '2')
  await correction.getByText('Số 02-CV/CB').waitFor()
  await page.keyboard.press('Enter')
  await correction.waitFor({ state: 'hidden' })
  await row(/^02-CV\/CB/).waitFor()
  await expect.poll(() => row(/Trùng số/).count()).toBe(0)

  await tabTo(page, row(/^02-CV/))
  await page.keyboard.press('e')
  await page.getByText(/^Đã ghi .*Sổ đăng ký văn bản - Từ 01-03-2025.xlsx/).waitFor()
  expect(readdirSync(folder)).toEqual(['Sổ đăng ký văn bản - Từ 01-03-2025.xlsx'])
  const { used } = await test.call('papers.numbers', {
    code: 'CV',
    issuedOn: '2026-11-21',
    exceptOutsideId: null,
  })
  expect(used.map(({ number }) => number)).toEqual([1, 2])
})

it('has nothing cut off and nothing against access', async () => {
  const { page } = window
  await window.goTo('/van-ban/so')
  await row(/^03-NQ/).waitFor()
  await expectFits(page)
  await page.keyboard.press('Insert')
  await page.getByRole('dialog').getByText('Số 02-CV/CB').waitFor()
  await expectFits(page)
})
