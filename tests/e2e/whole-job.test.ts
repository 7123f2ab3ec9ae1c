import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../src/main/browser-host/chromium.ts'
import { openWindow, useBrowser } from '../support/browser.ts'
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts'

useBrowser()

/** One evening and one afternoon of a new secretary, from the first start to paper and workbook, without a mouse. */
it('the whole job is done by keyboard alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'whole-job-'))
  const window = await openWindow({
    dataFolder: folder,
    now: '2026-11-03T14:00:00+07:00',
    host: {
      chooseSavePath: async (_kind, fileName) => join(folder, fileName),
      printToPdf: printHtmlToPdf,
    },
  })
  const { page, test } = window
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const link = (name: string) => page.getByRole('link', { name, exact: true })

  // The system's own file dialog is not the page's: whichever opens is answered with the office's list.
  page.on('filechooser', (chooser) => chooser.setFiles('tests/samples/ds-dang-vien-van-phong.xlsx'))

  // Who the cell is.
  await typeInto(page, page.getByLabel('Tên chi bộ'), 'Chi bộ Phòng Quản lý đào tạo')
  await typeInto(page, page.getByLabel('Cấp ủy cấp trên'), 'Đảng bộ Trường Chính trị tỉnh')
  await typeInto(page, page.getByLabel('Địa danh'), 'Hà Giang')
  await page.keyboard.press('Enter')

  // The members, from the list the office has.
  await pressOn(page, button('Nhập danh sách từ Excel'))
  await pressOn(page, button('Chọn tệp Excel'))
  await pressOn(page, button('Nhập 16 đảng viên'))
  await page.getByText('Đã thêm 16 đảng viên mới.').waitFor()

  // This month's meeting: everything is filled in but the day and the place.
  await pressOn(page, link('Cuộc họp'))
  await pressOn(page, button('Thêm cuộc họp'))
  await typeInto(page, page.getByLabel('Ngày họp'), '3/11/26')
  await typeInto(page, page.getByLabel('Địa điểm'), 'Phòng họp tầng 2')
  await pressOn(page, button('Thêm cuộc họp'))
  await page.getByText('đủ tối thiểu 90 phút theo Hướng dẫn 42-HD/BTCTW ngày 28/10/2025').waitFor()

  // Its agenda: one item longer, one moved up, one private note.
  const agenda = page.getByRole('table', { name: 'Chương trình buổi họp' })
  const before = await test.call('agenda.list', { meetingId: 1 })
  await tabTo(page, agenda.locator('tbody tr[tabindex="0"]'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await typeInto(page, page.getByLabel('Số phút'), '15')
  await typeInto(page, page.getByLabel('Ghi chú riêng của bí thư, không in'), 'Nhắc đồng chí Khôi nói ngắn')
  await page.keyboard.press('Escape')
  const agendaNow = () => test.call('agenda.list', { meetingId: 1 })
  await expect.poll(async () => (await agendaNow()).items[2]?.privateNote).toBe('Nhắc đồng chí Khôi nói ngắn')
  await page.waitForFunction(() => document.activeElement?.tagName === 'TR')
  const moved = (await agendaNow()).items[2]?.id
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await agendaNow()).items[3]?.id).toBe(moved)
  expect((await agendaNow()).totalMinutes).toBe(
    before.totalMinutes + 15 - (before.items[2]?.plannedMinutes ?? 0),
  )

  // The roll: all present, then the two who are not.
  await pressOn(page, link('Điểm danh'))
  const roll = page.getByRole('grid', { name: 'Danh sách điểm danh' })
  await roll.waitFor()
  await page.keyboard.press('a')
  const sheet = () => test.call('attendance.sheet', { meetingId: 1 })
  await expect
    .poll(async () => (await sheet()).filter((row) => row.obliged && row.state === 'present').length)
    .toBe(14)
  await tabTo(page, roll.locator('[tabindex="0"]'))
  await page.keyboard.press('Home')
  await page.keyboard.press('k')
  await expect.poll(async () => (await sheet())[0]?.state).toBe('unexcused')
  await page.keyboard.press('p')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await sheet()).slice(0, 3).filter((row) => row.state === 'excused').length)
    .toBe(1)
  const absent = (await sheet()).filter((row) => row.state === 'excused' || row.state === 'unexcused').length

  // Who spoke: one typed in afterwards, one by the clock.
  await pressOn(page, link('Phát biểu'))
  const speaker = async (letters: string, name: string) => {
    await page.keyboard.press('Alt+n')
    await page.keyboard.type(letters)
    await page.getByRole('option', { name, exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel('Người phát biểu').first().inputValue()).toBe(name)
  }
  await speaker('khoa', 'Đỗ Minh Khoa')
  await typeInto(page, page.getByLabel('Nội dung chính'), 'Đề nghị gửi tài liệu sớm hơn')
  await typeInto(page, page.getByLabel('Số phút'), '3')
  await page.keyboard.press('Enter')
  const turns = () => test.call('speaking.list', { meetingId: 1 })
  await expect.poll(turns).toMatchObject([{ speakerName: 'Đỗ Minh Khoa', speakingSeconds: 180 }])
  await speaker('yen', 'Trịnh Thị Yến')
  await page.keyboard.press('Alt+b')
  await page.getByRole('region', { name: 'Đang phát biểu' }).waitFor()
  test.setNow('2026-11-03T14:02:30+07:00')
  await page.keyboard.press('Alt+k')
  await expect
    .poll(async () => (await turns()).map((turn) => turn.speakingSeconds).sort())
    .toEqual([150, 180])

  // The agenda on paper, its pages counted, saved as PDF without the private note.
  await pressOn(page, link('Văn bản'))
  await page.getByText(/Trang 1\/\d/).waitFor()
  await pressOn(page, button('Lưu PDF'))
  await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.pdf')).length).toBe(1)

  // The roll book for the upper committee.
  await pressOn(page, link('Báo cáo'))
  await pressOn(page, button('Ghi tệp Excel'))
  await page.getByText('.xlsx').first().waitFor()
  await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.xlsx')).length).toBe(1)
  const november = { fromDate: '2026-11-01', toDate: '2026-11-30' }
  const { tables } = await test.call('reports.preview', { report: 'rollBook', ...november })
  const sum = tables.find(({ key }) => key === 'people')?.totals[0]?.cells.map((cell) => cell.value) ?? []
  // obliged, present; turns
  expect([sum[2], sum[3], sum[8]]).toEqual([14, 14 - absent, 2])

  // And all of it can be taken back.
  for (let steps = 0; steps < 100; steps++) {
    if ((await test.call('history.status', {})).undo === null) break
    await test.call('history.undo', {})
  }
  expect(await test.call('cell.get', {})).toBeNull()

  const pdf = readdirSync(folder).find((name) => name.endsWith('.pdf')) ?? ''
  expect(readFileSync(join(folder, pdf)).subarray(0, 5).toString()).toBe('%PDF-')
  await window.close()
  await closeChromium()
  rmSync(folder, { recursive: true })
})
