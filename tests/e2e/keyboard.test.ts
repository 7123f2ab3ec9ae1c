import type { Locator } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
let meetingId: number

beforeEach(async () => {
  window = await prepareWindow()
  const { test } = window
  await test.call('cell.update', sampleCell)
  await addPerson(test, 'Nguyễn Văn An', { role: 'secretary' })
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-03' })
  meetingId = (await test.call('meetings.create', defaults)).id
  await window.load()
})
afterEach(() => window.close())

const hasFocus = (target: Locator) =>
  expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true)
const dialog = () => window.page.getByRole('dialog')
const gone = () => dialog().waitFor({ state: 'hidden' })
const button = (name: string) => window.page.getByRole('button', { name })
const row = (name: RegExp) => window.page.getByRole('row', { name })

it('comes back from every window: to its button, to its row, to the row that takes its place, at last to the button', async () => {
  const { page, test } = window
  for (const content of ['Kết luận một', 'Kết luận hai'])
    await test.call('conclusions.create', { meetingId, agendaItemId: null, content })
  await window.goTo(`/cuoc-hop/${meetingId}/ket-luan`)

  for (const [name, field, end] of [
    ['Ghi kết luận', 'Kết luận', 'Control+Enter'],
    ['Thêm ghi nhận', 'Nội dung', 'Enter'],
    ['Giao nhiệm vụ', 'Nhiệm vụ', 'Enter'],
    ['Ghi biểu quyết', 'Nội dung biểu quyết', 'Escape'],
  ] as const) {
    await pressOn(page, button(name))
    await tabTo(page, dialog().getByRole('textbox', { name: field, exact: true }))
    await page.keyboard.type(`${field} mới`)
    await page.keyboard.press(end)
    await gone()
    await hasFocus(button(name))
  }

  await pressOn(page, row(/Kết luận một/))
  await tabTo(page, dialog().getByRole('textbox', { name: 'Kết luận', exact: true }))
  await page.keyboard.press('Escape')
  await gone()
  await hasFocus(row(/Kết luận một/))
  for (const left of [row(/Kết luận hai/), row(/Kết luận mới/), button('Ghi kết luận')]) {
    await page.keyboard.press('Enter')
    await pressOn(page, dialog().getByRole('button', { name: 'Xóa kết luận này' }))
    await gone()
    await hasFocus(left)
  }
})

it('goes to the heading of a screen that takes the place of another, and of one whose window came by a key alone', async () => {
  const { page } = window
  const heading = page.getByRole('heading', { level: 1 })
  await window.goTo('/nhiem-vu')
  await page.getByText('Không có nhiệm vụ nào').waitFor()
  await page.keyboard.press('Insert')
  await tabTo(page, dialog().getByRole('button', { name: 'Thôi' }))
  await page.keyboard.press('Enter')
  await gone()
  await hasFocus(heading)

  await window.goTo('/bao-cao')
  await pressOn(page, button('Lịch báo cáo'))
  await page.getByRole('heading', { level: 1, name: 'Lịch báo cáo' }).waitFor()
  await hasFocus(heading)

  // Where the first thing to do is to type, the field is ready for it, and the ring around it tells so.
  await window.goTo('/dang-vien')
  await pressOn(page, button('Thêm đảng viên'))
  const name = page.getByRole('textbox', { name: 'Họ và tên' })
  await hasFocus(name)
  expect(await name.evaluate((field) => getComputedStyle(field).outline)).toBe('rgb(29, 95, 168) solid 2px')
  await page.keyboard.press('F1')
  await dialog().getByText('Về trang trước').waitFor()
  await page.keyboard.press('Escape')
  await gone()
  await hasFocus(name)

  // A message with a button of its own lies beside the window in the page, and is none of its business.
  await window.goTo('/bao-cao')
  await heading.waitFor()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('Control+y')
  await page.getByText('Không còn thao tác nào để làm lại.').waitFor()
  await page.keyboard.press('Control+k')
  await tabTo(page, page.getByPlaceholder('Gõ tên người hoặc việc cần làm'))
  await page.keyboard.type('so van ban')
  await dialog().getByText('Sổ văn bản').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Sổ đăng ký văn bản' }).waitFor()
  await page.locator('h1:focus, [aria-label="Đóng thông báo"]:focus').waitFor()
  expect(await page.locator(':focus').textContent()).toBe('Sổ đăng ký văn bản')
})

it('takes Enter in a searched list for the list: the first match, or nobody, but never the form around it', async () => {
  const { page, test } = window
  await addPerson(test, 'Trần Thị Hạnh')
  await window.goTo(`/cuoc-hop/${meetingId}`)
  await pressOn(page, button('Thêm mục'))
  await page.keyboard.type('Việc mới')
  const owner = page.getByRole('combobox', { name: 'Người phụ trách' })
  await typeInto(page, owner, 'zz')
  await page.getByText('Không tìm thấy').waitFor()
  await page.keyboard.press('Enter')
  await typeInto(page, owner, 'hanh')
  await page.keyboard.press('Escape')
  await page.getByRole('option').waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Trần Thị Hạnh' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => owner.inputValue()).toBe('Trần Thị Hạnh')
  await typeInto(page, page.getByRole('textbox', { name: 'Số phút' }), '15')
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /Việc mới/ }).waitFor()
  const { items } = await test.call('agenda.list', { meetingId })
  expect(items.filter(({ title }) => title === 'Việc mới')).toMatchObject([{ ownerName: 'Trần Thị Hạnh' }])
})

it('goes on to the next field though leaving the first changes the page', async () => {
  const { page } = window
  await window.goTo('/cuoc-hop/them')
  const field = (name: string) => page.getByRole('textbox', { name })
  await tabTo(page, field('Ngày họp'))
  await page.evaluate(() => {
    const root = document.querySelector('main')
    root?.addEventListener('focusout', () => document.body.append(document.createElement('i')))
  })
  await page.keyboard.press('Tab')
  await hasFocus(field('Kỳ sinh hoạt'))
  await page.keyboard.press('Tab')
  await hasFocus(field('Giờ bắt đầu'))
})
