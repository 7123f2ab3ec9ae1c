import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ThemeStep } from '../../src/shared/rules/theme.ts'
import {
  expectAccessible,
  expectFits,
  expectNothingCutOff,
  type OpenWindow,
  prepareWindow,
  useBrowser,
} from '../support/browser.ts'
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts'
import { cellsOf } from '../support/workbook.ts'

useBrowser()
let window: OpenWindow
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chuyen-de-'))
  window = await prepareWindow({
    now: '2026-11-21T08:00:00+07:00',
    host: { chooseSavePath: async (_kind, fileName) => join(folder, fileName) },
  })
  await window.test.call('office.openSample', {})
  await window.load()
  await window.page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor()
})
afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true })
})

const quarter = (name: string) => window.page.getByRole('region', { name, exact: true })
const card = (title: string) => window.page.getByRole('link', { name: title, exact: true })
const titles = async (year: number) =>
  (await window.test.call('themes.board', { year })).quarters.map(({ themes }) =>
    themes.map(({ title }) => title),
  )
const focused = () => window.page.evaluate(() => document.activeElement?.textContent ?? '')

async function openBoard(year: number) {
  await window.goTo(`/chuyen-de/nam/${year}`)
  await window.page.getByRole('heading', { name: `Chuyên đề năm ${year}` }).waitFor()
}

/** Adds themes to a quarter as they come to mind, then leaves the line. */
async function plan(number: number, ...names: string[]) {
  const { page } = window
  await page.keyboard.press(String(number))
  const field = page.getByRole('textbox', { name: 'Tên chuyên đề' })
  for (const name of names) {
    await field.waitFor()
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await card(name).waitFor()
    await expect.poll(() => field.inputValue()).toBe('')
  }
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe(names.at(-1))
}

/** Makes a theme's meeting by its button and holds it: the roll, a conclusion; the theme's page tells of both. */
async function hold(title: string, day: string, conclusion: string) {
  const { page, test } = window
  const id = (await test.call('themes.search', { typed: title }))[0]?.id ?? 0
  const iso = day.split('/').reverse().join('-')
  const theme = () => test.call('themes.get', { id })
  await window.goTo(`/chuyen-de/${id}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await typeInto(page, page.getByLabel('Ngày sinh hoạt dự kiến'), day)
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await theme()).sessionOn).toBe(iso)
  await pressOn(page, page.getByRole('button', { name: 'Tạo buổi sinh hoạt chuyên đề' }))
  await page.getByRole('link', { name: 'Mở buổi họp' }).waitFor()
  const meetingId = (await theme()).meeting?.id ?? 0
  const session = async () => (await test.call('themes.thread', { id })).session

  test.setNow(`${iso}T14:00:00+07:00`)
  await window.goTo(`/cuoc-hop/${meetingId}/diem-danh`)
  await pressOn(page, page.getByRole('button', { name: 'Tất cả có mặt' }))
  await expect.poll(async () => (await session())?.came).toBe((await session())?.obliged)
  await window.goTo(`/cuoc-hop/${meetingId}/ket-luan`)
  await page.getByText('Chưa ghi kết luận nào.').waitFor()
  await page.keyboard.press('k')
  await typeInto(
    page,
    page.getByRole('dialog').getByRole('textbox', { name: 'Kết luận', exact: true }),
    conclusion,
  )
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row', { name: new RegExp(`Chung cả buổi ${conclusion}`) }).waitFor()

  await window.goTo(`/chuyen-de/${id}`)
  const thread = page.getByRole('region', { name: 'Từ vấn đề đến kết quả' })
  await thread.getByRole('link', { name: conclusion }).waitFor()
  const came = (await session())?.came
  await thread.getByRole('link', { name: `Dự ${came}/${came}` }).waitFor()
  const held = page.getByRole('row', { name: /^Sinh hoạt/ })
  await held.getByText(`Xong ngày ${day}`).waitFor()
}

describe('the year board', () => {
  it('plans a whole year by keyboard, moves a theme to another quarter, holds two sessions, and exports', async () => {
    const { page, test } = window
    await openBoard(2028)
    await quarter('Quý II').getByText('Chưa có chuyên đề, cần ít nhất 1 buổi').waitFor()
    await plan(1, 'Sổ văn bản đến: ai giữ, ai trả lời')
    await plan(2, 'Điện nhà A tăng 18%', 'Kho thiết bị hỏng')
    await plan(3, 'Học viên chờ giấy xác nhận')
    await plan(4, 'Ba việc dở quá sáu tháng')
    expect(await titles(2028)).toEqual([
      ['Sổ văn bản đến: ai giữ, ai trả lời'],
      ['Điện nhà A tăng 18%', 'Kho thiết bị hỏng'],
      ['Học viên chờ giấy xác nhận'],
      ['Ba việc dở quá sáu tháng'],
    ])

    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(focused).toBe('Điện nhà A tăng 18%')
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).toBe('Kho thiết bị hỏng')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => titles(2028).then((all) => all[1]?.[0])).toBe('Kho thiết bị hỏng')
    await page.keyboard.press('Alt+ArrowRight')
    await quarter('Quý III').getByRole('link', { name: 'Kho thiết bị hỏng' }).waitFor()
    await expect
      .poll(() => titles(2028).then((all) => all[2]))
      .toEqual(['Kho thiết bị hỏng', 'Học viên chờ giấy xác nhận'])
    await expect.poll(focused).toBe('Kho thiết bị hỏng')

    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Kho thiết bị hỏng' }).waitFor()
    await typeInto(page, page.getByLabel('Ngày sinh hoạt dự kiến'), '17/8/2028')
    await typeInto(page, page.getByLabel('Vấn đề cần giải quyết'), '37 thiết bị hỏng chưa thanh lý')
    await typeInto(page, page.getByLabel('Người chuẩn bị chính (báo cáo đề dẫn)'), 'tam')
    await page.getByRole('option', { name: 'Lục Minh Tâm' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const id = (await test.call('themes.search', { typed: 'kho thiet bi hong' }))[0]?.id ?? 0
    await expect
      .poll(() => test.call('themes.get', { id }))
      .toMatchObject({
        sessionOn: '2028-08-17',
        problem: '37 thiết bị hỏng chưa thanh lý',
        leadName: 'Lục Minh Tâm',
      })
    await expect.poll(() => page.getByLabel('Hạn: Dự thảo').inputValue()).toBe('03/08/2028')

    const concluded = ['Một người trả lời, trong ba ngày.', 'Tắt điện sau 18 giờ.']
    await hold('Sổ văn bản đến: ai giữ, ai trả lời', '16/02/2028', concluded[0] ?? '')
    await hold('Điện nhà A tăng 18%', '17/05/2028', concluded[1] ?? '')
    await openBoard(2028)
    await quarter('Quý II').getByText('Đã sinh hoạt 1 buổi chuyên đề').waitFor()
    await pressOn(page, page.getByRole('button', { name: 'Ghi kế hoạch ra Excel' }))
    const file = join(folder, 'Kế hoạch sinh hoạt chuyên đề năm 2028.xlsx')
    await page.getByText(`Đã lưu ${file}`).waitFor()
    const texts = (await cellsOf(file)).cells.flat().map(({ value }) => value)
    for (const text of [...concluded, ...(await titles(2028)).flat()]) expect(texts).toContain(text)
  })

  it('is dragged with the mouse, moved by buttons, and says what has to stay', async () => {
    const { page } = window
    await openBoard(2027)
    const title = 'Đảng viên trẻ kèm người mới vào nghề'
    const handle = await page.getByRole('button', { name: `Kéo để chuyển: ${title}` }).boundingBox()
    const target = await quarter('Quý IV').boundingBox()
    if (!handle || !target) throw new Error('the board is not on screen')
    await page.mouse.move(handle.x + 8, handle.y + 8)
    await page.mouse.down()
    await page.mouse.move(handle.x + 40, handle.y + 8, { steps: 4 })
    await page.mouse.move(target.x + target.width / 2, target.y + 120, { steps: 8 })
    await page.mouse.up()
    await quarter('Quý IV').getByRole('link', { name: title }).waitFor()
    await expect.poll(() => titles(2027).then((all) => all[3])).toEqual([title])
    await page.getByRole('button', { name: `Về Quý III: ${title}` }).click()
    await expect.poll(() => titles(2027).then((all) => all[2])).toEqual([title])

    await openBoard(2026)
    const stay = page.getByRole('button', { name: /^Sang Quý II: Bảo vệ nền tảng/ })
    await stay.waitFor()
    expect(await stay.isDisabled()).toBe(true)
    expect(await stay.getAttribute('title')).toContain('đã sinh hoạt nên không chuyển sang quý khác')
  })

  it('hands on from year to year by one key, and finds themes of all years without marks', async () => {
    const { page } = window
    await openBoard(2026)
    const missed = page.getByRole('grid', { name: 'Chuyên đề năm 2025 chưa sinh hoạt' })
    await tabTo(page, missed.getByRole('row', { name: /Giảm việc họp chồng họp/ }))
    await page.keyboard.press('4')
    await quarter('Quý IV').getByRole('link', { name: 'Giảm việc họp chồng họp trong tuần' }).waitFor()
    expect((await titles(2026))[3]).toContain('Giảm việc họp chồng họp trong tuần')

    await typeInto(page, page.getByLabel('Tìm trong mọi năm'), 'phong chay')
    const found = page.getByRole('grid', { name: 'Chuyên đề tìm thấy' })
    await found.getByText('Giữ gìn môi trường, an toàn cháy nổ trong khuôn viên trường').waitFor()
    await tabTo(page, found.getByRole('row').nth(1))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /^Giữ gìn môi trường/ }).waitFor()
  })
})

describe('a theme', () => {
  it('tells what cannot be beside the field and keeps what was typed; a step is done by one key', async () => {
    const { page, test } = window
    const { id } = await test.call('themes.create', {
      year: 2026,
      quarter: 4,
      month: 12,
      title: 'Điện nhà A tăng 18%',
    })
    const stepOf = async (step: ThemeStep) =>
      (await test.call('themes.get', { id })).planned.steps.find((each) => each.step === step)
    await test.call('themes.setStep', { id, step: 'draft', dueOn: '2026-12-10', doneOn: null })
    await window.goTo(`/chuyen-de/${id}`)
    const day = page.getByLabel('Ngày sinh hoạt dự kiến')
    await typeInto(page, day, '8/12/2026')
    await page.keyboard.press('Tab')
    await page.getByText('sớm hơn hạn đã đặt: dự thảo 10/12/2026').waitFor()
    expect(await day.inputValue()).toBe('08/12/2026')
    const title = page.getByLabel('Tên chuyên đề')
    await title.focus()
    await typeInto(page, title, 'tao nguon va giup do quan chung uu tu vao dang')
    await page.keyboard.press('Tab')
    await page.getByText('Năm 2026 đã có chuyên đề tên này ở Quý IV. Hãy đặt tên khác').waitFor()
    expect(await title.inputValue()).toBe('tao nguon va giup do quan chung uu tu vao dang')
    expect(await day.inputValue()).toBe('08/12/2026')

    await page.getByLabel('Hạn: Dự thảo').focus()
    await typeInto(page, page.getByLabel('Hạn: Dự thảo'), '5/12/2026')
    await page.keyboard.press('Tab')
    await expect.poll(async () => (await stepOf('draft'))?.dueOn).toBe('2026-12-05')
    await day.focus()
    await typeInto(page, day, '9/12/2026')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await test.call('themes.get', { id })).sessionOn).toBe('2026-12-09')
    await page.getByText('Chậm 3 ngày, hạn 18/11/2026').waitFor()
    await pressOn(page, page.getByRole('button', { name: 'Xong hôm nay: Đề cương' }))
    await page.getByText('Xong ngày 21/11/2026, chậm 3 ngày').waitFor()
    expect(await stepOf('outline')).toMatchObject({ doneOn: '2026-11-21' })
  })

  it('takes contributors and questions by keyboard', async () => {
    const { page, test } = window
    const { id } = await test.call('themes.create', { year: 2027, quarter: 1, month: 3, title: 'Kho hỏng' })
    await window.goTo(`/chuyen-de/${id}`)
    const add = page.getByLabel('Thêm người phát biểu tham luận')
    await typeInto(page, add, 'duy')
    await page.getByRole('option', { name: 'Hoàng Đức Duy' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await typeInto(page, page.getByLabel('Nội dung tham luận của Hoàng Đức Duy'), 'Phòng máy')
    await typeInto(page, page.getByLabel('Số phút của Hoàng Đức Duy'), '12')
    await typeInto(page, page.getByLabel('Thêm câu hỏi'), 'Vì sao chưa thanh lý?')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => test.call('themes.get', { id }))
      .toMatchObject({
        contributors: [{ fullName: 'Hoàng Đức Duy', topic: 'Phòng máy', minutes: 12 }],
        questions: ['Vì sao chưa thanh lý?'],
      })
  })
})

it('has nothing cut off and nothing against access', async () => {
  const { page } = window
  await openBoard(2026)
  await quarter('Quý I').getByRole('listitem').first().waitFor()
  await expectFits(page)
  await card('Tạo nguồn và giúp đỡ quần chúng ưu tú vào Đảng').click()
  await page.getByRole('heading', { level: 1, name: 'Tạo nguồn và giúp đỡ' }).waitFor()
  await expectFits(page)
})

describe('who prepares, what goes out and what comes in', () => {
  it('takes whom the program proposes by one key each, and the plan out as a workbook', async () => {
    const { page, test } = window
    const title = 'Nâng cao chất lượng sinh hoạt chi bộ'
    const { id } = await test.call('themes.create', { year: 2028, quarter: 2, month: 5, title })
    const advice = await test.call('themes.preparers', { id })
    await window.goTo(`/chuyen-de/${id}`)
    await page.getByText('Tên chuyên đề còn chung, chưa nói rõ việc gì, của ai.').waitFor()
    const proposed = page.getByRole('region', { name: 'Gợi ý người chuẩn bị' })
    await proposed
      .getByRole('button', { name: `Chuẩn bị chính: giao ${advice.lead?.second?.fullName}` })
      .waitFor()
    await page.keyboard.press('Alt+g')
    const theme = () => test.call('themes.get', { id })
    await expect.poll(theme).toMatchObject({ leadName: advice.lead?.best.fullName })
    await proposed
      .getByRole('button', { name: /^Chuẩn bị chính/ })
      .first()
      .waitFor({ state: 'detached' })
    const contributor = (await test.call('themes.preparers', { id })).contributor?.best
    await proposed.getByRole('button', { name: `Tham luận: giao ${contributor?.fullName}` }).waitFor()
    await page.keyboard.press('Alt+t')
    await expect
      .poll(async () => (await theme()).contributors)
      .toMatchObject([{ fullName: contributor?.fullName }])

    await openBoard(2028)
    await pressOn(page, page.getByRole('button', { name: 'Ghi kế hoạch ra Excel' }))
    const file = join(folder, 'Kế hoạch sinh hoạt chuyên đề năm 2028.xlsx')
    await page.getByText(`Đã lưu ${file}`).waitFor()
    const { names, cells } = await cellsOf(file)
    expect(names).toEqual(['Chuyên đề 2028'])
    const texts = cells.flat().map(({ value }) => value)
    for (const text of [
      'Quý II năm 2028',
      'Tháng 5',
      title,
      advice.lead?.best.fullName,
      contributor?.fullName,
    ])
      expect(texts).toContain(text)
  })

  it('takes over a plan from Excel after it was looked at, and takes it back', async () => {
    const { page } = window
    const before = await titles(2025)
    await window.goTo('/chuyen-de/nhap')
    await page.locator('input[type="file"]').setInputFiles('tests/samples/ke-hoach-chuyen-de-2025.xlsx')
    await page.getByText('4 chuyên đề sẽ được nhập, 3 dòng lỗi bị bỏ lại.').waitFor()
    await page.getByText('Tháng 8 không thuộc Quý II (tháng 4, 5, 6).').waitFor()
    await expectNothingCutOff(page)
    await expectAccessible(page)
    const take = page.getByRole('button', { name: 'Nhập 4 chuyên đề vào năm 2025' })
    await expect.poll(() => take.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Chuyên đề năm 2025' }).waitFor()
    await card('Giữ kỷ cương giờ họp').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => titles(2025)).toEqual(before)
  })
})
