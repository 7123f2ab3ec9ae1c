import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNothingCutOff,
  type OpenWindow,
  openWindow,
  screens,
  useBrowser,
} from '../support/browser.ts'
import { pressOn, typeInto } from '../support/keyboard.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'
import { textWorkbook } from '../support/workbook-bytes.ts'

useBrowser()

let window: OpenWindow
let meetingId: number

beforeEach(async () => {
  window = await openWindow()
  const { test } = window
  await test.call('cell.update', sampleCell)
  const people = []
  for (const name of ['Nguyễn Văn An', 'Trần Thị Hạnh', 'Lê Minh Khánh', 'Phạm Thị Mai'])
    people.push(await addPerson(test, name))
  meetingId = (
    await test.call('meetings.create', {
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
    })
  ).id
  for (const [index, memberId] of people.entries())
    await test.call('attendance.mark', {
      meetingId,
      memberId,
      state: index === 3 ? 'excused' : 'present',
      lateMinutes: null,
      reasonKind: null,
      note: '',
    })
  await window.page.reload()
  await window.goTo(`/cuoc-hop/${meetingId}/cham-diem`)
  await window.page.getByRole('button', { name: 'Chấm điểm', exact: true }).waitFor()
})
afterEach(() => window.close())

const points = (name: RegExp) => window.page.getByRole('textbox', { name })
const total = (words: string) => window.page.getByText(words).waitFor()
const line = async (criterion: string) =>
  (await window.test.call('scores.get', { meetingId, sheet: null })).lines.find(
    (each) => each.criterion === criterion,
  )

it('is scored by keyboard: what the facts give stands there, the rest is filled, a lost point explained', async () => {
  const { page, test } = window
  await page.getByText('3 điểm: Có mặt 3/4 (75%), vắng có lý do 1').waitFor()
  await pressOn(page, page.getByRole('button', { name: 'Chấm điểm', exact: true }))
  await total('Tổng 6/100 · còn 24 dòng chưa chấm')

  await typeInto(page, points(/^Điểm dòng 1:/), '4,5')
  await page.keyboard.press('Enter')
  await total('Tổng 10,5/100 · còn 23 dòng chưa chấm')
  // Enter went on to the next line, which is given more than it may have.
  await expect
    .poll(() => points(/^Điểm dòng 2:/).evaluate((field) => field === document.activeElement))
    .toBe(true)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('5')
  await page.keyboard.press('ArrowDown')
  await page.getByText('Từ 0 đến 4').waitFor()
  await typeInto(page, points(/^Điểm dòng 2:/), '2')
  const reason = page.getByRole('textbox', { name: /^Lý do trừ điểm dòng 2:/ })
  await typeInto(page, reason, 'Hai đồng chí về sớm')
  await page.keyboard.press('Enter')
  await page.getByText('sửa tay').waitFor()
  await expect
    .poll(() => line('attendance'))
    .toMatchObject({ points: 2, computed: 3, reason: 'Hai đồng chí về sớm' })

  await pressOn(page, page.getByRole('button', { name: 'Còn lại: tối đa (T)' }))
  await total('Tổng 97,5/100 · Xếp loại Tốt')
  await page.keyboard.press('Control+z')
  await total('Tổng 9,5/100 · còn 23 dòng chưa chấm')

  // A fact that changes later is told, and taken up by a key; what was given by hand stays.
  const members = await test.call('members.list', { date: '2026-11-03' })
  await test.call('speaking.create', {
    meetingId,
    agendaItemId: null,
    memberId: members[0]?.id ?? 0,
    guestName: null,
    kind: 'opinion',
    gist: '',
    speakingSeconds: 60,
  })
  await page.reload()
  await page.getByText('Dữ liệu nay: 3 điểm, 1/3 người có mặt phát biểu (33,3%)').waitFor()
  await pressOn(page, page.getByRole('button', { name: /^Lấy lại theo dữ liệu/ }))
  await total('Tổng 12,5/100 · còn 22 dòng chưa chấm')
  expect(await line('attendance')).toMatchObject({ points: 2, computed: 3 })
})

it('takes a sheet of the cell from Excel, and fits both screens', async () => {
  const { page } = window
  // The system's own file dialog is not the page's: whichever opens is answered with a sheet.
  page.on('filechooser', (chooser) =>
    chooser.setFiles({
      name: 'Phiếu của Đảng ủy.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(
        textWorkbook([
          ['TT', 'Nội dung tiêu chí', 'Điểm tối đa'],
          ['1', 'Tỷ lệ đảng viên dự', '40'],
          ['2', 'Nội dung', '60'],
        ]),
      ),
    }),
  )
  for (const size of [screens.full, screens.scaled]) {
    await page.setViewportSize(size)
    await expectNothingCutOff(page)
  }
  await expectAccessible(page)
  await pressOn(page, page.getByRole('button', { name: 'Phiếu khác từ Excel' }))
  const choose = page.getByRole('dialog').getByRole('button', { name: 'Chọn tệp Excel' })
  // The window hands the focus over when it is open; only then is a key its own.
  await expect.poll(() => choose.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('cell', { name: 'Tỷ lệ đảng viên dự' }).waitFor()
  await expectAccessible(page)
  await pressOn(page, page.getByRole('button', { name: 'Dùng phiếu này (2 dòng)' }))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByText('Dữ liệu đã có cho 0/2 dòng').waitFor()
  await pressOn(page, page.getByRole('button', { name: 'Chấm điểm', exact: true }))
  await total('Tổng 0/100 · còn 2 dòng chưa chấm')
  await page.getByText('Có mặt 3/4 (75%), vắng có lý do 1').waitFor()
  await page.setViewportSize(screens.scaled)
  await expectNothingCutOff(page)
  await expectAccessible(page)
})
