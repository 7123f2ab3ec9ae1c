import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectFits, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { chooseOption, pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { addRegularMeeting, markAt } from '../support/meetings.ts'
import { onePagePdf } from '../support/one-page-pdf.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()

let window: OpenWindow
let meetingId: number
let people: number[]

beforeEach(async () => {
  window = await prepareWindow({ host: { printToPdf: async () => onePagePdf } })
  const { test } = window
  await test.call('cell.update', sampleCell)
  people = []
  for (const [name, role] of [
    ['Nguyễn Văn An', 'secretary'],
    ['Trần Thị Hạnh', 'committeeMember'],
    ['Lê Minh Khánh', 'member'],
  ] as const)
    people.push(await addPerson(test, name, { role }))
  meetingId = await addRegularMeeting(test, { chairId: people[0] ?? 0, minuteTakerId: people[1] ?? 0 })
  await test.call('attendance.markAllPresent', { meetingId })
  await test.call('conclusions.create', { meetingId, agendaItemId: null, content: 'Nhất trí kế hoạch.' })
  await window.load()
})
afterEach(() => window.close())

const open = async (paper: string) => {
  await window.goTo(`/cuoc-hop/${meetingId}/van-ban/${paper}`)
  await grid().waitFor()
  await window.page.getByRole('region', { name: 'Xem trước bản in' }).waitFor()
}
const grid = () => window.page.getByRole('grid', { name: /^Các đoạn/ })
const row = (text: string | RegExp) => grid().getByRole('row', { name: text })
const minutes = async () => (await window.test.call('papers.get', { paper: 'minutes', meetingId })).paragraphs
const present = async () => (await minutes()).find((each) => each.key === 'roll.present')
const markAbsent = (person: number) => markAt(window.test, meetingId, people[person] ?? 0, 'unexcused')
/** From the row in focus to another by the arrow keys. */
const arrowTo = async (text: RegExp) => {
  const target = row(text)
  const distance = await target.evaluate((element) => {
    const rows = [...(element.parentElement?.children ?? [])]
    return rows.indexOf(element) - rows.indexOf(document.activeElement ?? element)
  })
  for (let presses = 0; presses < Math.abs(distance); presses++)
    await window.page.keyboard.press(distance > 0 ? 'ArrowDown' : 'ArrowUp')
  await expect.poll(() => target.evaluate((element) => element === document.activeElement)).toBe(true)
}

it('takes the minutes from facts to an issued paper and its revision by keyboard alone', async () => {
  const { page, test } = window
  await window.goTo(`/cuoc-hop/${meetingId}/van-ban`)
  await tabTo(page, page.getByRole('radio', { name: 'Chương trình' }))
  const chosen = () => page.locator('input[type="radio"][name="paper"]:checked').getAttribute('aria-label')
  for (let before = await chosen(); before !== 'Biên bản'; before = await chosen()) {
    await page.keyboard.press('ArrowDown')
    await expect.poll(chosen).not.toBe(before)
  }
  await pressOn(page, page.getByRole('link', { name: 'Soạn biên bản' }))
  await tabTo(page, row(/^Thời gian Hôm nay, vào hồi 14 giờ/))

  await arrowTo(/Có mặt: 3\/3/)
  await page.keyboard.press('Enter')
  const editor = page.getByRole('textbox', { name: 'Nội dung đoạn' })
  await editor.waitFor()
  await expect.poll(() => editor.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2. Có mặt đông đủ.')
  await page.keyboard.press('Control+Enter')
  await editor.waitFor({ state: 'hidden' })
  await row(/Có mặt đông đủ.*Đã sửa tay/).waitFor()
  expect(await present()).toMatchObject({ text: '2. Có mặt đông đủ.', stale: null })

  // A mark in the roll is corrected later: the paragraph stays, and says what changed.
  await markAbsent(2)
  await page.reload()
  const stale = row(/Có mặt đông đủ.*Dữ kiện đã đổi sau khi sửa.*Có mặt: 3\/3 → 2\/3/)
  await stale.waitFor()
  await tabTo(page, row(/^Thời gian/))
  await arrowTo(/Có mặt đông đủ/)
  await page.keyboard.press('g')
  await page.getByText('Đã giữ đoạn của bạn.').waitFor()
  await expect.poll(async () => (await present())?.stale).toBeNull()
  expect((await present())?.text).toBe('2. Có mặt đông đủ.')

  await page.keyboard.press('Insert')
  await page.getByRole('dialog', { name: 'Thêm đoạn' }).waitFor()
  await typeInto(page, page.getByRole('dialog').getByRole('textbox'), 'Biểu dương đồng chí Khánh.')
  await page.keyboard.press('Control+Enter')
  await row(/Biểu dương đồng chí Khánh.*Tự thêm/).waitFor()

  await pressOn(page, page.getByRole('button', { name: 'Ban hành' }))
  const dialog = page.getByRole('dialog', { name: 'Ban hành biên bản' })
  await dialog.locator('input[data-autofocus]:focus').waitFor()
  await page.keyboard.type('1/3/25')
  await typeInto(page, dialog.getByLabel('Số', { exact: false }).last(), '3')
  await dialog.getByText('Số 03-BB/CB').waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Số 03-BB/CB, ngày 21/11/2026').waitFor()
  await page.getByText('Bản đang soạn đúng như đã ban hành').waitFor()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  const issueAgain = page.getByRole('button', { name: 'Ban hành lại' })
  await expect.poll(() => issueAgain.evaluate((element) => element === document.activeElement)).toBe(true)

  await markAbsent(1)
  await test.call('papers.takeComputed', { paper: 'minutes', meetingId, key: 'roll.present' })
  await page.reload()
  await page.getByText('Bản đang soạn khác bản đã ban hành').waitFor()
  await pressOn(page, issueAgain)
  const again = page.getByRole('dialog', { name: 'Ban hành lại' })
  await again.waitFor()
  await typeInto(page, again.getByRole('textbox', { name: 'Lý do sửa' }), 'Sửa số người dự')
  await pressOn(page, again.getByRole('button', { name: 'Ban hành lại' }))
  await again.waitFor({ state: 'hidden' })
  await page.getByText('Bản đang soạn đúng như đã ban hành').waitFor()
  const { issued } = await test.call('papers.issues', { of: { paper: 'minutes', meetingId } })
  expect(issued).toMatchObject([{ revision: 1, reason: 'Sửa số người dự' }, { revision: 0 }])

  // Every earlier issue can be opened.
  const shown = page.getByRole('combobox', { name: 'Xem bản' })
  await chooseOption(page, shown, 'Ban hành 21/11/2026')
  await expect.poll(() => shown.inputValue()).toBe('Ban hành 21/11/2026')
  await page.getByRole('img', { name: /^Trang 1\// }).waitFor()
})

it('leaves out, brings back and follows the link to what is missing', async () => {
  const { page } = window
  await open('bien-ban')
  await tabTo(page, row(/^Thời gian/))
  await arrowTo(/Biên bản đã được thư ký đọc lại/)
  await page.keyboard.press('Delete')
  await row(/Đã bỏ khỏi văn bản/).waitFor()
  await page.keyboard.press('l')
  await expect.poll(async () => (await minutes()).find((each) => each.key === 'readBack')?.hand).toBe('facts')
  await page.getByText('Dữ kiện: còn thiếu').waitFor()
  await pressOn(page, page.getByRole('link', { name: 'Phát biểu' }).last())
  await page.waitForURL(/phat-bieu$/)
})

it('keeps the terms of the committee in the settings', async () => {
  const { page, test } = window
  await window.goTo('/cai-dat')
  const section = page.getByRole('region', { name: 'Nhiệm kỳ chi ủy' })
  await section.getByLabel('Ngày bắt đầu').fill('1/3/2025')
  await pressOn(page, section.getByRole('button', { name: 'Ghi nhiệm kỳ' }))
  await section.getByText('Từ ngày 01/03/2025').waitFor()
  await expect.poll(() => section.getByLabel('Ngày bắt đầu').inputValue()).toBe('')
  await pressOn(page, section.getByRole('button', { name: 'Xóa' }))
  await section.getByText('Từ ngày 01/03/2025').waitFor({ state: 'hidden' })
  expect(await test.call('terms.list', {})).toEqual([])
})

it('copies each field for the national app by its number, found from the papers and from anywhere', async () => {
  const { page } = window
  await window.goTo(`/cuoc-hop/${meetingId}/van-ban`)
  await pressOn(page, page.getByRole('link', { name: 'Chép lên Sổ tay đảng viên' }))
  await page.getByRole('listitem', { name: 'Kết luận, nhiệm vụ' }).waitFor()
  await window.goTo('/nhiem-vu')
  await page.getByRole('heading', { name: 'Nhiệm vụ' }).waitFor()
  await page.keyboard.press('Control+k')
  const search = page.getByPlaceholder('Gõ tên người hoặc việc cần làm, không cần dấu')
  await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('so tay')
  await page.getByRole('button', { name: /^Chép lên Sổ tay đảng viên.*tháng 11\/2026/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/dan-len-so-tay$/)
  await search.waitFor({ state: 'hidden' })
  await page.getByRole('listitem', { name: 'Kết luận, nhiệm vụ' }).waitFor()
  await page.keyboard.press('4')
  await page.getByText('Đã chép: Kết luận, nhiệm vụ').waitFor()
  await page.keyboard.press('Control+k')
  await search.waitFor()
  await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+v')
  await expect.poll(() => search.inputValue()).toBe('1. Nhất trí kế hoạch.')
  await page.keyboard.press('Escape')
})

it('has nothing cut off and nothing against access', async () => {
  const { page, test } = window
  await test.call('papers.write', {
    paper: 'resolution',
    meetingId,
    key: 'roll',
    text: 'Đủ cả.',
  })
  await markAbsent(2)
  await test.call('terms.add', { startsOn: '2025-03-01' })
  await open('nghi-quyet')
  await row(/Dữ kiện đã đổi/).waitFor()
  await expectFits(page)
  await pressOn(page, page.getByRole('button', { name: 'Ban hành' }))
  await page.getByText('Nhiệm kỳ từ 01/03/2025').waitFor()
  await expectFits(page)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await tabTo(page, row(/^Thời gian/))
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Nội dung đoạn' }).waitFor()
  await expectFits(page)
  await page.keyboard.press('Escape')
  await window.goTo(`/cuoc-hop/${meetingId}/van-ban/dan-len-so-tay`)
  await page.getByRole('listitem', { name: 'Chương trình' }).waitFor()
  await expectFits(page)
})
