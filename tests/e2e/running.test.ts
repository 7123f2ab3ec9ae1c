import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  expectAccessible,
  expectFits,
  type OpenWindow,
  prepareWindow,
  useBrowser,
} from '../support/browser.ts'
import { addRegularMeeting, markAt } from '../support/meetings.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
let meetingId: number
const people = new Map<string, number>()

beforeEach(async () => {
  window = await prepareWindow({ now: '2026-11-03T14:00:00+07:00' })
  const { test } = window
  await test.call('cell.update', sampleCell)
  for (const name of [
    'Nguyễn Văn An',
    'Trần Thị Hạnh',
    'Lê Minh Khánh',
    'Phạm Thị Mai',
    'Vũ Thu Hà',
    'Bùi Đức',
  ])
    people.set(name, await addPerson(test, name, name.endsWith('An') ? { role: 'secretary' } : {}))
  meetingId = await addRegularMeeting(test)
  await test.call('attendance.markAllPresent', { meetingId })
  await markAt(test, meetingId, idOf('Phạm Thị Mai'), 'excused', { reasonKind: 'duty' })
  await window.load()
  await window.goTo(`/cuoc-hop/${meetingId}/dieu-hanh`)
  await queueFieldFocused()
})
afterEach(() => window.close())

const queueFieldFocused = () =>
  window.page.waitForFunction(
    () =>
      (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ===
      'Xếp hàng phát biểu (Alt+N)',
  )
const idOf = (name: string) => people.get(name) ?? 0
const live = () => window.test.call('running.live', { meetingId })
const clock = (time: string) => window.test.setNow(`2026-11-03T${time}+07:00`)
const queued = () => window.page.getByRole('list', { name: 'Hàng chờ phát biểu' }).getByRole('listitem')
const speakerIs = (name: string) =>
  window.page.getByRole('region', { name: 'Phát biểu' }).getByText(`Đang phát biểu: ${name}`).waitFor()
const nobodySpeaks = () => window.page.getByText('Chưa có ai đang phát biểu.').waitFor()

async function queue(letters: string, name: string): Promise<void> {
  const { page } = window
  await page.keyboard.type(letters)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
  await queued()
    .filter({ hasText: name.replace('Khách: ', '') })
    .waitFor()
}

it('runs a meeting by keyboard alone; its figures are those of the clock', async () => {
  const { page, test } = window
  await page.keyboard.press('Alt+m')
  await page.getByText('Đang tiến hành').waitFor()
  await page.getByText(/^Đang đúng giờ; nếu giữ nguyên sẽ xong/).waitFor()

  // Two letters of the given name: Hạnh and Hà both begin so, in the order of given names; the absent come last.
  await page.keyboard.type('ha')
  await page.getByRole('option').first().waitFor()
  expect(await page.getByRole('option').allInnerTexts()).toEqual(['Vũ Thu Hà', 'Trần Thị Hạnh', 'Khách: ha'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await queued().filter({ hasText: 'Trần Thị Hạnh' }).waitFor()
  await queue('kh', 'Lê Minh Khánh')
  await queue('Ông Lê Bá', 'Ông Lê Bá')

  clock('14:01:00')
  await page.keyboard.press('Alt+b')
  await speakerIs('Trần Thị Hạnh')
  clock('14:03:30')
  await page.keyboard.press('Alt+t')
  await nobodySpeaks()
  expect(await queued().allInnerTexts()).toEqual([
    expect.stringContaining('1. Trần Thị Hạnh'),
    expect.stringContaining('2. Lê Minh Khánh'),
    expect.stringContaining('3. Ông Lê Bá (khách)'),
  ])
  clock('14:04:00')
  await page.keyboard.press('Alt+b')
  await speakerIs('Trần Thị Hạnh')
  clock('14:05:00')
  await page.keyboard.press('Alt+b')
  await speakerIs('Lê Minh Khánh')

  // The wrong name: the clock runs on under the right one.
  await page.keyboard.press('Alt+s')
  await page.getByRole('dialog').getByLabel('Người đang nói là').waitFor()
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null)
  await page.keyboard.type('du')
  await page.getByRole('option', { name: 'Bùi Đức' }).waitFor()
  await page.keyboard.press('Enter')
  await speakerIs('Bùi Đức')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  clock('14:06:40')
  await page.keyboard.press('Alt+k')
  await nobodySpeaks()

  // Somebody whose name nobody caught.
  await page.keyboard.press('Alt+u')
  await speakerIs('Chưa ghi tên')
  clock('14:07:00')
  await page.keyboard.press('Alt+k')
  await nobodySpeaks()
  await page.getByRole('row', { name: 'Đã phát biểu / có mặt 2/5 người 40%' }).waitFor()
  await page.getByRole('row', { name: 'Chưa ghi tên 1 lượt, 0:20' }).waitFor()
  expect(await test.call('speaking.list', { meetingId })).toMatchObject([
    { speakerName: 'Trần Thị Hạnh', speakingSeconds: 150 },
    { speakerName: 'Trần Thị Hạnh', speakingSeconds: 60 },
    { speakerName: 'Bùi Đức', speakingSeconds: 100 },
    { speakerName: 'Chưa ghi tên', speakingSeconds: 20 },
  ])

  // Ctrl+Z in the empty field takes back the stop.
  await page.keyboard.press('Alt+n')
  await page.keyboard.press('Control+z')
  await speakerIs('Chưa ghi tên')
  expect((await live()).speaking?.startedAt).toBe('2026-11-03T07:06:40.000Z')
})

it('queues who has a paper on the item under way by one key, and tells who has not given theirs', async () => {
  const { page, test } = window
  const memberId = idOf('Lê Minh Khánh')
  const theme = await test.call('themes.create', { year: 2026, quarter: 4, month: 11, title: 'Nước sạch' })
  await test.call('themes.setContributors', {
    id: theme.id,
    contributors: [{ memberId, topic: 'Giếng làng', minutes: 7 }],
  })
  await test.call('themes.makeMeeting', { id: theme.id, into: 'regular' })
  const { items } = await test.call('agenda.list', { meetingId })
  const paper = items.find(({ ownerId }) => ownerId === memberId)?.id ?? 0
  await test.call('running.startItem', { agendaItemId: paper })
  await page.reload()
  await page.getByRole('button', { name: 'Xếp hàng tham luận: Lê Minh Khánh' }).waitFor()
  await page.getByText('Có tham luận, chưa phát biểu: Lê Minh Khánh.').waitFor()
  await queueFieldFocused()
  await page.keyboard.press('Alt+l')
  await queued().filter({ hasText: 'Lê Minh Khánh có tham luận' }).waitFor()
  await page.keyboard.press('Alt+b')
  await speakerIs('Lê Minh Khánh')
  await page.getByText('Có tham luận, chưa phát biểu').waitFor({ state: 'detached' })
  expect(await live()).toMatchObject({
    speaking: { memberId, kind: 'prepared', agendaItemId: paper },
    papers: [],
  })
})

it('offers the guests of the meeting, and notes a remark on the item under way without leaving', async () => {
  const { page, test } = window
  const meeting = await test.call('meetings.get', { id: meetingId })
  const { id, closedAt: _, chairName: __, minuteTakerName: ___, ...fields } = meeting
  await test.call('meetings.update', { id, ...fields, guests: 'Hoàng Văn Hải, Phó Bí thư Đảng ủy' })
  await page.keyboard.press('Alt+m')
  await page.getByText('Đang tiến hành').waitFor()
  await queue('hai', 'Khách: Hoàng Văn Hải, Phó Bí thư Đảng ủy')
  await page.keyboard.press('Alt+b')
  await speakerIs('Hoàng Văn Hải, Phó Bí thư Đảng ủy')

  await page.keyboard.press('Alt+g')
  const kind = page.getByRole('dialog').getByLabel('Loại')
  await expect.poll(() => kind.evaluate((field) => field === document.activeElement)).toBe(true)
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Đủ tài liệu trước buổi họp')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await queueFieldFocused()
  const [first] = (await live()).items
  expect(await test.call('remarks.list', { meetingId })).toMatchObject([
    { kind: 'commendation', content: 'Đủ tài liệu trước buổi họp', agendaItemId: first?.id },
  ])
})

it('knows how late it is, and goes on from the same instants after a reload', async () => {
  const { page } = window
  await page.keyboard.press('Alt+m')
  await page.getByText('Đang tiến hành').waitFor()
  await queue('an', 'Nguyễn Văn An')
  await page.keyboard.press('Alt+b')
  await speakerIs('Nguyễn Văn An')
  const planned = (await live()).items[0]?.plannedMinutes ?? 0
  clock(`14:${planned + 12}:05`)
  await page.reload()
  await page.getByText(/^Đang chậm 12 phút; nếu giữ nguyên sẽ xong \d\d:\d\d$/).waitFor()
  await page.getByText(/^Có thể rút: mục \d/).waitFor()
  await page
    .getByRole('timer')
    .getByText(new RegExp(`^${planned + 12}:\\d\\d$`))
    .waitFor()
  await page.keyboard.press('Alt+x')
  await page.getByText('Đang tiến hành').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Tiếp tục mục 1' }).waitFor()
})

it('suggests whom to ask, lets them be left out, and says why somebody is not there', async () => {
  const { page } = window
  const invited = page.getByRole('list', { name: 'Gợi ý mời phát biểu' })
  await invited.getByText('Trần Thị Hạnh').waitFor()
  await page.getByRole('button', { name: 'Không phải lần này: Trần Thị Hạnh' }).click()
  await invited.getByText('Trần Thị Hạnh').waitFor({ state: 'detached' })
  const why = page.getByLabel('Vì sao không gợi ý')
  await why.first().click()
  await page.getByRole('option', { name: 'Phạm Thị Mai' }).click()
  await page.getByText('Phạm Thị Mai: vắng mặt.').waitFor()
  await why.first().click()
  await page.getByRole('option', { name: 'Trần Thị Hạnh' }).click()
  await page.getByRole('button', { name: 'Gợi ý lại' }).click()
  await invited.getByText('Trần Thị Hạnh').waitFor()
  await page.getByRole('button', { name: 'Ghim Bùi Đức' }).click()
  await invited.getByRole('listitem').first().getByText('được ghim').waitFor()
  await page.getByRole('button', { name: 'Xếp hàng Bùi Đức' }).click()
  await queued().filter({ hasText: 'Bùi Đức' }).waitFor()
})

it('shows what a key did before the figures are read anew, and takes fast keys one after the other', async () => {
  const { page, test } = window
  await queue('kh', 'Lê Minh Khánh')
  await queue('du', 'Bùi Đức')
  const shown = Promise.withResolvers<void>()
  window.spoil()
  await page.route('**/api/running.live', async (route) => {
    await shown.promise
    await route.continue()
  })
  await page.keyboard.press('Alt+b')
  await speakerIs('Lê Minh Khánh')
  expect(await queued().allInnerTexts()).toEqual([expect.stringContaining('1. Bùi Đức')])
  clock('14:00:30')
  await page.keyboard.press('Alt+k')
  await page.keyboard.press('Alt+b')
  await page.keyboard.press('Alt+k')
  shown.resolve()
  await expect
    .poll(() => test.call('speaking.list', { meetingId }))
    .toMatchObject([
      { speakerName: 'Lê Minh Khánh', speakingSeconds: 30 },
      { speakerName: 'Bùi Đức', speakingSeconds: 0 },
    ])
  await nobodySpeaks()
})

it('lets the times of an item be corrected and noted afterwards', async () => {
  const { page } = window
  await page.keyboard.press('Alt+m')
  await page.getByText('Đang tiến hành').waitFor()
  clock('14:10:20')
  await page.keyboard.press('Alt+x')
  await page.getByRole('button', { name: 'Sửa giờ mục 1', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Giờ của mục 1' })
  await dialog.getByLabel('Kết thúc').fill('13h50')
  await page.keyboard.press('Tab')
  await dialog.getByText('Phải từ 14:00 trở đi').waitFor()
  await dialog.getByLabel('Kết thúc').fill('14h8')
  await page.keyboard.press('Tab')
  const runsOf = async (item: number) =>
    (await live()).items[item]?.runs.map((run) => [run.startedAt, run.stoppedAt])
  await expect.poll(() => runsOf(0)).toEqual([['2026-11-03T07:00:00.000Z', '2026-11-03T07:08:00.000Z']])
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Xong' }).click()
  await dialog.waitFor({ state: 'hidden' })

  await page.getByRole('button', { name: 'Sửa giờ mục 2', exact: true }).click()
  const second = page.getByRole('dialog', { name: 'Giờ của mục 2' })
  await second.getByLabel('Từ lúc').fill('14h5')
  await second.getByLabel('Đến lúc').fill('14h10')
  await page.keyboard.press('Enter')
  await second.getByText(/^Trùng với mục “.*” \(từ 14:00, đến 14:08\)$/).waitFor()
  await second.getByLabel('Từ lúc').fill('14h8')
  await page.keyboard.press('Enter')
  await expect.poll(() => runsOf(1)).toEqual([['2026-11-03T07:08:00.000Z', '2026-11-03T07:10:00.000Z']])
})

it('stores the gist while they speak, and lets it be put right once they have spoken', async () => {
  const { page, test } = window
  await queue('kh', 'Lê Minh Khánh')
  await page.keyboard.press('Alt+b')
  await speakerIs('Lê Minh Khánh')
  await page.getByLabel('Nội dung chính').fill('Phân công rõ người')
  await page.keyboard.press('Alt+n')
  await expect
    .poll(async () => (await test.call('speaking.list', { meetingId }))[0])
    .toMatchObject({ gist: 'Phân công rõ người', stoppedAt: null })

  clock('14:02:05')
  await page.keyboard.press('Alt+k')
  await nobodySpeaks()
  const just = page.getByRole('form', { name: 'Lượt vừa xong' })
  await page.getByText('Lê Minh Khánh, 2:05').waitFor()
  await just.getByLabel('Nội dung chính').fill('Phân công rõ người, rõ việc')
  await just.getByLabel('Hình thức').selectOption({ label: 'Chất vấn' })
  await page.keyboard.press('Alt+n')
  await expect
    .poll(async () => (await test.call('speaking.list', { meetingId }))[0])
    .toMatchObject({ gist: 'Phân công rõ người, rõ việc', kind: 'question', speakingSeconds: 125 })
})

it('has nothing cut off and nothing against access', async () => {
  const { page } = window
  await expectFits(page)
  await page.keyboard.press('Alt+m')
  await queue('du', 'Bùi Đức')
  await page.keyboard.press('Alt+b')
  await speakerIs('Bùi Đức')
  await queue('ha', 'Vũ Thu Hà')
  // All of it is in one view: its columns scroll, the page does not.
  const below = () =>
    page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight)
  await expect.poll(below).toBeLessThanOrEqual(0)
  await expectFits(page)
  await page.keyboard.type('kh')
  await page.getByRole('option').first().waitFor()
  await expectFits(page)
})
