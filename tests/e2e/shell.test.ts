import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectFits,
  type OpenWindow,
  prepareWindow,
  useBrowser,
} from '../support/browser.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
beforeEach(async () => {
  window = await prepareWindow()
})
afterEach(() => window.close())

describe('the first start', () => {
  it('asks who the cell is, says what is missing, and goes on to the members', async () => {
    const { page, test, load } = window
    await load()
    await expectAccessible(page)
    await page.locator('input[name="name"]:focus').waitFor()
    await page.keyboard.type(sampleCell.name)
    await page.getByLabel('Chữ viết tắt trong số văn bản').fill('Chi bộ 5')
    await page.keyboard.press('Enter')
    await page.getByText('Chưa nhập địa danh').waitFor()
    await page.getByText(/Chữ viết tắt chỉ gồm chữ, số/).waitFor()
    await page.getByLabel('Chữ viết tắt trong số văn bản').fill('CB')
    await page.getByLabel('Cấp ủy cấp trên').fill(sampleCell.upperBody)
    await page.getByLabel('Địa danh').fill(sampleCell.place)
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
    await page.getByRole('button', { name: 'Nhập danh sách từ Excel' }).waitFor()
    expect(await test.call('cell.get', {})).toMatchObject({ name: sampleCell.name, place: 'Hà Giang' })
    await expectAccessible(page)
  })
})

describe('the shell', () => {
  beforeEach(async () => {
    await window.test.call('cell.update', sampleCell)
    await window.load()
    await window.page.getByRole('navigation').waitFor()
  })

  it('edits the cell in the settings, each change saved at once and undone by Ctrl+Z', async () => {
    const { page, test } = window
    await page.getByRole('link', { name: 'Cài đặt' }).click()
    const name = page.getByLabel('Tên chi bộ')
    await name.fill('Chi bộ Văn phòng')
    await page.keyboard.press('Tab')
    await page.getByRole('banner').getByText('Chi bộ Văn phòng').waitFor()
    expect(await test.call('cell.get', {})).toMatchObject({ name: 'Chi bộ Văn phòng' })
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await page.getByText('Đã hoàn tác: Thông tin chi bộ: Chi bộ Văn phòng').waitFor()
    await page.waitForFunction(
      (old) => document.querySelector<HTMLInputElement>('input[name="name"]')?.value === old,
      sampleCell.name,
    )
    await page.keyboard.press('Control+y')
    await page.getByText('Đã làm lại').waitFor()
    expect(await test.call('cell.get', {})).toMatchObject({ name: 'Chi bộ Văn phòng' })
  })

  it('finds any place without diacritics in the palette', async () => {
    const { page } = window
    await page.keyboard.press('Control+k')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Tìm')
    await page.keyboard.type('cai dat')
    await page.getByRole('dialog').getByText('Đảng viên').first().waitFor({ state: 'hidden' })
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Cài đặt' }).waitFor()
    expect(page.url()).toContain('#/cai-dat')
  })

  it('tells the keys of a screen on F1 and gives the focus back', async () => {
    const { page } = window
    await page.getByRole('link', { name: 'Cài đặt' }).focus()
    await page.keyboard.press('F1')
    const help = page.getByRole('dialog', { name: 'Trợ giúp' })
    await help.getByText('Hoàn tác thao tác vừa rồi').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
    await page.waitForFunction(() => document.activeElement?.textContent === 'Cài đặt')
  })

  it('has nothing cut off and nothing against access', async () => {
    const { page } = window
    for (const path of ['/dang-vien', '/dang-vien/them', '/cai-dat']) {
      await window.goTo(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectFits(page)
    }
  })
})
