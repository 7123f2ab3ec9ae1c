import { afterEach, beforeEach, expect, it } from 'vitest'
import { expectFits, type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { markAt } from '../support/meetings.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()

let window: OpenWindow
let meetingId: number
let people: number[]

beforeEach(async () => {
  window = await prepareWindow()
  const { test } = window
  await test.call('cell.update', sampleCell)
  people = []
  for (const name of ['Nguyễn Văn An', 'Trần Thị Hạnh', 'Lê Minh Khánh', 'Phạm Thị Mai'])
    people.push(await addPerson(test, name))
  people.push(await addPerson(test, 'Vũ Thị Én', { status: 'probationary' }))
  const meeting = {
    kind: 'regular',
    period: '2026-11',
    heldOn: '2026-11-03',
    startTime: '14:00',
    place: 'Phòng họp tầng 2',
    mode: 'inPerson',
    chairId: people[0] ?? null,
    minuteTakerId: people[1] ?? null,
    theme: '',
    note: '',
  } as const
  meetingId = (await test.call('meetings.create', meeting)).id
  await test.call('meetings.create', { ...meeting, period: '2026-12', heldOn: '2026-12-03' })
  for (const [index, memberId] of people.entries())
    await markAt(test, meetingId, memberId, index === 3 ? 'unexcused' : 'present')
  await window.load()
  await window.goTo(`/cuoc-hop/${meetingId}/ket-luan`)
  await window.page.getByRole('region', { name: 'Kết thúc cuộc họp' }).waitFor()
})
afterEach(() => window.close())

const dialog = () => window.page.getByRole('dialog')
const gone = () => dialog().waitFor({ state: 'hidden' })
const field = (name: string) => dialog().getByRole('textbox', { name, exact: true })
const openTasks = () => window.test.call('tasks.list', { state: 'open' })

it('notes a vote, a conclusion and a task by keyboard alone, each started from what is known', async () => {
  const { page, test } = window
  await page.getByText('3/4 đảng viên được biểu quyết có mặt (75%)').waitFor()

  await page.keyboard.press('b')
  await field('Nội dung biểu quyết').waitFor()
  await tabTo(page, field('Nội dung biểu quyết'))
  await page.keyboard.type('Thông qua nghị quyết tháng 11')
  expect(await field('Được biểu quyết').inputValue()).toBe('4')
  expect(await field('Có mặt').inputValue()).toBe('3')
  await typeInto(page, field('Tán thành'), '4')
  await dialog().getByText('4 + 0 + 0 = 4 phiếu, nhiều hơn 3 người có mặt').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => field('Tán thành').getAttribute('aria-invalid')).toBe('true')
  await typeInto(page, field('Tán thành'), '3')
  await page.keyboard.press('Enter')
  await gone()
  await page
    .getByRole('row', {
      name: /Thông qua: 3\/4 được biểu quyết \(75%\), 3\/3 có mặt \(100%\); cần ít nhất 3/,
    })
    .waitFor()
  expect(await test.call('votes.list', { meetingId })).toMatchObject([
    { entitledCount: 4, presentCount: 3, forCount: 3, againstCount: 0, blankCount: 0 },
  ])

  await page.keyboard.press('k')
  await tabTo(page, field('Kết luận'))
  await page.keyboard.type('Nhất trí kế hoạch tháng 12.')
  await page.keyboard.press('Control+Enter')
  await gone()
  await page.getByRole('row', { name: /Chung cả buổi Nhất trí kế hoạch tháng 12/ }).waitFor()

  await page.keyboard.press('n')
  await tabTo(page, field('Nhiệm vụ'))
  await page.keyboard.type('Nộp báo cáo quý IV')
  await page.keyboard.press('Tab')
  for (const [typed, name] of [
    ['hanh', 'Trần Thị Hạnh'],
    ['en', 'Vũ Thị Én'],
  ] as const) {
    await page.keyboard.type(typed)
    await page.getByRole('option', { name: `${name} – chưa có việc đang làm` }).waitFor()
    await page.keyboard.press('Enter')
    await dialog().getByText(`${name}: chưa có việc đang làm`).waitFor()
  }
  expect(await field('Hạn').inputValue()).toBe('03/12/2026')
  await page.keyboard.press('Enter')
  await gone()
  expect(await openTasks()).toMatchObject([
    {
      title: 'Nộp báo cáo quý IV',
      owners: [{ fullName: 'Trần Thị Hạnh' }, { fullName: 'Vũ Thị Én' }],
      dueOn: '2026-12-03',
      reportMeetingTitle: 'Sinh hoạt thường kỳ tháng 12/2026',
      meetingId,
    },
  ])
})

it('corrects and removes what was noted, and undo brings it back', async () => {
  const { page, test } = window
  await test.call('conclusions.create', { meetingId, agendaItemId: null, content: 'Ghi nhầm' })
  await page.reload()
  await pressOn(page, page.getByRole('row', { name: /Ghi nhầm/ }))
  await typeInto(page, field('Kết luận'), 'Ghi đúng')
  await page.keyboard.press('Control+Enter')
  await gone()
  await pressOn(page, page.getByRole('row', { name: /Ghi đúng/ }))
  await pressOn(page, dialog().getByRole('button', { name: 'Xóa kết luận này' }))
  await gone()
  await page.getByText('Chưa ghi kết luận nào.').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('row', { name: /Ghi đúng/ }).waitFor()
})

it('notes a remark by keyboard, stores what is corrected of it as it is left, and tells it on the member’s page', async () => {
  const { page, test } = window
  const row = (name: RegExp) => page.getByRole('row', { name })
  await page.keyboard.press('g')
  await tabTo(page, dialog().getByRole('combobox', { name: 'Loại' }))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, field('Nội dung'))
  await page.keyboard.type('nộp báo cáo tháng muộn')
  await page.keyboard.press('Tab')
  await page.keyboard.type('hanh')
  await page.getByRole('option', { name: 'Trần Thị Hạnh' }).waitFor()
  await page.keyboard.press('Enter')
  await dialog().getByText('Trần Thị Hạnh', { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await gone()
  await row(/Phê bình, nhắc nhở Trần Thị Hạnh: nộp báo cáo tháng muộn/).waitFor()

  await pressOn(page, row(/nộp báo cáo/))
  await typeInto(page, field('Nội dung'), ' ')
  await page.keyboard.press('Enter')
  await dialog().getByText('Chưa nhập nội dung').waitFor()
  await typeInto(page, field('Nội dung'), 'nộp báo cáo muộn ba ngày')
  await page.keyboard.press('Tab')
  await row(/nộp báo cáo muộn ba ngày/).waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await gone()
  await pressOn(page, row(/muộn ba ngày/))
  await pressOn(page, dialog().getByRole('button', { name: 'Xóa ghi nhận này' }))
  await gone()
  await page.getByText('Chưa ghi biểu dương, nhắc nhở, kiến nghị').waitFor()
  await page.keyboard.press('Control+z')
  await row(/muộn ba ngày/).waitFor()
  expect(await test.call('remarks.list', { meetingId })).toMatchObject([
    { kind: 'reminder', members: [{ fullName: 'Trần Thị Hạnh' }] },
  ])
  await window.goTo(`/dang-vien/${people[1]}`)
  await page
    .getByRole('region', { name: 'Ghi nhận tại các buổi họp' })
    .getByText(/muộn ba ngày/)
    .waitFor()

  // There another is noted by the same key, of the latest meeting unless another is chosen.
  await page.keyboard.press('g')
  await tabTo(page, field('Nội dung'))
  await page.keyboard.type('đã nộp bù đủ')
  await page.keyboard.press('Enter')
  await gone()
  await page.getByText('Biểu dương: đã nộp bù đủ').waitFor()
  expect((await test.call('remarks.list', { meetingId })).at(-1)).toMatchObject({
    kind: 'commendation',
    content: 'đã nộp bù đủ',
    members: [{ memberId: people[1] }],
  })
})

it('closes the meeting knowing what is missing, and shows what is changed afterwards', async () => {
  const { page, test } = window
  const section = page.getByRole('region', { name: 'Kết thúc cuộc họp' })
  await section.getByText('Còn 4 điều chưa ghi').waitFor()
  await section.getByText('Chưa ghi lượt phát biểu nào').waitFor()
  await section.getByText('Chưa ghi kết luận nào').waitFor()
  await pressOn(page, section.getByRole('button', { name: 'Kết thúc' }))
  await section.getByText('Đã kết thúc lúc 08:00 ngày 21/11/2026.').waitFor()
  test.setNow('2026-11-22T09:30:00+07:00')
  await page.keyboard.press('k')
  await tabTo(page, field('Kết luận'))
  await page.keyboard.type('Bổ sung')
  await page.keyboard.press('Control+Enter')
  await gone()
  await section.getByText('Sửa sau khi kết thúc (1)').waitFor()
  await section.getByText('09:30 ngày 22/11/2026: Ghi kết luận “Bổ sung”').waitFor()
  await pressOn(page, section.getByRole('link', { name: 'Phát biểu' }))
  await page.waitForURL(/phat-bieu$/)
})

it('says on the roll how many can vote, and warns when they can decide nothing', async () => {
  const { page, test } = window
  await window.goTo(`/cuoc-hop/${meetingId}/diem-danh`)
  const line = page.getByRole('status', { name: 'Biểu quyết' })
  await line.getByText('3/4 đảng viên được biểu quyết có mặt (75%).').waitFor()
  await markAt(test, meetingId, people[0] ?? 0, 'unexcused')
  await page.reload()
  await line.getByText('Lưu ý: 2/4 đảng viên được biểu quyết có mặt (50%). Chưa thông qua được').waitFor()
})

const task = (title: string, dueOn: string | null, ownerIds: number[]) =>
  window.test.call('tasks.create', {
    meetingId,
    conclusionId: null,
    title,
    ownerIds,
    dueOn,
    reportMeetingId: null,
    doneOn: null,
  })

it('lists open tasks by due date, finds them, and marks them as done with one key', async () => {
  const { page } = window
  await task('Sửa quy chế', '2026-12-01', [people[0] ?? 0])
  await task('Dọn kho lưu trữ', '2026-11-16', [people[1] ?? 0])
  await window.goTo('/nhiem-vu')
  const grid = page.getByRole('grid', { name: 'Nhiệm vụ đang làm' })
  await grid.waitFor()
  const titles = () => grid.locator('tbody b').allInnerTexts()
  expect(await titles()).toEqual(['Dọn kho lưu trữ', 'Sửa quy chế'])
  await grid.getByText('quá hạn 5 ngày').waitFor()
  await page.getByText('2 việc đang làm, 1 việc quá hạn').waitFor()

  await page.keyboard.press('/')
  await page.keyboard.type('quy che')
  await expect.poll(titles).toEqual(['Sửa quy chế'])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect.poll(titles).toHaveLength(2)
  await page.getByRole('combobox', { name: 'Người làm' }).fill('hanh')
  await page.getByRole('option', { name: 'Trần Thị Hạnh' }).click()
  await expect.poll(titles).toEqual(['Dọn kho lưu trữ'])
  await page.getByRole('combobox', { name: 'Người làm' }).fill('')
  await page.keyboard.press('Tab')
  await expect.poll(titles).toHaveLength(2)

  await tabTo(page, grid.getByRole('row', { name: /Dọn kho/ }))
  await page.keyboard.press('x')
  await expect.poll(titles).toEqual(['Sửa quy chế'])
  // The row that takes its place has the focus: the next key means that one.
  await page.keyboard.press('x')
  await page.getByText('Không có nhiệm vụ nào đang làm.').waitFor()
  expect(await window.test.call('tasks.list', { state: 'done' })).toMatchObject([
    { doneOn: '2026-11-21' },
    { doneOn: '2026-11-21' },
  ])
  await page.keyboard.press('Control+z')
  await expect.poll(titles).toEqual(['Sửa quy chế'])
  await page.getByText('Đã xong', { exact: true }).click()
  const done = page.getByRole('grid', { name: 'Nhiệm vụ đã xong' })
  await done.getByText('đã xong, muộn 5 ngày (21/11/2026)').waitFor()
})

it('gives a task outside a meeting with Insert, and bare keys rest while a window is open', async () => {
  const { page } = window
  await window.goTo('/nhiem-vu')
  await page.getByText('Không có nhiệm vụ nào đang làm.').waitFor()
  await page.keyboard.press('Insert')
  await tabTo(page, dialog().getByRole('button', { name: 'Thôi' }))
  await page.keyboard.press('Insert')
  expect(await dialog().count()).toBe(1)
  await typeInto(page, field('Nhiệm vụ'), 'Việc giao ngoài cuộc họp')
  await typeInto(page, field('Hạn'), '5/12/26')
  await page.keyboard.press('Enter')
  await gone()
  expect(await openTasks()).toMatchObject([
    { title: 'Việc giao ngoài cuộc họp', dueOn: '2026-12-05', meetingId: null, owners: [] },
  ])
})

it('has nothing cut off and nothing against access', async () => {
  const { page, test } = window
  await task('Dọn kho lưu trữ', '2026-11-16', [people[1] ?? 0])
  await test.call('conclusions.create', { meetingId, agendaItemId: null, content: 'Nhất trí' })
  await test.call('votes.create', {
    meetingId,
    agendaItemId: null,
    subject: 'Thông qua nghị quyết',
    rule: 'moreThanHalf',
    method: 'showOfHands',
    entitledCount: 5,
    presentCount: 3,
    forCount: null,
    againstCount: null,
    blankCount: null,
  })
  await test.call('remarks.create', {
    meetingId,
    kind: 'petition',
    content: 'Xin gửi tài liệu sớm hơn',
    memberIds: [people[0] ?? 0],
    agendaItemId: null,
  })
  await test.call('closing.close', { meetingId })
  test.setNow('2026-11-21T09:30:00+07:00')
  await test.call('conclusions.create', { meetingId, agendaItemId: null, content: 'Bổ sung' })
  await page.reload()
  await page.getByText('Sửa sau khi kết thúc').waitFor()
  await expectFits(page)
  for (const [key, name] of [
    ['b', 'Nội dung biểu quyết'],
    ['k', 'Kết luận'],
    ['n', 'Nhiệm vụ'],
    ['g', 'Nội dung'],
  ] as const) {
    await page.keyboard.press(key)
    await field(name).waitFor()
    await expectFits(page)
    await page.keyboard.press('Escape')
    await gone()
  }
  await window.goTo('/nhiem-vu')
  await page.getByRole('grid', { name: 'Nhiệm vụ đang làm' }).waitFor()
  await expectFits(page)
})
