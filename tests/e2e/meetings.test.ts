import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MeetingFields } from '../../src/shared/contract/meetings.ts'
import { expectFits, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
let secretary: number
beforeEach(async () => {
  window = await prepareWindow({ now: '2026-11-21T08:00:00+07:00' })
  const { page, test, goTo } = window
  await test.call('cell.update', sampleCell)
  secretary = await addPerson(test, 'Nguyễn Thị Hòa', { role: 'secretary' })
  await addPerson(test, 'Trần Văn Đức', { role: 'deputy' })
  await addPerson(test, 'Lê Minh Anh', { role: 'committeeMember' })
  await window.load()
  await goTo('/cuoc-hop')
  await page.getByRole('heading', { name: 'Cuộc họp' }).waitFor()
})
afterEach(() => window.close())

async function addMeeting(heldOn: string, changes: Partial<MeetingFields> = {}) {
  const defaults = await window.test.call('meetings.defaults', { kind: 'regular', heldOn })
  const { id } = await window.test.call('meetings.create', { ...defaults, ...changes })
  await window.page.reload()
  return id
}

const value = (label: string) => window.page.getByRole('textbox', { name: label }).inputValue()

describe('a new meeting', () => {
  it('is planned by keyboard alone: the period follows the day, people and place are filled in', async () => {
    const { page, test } = window
    await page.getByText('Chưa có cuộc họp nào').waitFor()
    await page.keyboard.press('Insert')
    await page.getByRole('heading', { name: 'Thêm cuộc họp' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('5/12/26')
    await page.keyboard.press('Tab')
    await expect.poll(() => value('Kỳ sinh hoạt')).toBe('12/2026')
    expect(await value('Ngày họp')).toBe('05/12/2026')
    expect(await value('Địa điểm')).toBe('Phòng họp tầng 2')
    await page.keyboard.press('Tab')
    await page.keyboard.type('14h')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Sinh hoạt thường kỳ tháng 12/2026' }).waitFor()
    await page.getByText('90 phút, từ 14:00 đến 15:30').waitFor()
    expect(await test.call('meetings.list', { year: 2026 })).toMatchObject([
      { kind: 'regular', period: '2026-12', heldOn: '2026-12-05', startTime: '14:00', plannedMinutes: 90 },
    ])
    expect(await test.call('meetings.get', { id: 1 })).toMatchObject({
      chairName: 'Nguyễn Thị Hòa',
      minuteTakerName: 'Lê Minh Anh',
    })
  })

  it('keeps what was typed when the day changes, and may be for another month', async () => {
    const { page, test } = window
    await page.keyboard.press('Insert')
    await page.getByRole('textbox', { name: 'Địa điểm' }).fill('Nhà văn hóa')
    await page.getByRole('textbox', { name: 'Kỳ sinh hoạt' }).fill('12/2026')
    await page.getByRole('textbox', { name: 'Ngày họp' }).fill('28112026')
    await page.keyboard.press('Tab')
    await expect.poll(() => value('Ngày họp')).toBe('28/11/2026')
    await page.getByRole('button', { name: 'Thêm cuộc họp' }).click()
    await page.getByRole('heading', { name: 'Sinh hoạt thường kỳ tháng 12/2026' }).waitFor()
    expect(await test.call('meetings.get', { id: 1 })).toMatchObject({
      heldOn: '2026-11-28',
      period: '2026-12',
      place: 'Nhà văn hóa',
    })
  })

  it('says at the field what is wrong and stores nothing', async () => {
    const { page, test } = window
    await page.keyboard.press('Insert')
    await page.getByRole('textbox', { name: 'Địa điểm' }).fill(' ')
    await page.getByRole('textbox', { name: 'Giờ bắt đầu' }).fill('sáng')
    await page.getByRole('button', { name: 'Thêm cuộc họp' }).click()
    await page.getByText('Chưa nhập địa điểm').waitFor()
    await page.getByText('Hãy nhập giờ, ví dụ 8h30').waitFor()
    expect(await test.call('meetings.years', {})).toEqual([])
  })
})

describe('the list of meetings', () => {
  it('shows a year, opens a meeting by arrows and Enter, and goes to another year', async () => {
    const { page } = window
    await addMeeting('2025-06-03')
    await addMeeting('2026-09-03')
    await addMeeting('2026-10-03', { kind: 'committee' })
    const rows = page.getByRole('grid').locator('tbody tr')
    await expect.poll(() => rows.allTextContents()).toHaveLength(2)
    expect(await rows.first().textContent()).toContain('03/10/2026')
    expect(await rows.first().textContent()).toContain('Họp chi ủy')
    await rows.first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Sinh hoạt thường kỳ tháng 09/2026' }).waitFor()
    await page.goBack()
    await page.getByRole('combobox', { name: 'Năm' }).click()
    await page.getByRole('option', { name: '2025' }).click()
    await page.getByText('03/06/2025').waitFor()
    expect(await rows.count()).toBe(1)
  })
})

describe('a known meeting', () => {
  it('saves each change of what it is, and undoes it', async () => {
    const { page, test, goTo } = window
    const id = await addMeeting('2026-11-03')
    await goTo(`/cuoc-hop/${id}`)
    await page.getByRole('button', { name: 'Sửa thông tin' }).click()
    await page.getByRole('textbox', { name: 'Địa điểm' }).fill('Hội trường lớn')
    await page.keyboard.press('Tab')
    const place = async () => (await test.call('meetings.get', { id })).place
    await expect.poll(place).toBe('Hội trường lớn')
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Control+z')
    await expect.poll(place).toBe('Phòng họp tầng 2')
    await expect.poll(() => value('Địa điểm')).toBe('Phòng họp tầng 2')
    await page.getByRole('combobox', { name: 'Chủ trì' }).fill('duc')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await test.call('meetings.get', { id })).chairName).toBe('Trần Văn Đức')
    await tabTo(page, page.getByRole('textbox', { name: 'Đại biểu, khách mời' }))
    await page.keyboard.type('Bà Chu Thị Lan (Đảng ủy viên)')
    await page.keyboard.press('Tab')
    const guests = async () => (await test.call('meetings.get', { id })).guests
    await expect.poll(guests).toBe('Bà Chu Thị Lan (Đảng ủy viên)')
  })

  it('is removed after being asked about, and Ctrl+Z brings it back', async () => {
    const { page, goTo } = window
    const id = await addMeeting('2026-11-03')
    await goTo(`/cuoc-hop/${id}/sua`)
    await page.getByRole('button', { name: 'Xóa cuộc họp' }).click()
    await page.getByRole('dialog').getByText('Sinh hoạt thường kỳ tháng 11/2026 ngày 03/11/2026').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa cuộc họp' }).click()
    await page.getByText('Chưa có cuộc họp nào').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('grid').getByText('03/11/2026').waitFor()
  })

  it('leads through its steps in the order of the work', async () => {
    const { page, goTo } = window
    const id = await addMeeting('2026-11-03')
    await goTo(`/cuoc-hop/${id}`)
    const steps = page.getByRole('navigation', { name: 'Các bước của cuộc họp' })
    await steps.waitFor()
    expect(await steps.getByRole('link').allTextContents()).toEqual([
      'Chuẩn bị',
      'Điểm danh',
      'Điều hành',
      'Phát biểu',
      'Kết luận',
      'Chấm điểm',
      'Văn bản',
    ])
    expect(await steps.locator('[aria-current=page]').textContent()).toBe('Chuẩn bị')
    await steps.getByRole('link', { name: 'Điểm danh' }).press('Enter')
    await expect.poll(() => steps.locator('[aria-current=page]').textContent()).toBe('Điểm danh')
    await page.getByText('Nguyễn Thị Hòa').first().waitFor()
  })
})

it('nothing is cut off or hard to reach', async () => {
  const { page, goTo } = window
  await expectFits(page)
  const id = await addMeeting('2026-11-03', {
    chairId: secretary,
    kind: 'regularThemed',
    theme: 'Nêu gương',
  })
  for (const [path, landmark] of [
    ['/cuoc-hop', page.getByRole('grid')],
    ['/cuoc-hop/them', page.getByRole('button', { name: 'Thêm cuộc họp' })],
    [`/cuoc-hop/${id}/sua`, page.getByRole('textbox', { name: 'Tên chuyên đề' })],
    [`/cuoc-hop/${id}`, page.getByRole('table', { name: 'Chương trình buổi họp' })],
  ] as const) {
    await goTo(path)
    await landmark.waitFor()
    await expectFits(page)
  }
})
