import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectFits, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { pressOn } from '../support/keyboard.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow

beforeEach(async () => {
  window = await prepareWindow()
})
afterEach(() => window.close())

it('shows two years of the sample office', async () => {
  const { page, test } = window
  await test.call('office.openSample', {})
  await window.load()
  await window.goTo('/bao-cao')
  await pressOn(page, page.getByRole('button', { name: 'Biểu đồ phát biểu' }))
  const chart = page.getByRole('table', { name: 'Đảng viên và các buổi họp' })
  await chart.waitFor()
  const { meetings, members } = await test.call('speaking.chart', { toDate: '2026-11-21' })
  expect(meetings.length).toBeGreaterThan(20)
  expect(await chart.getByRole('rowheader').allInnerTexts()).toEqual(members.map((member) => member.fullName))
  const spoken = members.flatMap((member) => member.marks).filter((mark) => mark === 'prepared').length
  expect(await chart.getByRole('img', { name: /^Tham luận/ }).count()).toBe(spoken)
  const figures = page.getByRole('grid', { name: 'Phát biểu bằng số' })
  expect(await figures.getByRole('row').count()).toBe(members.length + 1)
  await expectFits(page)
})

it('is found in the palette and says where to begin when nothing is noted', async () => {
  const { page, test } = window
  await test.call('cell.update', sampleCell)
  await window.load()
  await page.getByRole('navigation', { name: 'Danh mục chính' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Tìm' }).fill('bieu do')
  await page.getByText('Biểu đồ phát biểu').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Biểu đồ phát biểu' }).waitFor()
  await page.getByText('Chưa có buổi họp nào được điểm danh').waitFor()
})
