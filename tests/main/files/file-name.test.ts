import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileName } from '../../../src/main/files/file-name.ts'

it.each([
  ['Nghị quyết sinh hoạt tháng 11 năm 2026', 'Nghị quyết sinh hoạt tháng 11 năm 2026'],
  ['Biên bản năm 2026: “Học tập Chỉ thị 07-CT/TW”', 'Biên bản năm 2026 - “Học tập Chỉ thị 07-CT-TW”'],
  ['Việc hôm nay, không để ngày mai?', 'Việc hôm nay, không để ngày mai-'],
  ['Hai\ndòng \t ở đây...', 'Hai dòng ở đây'],
])('%s', (text, name) => {
  expect(fileName(text, '.pdf')).toBe(`${name}.pdf`)
})

it('is one that every system takes, whatever the text is', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: fc.constantFrom('ẫ', '/', ':', ' ', '.', '👩🏽'), maxLength: 400 }),
  )
  fc.assert(
    fc.property(text, (words) => {
      const name = fileName(`Biên bản ${words}`, '.docx')
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]/u)
      expect(name).not.toMatch(/[. ]\.docx$/)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(205)
    }),
    { numRuns: 200 },
  )
})
