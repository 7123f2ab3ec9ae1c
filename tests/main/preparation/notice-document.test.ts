import { afterEach, beforeEach, expect, it } from 'vitest'
import { htmlTexts } from '../../support/paper-text.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let meetingId = 0
beforeEach(async () => {
  test = startProgram()
  await test.call('cell.update', sampleCell)
  const chairId = await addPerson(test, 'Nguyễn Thị Hường', { role: 'secretary' })
  const minuteTakerId = await addPerson(test, 'Lò Thị Én')
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })
  const fields = { ...defaults, place: 'Phòng họp', startTime: '14:05', chairId, minuteTakerId }
  meetingId = (await test.call('meetings.create', fields)).id
})
afterEach(() => test.close())

const texts = async (id = meetingId) => {
  const { layout, ...document } = await test.call('documents.get', { paper: 'notice', meetingId: id })
  return htmlTexts(document, layout)
}
const standing = async () =>
  (await test.call('documents.list', { meetingId })).find(({ paper }) => paper === 'notice')

it('says when, where, who and about what, with the day of the papers by the rule', async () => {
  const { items } = await test.call('agenda.list', { meetingId })
  for (const { id } of items.slice(3)) await test.call('agenda.remove', { id })
  await test.call('agenda.create', {
    meetingId,
    part: 'main',
    contentClass: 'discussion',
    title: 'Bàn việc trực.',
    ownerId: null,
    plannedMinutes: 10,
    privateNote: 'BÍMẬT',
  })
  const kept = items.slice(0, 3).filter(({ part }) => part === 'main' || part === 'themed')
  expect(await texts()).toEqual([
    'ĐẢNG BỘ TRƯỜNG CHÍNH TRỊ TỈNH',
    'CHI BỘ PHÒNG ĐÀO TẠO',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    '*',
    'Số ……-TB/CB',
    'Hà Giang, ngày 21 tháng 11 năm 2026',
    'THÔNG BÁO',
    'về việc sinh hoạt chi bộ thường kỳ tháng 11 năm 2026',
    '-----',
    'Chi bộ Phòng Đào tạo thông báo đến toàn thể đảng viên của chi bộ về việc sinh hoạt chi bộ thường kỳ tháng 11 năm 2026 như sau:',
    '1. Thời gian: 14 giờ 05 phút, thứ Bảy, ngày 28 tháng 11 năm 2026.',
    '2. Địa điểm: Phòng họp.',
    '3. Thành phần: toàn thể đảng viên của chi bộ; mời cấp ủy viên cấp trên theo dõi chi bộ dự và chỉ đạo.',
    '4. Chủ trì: đồng chí Nguyễn Thị Hường, Bí thư; thư ký: đồng chí Lò Thị Én.',
    '5. Nội dung:',
    ...kept.map(({ title }) => `- ${title};`),
    '- Bàn việc trực.',
    'Đề nghị các đồng chí nghiên cứu tài liệu, chuẩn bị ý kiến và dự họp đúng giờ; ai không dự được thì báo cáo lý do với đồng chí Nguyễn Thị Hường trước buổi họp. Tài liệu gửi đến các đồng chí chậm nhất ngày 27 tháng 11 năm 2026.',
    'Nơi nhận:',
    '- Đảng viên của chi bộ;',
    '- Cấp ủy viên cấp trên theo dõi chi bộ;',
    '- Lưu Chi bộ.',
    'T/M CHI BỘ',
    'BÍ THƯ',
    'Nguyễn Thị Hường',
  ])
})

it('bears the day it was sent, and the list says so', async () => {
  expect(await standing()).toMatchObject({ ready: true, words: 'Chưa ghi ngày gửi' })
  await test.call('preparation.mark', { meetingId, step: 'notice', doneOn: '2026-11-18', note: '' })
  expect(await texts()).toContain('Hà Giang, ngày 18 tháng 11 năm 2026')
  expect(await standing()).toMatchObject({ words: 'Đã gửi ngày 18/11/2026' })
})

it('says how and on what theme, and keeps to what is known', async () => {
  const defaults = await test.call('meetings.defaults', { kind: 'themed', heldOn: '2026-11-29' })
  const { id } = await test.call('meetings.create', {
    ...defaults,
    place: 'Nhà văn hóa',
    mode: 'mixed',
    theme: 'Tiết kiệm điện',
    chairId: null,
    minuteTakerId: null,
  })
  for (const item of (await test.call('agenda.list', { meetingId: id })).items)
    await test.call('agenda.remove', { id: item.id })
  const said = (await texts(id)).join('\n')
  expect(said).toContain('2. Địa điểm: Nhà văn hóa; hình thức: trực tiếp kết hợp trực tuyến.')
  expect(said).toContain('4. Chuyên đề: Tiết kiệm điện.')
  expect(said).not.toContain('Nội dung:')
  expect(said).toContain('báo cáo lý do với chủ trì')
})

it('of a committee goes to the committee and promises no papers', async () => {
  const defaults = await test.call('meetings.defaults', { kind: 'committee', heldOn: '2026-11-25' })
  const { id } = await test.call('meetings.create', { ...defaults, place: 'Phòng họp' })
  const said = await texts(id)
  expect(said).toContain('- Các đồng chí trong chi ủy;')
  expect(said).toContain('T/M CHI ỦY')
  expect(said.join('\n')).not.toContain('Tài liệu gửi')
})

it('names the visitors that are asked', async () => {
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-12-05' })
  const { id } = await test.call('meetings.create', {
    ...defaults,
    place: 'Phòng họp',
    guests: 'Bà Chu Thị Lan (Đảng ủy viên)\nÔng Lê Bá',
  })
  expect(await texts(id)).toContain('4. Đại biểu, khách mời: Bà Chu Thị Lan (Đảng ủy viên); Ông Lê Bá.')
})
