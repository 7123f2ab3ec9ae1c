import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectFits,
  type OpenWindow,
  prepareWindow,
  useBrowser,
} from '../support/browser.ts'
import { addRegularMeeting } from '../support/meetings.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng']
const given =
  'An Bình Cường Dung Đức Giang Hà Hạnh Hòa Hùng Khánh Lan Linh Mai Nam Nga Oanh Phúc Quân Quyên Sơn Tâm Thảo Thủy Trang Tuấn Uyên Vân Xuân Yến'.split(
    ' ',
  )

let window: OpenWindow
let meetingId: number

beforeEach(async () => {
  window = await prepareWindow()
  const { test } = window
  await test.call('cell.update', sampleCell)
  for (const [index, name] of given.entries())
    await addPerson(test, `${family[index % family.length]} Văn ${name}`)
  await addPerson(test, 'Vũ Thị Ánh', { status: 'exempt' })
  meetingId = await addRegularMeeting(test)
  await window.load()
  await window.goTo(`/cuoc-hop/${meetingId}/diem-danh`)
  await window.page.getByRole('grid', { name: 'Danh sách điểm danh' }).waitFor()
})
afterEach(() => window.close())

const item = {
  part: 'main',
  contentClass: 'discussion',
  ownerId: null,
  plannedMinutes: 20,
  privateNote: '',
} as const
const row = (name: RegExp) => window.page.getByRole('row', { name })
const figure = (label: string) =>
  window.page.getByLabel('Số liệu điểm danh').locator('div', { hasText: label }).locator('dd').textContent()
const stored = () => window.test.call('attendance.sheet', { meetingId })
/** Waits until everything marked is stored: a mark is on screen before it is. */
const settled = (check: (rows: Awaited<ReturnType<typeof stored>>) => boolean) =>
  expect.poll(async () => check(await stored()), { timeout: 20_000 }).toBe(true)

describe('calling the roll', () => {
  it('takes thirty people by keyboard with a key or two for each', async () => {
    const { page } = window
    await page.keyboard.press('a')
    for (const key of ['ArrowDown', 'ArrowDown', 'k']) await page.keyboard.press(key)
    await page.keyboard.type('m15')
    await page.keyboard.press('Enter')
    await page.keyboard.type('p2')
    await page.keyboard.type('nằm viện')
    await page.keyboard.press('Enter')
    await page.keyboard.type('s')
    await settled((rows) => rows[5]?.state === 'leftEarly')

    const rows = await stored()
    expect(
      rows
        .slice(0, 7)
        .map(({ state, lateMinutes, reasonKind, note }) => [state, lateMinutes, reasonKind, note]),
    ).toEqual([
      ['present', null, null, ''],
      ['present', null, null, ''],
      ['unexcused', null, null, ''],
      ['late', 15, null, ''],
      ['excused', null, 'health', 'nằm viện'],
      ['leftEarly', null, null, ''],
      ['present', null, null, ''],
    ])
    expect(rows.at(-1)).toMatchObject({ fullName: 'Vũ Thị Ánh', state: null })
    expect(await figure('Phải dự')).toBe('30')
    expect(await figure('Có mặt')).toBe('28')
    expect(await figure('Tỷ lệ dự')).toBe('93,3%')
    await row(/Cường: vắng không lý do/).waitFor()
  })

  it('goes from one to the next when every state has its key, however fast', async () => {
    const { page } = window
    await page.keyboard.type('cskcsk'.repeat(5))
    await settled((rows) => rows.slice(0, 30).every((one) => one.state !== null))
    const states = (await stored()).slice(0, 6).map((one) => one.state)
    expect(states).toEqual(['present', 'leftEarly', 'unexcused', 'present', 'leftEarly', 'unexcused'])
  })

  it('moves by arrows, Home and End, clears with Delete, and is undone by Ctrl+Z', async () => {
    const { page } = window
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await page.keyboard.press('k')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('Nguyễn Văn An: vắng không lý do')
    await page.keyboard.press('Delete')
    await row(/Văn An: chưa ghi/).waitFor()
    await settled((rows) => rows[0]?.state === null)
    await page.keyboard.press('Control+z')
    await row(/Văn An: vắng không lý do/).waitFor()
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Phạm Văn Nga: chưa ghi')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    expect(await focused()).toBe('Vũ Thị Ánh, Miễn sinh hoạt: chưa ghi')
    await page.keyboard.press('Home')
    expect(await focused()).toBe('Nguyễn Văn An: vắng không lý do')
  })

  it('takes when somebody came late or left, by the clock and by the item', async () => {
    const { page, test } = window
    const panel = page.getByRole('dialog')
    for (const title of ['Mở đầu', 'Kết quả tháng trước', 'Thảo luận'])
      await test.call('agenda.create', { ...item, meetingId, title })
    await page.reload()
    await row(/Văn An: chưa ghi/).focus()
    await page.keyboard.type('m14h15')
    await page.keyboard.press('Tab')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await row(/Văn An: đến muộn 15 phút, 14:15, mục 3/).waitFor()
    await row(/Văn An/)
      .getByText('Muộn 15 phút, 14:15, mục 3')
      .waitFor()
    await page.keyboard.type('ss')
    await row(/Văn Cường: về sớm/).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('s')
    await panel.waitFor()
    await page.keyboard.type('chiều')
    await page.keyboard.press('Enter')
    await panel.getByText('Gõ giờ, ví dụ 15h20').waitFor()
    await expectAccessible(page)
    await panel.getByLabel('Về lúc mấy giờ?').fill('15h20')
    await page.keyboard.press('Enter')
    await row(/Văn Cường: về sớm 15:20/).waitFor()
    await settled((rows) => rows[2]?.atTime === '15:20')
    expect((await stored()).slice(0, 3)).toMatchObject([
      { state: 'late', lateMinutes: 15, atTime: '14:15', itemNumber: 3 },
      { state: 'leftEarly', atTime: null, itemNumber: null },
      { state: 'leftEarly', atTime: '15:20', itemNumber: null },
    ])
    await page.keyboard.press('Control+z')
    await row(/Văn Cường: về sớm$/).waitFor()
  })

  it('fills in the time now and the item under way while the meeting runs', async () => {
    const { page, test } = window
    const { id } = await test.call('agenda.create', { ...item, meetingId, title: 'Mở đầu' })
    test.setNow('2026-11-03T14:20:10+07:00')
    await test.call('running.startItem', { agendaItemId: id })
    await page.reload()
    await row(/Văn An: chưa ghi/).focus()
    await page.keyboard.press('s')
    await row(/Văn An: về sớm 14:2\d, mục 1/).waitFor()
    await page.keyboard.press('m')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Enter')
    await row(/Văn Bình: đến muộn 2\d phút, 14:2\d, mục 1/).waitFor()
    await page.keyboard.type('m5')
    await page.keyboard.press('Enter')
    await row(/Văn Cường: đến muộn 5 phút, mục 1/).waitFor()
    await settled((rows) => rows[2]?.lateMinutes === 5)
  })

  it('leaves everything as it was on Esc, and gives the focus back', async () => {
    const { page } = window
    await page.keyboard.press('c')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('p3')
    await page.getByLabel('Ghi chú').fill('không ghi điều này')
    await page.keyboard.press('Escape')
    await row(/Văn An: có mặt/).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.includes('Bình'))
    expect((await stored())[0]).toMatchObject({ state: 'present', reasonKind: null, note: '' })
  })

  it('has letters dead inside text fields', async () => {
    const { page } = window
    await page.keyboard.press('p')
    await page.keyboard.press('4')
    await page.keyboard.type('ackms')
    expect(await page.getByLabel('Ghi chú').inputValue()).toBe('ackms')
    await page.keyboard.press('Enter')
    await settled((rows) => rows[0]?.note === 'ackms')
    expect((await stored()).filter((one) => one.state !== null)).toHaveLength(1)
  })

  it('marks somebody exempt only as there, outside the rate', async () => {
    const { page } = window
    await page.keyboard.press('End')
    await page.keyboard.press('k')
    await page.getByRole('status').getByText('không phải dự buổi này').waitFor()
    await page.keyboard.press('c')
    await settled((rows) => rows.at(-1)?.state === 'present')
    expect(await figure('Dự thêm')).toBe('1')
    expect(await figure('Có mặt')).toBe('0')
  })

  it('works by mouse, with words on every button', async () => {
    const { page } = window
    await row(/Văn Dung/)
      .getByRole('button', { name: 'Vắng không lý do' })
      .click()
    await row(/Văn Hà/)
      .getByRole('button', { name: 'Đến muộn' })
      .click()
    await page.getByLabel(/^Muộn mấy phút/).fill('20')
    await page.getByRole('button', { name: 'Ghi (Enter)' }).click()
    await page.getByRole('button', { name: 'Tất cả có mặt' }).click()
    await settled((rows) => rows.filter((one) => one.state === 'present').length === 28)
    await row(/Văn Hà: đến muộn 20 phút/)
      .getByRole('button', { name: 'Bỏ ghi' })
      .click()
    await settled((rows) => rows.find((one) => one.fullName.endsWith('Hà'))?.state === null)
  })
})

describe('before the roll is called', () => {
  const warning = () => window.page.getByRole('region', { name: 'Cần chú ý nếu vắng lần này' })

  it('warns of who is near a limit, and takes an excuse with its paper by keyboard', async () => {
    const { page, test } = window
    const [first, second] = await stored()
    const past = await test.call('meetings.get', { id: meetingId })
    const { kind, startTime, place, mode } = past
    const about = { kind, startTime, place, mode, chairId: null, minuteTakerId: null, theme: '', note: '' }
    for (const period of ['2026-08', '2026-09', '2026-10']) {
      const { id } = await test.call('meetings.create', { ...about, period, heldOn: `${period}-03` })
      const details = { meetingId: id, lateMinutes: null, reasonKind: null, note: '' }
      await test.call('attendance.mark', { ...details, memberId: first?.memberId ?? 0, state: 'excused' })
      await test.call('attendance.mark', { ...details, memberId: second?.memberId ?? 0, state: 'present' })
    }
    await page.reload()
    await warning()
      .getByText('đã vắng có lý do 3 lần liên tiếp; vắng lần này là lần thứ 4, quá 3 lần trong năm')
      .waitFor()
    await warning().getByText('(Hướng dẫn 42-HD/BTCTW ngày 28/10/2025)').waitFor()
    await row(/Văn An/).focus()
    await page.keyboard.type('p1')
    await page.keyboard.type('hội nghị tỉnh')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Đơn ngày 20/11')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await settled((rows) => rows[0]?.paper === 'Đơn ngày 20/11')
    expect((await stored())[0]).toMatchObject({ state: 'excused', reasonKind: 'duty', note: 'hội nghị tỉnh' })
    await row(/Văn An/)
      .getByText('Đi công tác: hội nghị tỉnh: Đơn ngày 20/11')
      .waitFor()
    expect(await warning().count()).toBe(1)
    await page.keyboard.press('a')
    await warning().waitFor({ state: 'detached' })
  })
})

it('has nothing cut off and nothing against access', async () => {
  const { page } = window
  await page.keyboard.press('a')
  await page.keyboard.press('p')
  await page.getByRole('dialog').waitFor()
  await expectFits(page)
})
