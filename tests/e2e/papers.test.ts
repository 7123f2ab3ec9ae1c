import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../src/main/browser-host/chromium.ts'
import {
  expectAccessible,
  expectFits,
  expectNothingCutOff,
  type OpenWindow,
  prepareWindow,
  screens,
  useBrowser,
} from '../support/browser.ts'
import { addPerson } from '../support/people.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let window: OpenWindow
let meetingId = 0
const saved: string[] = []

beforeEach(async () => {
  saved.length = 0
  window = await prepareWindow({
    host: {
      printToPdf: printHtmlToPdf,
      chooseSavePath: async (_kind, fileName) => {
        saved.push(fileName)
        return null
      },
    },
  })
  const { page, test } = window
  await test.call('cell.update', sampleCell)
  const chairId = await addPerson(test, 'Nguyễn Thị Hường', { role: 'secretary' })
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })
  const meeting = await test.call('meetings.create', { ...defaults, place: 'Phòng họp', chairId })
  meetingId = meeting.id
  await window.load()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
})
afterEach(() => window.close())
afterAll(closeChromium)

const open = async () => {
  await window.goTo(`/cuoc-hop/${meetingId}/van-ban`)
  await drawn()
}
/** Waits until every page has been drawn, and tells how many there are. */
const drawn = async () => {
  await window.page.waitForFunction(() => {
    const pages = [...document.querySelectorAll('canvas')]
    return pages.length > 0 && pages.every((page) => page.dataset.drawn === 'true')
  })
  return window.page.getByRole('img', { name: /^Trang / }).count()
}

describe('the agenda before it is printed', () => {
  it('is shown page by page as it will be on paper, with its number of pages', async () => {
    const { page, test } = window
    await open()
    const pdf = await test.call('documents.pdf', { paper: 'agenda', meetingId })
    expect(await drawn()).toBe(pdf.pages)
    expect(pdf.pages).toBe(2)
    await page.getByRole('img', { name: 'Trang 1/2' }).waitFor()
    await page.getByText('Trang 1/2').waitFor()
    // Letters, not a blank sheet: a fair share of the pixels of the first page is dark.
    const ink = await page.getByRole('img', { name: 'Trang 1/2' }).evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let dark = 0
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) dark++
      return dark / (canvas.width * canvas.height)
    })
    expect(ink).toBeGreaterThan(0.005)
    expect(ink).toBeLessThan(0.2)
  })

  it('tells which page is looked at, and fits whole pages in the window', async () => {
    const { page } = window
    await open()
    await page.getByRole('img', { name: 'Trang 2/2' }).scrollIntoViewIfNeeded()
    await page.keyboard.press('End')
    await page.getByRole('status').getByText('Trang 2/2').waitFor()
    await page.getByText('Cả trang').click()
    await page.waitForFunction(() =>
      [...document.querySelectorAll('canvas')].every((each) => each.clientHeight < self.innerHeight),
    )
  })

  it('follows an undone change without being asked', async () => {
    const { page, test } = window
    const text = 'Trao đổi kinh nghiệm công tác của từng đảng viên. '.repeat(30)
    for (let item = 0; item < 3; item++) {
      await test.call('agenda.create', {
        meetingId,
        part: 'main',
        contentClass: 'discussion',
        title: text,
        ownerId: null,
        plannedMinutes: 10,
        privateNote: '',
      })
    }
    await open()
    const before = await drawn()
    expect(before).toBeGreaterThan(2)
    for (let item = 0; item < 3; item++) {
      await page.keyboard.press('Control+z')
      // Drawn anew just while one document takes the place of another.
      await page.getByText(item % 2 === 0 ? 'Cả trang' : 'Vừa chiều rộng').click()
      await expect
        .poll(async () => (await test.call('agenda.list', { meetingId })).items.length)
        .toBe(15 - item)
    }
    await page.getByRole('img', { name: 'Trang 1/2' }).waitFor()
    await page.getByText('Vừa chiều rộng').click()
    expect(await drawn()).toBe(2)
  })

  it('comes back at once when it was looked at before', async () => {
    const { page } = window
    await open()
    await window.goTo('/cai-dat')
    await page.getByLabel('Tên chi bộ').waitFor()
    await open()
    for (let time = 0; time < 5; time++) {
      await page.getByText('Cả trang').click()
      await page.getByText('Vừa chiều rộng').click()
    }
    expect(await drawn()).toBe(2)
  })

  it('is printed by Ctrl+P from a frame of the same page where the host prints nothing', async () => {
    const { page } = window
    window.spoil()
    await page.addInitScript(() => {
      if (self === top) return
      self.print = () => {
        const shown = document.body.textContent
        top?.document.body.setAttribute('data-printed', shown)
      }
    })
    await page.reload()
    await open()
    await page.keyboard.press('Control+p')
    await page.waitForFunction(() => document.body.dataset.printed !== undefined)
    const printed = await page.evaluate(() => document.body.dataset.printed)
    expect(printed).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
    expect(printed).toContain('T/M CHI BỘ')
  })

  it('is saved as a PDF and for Word under its own name', async () => {
    const { page } = window
    await open()
    const name = 'Chương trình sinh hoạt chi bộ thường kỳ tháng 11 năm 2026'
    await page.getByRole('button', { name: 'Lưu PDF' }).click()
    await expect.poll(() => saved).toEqual([`${name}.pdf`])
    await page.getByRole('button', { name: 'Lưu Word' }).click()
    await expect.poll(() => saved).toEqual([`${name}.pdf`, `${name}.docx`])
  })

  it('says that only the preview failed when the pages cannot be drawn', async () => {
    const { page } = window
    const broken = { contentType: 'text/javascript', body: 'throw new Error("broken")' }
    window.spoil()
    await page.route('**/pdf.worker*', (route) => route.fulfill(broken))
    await window.goTo(`/cuoc-hop/${meetingId}/van-ban`)
    await page.getByText('Bản in và tệp PDF không bị ảnh hưởng').waitFor()
    await page.getByRole('button', { name: 'Lưu PDF' }).click()
    await expect.poll(() => saved).toHaveLength(1)
  })

  it('says where to begin when there is nothing to print yet', async () => {
    const { page, test } = window
    const { items } = await test.call('agenda.list', { meetingId })
    for (const item of items) await test.call('agenda.remove', { id: item.id })
    await window.goTo(`/cuoc-hop/${meetingId}/van-ban`)
    await page.getByText('Chưa có mục nào nên chưa có gì để in').waitFor()
    await page.getByRole('link', { name: 'Lập chương trình' }).click()
    await page.getByRole('button', { name: 'Dùng chương trình mẫu' }).waitFor()
  })

  it('has nothing cut off and nothing against access', async () => {
    await open()
    await expectFits(window.page)
  })
})

describe('a machine without a print engine', () => {
  it('says so in a sentence, in place of the pages', async () => {
    const without = await prepareWindow()
    await without.test.call('cell.update', sampleCell)
    const defaults = await without.test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })
    const { id } = await without.test.call('meetings.create', { ...defaults, place: 'Phòng họp' })
    await without.load()
    await without.goTo(`/cuoc-hop/${id}/van-ban`)
    await without.page.getByText('không có Chrome, Edge hoặc Chromium').waitFor()
    await without.close()
  })
})

describe('the slips for those to be asked to speak', () => {
  it('are looked at and printed beside the agenda, chosen by keyboard', async () => {
    const { page, test } = window
    const items = (await test.call('agenda.list', { meetingId })).items
    const memberId = (await test.call('meetings.get', { id: meetingId })).chairId ?? 0
    const agendaItemId = items[0]?.id ?? 0
    await test.call('asks.create', { meetingId, agendaItemId, memberId, question: 'Vì sao?' })
    await open()
    const choice = page.getByRole('radio', { name: 'Phiếu mời phát biểu' })
    await page.getByRole('radio', { name: 'Chương trình' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await choice.isChecked()).toBe(true)
    await page.getByText('Trang 1/1').waitFor()
    await drawn()
    await page.getByRole('button', { name: 'Lưu PDF' }).press('Enter')
    await expect.poll(() => saved).toEqual(['Phiếu mời phát biểu Sinh hoạt thường kỳ tháng 11-2026.pdf'])
    await expectAccessible(page)
    await expectNothingCutOff(page)
  })
})

describe('every other paper', () => {
  it('is printed only where the way down the list ends, not where it passes', async () => {
    const { page } = window
    await open()
    const printed: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api/documents.pdf')) printed.push(request.postData() ?? '')
    })
    // All in one breath, as arrows pressed faster than anything can be drawn.
    await page.evaluate(() => {
      for (const name of ['Thông báo họp', 'Danh sách ký tên', 'Kịch bản điều hành'])
        document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click()
    })
    await page.getByRole('img', { name: /^Trang 1\// }).waitFor()
    expect(printed).toEqual([expect.stringContaining('runningSheet')])
  })

  it('is in the list with where it stands; what it lacks is a key away', async () => {
    const { page } = window
    await open()
    const list = page.getByRole('group', { name: 'Văn bản của buổi họp' })
    for (const name of ['Thông báo họp', 'Danh sách ký tên', 'Kịch bản điều hành']) {
      await list.getByRole('radio', { name }).check()
      await page.getByRole('img', { name: /^Trang 1\// }).waitFor()
    }
    await list.getByRole('radio', { name: 'Danh sách điểm danh' }).check()
    await page.getByText('Chưa điểm danh nên chưa có gì để in').waitFor()
    await expectAccessible(page)
    await expectNothingCutOff(page)
    await page.getByRole('link', { name: 'Điểm danh' }).last().click()
    await expect.poll(() => page.url()).toContain('/diem-danh')
  })
})

describe('the layout of papers', () => {
  it('is chosen in the settings by keyboard, seen on a small paper and taken back', async () => {
    const { page, test } = window
    await page.setViewportSize(screens.scaled)
    await window.goTo('/cai-dat')
    const sample = page.getByRole('region', { name: 'Xem thử thể thức' })
    await sample.getByRole('img', { name: 'Trang 2 xem thử thể thức' }).waitFor()
    await drawnSample()
    await expectNothingCutOff(page)
    await expectAccessible(page)
    const before = await inkOfFirstPage()
    const number = page.getByRole('combobox', { name: 'Khoảng cách dòng' })
    await number.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: '20 pt' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => number.inputValue()).toBe('20 pt')
    await expect.poll(inkOfFirstPage).not.toBe(before)
    const layout = async () => (await test.call('documents.get', { paper: 'agenda', meetingId })).layout
    expect((await layout()).lineSpacingPt).toBe(20)
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => number.inputValue()).toBe('18 pt (thường dùng)')
    await expect.poll(inkOfFirstPage).toBe(before)
  })
})

describe('who signs a paper', () => {
  it('is set for its kind, and for one paper beside its preview and in the window it is issued in', async () => {
    const { page, test } = window
    await page.setViewportSize(screens.scaled)
    await addPerson(test, 'Lê Minh Khánh', { role: 'deputy' })
    await addPerson(test, 'Lò Thị Én')
    await test.call('terms.add', { startsOn: '2025-03-01' })
    const signature = () => test.call('signing.get', { of: { paper: 'resolution', meetingId } })
    await window.goTo('/cai-dat')
    await page.getByRole('button', { name: 'Đổi chữ ký: Nghị quyết' }).press('Enter')
    const kind = page.getByRole('group', { name: 'Chữ ký: Nghị quyết' })
    await kind.getByRole('combobox', { name: 'Hình thức ký' }).click()
    await page.getByRole('option', { name: 'K/T BÍ THƯ' }).click()
    await page.getByText('Nghị quyết: K/T BÍ THƯ, PHÓ BÍ THƯ, Lê Minh Khánh').waitFor()
    await page.getByText('Nghị quyết là quyết định của tập thể').waitFor()
    await expectNothingCutOff(page)
    await expectAccessible(page)

    await window.goTo(`/cuoc-hop/${meetingId}/van-ban/nghi-quyet`)
    await page.getByText('Người ký: K/T BÍ THƯ, PHÓ BÍ THƯ, Lê Minh Khánh').waitFor()
    await page.getByRole('button', { name: 'Đổi chữ ký: Người ký' }).click()
    await page.getByRole('combobox', { name: 'Hình thức ký' }).click()
    await page.getByRole('option', { name: 'T/M CHI ỦY' }).click()
    await page.getByText('Người ký: T/M CHI ỦY, BÍ THƯ, Nguyễn Thị Hường').waitFor()
    await expectNothingCutOff(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Xong: Người ký' }).click()
    await page.getByRole('button', { name: 'Ban hành' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Đổi chữ ký: Người ký' }).click()
    const person = dialog.getByRole('combobox', { name: 'Họ và tên' })
    await person.click()
    await page.getByRole('option', { name: 'Lò Thị Én' }).click()
    await dialog.getByText('Người ký: T/M CHI ỦY, ĐẢNG VIÊN, Lò Thị Én').waitFor()
    await dialog.getByRole('textbox', { name: 'Chức vụ' }).fill('Thư ký')
    await dialog.getByRole('textbox', { name: 'Chức vụ' }).press('Enter')
    await dialog.getByText('Người ký: T/M CHI ỦY, THƯ KÝ, Lò Thị Én').waitFor()
    expect(await signature()).toMatchObject({ office: 'Thư ký', name: 'Lò Thị Én' })
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await page.getByText('Bản đang soạn đúng như đã ban hành').waitFor()
  })
})

const drawnSample = () =>
  window.page.waitForFunction(() => {
    const pages = [...document.querySelectorAll('canvas')]
    return pages.length === 2 && pages.every((page) => page.dataset.drawn === 'true')
  })

/** What is drawn on the small paper, as a text to compare. */
const inkOfFirstPage = () =>
  window.page
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
