import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { readPdf } from '../../support/pdf-text.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram
let meetingId: number
const people: number[] = []
beforeEach(async () => {
  people.length = 0
  office = startProgram({ host: { printToPdf: printHtmlToPdf }, now: '2026-11-21T08:00:00+07:00' })
  await office.call('cell.update', sampleCell)
  people.push(await addPerson(office, 'Nguyễn Thị Hòa', { role: 'secretary' }))
  for (const given of ['Sáo', 'Én', 'Đủ', 'Bình', 'An', 'Ước', 'Yến', 'Giang'])
    people.push(await addPerson(office, `Lò Văn ${given}`))
  const defaults = await office.call('meetings.defaults', { kind: 'regular', heldOn: '2026-12-03' })
  meetingId = (await office.call('meetings.create', { ...defaults, place: 'Phòng họp' })).id
})
afterEach(() => office.close())
afterAll(closeChromium)

const items = async () => (await office.call('agenda.list', { meetingId })).items
async function ask(memberId: number | undefined, index: number, question: string) {
  const agendaItemId = (await items())[index]?.id ?? 0
  await office.call('asks.create', { meetingId, agendaItemId, memberId: memberId ?? 0, question })
}
const slips = () => ({ paper: 'slips' as const, meetingId })
const words = async () =>
  (await office.call('documents.get', slips())).blocks.map((block) =>
    block.kind === 'slip' ? block.runs.map((runs) => runs.map((run) => run.text).join('')) : [],
  )

test('one slip for each person, by given name, with all they are asked', async () => {
  await ask(people[1], 8, 'Vướng ở đâu?')
  await ask(people[2], 8, '')
  await ask(people[1], 3, 'Việc nào chậm?')
  expect(await words()).toEqual([
    [
      'Kính gửi: Đồng chí Lò Văn Én',
      'Sinh hoạt thường kỳ tháng 12/2026: 08 giờ, thứ Năm, ngày 03 tháng 12 năm 2026, tại Phòng họp.',
      'Đề nghị đồng chí chuẩn bị ý kiến phát biểu:',
      '- Mục “Thảo luận” (dự kiến 08 giờ 55 phút).',
    ],
    [
      'Kính gửi: Đồng chí Lò Văn Sáo',
      expect.any(String),
      expect.any(String),
      '- Mục “Kết quả thực hiện nghị quyết tháng trước” (dự kiến 08 giờ 15 phút): Việc nào chậm?',
      '- Mục “Thảo luận” (dự kiến 08 giờ 55 phút): Vướng ở đâu?',
    ],
  ])
})

test('never carry the secretary’s private notes', async () => {
  const item = (await items())[8]
  if (!item) throw new Error('no item')
  const { id, part, contentClass, title, ownerId, plannedMinutes } = item
  const privateNote = 'Nhắc riêng: hay im lặng'
  await office.call('agenda.update', { id, part, contentClass, title, ownerId, plannedMinutes, privateNote })
  await ask(people[1], 8, 'Ý kiến của đồng chí?')
  expect(JSON.stringify(await office.call('documents.get', slips()))).not.toContain('Nhắc riêng')
})

test('several stand on one page, none torn apart', async () => {
  for (const person of people)
    await ask(person, 8, 'Đồng chí thấy việc này vướng ở đâu, nên làm thế nào? '.repeat(3))
  const pdf = await office.call('documents.pdf', slips())
  expect(pdf.fileName).toBe('Phiếu mời phát biểu Sinh hoạt thường kỳ tháng 12-2026.pdf')
  const pages = await readPdf(Buffer.from(pdf.base64, 'base64'))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.length).toBeLessThan(people.length / 2)
  for (const { lines } of pages) {
    const count = (text: string) => lines.filter((line) => line.includes(text)).length
    expect(count('PHIẾU MỜI PHÁT BIỂU')).toBe(count('Kính gửi'))
    expect(count('Kính gửi')).toBe(count('- Mục'))
  }
})

test('are not made for nobody, nor for a removed meeting', async () => {
  await expect(office.call('documents.get', slips())).rejects.toMatchObject({ code: 'nobody-asked' })
  await office.call('meetings.remove', { id: meetingId })
  await expect(office.call('documents.get', slips())).rejects.toMatchObject({ code: 'not-found' })
})
