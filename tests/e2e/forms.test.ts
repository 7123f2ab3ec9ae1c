import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWorkbook } from '../../src/main/excel/read-workbook.ts'
import {
  expectAccessible,
  expectNothingCutOff,
  type OpenWindow,
  prepareWindow,
  screens,
  useBrowser,
} from '../support/browser.ts'
import { committeeForm } from '../support/committee-forms.ts'
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { addRegularMeeting, markAt } from '../support/meetings.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'
import { makeZip } from '../support/zip.ts'

useBrowser()

const sample = 'tests/samples/bieu-tong-hop-6-thang.xlsx'
let folder: string
let form: string
let window: OpenWindow

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bieu-'))
  window = await prepareWindow({ host: { chooseSavePath: async (_kind, name) => join(folder, name) } })
  const { test, page } = window
  await test.call('cell.update', { ...sampleCell, name: 'Chi bộ 2' })
  const people = [await addPerson(test, 'Nguyễn Văn An'), await addPerson(test, 'Trần Thị Hạnh')]
  const meetingId = await addRegularMeeting(test, { place: 'Phòng họp' })
  for (const [index, memberId] of people.entries())
    await markAt(test, meetingId, memberId, index === 0 ? 'present' : 'excused')
  // The system's own file dialog is not the page's: whichever opens is answered with the committee's form.
  form = sample
  page.on('filechooser', (chooser) => chooser.setFiles(form))
  await window.load()
  await window.goTo('/bao-cao/dien-bieu')
  await page.getByRole('button', { name: 'Chọn tệp biểu (.xlsx)' }).waitFor()
})
afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true })
})

/** Like the sample, with a row more, other headings at E and G, a figure there already, and rows of a fixed height. */
function nextForm(): Uint8Array {
  const headings = [
    'STT',
    'Tên chi bộ',
    'Đảng số',
    'Số lượng ĐV dự sinh hoạt lệ',
    'Ý kiến đóng góp',
    'Dân vận khéo',
  ]
  const texts = (number: number, cells: readonly string[]) =>
    cells
      .map(
        (text, index) =>
          `<c r="${'ABCDEFGH'[index]}${number}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`,
      )
      .join('')
  const row = (number: number, cells: string) =>
    `<row r="${number}" ht="31.5" customHeight="1">${cells}</row>`
  const cell = (number: number, ordinal: number, name: string) =>
    row(
      number,
      `${texts(number, [String(ordinal), name])}<c r="C${number}" s="1"><v>9</v></c><c r="H${number}"><f>C${number}*2</f></c>`,
    )
  return makeZip(
    committeeForm([
      {
        name: 'Biểu',
        before: '<cols><col min="2" max="8" width="14" style="1" customWidth="1"/></cols>',
        data:
          row(3, texts(3, ['BIỂU TỔNG HỢP SỐ LIỆU SINH HOẠT CHI BỘ 06 THÁNG CUỐI NĂM 2026'])) +
          row(5, texts(5, [...headings, 'Đảng số tháng 12', 'Ghi chú'])) +
          cell(6, 1, 'Chi bộ 1') +
          cell(7, 2, 'Chi bộ mới') +
          cell(8, 3, 'Chi bộ 2'),
      },
    ]),
  )
}

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

it('asks anew of the next form that has changed, and tells what filling it would cut off or replace', async () => {
  const { page } = window
  const words = 'Mô hình thu gom rác thải tại nguồn của tổ đảng thôn Đông'
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const choice = (letter: string) => page.getByRole('combobox', { name: `Cột ${letter} điền bằng` })
  await pressOn(page, button('Chọn tệp biểu (.xlsx)'))
  await page.getByText('Biểu mới gặp lần đầu').waitFor()
  await choice('F').selectOption('')
  await typeInto(page, page.getByRole('textbox', { name: 'Cột F tự ghi: Dân vận khéo' }), words)
  await page.keyboard.press('Tab')
  await page.getByText('dùng lại cách ghép cũ').waitFor()

  // The next one has a row more, a column renamed, one without its title's period, and rows that keep their height.
  form = join(folder, 'quy-sau.xlsx')
  writeFileSync(form, nextForm())
  await pressOn(page, button('Chọn biểu khác'))
  await page.getByText('Biểu gần giống biểu đã ghép trước đây').waitFor()
  const row = page.getByRole('combobox', { name: 'Dòng của chi bộ trong biểu' })
  expect(await row.inputValue()).toBe('Dòng 8: Chi bộ 2')
  const line = (letter: string) => page.getByRole('row').filter({ has: choice(letter) })
  await line('E').getByText('Không có trong biểu lần trước').waitFor()
  await line('C').getByText('Ô đang có nội dung khác, sẽ bị thay: “9”.').waitFor()
  await line('G').getByText('Không có trong biểu lần trước').waitFor()
  expect(await page.getByText('Không có trong biểu lần trước').count()).toBe(2)
  // Nothing is said of a month that has not come.
  expect(await line('G').textContent()).toContain('chưa có số liệu: để nguyên')
  await choice('H').selectOption('meetings')
  await line('H').getByText('Ô có công thức: giữ nguyên').waitFor()
  await line('E').getByText('Không có trong biểu lần trước').waitFor()
  await page.getByText('Sẽ ghi 3 ô; giữ nguyên cột H; chưa có số liệu cho cột G').waitFor()
  await line('F').getByText('in ra sẽ mất phần cuối').waitFor()
  await line('F').getByText('Chữ đã ghi lần trước').waitFor()
  for (const size of [screens.scaled, screens.full]) {
    await page.setViewportSize(size)
    await expectNothingCutOff(page)
  }

  await tabTo(page, page.getByRole('checkbox', { name: 'Nâng dòng 8 để in đủ chữ' }))
  await page.keyboard.press('Space')
  await line('F').getByText('in ra sẽ mất phần cuối').waitFor({ state: 'hidden' })
  await pressOn(page, button('Ghi vào biểu'))
  await page.getByText('Giữ nguyên cột H.').waitFor()
  await expectAccessible(page)
  const rows = (await readWorkbook(readFileSync(join(folder, 'quy-sau - đã điền.xlsx'))))[0]?.rows ?? []
  const texts = (number: number) =>
    Object.values(rows.find(({ row }) => row === number)?.cells ?? {}).map(({ text }) => text)
  expect(texts(8)).toEqual(['3', 'Chi bộ 2', '2', '1/2 (Đạt 50%)', words, ''])
  expect(texts(7)).toEqual(['2', 'Chi bộ mới', '9', ''])
})
