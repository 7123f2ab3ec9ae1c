import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectFits,
  type OpenWindow,
  prepareWindow,
  useBrowser,
} from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
beforeEach(async () => {
  window = await prepareWindow()
  const { page, test } = window
  await test.call('cell.update', sampleCell)
  await addPerson(test, 'Trần Thị Bích')
  await addPerson(test, 'Nguyễn Văn Ân', { role: 'secretary' })
  await addPerson(test, 'Đỗ Thị Hương', { status: 'exempt' })
  await addPerson(test, 'Lê Đức', { status: 'movedAway' })
  await window.load()
  await page.getByRole('navigation').first().waitFor()
  await window.goTo('/dang-vien')
  await page.getByRole('grid', { name: 'Danh sách đảng viên' }).waitFor()
})
afterEach(() => window.close())

const shownNames = () => window.page.getByRole('grid').locator('tbody tr td:first-child').allTextContents()

const rowsBecome = (count: number) =>
  window.page.waitForFunction((rows) => document.querySelectorAll('tbody tr').length === rows, count)

describe('the list of members', () => {
  it('is sorted by given name, searched without diacritics, filtered by status', async () => {
    const { page } = window
    expect(await shownNames()).toEqual(['Nguyễn Văn Ân', 'Trần Thị Bích', 'Lê Đức', 'Đỗ Thị Hương'])
    await page.keyboard.press('/')
    await page.keyboard.type('huong do')
    await rowsBecome(1)
    expect(await shownNames()).toEqual(['Đỗ Thị Hương'])
    await page.getByLabel('Tìm theo tên').fill('')
    await page.getByText('Đã rời chi bộ').click()
    await rowsBecome(1)
    expect(await shownNames()).toEqual(['Lê Đức'])
    await page.getByText('Tất cả').click()
    await page.getByRole('button', { name: 'Chức vụ Đảng' }).click()
    expect((await shownNames())[0]).toBe('Nguyễn Văn Ân')
    await page.getByRole('button', { name: 'Chức vụ Đảng' }).click()
    expect((await shownNames()).at(-1)).toBe('Nguyễn Văn Ân')
  })

  it('opens a person by arrows and Enter, saves each change, and undoes it', async () => {
    const { page, test } = window
    await page.locator('tbody tr').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Trần Thị Bích' }).waitFor()
    await page.getByLabel('Ngày sinh').focus()
    await page.keyboard.type('1/2/75')
    await page.keyboard.press('Tab')
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some((input) => input.value === '01/02/1975'),
    )
    await page.getByLabel('Điện thoại').fill('0912 000 222')
    await page.keyboard.press('Tab')
    const stored = async () => test.call('members.get', { id: 1 })
    await expect.poll(stored).toMatchObject({ birthDate: '1975-02-01', phone: '0912 000 222' })
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect.poll(stored).toMatchObject({ birthDate: '1975-02-01', phone: '' })
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="phone"]')?.value === '',
    )
  })

  it('keeps what somebody is strong in, and offers the words of others', async () => {
    const { page, test } = window
    await test.call('strengths.set', { memberId: 2, subjects: ['Dân vận'] })
    await window.goTo('/dang-vien/1')
    await page.getByLabel('Lĩnh vực am hiểu').fill('chuyển đổi số,hồ sơ')
    await page.keyboard.press('Tab')
    const stored = async () => (await test.call('strengths.get', { memberId: 1 })).entered
    await expect.poll(stored).toEqual(['chuyển đổi số', 'hồ sơ'])
    await page.getByRole('button', { name: 'Thêm thế mạnh Dân vận' }).click()
    await expect.poll(stored).toEqual(['chuyển đổi số', 'hồ sơ', 'Dân vận'])
    await expect
      .poll(() => page.getByLabel('Lĩnh vực am hiểu').inputValue())
      .toBe('chuyển đổi số, hồ sơ, Dân vận')
  })

  it('keeps a wrong date on screen with what to do, and saves nothing of it', async () => {
    const { page, test } = window
    await window.goTo('/dang-vien/1')
    await page.getByLabel('Ngày sinh').fill('31/02/1975')
    await page.keyboard.press('Tab')
    await page.getByText('Hãy nhập ngày, ví dụ 21/11/2026').waitFor()
    expect(await page.getByLabel('Ngày sinh').inputValue()).toBe('31/02/1975')
    expect(await test.call('members.get', { id: 1 })).toMatchObject({ birthDate: null })
  })

  it('adds a person by keyboard alone, and removes one after saying what that means', async () => {
    const { page, test } = window
    await page.keyboard.press('Insert')
    await page.getByRole('heading', { name: 'Thêm đảng viên' }).waitFor()
    await page.getByLabel('Họ và tên').focus()
    await page.keyboard.type('Hoàng Ước')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').getByText('Hoàng Ước').click()
    await page.getByRole('button', { name: 'Xóa khỏi danh sách' }).click()
    await page.getByRole('dialog').getByText('các buổi họp đã điểm danh vẫn giữ').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Xóa', exact: true }).click()
    await rowsBecome(4)
    expect(
      (await test.call('members.list', { date: '2026-11-21' })).map((row) => row.fullName),
    ).not.toContain('Hoàng Ước')
  })

  it('has nothing cut off and nothing against access', async () => {
    const { page } = window
    for (const path of ['/dang-vien', '/dang-vien/2']) {
      await window.goTo(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expectFits(page)
    }
  })
})
