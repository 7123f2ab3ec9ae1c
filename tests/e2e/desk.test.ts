import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectFits, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { pressOn } from '../support/keyboard.ts'

useBrowser()
let window: OpenWindow
beforeEach(async () => {
  window = await prepareWindow({ now: '2026-11-21T08:00:00+07:00' })
})
afterEach(() => window.close())

async function loadSample() {
  await window.test.call('office.openSample', {})
  await window.load()
}

it('says what is coming and leads there by keyboard', async () => {
  const { page } = window
  await loadSample()
  await page.getByRole('region', { name: 'Cuộc họp sắp tới' }).getByText('chương trình 105 phút').waitFor()
  await pressOn(page, page.getByRole('link', { name: 'Sinh hoạt thường kỳ tháng 12/2026' }))
  await page.getByRole('heading', { name: 'Sinh hoạt thường kỳ tháng 12/2026' }).waitFor()
})

it('says which tasks are late or due, and leads to them', async () => {
  const { page } = window
  await loadSample()
  const unfinished = page.getByRole('region', { name: 'Việc chưa xong' })
  await unfinished.getByText(/^2 việc quá hạn, \d việc đến hạn trong 7 ngày tới$/).waitFor()
  await pressOn(page, unfinished.getByRole('link', { name: 'Nhiệm vụ' }))
  await page.getByRole('heading', { name: 'Nhiệm vụ' }).waitFor()
})

it('opens the sample office in one click and closes it in one, nothing of it staying', async () => {
  const { page, test } = window
  await window.load()
  await page.getByRole('button', { name: 'Xem thử với dữ liệu mẫu' }).click()
  await page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor()
  await page.getByRole('note').waitFor()
  await page.getByRole('button', { name: 'Đóng văn phòng mẫu' }).click()
  await page.getByLabel('Tên chi bộ').waitFor()
  expect(await test.call('office.status', {})).toMatchObject({ sample: false, cellName: null })
  expect(await test.call('members.list', { date: '2026-11-21' })).toEqual([])
})

it('has nothing cut off and nothing against access', async () => {
  await loadSample()
  await expectFits(window.page)
})
