import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNothingCutOff,
  type OpenWindow,
  prepareWindow,
  screens,
  useBrowser,
} from '../support/browser.ts'
import { pressOn, typeInto } from '../support/keyboard.ts'
import { addRegularMeeting, markAt } from '../support/meetings.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'
import { textWorkbook } from '../support/workbook-bytes.ts'

useBrowser()

let window: OpenWindow
let meetingId: number

beforeEach(async () => {
  window = await prepareWindow()
  const { test } = window
  await test.call('cell.update', sampleCell)
  const people = []
  for (const name of ['Nguyễn Văn An', 'Trần Thị Hạnh', 'Lê Minh Khánh', 'Phạm Thị Mai'])
    people.push(await addPerson(test, name))
  meetingId = await addRegularMeeting(test, { chairId: people[0] ?? null, minuteTakerId: people[1] ?? null })
  for (const [index, memberId] of people.entries())
    await markAt(test, meetingId, memberId, index === 3 ? 'excused' : 'present')
  await window.load()
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
  // The button is gone; the keyboard is not left on the one that starts again.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Xem phiếu in')
  await page.keyboard.press('Control+z')
  await total('Tổng 9,5/100 · còn 23 dòng chưa chấm')

  // What the program cannot find is entered once, and the line takes it up.
  await typeInto(page, points(/^Ngày gửi tài liệu, dòng 8/), '2/11/2026')
  await page.keyboard.press('Enter')
  await page.getByText('Gửi tài liệu ngày 02/11/2026, hạn 02/11/2026').waitFor()
  await total('Tổng 11,5/100 · còn 22 dòng chưa chấm')

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
  await total('Tổng 14,5/100 · còn 21 dòng chưa chấm')
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

it('has steps written to a sheet of the cell by keyboard, which then prefill; once used it is versioned', async () => {
  const { page, test } = window
  const { sheet } = await test.call('scoreSheets.create', {
    name: 'Phiếu của Đảng ủy xã',
    lines: [
      { groupTitle: 'Tổ chức', title: 'Tỷ lệ đảng viên dự', maximum: 10 },
      { groupTitle: 'Tổ chức', title: 'Nội dung sinh hoạt', maximum: 90 },
    ],
  })
  await window.goTo('/cai-dat/phieu-cham')
  await pressOn(page, page.getByRole('link', { name: 'Phiếu của Đảng ủy xã' }))
  await page.getByRole('heading', { level: 1, name: 'Phiếu của Đảng ủy xã' }).waitFor()
  await typeInto(page, points(/^Điểm tối đa dòng 1:/), '20')
  await page.keyboard.press('Enter')
  await page.getByText('Tháng không có chuyên đề: 110/100 · Tháng có chuyên đề: 110/100').waitFor()
  // Enter went down the column.
  await expect
    .poll(() => points(/^Điểm tối đa dòng 2:/).evaluate((field) => field === document.activeElement))
    .toBe(true)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('80')
  await page.keyboard.press('Enter')
  await page.getByText('Tháng không có chuyên đề: 100/100 · Tháng có chuyên đề: 100/100').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Dòng 3: chưa có điểm tối đa').waitFor()

  await pressOn(page, page.getByRole('button', { name: /^Đặt mức điểm dòng 1:/ }))
  const fact = page.getByRole('dialog').getByRole('combobox', { name: 'Dữ liệu để tính' })
  await expect.poll(() => fact.evaluate((field) => field === document.activeElement)).toBe(true)
  await typeInto(page, page.getByRole('textbox', { name: 'Điểm, mức 1' }), '21')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Từ 90%: hãy nhập điểm từ 0 đến 20').waitFor()
  await expectAccessible(page)
  await typeInto(page, page.getByRole('textbox', { name: 'Điểm, mức 1' }), '20')
  await pressOn(page, page.getByRole('button', { name: 'Thêm mức' }))
  await typeInto(page, page.getByRole('textbox', { name: 'Từ bao nhiêu %, mức 3' }), '70')
  await typeInto(page, page.getByRole('textbox', { name: 'Điểm, mức 3' }), '12,5')
  await page.keyboard.press('Enter')
  await page.getByText('Từ 90% 20; từ 70% đến dưới 90% 12,5; dưới 70% 0').waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  for (const size of [screens.full, screens.scaled]) {
    await page.setViewportSize(size)
    await expectNothingCutOff(page)
  }
  await expectAccessible(page)
  await typeInto(page, page.getByRole('textbox', { name: 'Tiêu chí dòng 3' }), 'Dòng thừa')
  await page.keyboard.press('Control+Delete')
  await page.getByText('Dòng 3: chưa có điểm tối đa').waitFor({ state: 'hidden' })

  // It is the cell's own and no other was used, so it is taken by itself; scored by, it stays as it is.
  await window.goTo(`/cuoc-hop/${meetingId}/cham-diem`)
  await page.getByText('12,5 điểm: Có mặt 3/4 (75%), vắng có lý do 1').waitFor()
  await pressOn(page, page.getByRole('button', { name: 'Chấm điểm', exact: true }))
  await total('Tổng 12,5/100 · còn 1 dòng chưa chấm')
  await window.goTo(`/cai-dat/phieu-cham/${sheet}`)
  await pressOn(page, page.getByRole('button', { name: 'Sửa thành bản mới' }))
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'Tên phiếu' })
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Phiếu của Đảng ủy xã (bản mới)' }).waitFor()
  await page.getByRole('textbox', { name: 'Tiêu chí dòng 1', exact: true }).waitFor()
})
