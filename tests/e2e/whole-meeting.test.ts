import { afterEach, beforeEach, expect, it } from 'vitest'
import { type OpenWindow, prepareWindow, useBrowser } from '../support/browser.ts'
import { addRegularMeeting, markAt } from '../support/meetings.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
let meetingId: number

/** Thirty people by given names that two letters tell apart; the first three are the committee, the first one chairs. */
const names =
  'An Ba Bình Chi Cúc Dung Đào Em Giang Hà Hiền Hoa Hùng Khoa Lan Linh Long Mai Minh Nam Nga Oanh Phúc Quý Sơn Tâm Thảo Vân Xuân Yến'
    .split(' ')
    .map((given) => `Trần ${given}`)
const letters =
  'an ba bi ch cu du da em gi ha hi ho hu kh la li lo ma mi na ng oa ph qu so ta th va xu ye'.split(' ')

/**
 * Who speaks, in their order, and for how many seconds: 25 people once, by fives 30, 60, 90, 120 and 150 seconds
 * (5 x 450 = 2250), then the first twenty again for a minute each (1200): 45 turns, 3450 seconds. Tâm, Thảo and Vân
 * say nothing; Xuân and Yến are not there.
 */
const script = [
  ...names
    .slice(0, 25)
    .map((name, index) => ({ name, index, seconds: [30, 60, 90, 120, 150][index % 5] ?? 0 })),
  ...names.slice(0, 20).map((name, index) => ({ name, index, seconds: 60 })),
]

beforeEach(async () => {
  window = await prepareWindow({ now: '2026-11-03T14:00:00+07:00' })
  const { test } = window
  await test.call('cell.update', sampleCell)
  const ids = []
  for (const [index, name] of names.entries()) {
    const role = (['secretary', 'deputy', 'committeeMember'] as const)[index]
    ids.push(await addPerson(test, name, role ? { role } : {}))
  }
  meetingId = await addRegularMeeting(test, { chairId: ids[0] ?? null })
  await test.call('attendance.markAllPresent', { meetingId })
  for (const memberId of ids.slice(28))
    await markAt(test, meetingId, memberId, 'excused', { reasonKind: 'duty' })
  await window.load()
  await window.goTo(`/cuoc-hop/${meetingId}/dieu-hanh`)
  await window.page.getByLabel('Xếp hàng phát biểu (Alt+N)').waitFor()
})
afterEach(() => window.close())

it('replays ninety minutes, thirty people and forty-five turns by keyboard alone; the figures are those worked out by hand', async () => {
  const { page, test } = window
  const start = Date.parse('2026-11-03T14:00:00+07:00')
  let passed = 0
  const pass = (seconds: number) => {
    passed += seconds
    test.setNow(new Date(start + passed * 1000).toISOString())
  }
  const agenda = await test.call('agenda.list', { meetingId })
  const steps = page.getByRole('list', { name: 'Các mục' })
  let begun = 0
  const nextItem = async () => {
    await page.keyboard.press('Alt+m')
    await steps.locator(`li:nth-child(${++begun})[aria-current=step]`).waitFor()
  }
  const nowSpeaks = (name: string) => page.getByText(`Đang phát biểu: ${name}`, { exact: true }).waitFor()
  const queue = page.getByRole('list', { name: 'Hàng chờ phát biểu' }).getByRole('listitem')

  await nextItem()
  for (const [turn, { name, index, seconds }] of script.entries()) {
    await page.keyboard.press('Alt+n')
    await page.keyboard.type(letters[index] ?? '')
    await page.getByRole('option', { name, exact: true, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await queue.filter({ hasText: name }).waitFor()
    await page.keyboard.press('Alt+b')
    await nowSpeaks(name)
    pass(seconds)
    // The opening takes the chair's first words, every item after it five speeches.
    if (turn % 5 === 0) await nextItem()
  }
  await page.keyboard.press('Alt+k')
  await page.getByText('Chưa có ai đang phát biểu.').waitFor()
  while (begun < agenda.items.length) await nextItem()
  pass(5400 - passed)
  await page.keyboard.press('Alt+x')
  const late = 90 - agenda.totalMinutes
  const than =
    late === 0 ? 'đúng giờ dự kiến' : `${late > 0 ? 'muộn' : 'sớm'} ${Math.abs(late)} phút so với dự kiến`
  await page.getByText(`Đã xong các mục lúc 15:30, ${than}`, { exact: true }).waitFor()

  // An's 30 seconds of opening stand apart: 3450 - 30 = 3420 to the matter. Committee: An 60, Ba 60 + 60, Bình 90 + 60
  // = 330. The longest spoke 150 + 60 = 210, and four people did.
  const figures = await page
    .getByRole('table', { name: 'Cân bằng phát biểu' })
    .getByRole('row')
    .allInnerTexts()
  expect(figures.map((row) => row.replace(/\s+/gu, ' ').trim())).toEqual([
    'Đã phát biểu / có mặt 25/28 người 89,3%',
    'Cấp ủy 3/3 người, 5:30 9,6% thời gian, 10,7% số người',
    'Đảng viên khác 22/25 người, 51:30 90,4% thời gian, 89,3% số người',
    'Người nói nhiều nhất 3:30 6,1%',
    'Ba người nói nhiều nhất 10:30 18,4%',
    'Chủ trì điều hành 1 lượt, 0:30',
  ])
  await page.getByText('Trần Tâm, Trần Thảo, Trần Vân', { exact: true }).waitFor()
  const turns = await test.call('speaking.list', { meetingId })
  expect(turns.map(({ speakerName, speakingSeconds }) => [speakerName, speakingSeconds])).toEqual(
    script.map(({ name, seconds }) => [name, seconds]),
  )
})
