import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/shared/rules/fold.ts'
import { placeTones } from '../../../src/shared/rules/tone-placement.ts'

describe('where the mark of a tone stands', () => {
  it.each([
    ['ủy', 'uỷ'],
    ['cấp ủy, chi ủy viên', 'cấp uỷ, chi uỷ viên'],
    ['Ủy ban kiểm tra', 'Uỷ ban kiểm tra'],
    ['Đảng ủy phường', 'Đảng uỷ phường'],
    ['hòa, hóa, khỏe, tòa, xóa', 'hoà, hoá, khoẻ, toà, xoá'],
    ['tùy, thủy, hủy, lũy, túy, lụy', 'tuỳ, thuỷ, huỷ, luỹ, tuý, luỵ'],
    ['(thỏa thuận)', '(thoả thuận)'],
  ])('%s and %s are the same words', (first, second) => {
    expect(placeTones(first, 'second')).toBe(second)
    expect(placeTones(second, 'first')).toBe(first)
    expect(placeTones(first, 'first')).toBe(first)
    expect(placeTones(second, 'second')).toBe(second)
    expect(placeTones(first.normalize('NFD'), 'second')).toBe(second)
  })

  it.each([
    'quý, quỹ, quỳ, quỷ',
    'hoàn thành, toán, khoảng, loại, thoát',
    'Nguyễn Thị Thủy, Trần Văn Hòa, Lê Thúy',
    'giữa, của, mùa',
    'thuế, huề, khoẻn',
  ])('leaves %s alone', (words) => {
    expect(placeTones(words, 'second')).toBe(words)
  })

  it('leaves a name in the second manner alone too', () => {
    expect(placeTones('Nguyễn Thị Thuỷ ở Hoà Bình', 'first')).toBe('Nguyễn Thị Thuỷ ở Hoà Bình')
  })

  it('changes nothing but the place of marks', () => {
    const words = fc.string({ unit: fc.constantFrom(...'aeiouyqhtTủỷòàóá  .ĐđỦ') })
    fc.assert(
      fc.property(words, fc.constantFrom('asWritten', 'first', 'second'), (text, placement) => {
        expect(fold(placeTones(text, placement))).toBe(fold(text))
        expect(placeTones(placeTones(text, placement), placement)).toBe(placeTones(text, placement))
      }),
      { numRuns: 300 },
    )
  })
})
