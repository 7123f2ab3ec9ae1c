import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
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
