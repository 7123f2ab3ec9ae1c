import { expect, test } from 'vitest'
import { preparationSteps } from '../../../src/shared/rules/preparation.ts'
import { evidenceDays, factsOfTitle, isOwnDay } from '../../../src/shared/rules/score-facts.ts'

test('a day is either a step of the preparation or the score’s own', () => {
  const steps: readonly string[] = preparationSteps
  for (const day of evidenceDays) expect(steps.includes(day)).toBe(!isOwnDay(day))
})

test.each([
  ['Bảo đảm thời lượng sinh hoạt', ['duration']],
  ['Tỷ lệ đảng viên dự sinh hoạt từ 90%', ['attendance']],
  ['Tỷ lệ đảng viên phát biểu', ['speakers']],
  ['Gửi tài liệu trước 01 ngày', ['papers']],
  ['Họp chi ủy, thông báo nội dung', ['committee', 'notice']],
  ['Kết quả thực hiện nghị quyết tháng trước.', ['tasks']],
  ['Sổ biên bản ghi đầy đủ', ['minutes']],
  ['Đăng tài liệu trên Sổ tay sau buổi họp', ['handbook', 'upload']],
  ['Đúng nội dung', []],
])('a line headed %j is spoken for by %j', (title, names) => {
  expect(factsOfTitle(title)).toEqual(names)
})
