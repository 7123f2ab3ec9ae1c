import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNothingCutOff,
  type OpenWindow,
  onEachScreen,
  prepareWindow,
  useBrowser,
} from '../support/browser.ts'
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
let meetingId: number
beforeEach(async () => {
  window = await prepareWindow({ now: '2026-11-26T08:00:00+07:00' })
  const { test } = window
  await test.call('cell.update', sampleCell)
  await addPerson(test, 'Nguyễn Thị Hòa', { role: 'secretary' })
  await addPerson(test, 'Trần Văn Đức', { role: 'deputy' })
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })
  meetingId = (await test.call('meetings.create', defaults)).id
  await test.call('preparation.mark', { meetingId, step: 'draft', doneOn: '2026-11-20', note: '' })
  await window.load()
  await open()
})
afterEach(() => window.close())

async function open() {
  await window.goTo(`/cuoc-hop/${meetingId}`)
  await window.page.locator('tr[data-item]').first().waitFor()
}
const panel = (title: string) => window.page.locator(`details[aria-label="${title}"]`)
const heading = async (title: string) => (await panel(title).locator('summary').textContent())?.trim()
const step = async (name: string) =>
  (await window.test.call('preparation.get', { meetingId })).find((each) => each.step === name)

describe('the check of an agenda', () => {
  it('says what is amiss with its source, and is mended by keyboard until it passes', async () => {
    const { page, test } = window
    await expect.poll(() => heading('Kiểm tra chương trình')).toBe('Kiểm tra chương trình: 2 điều nên xem')
    await page.getByText('Thông báo chưa gửi, chậm 1 ngày so với hạn 25/11/2026.').waitFor()
    await page.getByText('(Hướng dẫn 42-HD/BTCTW ngày 28/10/2025)').first().waitFor()
    await pressOn(page, page.getByRole('button', { name: 'Sửa giúp: Kết hợp chuyên đề vào buổi này' }))
    await expect.poll(() => heading('Kiểm tra chương trình')).toContain('2 điều phải sửa')
    await pressOn(page, page.getByRole('button', { name: /^Sửa giúp: Thêm mục “Trình bày chuyên đề”/ }))
    await pressOn(page, page.getByRole('button', { name: /^Sửa giúp: Thêm \d+ phút cho “Thảo luận”/ }))
    await pressOn(page, page.getByRole('button', { name: 'Sửa giúp: Ghi đã gửi hôm nay' }))
    await page.getByText('Thông báo đã gửi chậm 1 ngày so với hạn 25/11/2026.').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Thông báo chưa gửi, chậm 1 ngày so với hạn 25/11/2026.').waitFor()
    await test.call('preparation.mark', { meetingId, step: 'notice', doneOn: '2026-11-25', note: '' })
    await page.reload()
    await expect.poll(() => heading('Kiểm tra chương trình')).toBe('Kiểm tra chương trình: Đạt')
    await expectAccessible(page)
  })

  it('takes a task that is overdue onto the agenda by keyboard', async () => {
    const { page, test } = window
    await test.call('tasks.create', {
      meetingId: null,
      conclusionId: null,
      title: 'Thanh lý máy hỏng',
      ownerIds: [],
      dueOn: '2026-11-20',
      reportMeetingId: null,
      doneOn: null,
    })
    await page.reload()
    await page.getByText('Nhiệm vụ “Thanh lý máy hỏng” quá hạn 6 ngày, chưa có trong chương trình.').waitFor()
    await pressOn(
      page,
      page.getByRole('button', { name: 'Sửa giúp: Đưa “Thanh lý máy hỏng” vào chương trình, 3 phút' }),
    )
    await page.getByRole('cell', { name: 'Báo cáo nhiệm vụ: Thanh lý máy hỏng', exact: true }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('Nhiệm vụ “Thanh lý máy hỏng” quá hạn 6 ngày, chưa có trong chương trình.').waitFor()
  })

  it('goes by the settings, which are saved as they are left', async () => {
    const { page } = window
    await window.goTo('/cai-dat')
    const field = page.getByLabel('Thảo luận: ít nhất bao nhiêu % thời lượng')
    await typeInto(page, field, '120')
    await page.keyboard.press('Tab')
    await page.getByText('Hãy nhập số từ 0 đến 100').waitFor()
    await typeInto(page, field, '50')
    await page.keyboard.press('Tab')
    await expect
      .poll(async () => (await window.test.call('settings.get', {})).discussionPercentAtLeast)
      .toBe(50)
    await expectAccessible(page)
    await open()
    await page.getByText('Thảo luận chiếm 20/90 phút (22,2%), nên có ít nhất 50%.').waitFor()
  })
})

describe('the steps of a preparation', () => {
  it('take their day by keyboard, and say in words what is late', async () => {
    const { page } = window
    await expect.poll(() => heading('Việc chuẩn bị')).toBe('Việc chuẩn bị: xong 1/7, 4 việc chậm')
    await page.getByText('Chậm 8 ngày, hạn 18/11/2026').waitFor()
    const done = page.getByLabel('Ngày xong: Phân công người chuẩn bị nội dung, dự thảo nghị quyết')
    await typeInto(page, done, '17/11/2026')
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await step('assign'))?.doneOn).toBe('2026-11-17')
    await page.getByText('Xong ngày 17/11/2026').waitFor()
    const note = page.getByLabel('Ghi chú: Phân công người chuẩn bị nội dung, dự thảo nghị quyết')
    await typeInto(page, note, 'Đồng chí Đức viết')
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await step('assign'))?.note).toBe('Đồng chí Đức viết')
    await pressOn(page, page.getByRole('button', { name: 'Xong hôm nay: Họp chi ủy thống nhất nội dung' }))
    await page.getByText('Xong ngày 26/11/2026, chậm 3 ngày').waitFor()
    await typeInto(page, done, '30/11/2026')
    await page.keyboard.press('Tab')
    await page.getByText('Ngày xong không thể sau hôm nay').waitFor()
    expect((await step('assign'))?.doneOn).toBe('2026-11-17')
  })
})

describe('whom to ask to speak', () => {
  it('is chosen, told, changed and left out by keyboard', async () => {
    const { page, test } = window
    const asks = () => test.call('asks.list', { meetingId })
    await pressOn(page, page.getByRole('button', { name: 'Mời thêm người' }))
    const dialog = page.getByRole('dialog')
    await tabTo(
      page,
      dialog.getByRole('combobox', { name: 'Người được mời' }).or(dialog.getByLabel('Người được mời')),
    )
    await page.keyboard.type('duc')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await typeInto(page, dialog.getByLabel('Câu hỏi gợi ý (in trên phiếu)'), 'Vướng ở đâu?')
    await expectAccessible(page)
    await pressOn(page, dialog.getByRole('button', { name: 'Thêm lời mời' }))
    await expect
      .poll(async () => (await asks()).map((ask) => [ask.fullName, ask.itemTitle, ask.question]))
      .toEqual([['Trần Văn Đức', 'Thảo luận', 'Vướng ở đâu?']])
    await expect.poll(() => heading('Mời phát biểu')).toBe('Mời phát biểu: 1 lời mời, 1 chưa nói')
    await pressOn(page, page.getByRole('button', { name: /^Đã nói: Trần Văn Đức/ }))
    await page.getByText('Đã nói ngày 26/11/2026').waitFor()
    await pressOn(page, page.getByRole('button', { name: /^Có tham luận: Trần Văn Đức/ }))
    await page.getByText('Đã nói ngày 26/11/2026; có tham luận').waitFor()
    await pressOn(page, page.getByRole('button', { name: /^Sửa: Trần Văn Đức/ }))
    await typeInto(page, dialog.getByLabel('Câu hỏi gợi ý (in trên phiếu)'), 'Đề xuất gì?')
    await pressOn(page, dialog.getByRole('button', { name: 'Lưu câu hỏi' }))
    await page.getByText('Đề xuất gì?').waitFor()
    expect(await asks()).toMatchObject([{ prepared: true, askedOn: '2026-11-26' }])
    await pressOn(page, page.getByRole('button', { name: /^Bỏ: Trần Văn Đức/ }))
    await expect.poll(asks).toEqual([])
    await page.keyboard.press('Control+z')
    await page.getByText('Đề xuất gì?').waitFor()
  })

  it('asks for the person where none is chosen', async () => {
    const { page } = window
    await page.getByRole('button', { name: 'Mời thêm người' }).press('Enter')
    await page.getByRole('button', { name: 'Thêm lời mời' }).press('Enter')
    await page.getByText('Hãy chọn người').waitFor()
  })
})

it('panels stand beside the agenda or fold above it, nothing cut off', async () => {
  const { page } = window
  await onEachScreen(page, async (name) => {
    await page.reload()
    await open()
    await panel('Mời phát biểu').waitFor()
    const opened = await page.locator('details[open]').count()
    expect(opened).toBe(name === 'full' ? 3 : 0)
    await expectNothingCutOff(page)
    await expectAccessible(page)
    for (const title of ['Kiểm tra chương trình', 'Việc chuẩn bị', 'Mời phát biểu']) {
      if ((await panel(title).getAttribute('open')) === null)
        await panel(title).locator('summary').press('Enter')
      await panel(title).locator('summary + div').waitFor()
    }
    await expectNothingCutOff(page)
    await expectAccessible(page)
  })
})
