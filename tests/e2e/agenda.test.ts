import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectAccessible, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
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
  await addPerson(test, 'Trần Văn Đức', { role: 'deputy' })
  meetingId = await addMeeting('2026-11-03')
  await window.load()
  await open(meetingId)
})
afterEach(() => window.close())

async function addMeeting(heldOn: string) {
  const defaults = await window.test.call('meetings.defaults', { kind: 'regular', heldOn })
  return (await window.test.call('meetings.create', defaults)).id
}

async function open(id: number) {
  await window.goTo(`/cuoc-hop/${id}`)
  await rows().first().waitFor()
}

const rows = () => window.page.locator('tr[data-item]')
const items = async () => (await window.test.call('agenda.list', { meetingId })).items
const titles = async () => (await items()).map((item) => item.title)
const focusedTitle = () =>
  window.page.evaluate(() => document.activeElement?.closest('tr')?.children[2]?.textContent ?? '')

describe('the agenda', () => {
  it('shows clock times, running sums and the minimum it reaches', async () => {
    const { page } = window
    await page.getByText('90 phút, từ 08:00 đến 09:30').waitFor()
    await page.getByText('đủ tối thiểu 90 phút theo Hướng dẫn 42-HD/BTCTW ngày 28/10/2025').waitFor()
    const cells = await rows().nth(2).locator('td').allTextContents()
    expect([cells[1], cells[5]]).toEqual(['08:05', '10 / 15'])
    expect(
      await page.getByRole('rowheader').or(page.locator('th[scope=rowgroup]')).allTextContents(),
    ).toEqual(['Mở đầu: 5 phút', 'Tiến hành: 70 phút', 'Kết thúc: 15 phút'])
  })

  it('warns under the minimum of the rule in force on the day, and names it', async () => {
    const { page } = window
    meetingId = await addMeeting('2020-05-05')
    await open(meetingId)
    await page.getByText('theo Hướng dẫn 12-HD/BTCTW ngày 06/07/2018').waitFor()
    await rows().nth(3).focus()
    await page.keyboard.press('Delete')
    await page
      .getByText('Thiếu 5 phút so với tối thiểu 90 phút theo Hướng dẫn 12-HD/BTCTW ngày 06/07/2018.')
      .waitFor()
    await expectAccessible(page)
  })

  it('is edited by keyboard, each change saved, the focus back on its row', async () => {
    const { page } = window
    await rows().first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Nội dung', exact: true }).fill('Tin trong tháng')
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await items())[2]?.title).toBe('Tin trong tháng')
    await page.keyboard.type('hoa')
    await page.getByRole('option', { name: 'Nguyễn Thị Hòa' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Số phút' }).fill('25')
    await page.getByLabel('Ghi chú riêng của bí thư, không in').fill('Hỏi anh Đức trước')
    await page.keyboard.press('Escape')
    await expect.poll(focusedTitle).toContain('Tin trong tháng')
    expect((await items())[2]).toMatchObject({
      title: 'Tin trong tháng',
      ownerName: 'Nguyễn Thị Hòa',
      plannedMinutes: 25,
      privateNote: 'Hỏi anh Đức trước',
    })
    expect(await rows().nth(2).textContent()).toContain('Riêng của bí thư, không in: Hỏi anh Đức trước')
    await page.getByText('105 phút, từ 08:00 đến 09:45').waitFor()
  })

  it('keeps what is typed for an owner while the list of people is still on its way', async () => {
    const { page } = window
    const typed = Promise.withResolvers<void>()
    window.spoil()
    await page.route('**/api/members.list', async (route) => {
      await typed.promise
      await route.continue()
    })
    await rows().first().focus()
    await page.keyboard.press('F2')
    const owner = page.getByRole('combobox', { name: 'Người phụ trách' })
    await owner.focus()
    await page.keyboard.type('duc')
    typed.resolve()
    await page.getByRole('option', { name: 'Trần Văn Đức' }).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await owner.inputValue()).toBe('duc')
    await page.keyboard.press('Enter')
    await expect.poll(() => owner.inputValue()).toBe('Trần Văn Đức')
    await page.getByRole('button', { name: 'Xong (Enter)' }).press('Enter')
    await expect.poll(async () => (await items())[0]?.ownerName).toBe('Trần Văn Đức')
  })

  it('lets what is typed replace an owner whose name comes late', async () => {
    const { page } = window
    const tabbed = Promise.withResolvers<void>()
    window.spoil()
    await page.route('**/api/members.list', async (route) => {
      await tabbed.promise
      await route.continue()
    })
    await rows().nth(2).focus()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Nội dung', exact: true }).focus()
    await page.keyboard.press('Tab')
    const owner = page.getByRole('combobox', { name: 'Người phụ trách' })
    await expect.poll(() => owner.evaluate((field) => field === document.activeElement)).toBe(true)
    tabbed.resolve()
    await expect.poll(() => owner.inputValue()).toBe('Trần Văn Đức')
    await page.keyboard.type('hoa')
    await page.getByRole('option', { name: 'Nguyễn Thị Hòa' }).waitFor()
    expect(await owner.inputValue()).toBe('hoa')
  })

  it('keeps the row open while a field is wrong, and Esc leaves it as it was', async () => {
    const { page } = window
    await rows().first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Số phút' }).fill('mười')
    await page.keyboard.press('Enter')
    await page.getByText('Hãy nhập số phút, ví dụ 10').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(focusedTitle).toContain('Tuyên bố lý do')
    expect((await items())[0]?.plannedMinutes).toBe(2)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Số phút' }).fill('3')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await items())[0]?.plannedMinutes).toBe(3)
    await expect.poll(focusedTitle).toContain('Tuyên bố lý do')
  })

  it('takes a new item, and gives the focus back when one is given up', async () => {
    const { page } = window
    await rows().last().focus()
    await page.keyboard.press('Insert')
    await page.getByRole('textbox', { name: 'Nội dung', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    expect(await focusedTitle()).toContain('Thông qua biên bản')
    await page.getByRole('button', { name: 'Thêm mục', exact: true }).press('Enter')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Thêm mục')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Trao Huy hiệu Đảng')
    await page.keyboard.press('Enter')
    await expect.poll(focusedTitle).toContain('Trao Huy hiệu Đảng')
    expect((await items()).at(-1)).toMatchObject({
      title: 'Trao Huy hiệu Đảng',
      part: 'closing',
      plannedMinutes: 10,
    })
  })

  it('loses an item by Delete and gets it back by Ctrl+Z', async () => {
    const { page } = window
    const before = await items()
    await rows().nth(3).focus()
    await page.keyboard.press('Delete')
    await expect.poll(() => rows().count()).toBe(before.length - 1)
    await expect.poll(focusedTitle).toContain('Công tác xây dựng Đảng')
    await page.keyboard.press('Control+z')
    await expect.poll(() => rows().count()).toBe(before.length)
    expect(await items()).toEqual(before)
  })
})

describe('the order', () => {
  it('changes by Alt with arrows, over the border of a part too, and the focus goes along', async () => {
    const { page } = window
    const [first, second, third] = await titles()
    await rows().nth(2).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await items())[2]?.part).toBe('opening')
    expect(await titles()).toEqual([first, second, third, ...(await titles()).slice(3)])
    await expect.poll(focusedTitle).toContain('Thông tin thời sự')
    await page.getByText('Mở đầu: 15 phút').waitFor()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await titles()).slice(0, 3)).toEqual([first, third, second])
    await expect.poll(focusedTitle).toContain('Thông tin thời sự')
  })

  it('changes by the buttons of a row, which say why they cannot', async () => {
    const { page } = window
    const [first, second] = await titles()
    await page.getByRole('button', { name: `Xuống mục ${first}` }).click()
    await expect.poll(async () => (await titles()).slice(0, 2)).toEqual([second, first])
    const up = page.getByRole('button', { name: `Lên mục ${second}` })
    await expect.poll(() => up.isDisabled()).toBe(true)
    expect(await up.getAttribute('title')).toBe('Đã ở đầu chương trình')
  })

  it('changes by dragging with the mouse', async () => {
    const { page } = window
    const [first, second, third, fourth] = await titles()
    const handle = await page.getByRole('button', { name: `Kéo để đổi chỗ mục ${first}` }).boundingBox()
    const target = await rows().nth(3).boundingBox()
    if (!handle || !target) throw new Error('rows are not on screen')
    await page.mouse.move(handle.x + 8, handle.y + 8)
    await page.mouse.down()
    await page.mouse.move(handle.x + 8, handle.y + 40, { steps: 4 })
    await page.mouse.move(handle.x + 8, target.y + target.height / 2, { steps: 8 })
    await page.mouse.up()
    await expect.poll(async () => (await titles()).slice(0, 4)).toEqual([second, third, fourth, first])
    expect((await items())[3]?.part).toBe('main')
  })

  it('changes by lifting a row with the space bar', async () => {
    const { page } = window
    const [first, second] = await titles()
    await page.getByRole('button', { name: `Kéo để đổi chỗ mục ${first}` }).focus()
    await page.keyboard.press('Space')
    await page.getByText(`Mục ${first} đang ở vị trí 1 trên 13.`).waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowDown')
    await page.getByText(`Mục ${first} đang ở vị trí 2 trên 13.`).waitFor({ state: 'attached' })
    await page.keyboard.press('Space')
    await expect.poll(async () => (await titles()).slice(0, 2)).toEqual([second, first])
  })
})

describe('the template', () => {
  it('replaces the agenda after saying what is lost, and undo brings it back', async () => {
    const { page, test } = window
    await test.call('agenda.create', {
      meetingId,
      part: 'main',
      contentClass: 'discussion',
      title: 'Bàn việc sửa hội trường',
      ownerId: null,
      plannedMinutes: 15,
      privateNote: '',
    })
    await page.reload()
    await page.getByRole('cell', { name: 'Bàn việc sửa hội trường', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Dùng chương trình mẫu' }).click()
    await page.getByRole('dialog').getByText('14 mục hiện có (105 phút)').waitFor()
    await page.getByRole('button', { name: 'Thay bằng chương trình mẫu' }).click()
    await page.getByText('90 phút, từ 08:00 đến 09:30').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('cell', { name: 'Bàn việc sửa hội trường', exact: true }).waitFor()
  })

  it('is offered where there is no agenda', async () => {
    const { page, test } = window
    for (const item of await items()) await test.call('agenda.remove', { id: item.id })
    await page.reload()
    await page.getByText('Buổi họp này chưa có chương trình.').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Dùng chương trình mẫu' }).press('Enter')
    await rows().first().waitFor()
    expect(await titles()).toHaveLength(13)
  })
})
