import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWorkbook } from '../../src/main/excel/read-workbook.ts'
import {
  expectAccessible,
  expectNothingCutOff,
  type OpenWindow,
  openWindow,
  screens,
  useBrowser,
} from '../support/browser.ts'
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()

let folder: string
let window: OpenWindow

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-'))
  window = await openWindow({ host: { chooseSavePath: async (_kind, name) => join(folder, name) } })
  const { test, page } = window
  await test.call('cell.update', { ...sampleCell, name: 'Chi bộ 2' })
  const people = [await addPerson(test, 'Nguyễn Văn An'), await addPerson(test, 'Trần Thị Hạnh')]
  const { id: meetingId } = await test.call('meetings.create', {
    kind: 'regular',
    period: '2026-11',
    heldOn: '2026-11-03',
    startTime: '14:00',
    place: 'Phòng họp',
    mode: 'inPerson',
    chairId: null,
    minuteTakerId: null,
    theme: '',
    note: '',
  })
  for (const [index, memberId] of people.entries())
    await test.call('attendance.mark', {
      meetingId,
      memberId,
      state: index === 0 ? 'present' : 'excused',
      lateMinutes: null,
      reasonKind: null,
      note: '',
    })
  // The system's own file dialog is not the page's: whichever opens is answered with the committee's form.
  page.on('filechooser', (chooser) => chooser.setFiles('tests/samples/bieu-tong-hop-6-thang.xlsx'))
  await page.reload()
  await window.goTo('/bao-cao/dien-bieu')
  await page.getByRole('button', { name: 'Chọn tệp biểu (.xlsx)' }).waitFor()
})
afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true })
})

it('fills the committee’s form by keyboard, shows what a figure is made of, and remembers the columns', async () => {
  const { page, test } = window
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const choice = (letter: string) => page.getByRole('combobox', { name: `Cột ${letter} điền bằng` })
  await pressOn(page, button('Chọn tệp biểu (.xlsx)'))
  await page.getByText('Biểu mới gặp lần đầu').waitFor()
  // The button is gone with its file chosen: the keyboard goes on in what came in its place.
  await page.getByRole('region', { name: 'Kỳ báo cáo' }).locator(':focus').waitFor({ state: 'attached' })
  expect(await page.getByRole('combobox', { name: 'Dòng của chi bộ trong biểu' }).inputValue()).toBe(
    'Dòng 7: Chi bộ 2',
  )
  expect(await choice('C').inputValue()).toBe('strength')

  // What the form's title asks for is proposed, and the hand is free to change it.
  await page.getByText('Kỳ đọc từ tiêu đề biểu: 6 tháng đầu năm 2026.').waitFor()
  expect(await page.getByLabel('Từ ngày', { exact: true }).inputValue()).toBe('01/01/2026')
  await pressOn(page, button('Kỳ sau'))

  await pressOn(page, button('Số lượng ĐV dự sinh hoạt lệ: 1/2 (Đạt 50%), xem căn cứ'))
  await page.getByRole('dialog').getByText('Nguyễn Văn An', { exact: false }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  // A column nobody guessed is given a figure by its first letters, as any choice is.
  await tabTo(page, choice('L'))
  await choice('L').selectOption('meetings')
  await button('Ghi chú: 1, xem căn cứ').waitFor()
  // Words of one's own stand before what was guessed.
  await choice('F').selectOption('')
  await typeInto(
    page,
    page.getByRole('textbox', { name: 'Cột F tự ghi: Dân vận khéo' }),
    'Mô hình tiết kiệm điện',
  )
  await page.keyboard.press('Tab')
  await page.getByText('dùng lại cách ghép cũ').waitFor()
  await page.getByText('Sẽ ghi 10 ô').waitFor()

  for (const size of [screens.scaled, screens.full]) {
    await page.setViewportSize(size)
    await expectNothingCutOff(page)
  }
  await expectAccessible(page)

  await pressOn(page, button('Ghi vào biểu'))
  await page.getByText('Đã ghi biểu').waitFor()
  const written = readFileSync(join(folder, 'bieu-tong-hop-6-thang - đã điền.xlsx'))
  const cells = (await readWorkbook(written))[0]?.rows.find(({ row }) => row === 7)?.cells ?? {}
  expect(Object.entries(cells).map(([letter, { text }]) => `${letter} ${text}`)).toEqual([
    'A 2',
    'B Chi bộ 2',
    'C 2',
    'D 1/2 (Đạt 50%)',
    expect.stringMatching(/^E /),
    'F Mô hình tiết kiệm điện',
    'G 0 buổi',
    'H Chưa có',
    'I Chưa có',
    'J 0 đảng viên',
    'K Chưa có',
    'L 1',
  ])
  expect((await test.call('history.status', {})).undo).toMatch(/^Ghép cột của biểu/)

  // The same form again: nothing is asked twice.
  await page.reload()
  await pressOn(page, button('Chọn tệp biểu (.xlsx)'))
  await page.getByText('dùng lại cách ghép cũ').waitFor()
  expect(await choice('L').inputValue()).toBe('meetings')
  expect(await choice('F').inputValue()).toBe('')
})
