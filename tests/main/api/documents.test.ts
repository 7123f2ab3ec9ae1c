import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { type Paper, papers } from '../../../src/shared/documents/papers.ts'
import { htmlTexts, wordTexts } from '../../support/paper-text.ts'
import { readPdf } from '../../support/pdf-text.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let meetingId = 0

beforeEach(async () => {
  test = startProgram({ host: { printToPdf: printHtmlToPdf } })
  await test.call('cell.update', sampleCell)
  const chairId = await addPerson(test, 'Nguyễn Thị Hường', { role: 'secretary' })
  const meeting = await test.call('meetings.create', {
    ...(await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })),
    chairId,
    place: 'Phòng họp',
  })
  meetingId = meeting.id
})
afterEach(() => test.close())
afterAll(closeChromium)

const agenda = () => ({ paper: 'agenda' as const, meetingId })
const addItems = async (count: number) => {
  for (let number = 1; number <= count; number++) {
    await test.call('agenda.create', {
      meetingId,
      part: 'main',
      contentClass: 'discussion',
      title: `Việc thứ ${number}: rà soát nhiệm vụ của từng đảng viên, kiến nghị với cấp ủy cấp trên`,
      ownerId: null,
      plannedMinutes: 1,
      privateNote: 'Nhắc riêng: xem lại hồ sơ',
    })
  }
}

describe('the papers of a meeting', () => {
  const standing = async (paper: Paper) =>
    (await test.call('documents.list', { meetingId })).find((each) => each.paper === paper)

  it('are listed in order, each with what is in it or missing', async () => {
    const list = await test.call('documents.list', { meetingId })
    expect(list.map(({ paper }) => paper)).toEqual(papers)
    const items = (await test.call('agenda.list', { meetingId })).items
    expect(await standing('agenda')).toMatchObject({ ready: true, words: `${items.length} mục` })
    for (const { id } of items) await test.call('agenda.remove', { id })
    expect(await standing('agenda')).toMatchObject({ ready: false, words: 'Chưa có mục nào' })
  })

  it('count a person asked on two items once', async () => {
    expect(await standing('slips')).toMatchObject({ ready: false, words: 'Chưa mời ai phát biểu' })
    const memberId = await addPerson(test, 'Lò Thị Én')
    for (const { id } of (await test.call('agenda.list', { meetingId })).items.slice(0, 2))
      await test.call('asks.create', { meetingId, agendaItemId: id, memberId, question: '' })
    expect(await standing('slips')).toMatchObject({ ready: true, words: '1 người được mời' })
  })
})

describe('the agenda as a PDF', () => {
  it('has a long agenda on three pages, numbered from the second, the heading on each, private notes on none', async () => {
    await addItems(12)
    const pdf = await test.call('documents.pdf', agenda())
    expect(pdf.fileName).toBe('Chương trình sinh hoạt chi bộ thường kỳ tháng 11 năm 2026.pdf')
    const pages = await readPdf(Buffer.from(pdf.base64, 'base64'))
    expect(pages).toHaveLength(3)
    expect(pdf.pages).toBe(3)
    expect(pages.map((page) => page.lines[0])).toEqual([
      expect.stringContaining('ĐẢNG CỘNG SẢN VIỆT NAM'),
      '2',
      '3',
    ])
    for (const page of pages) {
      expect(page.lines.filter((line) => line.includes('Nội dung Người thực hiện'))).toHaveLength(1)
    }
    const text = pages.flatMap((page) => page.lines).join('\n')
    for (let number = 1; number <= 12; number++) expect(text).toContain(`Việc thứ ${number}:`)
    expect(text).not.toContain('Nhắc riêng')
    expect(pages.at(-1)?.lines.slice(-3)).toEqual(['T/M CHI BỘ', 'BÍ THƯ', 'Nguyễn Thị Hường'])
  })

  it('fits the template of a month on two pages at most', async () => {
    const pdf = await test.call('documents.pdf', agenda())
    expect(pdf.pages).toBeLessThanOrEqual(2)
  })

  it('says plainly where the machine cannot make one', async () => {
    const without = startProgram()
    await without.call('cell.update', sampleCell)
    const { id } = await without.call('meetings.create', {
      ...(await without.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })),
      place: 'Phòng họp',
    })
    await expect(without.call('documents.pdf', { paper: 'agenda', meetingId: id })).rejects.toMatchObject({
      code: 'pdf-unavailable',
    })
    without.close()
  })
})

describe('saving and printing the agenda', () => {
  let folder = ''
  const asked: string[] = []
  const printedPages: string[] = []
  const withHost = (host: Parameters<typeof startProgram>[0]) => {
    test.close()
    test = startProgram(host)
  }
  const meeting = async () => {
    await test.call('cell.update', sampleCell)
    const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })
    const { id } = await test.call('meetings.create', { ...defaults, place: 'Phòng họp' })
    meetingId = id
  }
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'papers-'))
    asked.length = 0
    printedPages.length = 0
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  it('writes the PDF where the user said, and no other file', async () => {
    withHost({
      host: {
        printToPdf: printHtmlToPdf,
        chooseSavePath: async (kind, fileName) => {
          asked.push(kind)
          return join(folder, fileName)
        },
      },
    })
    await meeting()
    const saved = await test.call('documents.savePdf', agenda())
    const fileName = 'Chương trình sinh hoạt chi bộ thường kỳ tháng 11 năm 2026.pdf'
    expect(saved).toEqual({ path: join(folder, fileName) })
    expect(asked).toEqual(['paper'])
    expect(await readdir(folder)).toEqual([fileName])
    const [page] = await readPdf(await readFile(join(folder, fileName)))
    expect(page?.lines.join(' ')).toContain('CHƯƠNG TRÌNH')
  })

  it('writes the same paper as a Word file, whole or not at all, without a print engine', async () => {
    withHost({
      host: {
        chooseSavePath: async (kind, fileName) => {
          asked.push(kind)
          return join(folder, fileName)
        },
      },
    })
    await meeting()
    const saved = await test.call('documents.saveWord', agenda())
    const fileName = 'Chương trình sinh hoạt chi bộ thường kỳ tháng 11 năm 2026.docx'
    expect(saved).toEqual({ path: join(folder, fileName) })
    expect(asked).toEqual(['paper'])
    expect(await readdir(folder)).toEqual([fileName])
    const { layout, ...document } = await test.call('documents.get', agenda())
    expect(await wordTexts(await readFile(join(folder, fileName)))).toEqual(htmlTexts(document, layout))
    withHost({ host: { chooseSavePath: async () => join(folder, 'gone', 'a.docx') } })
    await meeting()
    await expect(test.call('documents.saveWord', agenda())).rejects.toMatchObject({
      code: 'save-folder-missing',
    })
    expect(await readdir(folder)).toEqual([fileName])
  })

  it('gives a file whose title names a numbered document a name that every system takes', async () => {
    withHost({ host: { chooseSavePath: async (_kind, fileName) => join(folder, fileName) } })
    await meeting()
    const { id, chairName, minuteTakerName, closedAt, ...fields } = await test.call('meetings.get', {
      id: meetingId,
    })
    await test.call('meetings.update', { ...fields, id, theme: 'Thực hiện Chỉ thị 07-CT/TW: việc của ta?' })
    await test.call('documents.saveWord', { paper: 'minutes', meetingId })
    expect(await readdir(folder)).toEqual([
      'Biên bản sinh hoạt chi bộ thường kỳ tháng 11 năm 2026 - “Thực hiện Chỉ thị 07-CT-TW - việc của ta-”.docx',
    ])
  })

  it('writes nothing when the user thinks better of it, or the folder is gone', async () => {
    withHost({ host: { printToPdf: printHtmlToPdf } })
    await meeting()
    expect(await test.call('documents.savePdf', agenda())).toBeNull()
    expect(await test.call('documents.saveWord', agenda())).toBeNull()
    withHost({
      host: { printToPdf: printHtmlToPdf, chooseSavePath: async () => join(folder, 'gone', 'a.pdf') },
    })
    await meeting()
    await expect(test.call('documents.savePdf', agenda())).rejects.toMatchObject({
      code: 'save-folder-missing',
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('asks for no place when there are no pages to save', async () => {
    withHost({
      host: {
        chooseSavePath: async (kind) => {
          asked.push(kind)
          return null
        },
      },
    })
    await meeting()
    await expect(test.call('documents.savePdf', agenda())).rejects.toMatchObject({ code: 'pdf-unavailable' })
    expect(asked).toEqual([])
  })

  it('prints through the host, or hands the same page to the screen', async () => {
    withHost({
      host: {
        print: async (html) => {
          printedPages.push(html)
          return true
        },
      },
    })
    await meeting()
    expect(await test.call('documents.print', agenda())).toEqual({ handled: true, html: '' })
    withHost({})
    await meeting()
    const reply = await test.call('documents.print', agenda())
    expect(reply).toEqual({ handled: false, html: printedPages[0] })
    expect(reply.html).toContain('CHƯƠNG TRÌNH')
  })
})
