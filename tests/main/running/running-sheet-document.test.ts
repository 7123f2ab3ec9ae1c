import { afterEach, beforeEach, expect, it } from 'vitest'
import { htmlTexts } from '../../support/paper-text.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let meetingId = 0
let en = 0
beforeEach(async () => {
  test = startProgram()
  await test.call('cell.update', sampleCell)
  const chairId = await addPerson(test, 'Nguyễn Thị Hường', { role: 'secretary' })
  en = await addPerson(test, 'Lò Thị Én', { status: 'probationary' })
  await addPerson(test, 'Mã Văn Đủ')
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })
  const fields = { ...defaults, place: 'Phòng họp', startTime: '14:00', chairId }
  meetingId = (await test.call('meetings.create', fields)).id
  for (const { id } of (await test.call('agenda.list', { meetingId })).items)
    await test.call('agenda.remove', { id })
})
afterEach(() => test.close())

const get = () => test.call('documents.get', { paper: 'runningSheet', meetingId })
const add = (title: string, plannedMinutes: number, privateNote: string) =>
  test.call('agenda.create', {
    meetingId,
    part: 'main',
    contentClass: 'discussion',
    title,
    ownerId: null,
    plannedMinutes,
    privateNote,
  })

it('has planned times, whom to ask what, private notes, whom else to invite, and the votes needed', async () => {
  await add('Báo cáo tháng', 20, '')
  const { id: agendaItemId } = await add('Thảo luận', 40, 'Hỏi rõ nguyên nhân')
  await test.call('asks.create', { meetingId, agendaItemId, memberId: en, question: 'Vì sao chậm?' })
  const { layout, ...document } = await get()
  expect(document.name).toBe('Kịch bản điều hành sinh hoạt chi bộ thường kỳ tháng 11 năm 2026')
  const texts = htmlTexts(document, layout)
  expect(texts.slice(3, 5)).toEqual([
    'Tài liệu riêng của chủ trì, không phát cho người khác.',
    'Thời gian: 14 giờ, thứ Bảy, ngày 28 tháng 11 năm 2026. Chủ trì: Nguyễn Thị Hường. Thư ký: chưa phân công.',
  ])
  const table = document.blocks.find((block) => block.kind === 'table')
  expect(table).toMatchObject({
    rows: [
      { kind: 'group', text: 'Tiến hành' },
      { kind: 'cells', cells: ['14:00', 'Báo cáo tháng', '', '20'] },
      {
        kind: 'cells',
        cells: [
          '14:20',
          'Thảo luận',
          'Mời Lò Thị Én (chưa báo trước): Vì sao chậm?\nNhắc riêng: Hỏi rõ nguyên nhân',
          '40',
        ],
      },
    ],
    total: { label: 'Kết thúc lúc 15 giờ, tổng số phút', value: '60' },
  })
  const from = texts.indexOf('Nên mời thêm phát biểu')
  expect(texts[from + 1]).toBe('1. Lò Thị Én: đã mời trước về mục sau: Vì sao chậm?; đảng viên dự bị.')
  expect(texts.join('\n')).not.toContain('hôm nay chưa phát biểu')
  expect(texts.slice(-2)).toEqual([
    'Biểu quyết',
    'Tính trên 2 đảng viên được biểu quyết: nghị quyết cần ít nhất 2 phiếu.',
  ])
})

it('knows who is there once the roll was called', async () => {
  await add('Báo cáo tháng', 20, '')
  await test.call('attendance.markAllPresent', { meetingId })
  const { layout, ...document } = await get()
  expect(htmlTexts(document, layout).at(-1)).toContain('2/2 đảng viên được biểu quyết có mặt')
})

it('is not made without an agenda', async () => {
  const list = await test.call('documents.list', { meetingId })
  expect(list.find(({ paper }) => paper === 'runningSheet')).toMatchObject({ ready: false })
  await expect(get()).rejects.toMatchObject({ code: 'agenda-empty' })
})
