import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectFits, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { addRegularMeeting, markAt } from '../support/meetings.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
let meetingId: number

beforeEach(async () => {
  window = await prepareWindow({ now: '2026-11-03T14:00:00+07:00' })
  const { test } = window
  await test.call('cell.update', sampleCell)
  const people = []
  for (const name of ['Nguyễn Văn An', 'Trần Thị Hạnh', 'Lê Minh Khánh', 'Phạm Thị Mai'])
    people.push(await addPerson(test, name))
  meetingId = await addRegularMeeting(test)
  for (const memberId of people.slice(0, 3)) await markAt(test, meetingId, memberId, 'present')
  await window.load()
  await window.goTo(`/cuoc-hop/${meetingId}/phat-bieu`)
  await focusOn('Người phát biểu')
})
afterEach(() => window.close())

/** Waits until the field of this label has the focus. */
const focusOn = (label: string) =>
  window.page.waitForFunction(
    (text) => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent === text,
    label,
  )
const turns = () => window.test.call('speaking.list', { meetingId })
const silent = () => window.page.getByRole('complementary').getByRole('listitem').allInnerTexts()

it('notes turns by keyboard alone: a member found without marks, a guest, times typed in', async () => {
  const { page } = window
  expect(await silent()).toEqual(['Nguyễn Văn An', 'Trần Thị Hạnh', 'Lê Minh Khánh'])
  await page.keyboard.type('hanh')
  await page.getByRole('option', { name: 'Trần Thị Hạnh' }).waitFor()
  expect(await page.getByRole('option').allInnerTexts()).toEqual(['Trần Thị Hạnh', 'Khách: hanh'])
  await page.keyboard.press('Enter')
  for (let tab = 0; tab < 3; tab++) await page.keyboard.press('Tab')
  await page.keyboard.type('Phân công rõ người, rõ việc')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3:30')
  await page.keyboard.press('Enter')
  await page
    .getByRole('row', { name: /Trần Thị Hạnh/ })
    .first()
    .waitFor()
  await focusOn('Người phát biểu')

  await page.keyboard.type('Lê Bá Khách')
  await page.getByRole('option', { name: 'Khách: Lê Bá Khách' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page
    .getByRole('row', { name: /Lê Bá Khách \(khách\)/ })
    .first()
    .waitFor()

  expect(await turns()).toMatchObject([
    {
      speakerName: 'Trần Thị Hạnh',
      kind: 'opinion',
      speakingSeconds: 210,
      gist: 'Phân công rõ người, rõ việc',
    },
    { guestName: 'Lê Bá Khách', memberId: null, speakingSeconds: null },
  ])
  expect(await silent()).toEqual(['Nguyễn Văn An', 'Lê Minh Khánh'])
  await page.getByText('1/3 người có mặt đã phát biểu (33,3%)').waitFor()
})

it('takes what is typed in the first instant, before the figures are there', async () => {
  const { page, test } = window
  // A window in which this screen was never shown, so that nothing of it is known yet.
  await window.goTo(`/cuoc-hop/${meetingId}/diem-danh`)
  await page.reload()
  await page.getByRole('grid', { name: 'Danh sách điểm danh' }).waitFor()
  // The figures come only once everything is typed.
  const typed = Promise.withResolvers<void>()
  window.spoil()
  await page.route('**/api/speaking.list', async (route) => {
    await typed.promise
    await route.continue()
  })
  await page.getByRole('link', { name: 'Phát biểu', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+n')
  await page.keyboard.type('khaxx')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  typed.resolve()
  await expect
    .poll(() => test.call('speaking.list', { meetingId }))
    .toMatchObject([{ speakerName: 'Lê Minh Khánh' }])
  await focusOn('Người phát biểu')
})

it('says what is missing beside its field', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Ghi lượt này' }).click()
  await page.getByText('Hãy chọn người phát biểu').waitFor()
  await page.getByLabel('Số phút').fill('ba phút')
  await page.keyboard.press('Enter')
  await page.getByText('Ví dụ: 3, hoặc 3:30').waitFor()
  expect(await turns()).toEqual([])
})

it('keeps the clock running over a reload, stops it, and lets everything be corrected', async () => {
  const { page, test } = window
  await page.keyboard.type('an')
  await page.getByRole('option', { name: 'Nguyễn Văn An' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+b')
  await page.getByRole('timer').waitFor()
  expect(await page.getByRole('button', { name: 'Bắt đầu tính giờ' }).isDisabled()).toBe(true)
  const [running] = await turns()
  const startedAt = Date.parse(running?.startedAt ?? '')
  await page.reload()
  await page.getByRole('timer').waitFor()
  test.setNow(new Date(startedAt + 95_000).toISOString())
  await page.keyboard.press('Alt+k')
  await page.getByRole('timer').waitFor({ state: 'detached' })
  expect(await turns()).toMatchObject([{ speakerName: 'Nguyễn Văn An', speakingSeconds: 95 }])

  await page
    .getByRole('row', { name: /Nguyễn Văn An/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sửa lượt phát biểu' })
  await focusOn('Nội dung chính')
  await page.keyboard.type('Báo cáo kết quả tháng')
  await dialog.getByLabel('Số phút').fill('4')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  expect(await turns()).toMatchObject([{ speakingSeconds: 240, gist: 'Báo cáo kết quả tháng' }])

  await page.getByRole('row', { name: /Báo cáo kết quả tháng/ }).click()
  await dialog.getByRole('button', { name: 'Xóa lượt này' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await turns()).toEqual([])
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await page.getByRole('row', { name: /Báo cáo kết quả tháng/ }).waitFor()
})

it('takes a silent member as the next speaker with one click', async () => {
  const { page } = window
  await page.getByRole('button', { name: 'Lê Minh Khánh' }).click()
  await focusOn('Người phát biểu')
  await page.keyboard.press('Enter')
  await page
    .getByRole('row', { name: /Lê Minh Khánh/ })
    .first()
    .waitFor()
  expect(await turns()).toMatchObject([{ speakerName: 'Lê Minh Khánh' }])
})

it('has nothing cut off and nothing against access', async () => {
  const { page } = window
  await window.test.call('speaking.create', {
    meetingId,
    agendaItemId: null,
    memberId: null,
    guestName: 'Ông Tư',
    kind: 'opinion',
    speakingSeconds: 65,
    gist: 'Góp ý',
  })
  await page.reload()
  await page
    .getByRole('row', { name: /Ông Tư/ })
    .first()
    .waitFor()
  await expectFits(page)
  await page
    .getByRole('row', { name: /Ông Tư/ })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await expectFits(page)
})
