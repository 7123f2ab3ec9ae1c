import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNothingCutOff,
  type OpenWindow,
  prepareWindow,
  screens,
  useBrowser,
} from '../support/browser.ts'
import { hostileWorkbooks } from '../support/hostile-workbooks.ts'
import { sampleCell } from '../support/program.ts'
import { textWorkbook } from '../support/workbook-bytes.ts'

useBrowser()
let window: OpenWindow
beforeEach(async () => {
  window = await prepareWindow({ now: '2026-10-15T08:00:00+07:00' })
  await window.test.call('cell.update', sampleCell)
  await window.load()
  await window.page.getByRole('button', { name: 'Nhập danh sách từ Excel' }).waitFor()
  await window.goTo('/dang-vien/nhap')
  await window.page.getByRole('button', { name: 'Chọn tệp Excel' }).waitFor()
})
afterEach(() => window.close())

const choose = (name: string, buffer: Uint8Array) =>
  window.page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(buffer),
  })
const chooseSample = (name: string) => choose(name, readFileSync(`tests/samples/${name}`))
const names = async () =>
  (await window.test.call('members.list', { date: '2026-10-15' })).map(({ fullName }) => fullName)

it('takes a list over by keyboard, says how many, and Ctrl+Z takes it all back', async () => {
  const { page } = window
  await expectAccessible(page)
  page.on('filechooser', (chooser) => chooser.setFiles('tests/samples/ds-dang-vien-van-phong.xlsx'))
  await page.getByRole('button', { name: 'Chọn tệp Excel' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Sẽ thêm 16 người mới.').waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'tab')
  await page.getByText('Số thẻ “4232960” ghi thiếu số 0 hoặc dấu chấm, hiểu là 04.232960.').waitFor()
  await expectAccessible(page)
  await expectNothingCutOff(page)
  expect(await names()).toEqual([])

  await page.getByRole('combobox', { name: 'Sẽ làm gì với Đinh Anh Khôi' }).selectOption('Bỏ qua')
  await page.getByText('Sẽ thêm 15 người mới; bỏ qua 1 người.').waitFor()
  await page.getByRole('button', { name: 'Nhập 15 đảng viên' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Đã thêm 15 đảng viên mới.').waitFor()
  await expectAccessible(page)
  expect((await names()).length).toBe(15)
  await page.keyboard.press('Control+z')
  await page.getByText('Đã hoàn tác: Nhập danh sách: thêm 15 đảng viên').waitFor()
  expect(await names()).toEqual([])
})

it('asks which cell, and recognises who is there already', async () => {
  const { page } = window
  await page.setViewportSize(screens.scaled)
  await chooseSample('ds-dang-vien-dang-bo.xlsx')
  await page.getByText('Danh sách có 2 chi bộ, hãy chọn một.').waitFor()
  expect(await page.getByRole('button', { name: 'Nhập đảng viên' }).isDisabled()).toBe(true)
  await expectNothingCutOff(page)
  await page.getByLabel('Chi bộ cần nhập').first().click()
  await page.getByRole('option', { name: 'Chi bộ 2 (13)' }).click()
  await page.getByRole('button', { name: 'Nhập 13 đảng viên' }).click()
  await page.getByText('Đã thêm 13 đảng viên mới.').waitFor()
  await page.getByRole('button', { name: 'Nhập tệp khác' }).click()
  await chooseSample('ds-dang-vien-dang-bo.xlsx')
  await page.getByLabel('Chi bộ cần nhập').first().click()
  await page.getByRole('option', { name: 'Chi bộ 2 (13)' }).click()
  await page.getByText('Sẽ cập nhật 13 người đã có.').waitFor()
  await page.getByText('Trùng số thẻ, không có gì mới').first().waitFor()
  await page.getByRole('button', { name: 'Bỏ qua mọi người đã có' }).click()
  await page.getByText('Chưa có ai để nhập; bỏ qua 13 người.').first().waitFor()
  await page.getByRole('button', { name: 'Cập nhật mọi người đã có' }).click()
  await page.getByText('Sẽ cập nhật 13 người đã có.').waitFor()
  await page.getByText('Đã có trong sổ (13)').click()
  await expectAccessible(page)
})

it('takes a file that is dropped anywhere on the window', async () => {
  const { page } = window
  const base64 = readFileSync('tests/samples/ds-dang-vien-he-thong.xlsx').toString('base64')
  await page.evaluate((content) => {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([bytes], 'thả vào.xlsx'))
    const target = document.querySelector('h1') ?? document.body
    for (const kind of ['dragover', 'drop'])
      target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
  }, base64)
  await page.getByText('Tệp thả vào.xlsx, trang tính DS_DANGVIEN, tiêu đề ở dòng 1').waitFor()
  await page.getByText('Sẽ thêm 24 người mới.').waitFor()
})

it('lets the user say what an unknown column is', async () => {
  const { page } = window
  await choose(
    'la.xlsx',
    textWorkbook([
      ['STT', 'Đồng chí', 'Mốc A'],
      ['1', 'LÊ THỊ ÁNH', '12/06/1975'],
    ]),
  )
  await page.getByText('Chưa đọc được ai, hãy chọn cột họ và tên.').waitFor()
  await page.getByRole('tab', { name: 'Các cột (3, 2 chưa rõ)' }).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Cột B là gì').first().fill('Họ và tên')
  await page.getByRole('option', { name: 'Họ và tên', exact: true }).click()
  await page.getByText('Sẽ thêm 1 người mới.').waitFor()
  await page.getByRole('tab', { name: 'Người trong danh sách (1)' }).click()
  await page.getByText('Lê Thị Ánh').waitFor()
})

it('tells plainly why a file is refused and goes on', async () => {
  const { page } = window
  for (const [name, sentence] of [
    ['an old workbook (.xls)', 'Đây là tệp Excel đời cũ (.xls).'],
    ['an encrypted workbook', 'Tệp có mật khẩu nên không đọc được.'],
    ['one merge over A1:XFD20000', 'Tệp có cấu trúc bất thường'],
    ['a truncated file', 'Tệp bị hỏng hoặc thiếu một phần'],
    ['an empty file', 'Tệp trống, không có dữ liệu.'],
  ] as const) {
    const hostile = hostileWorkbooks.find((each) => each.name === name)
    if (!hostile) throw new Error(`no workbook called ${name}`)
    await choose('danh sách.xlsx', hostile.make())
    await page.getByRole('alert').getByText(sentence).waitFor()
  }
  await expectAccessible(page)
  await chooseSample('ds-dang-vien-he-thong.xlsx')
  await page.getByText('Sẽ thêm 24 người mới.').waitFor()
})

it('shows what stands in the cells as text and nothing else', async () => {
  const { page } = window
  const script = '<img src=x onerror="document.title=1">'
  await choose(
    'xss.xlsx',
    textWorkbook([
      ['STT', 'Họ và tên', script],
      ['1', `Lê ${script}`, script],
      ['2', '=HYPERLINK("javascript:alert(1)")', '=1+1'],
    ]),
  )
  await page.getByText(`Lê ${script}`, { exact: true }).waitFor()
  expect(await page.locator('img, table a').count()).toBe(0)
  await page.getByRole('tab', { name: /Các cột/ }).click()
  await page.getByText(`${script} · =1+1`).waitFor()
  expect(await page.locator('img, table a').count()).toBe(0)
})
