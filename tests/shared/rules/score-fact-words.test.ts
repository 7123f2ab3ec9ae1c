import { expect, it } from 'vitest'
import { factWords } from '../../../src/shared/rules/score-fact-words.ts'
import type { ScoreFactName, ScoreFacts } from '../../../src/shared/rules/score-facts.ts'
import { knownFacts } from '../../support/score-facts.ts'

const words = (fact: ScoreFactName, more: Partial<ScoreFacts> = {}) =>
  factWords(fact, { ...knownFacts, ...more })

it('says how many minutes are missing', () => {
  expect(words('duration', { ran: { from: '14:00', to: '14:45', minutes: 45 } })).toBe(
    'Họp 14:00–14:45, 45 phút; tối thiểu 90 phút (Hướng dẫn 42-HD/BTCTW ngày 28/10/2025), thiếu 45 phút, bằng một nửa',
  )
})

it('tells of the notice by its number where it was issued here', () => {
  const notice = { members: '2026-11-01', symbol: '07-TB/CB', upper: null }
  expect(words('notice', { notice })).toBe(
    'Thông báo số 07-TB/CB ngày 01/11/2026; báo cấp ủy viên theo dõi: chưa ghi ngày',
  )
})

it('names what is not done, not more than fits a line', () => {
  const open = ['Dọn kho', 'Nộp báo cáo', 'Sửa điện', 'Trồng cây', 'Quét sân']
  expect(words('tasks', { tasks: { count: 8, done: 3, open } })).toBe(
    'Xong 3/8 nhiệm vụ kỳ trước giao (37,5%); chưa xong: “Dọn kho”, “Nộp báo cáo”, “Sửa điện” và 2 việc khác',
  )
})

it('tells what is known beside a line that people judge', () => {
  expect(words('praise')).toBe('2 biểu dương, 1 nhắc nhở')
  expect(words('praise', { praise: { commendations: 0, reminders: 0 } })).toMatch(/^Chưa ghi biểu dương/)
  expect(words('criticism')).toBe('1 lượt tự phê bình, 2 lượt phê bình')
  expect(words('criticism', { criticisms: { self: 0, others: 0 } })).toMatch(/Chưa ghi/)
  expect(words('conclusions')).toBe('Đã ghi 2 kết luận')
  expect(words('conclusions', { conclusions: 0 })).toBe('Chưa ghi kết luận nào')
  expect(words('adopted')).toBe('1 biểu quyết được thông qua, giao 3 nhiệm vụ')
})
