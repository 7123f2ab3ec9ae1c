import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectAccessible, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
let meetingId: number
beforeEach(async () => {
  window = await prepareWindow({ now: '2026-11-21T08:00:00+07:00' })
  const { test } = window
  await test.call('cell.update', sampleCell)
  await addPerson(test, 'Nguyễn Thị Hòa', { role: 'secretary' })
  const october = await addMeeting('2026-10-03')
  const { id } = await test.call('agenda.create', {
    meetingId: october,
    part: 'main',
    contentClass: 'professional',
    title: 'Sửa nhà văn hóa',
    ownerId: null,
    plannedMinutes: 12,
    privateNote: '',
  })
  await test.call('agenda.setFinished', { id, finished: false })
  await test.call('conclusions.create', {
    meetingId: october,
    agendaItemId: id,
    content: 'Trồng cây ven đường',
  })
  await test.call('tasks.create', {
    meetingId: october,
    conclusionId: null,
    title: 'Thanh lý máy hỏng',
    ownerIds: [],
    dueOn: '2026-11-18',
    reportMeetingId: null,
    doneOn: null,
  })
  meetingId = await addMeeting('2026-11-28')
  await window.load()
  await window.goTo(`/cuoc-hop/${meetingId}`)
  await window.page.locator('details[aria-label="Việc buổi trước"]').waitFor()
})
afterEach(() => window.close())

async function addMeeting(heldOn: string) {
  const defaults = await window.test.call('meetings.defaults', { kind: 'regular', heldOn })
  return (await window.test.call('meetings.create', defaults)).id
}
const heading = () => window.page.locator('details[aria-label="Việc buổi trước"] summary').textContent()

describe('what earlier meetings left', () => {
  it('is taken onto the agenda, done or put aside by keyboard, and an item tells its history', async () => {
    const { page, test } = window
    await expect.poll(heading).toBe('Việc buổi trước: 3 đề nghị, 1 đến hạn')
    await expectAccessible(page)
    await pressOn(page, page.getByRole('button', { name: 'Đưa vào chương trình: Sửa nhà văn hóa' }))
    const row = page.locator('tr[data-item]', { hasText: 'Sửa nhà văn hóa' })
    await row.getByText('Đã có ở 1 buổi trước').waitFor()

    await pressOn(page, page.getByRole('button', { name: 'Gác lại: Trồng cây ven đường' }))
    await page.keyboard.press('Enter')
    await page.getByText('Chưa nhập lý do').waitFor()
    await typeInto(page, page.getByLabel('Vì sao gác lại: Trồng cây ven đường'), 'chờ mưa')
    await page.keyboard.press('Enter')
    await page.getByText('21/11/2026: chờ mưa').waitFor()
    await pressOn(page, page.getByRole('button', { name: 'Đề nghị lại: Trồng cây ven đường' }))
    await expect.poll(heading).toBe('Việc buổi trước: 2 đề nghị, 1 đến hạn')
    await pressOn(page, page.getByRole('button', { name: 'Đã xong: Thanh lý máy hỏng' }))
    await expect.poll(heading).toBe('Việc buổi trước: 1 đề nghị')
    await page.keyboard.press('Control+z')
    await expect.poll(heading).toBe('Việc buổi trước: 2 đề nghị, 1 đến hạn')

    await tabTo(page, page.locator('tr[data-item][tabindex="0"]'))
    await row.focus()
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('link', { name: '03/10/2026' }).waitFor()
    await dialog.getByText('Trồng cây ven đường').waitFor()
    await expectAccessible(page)
    await pressOn(page, dialog.getByRole('button', { name: 'Chưa xong' }))
    await expect
      .poll(async () => {
        const { items } = await test.call('agenda.list', { meetingId })
        return items.find((item) => item.title === 'Sửa nhà văn hóa')?.state
      })
      .toBe('unfinished')
    await page.keyboard.press('Escape')
    await row.getByText('Chưa xong · Đã có ở 1 buổi trước').waitFor()
  })
})
