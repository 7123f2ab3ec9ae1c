import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { themedItems } from '../../../src/shared/rules/theme-agenda.ts'

const theme = {
  title: 'Chống lãng phí',
  aim: 'Bớt một nửa giấy in',
  leadId: 2,
  contributors: [
    { memberId: 3, topic: 'Giấy in', minutes: 7 },
    { memberId: 4, topic: ' ', minutes: 5 },
  ],
  questions: ['Ai lãng phí?', 'Bỏ được gì?'],
}
const meeting = { chairId: 1, otherMinutes: 0, minimumMinutes: 0 }

describe('the themed part of a meeting', () => {
  it('has the aim, the papers with their speakers and minutes, the questions and the conclusion', () => {
    const rows = themedItems(theme, meeting)
    expect(rows.map((row) => [row.title, row.ownerId, row.plannedMinutes, row.paper])).toEqual([
      ['Nêu mục đích: Bớt một nửa giấy in', 1, 3, false],
      ['Trình bày chuyên đề: Chống lãng phí', 2, 15, true],
      ['Tham luận: Giấy in', 3, 7, true],
      ['Tham luận: Chống lãng phí', 4, 5, true],
      ['Thảo luận chuyên đề: 1) Ai lãng phí? 2) Bỏ được gì?', 1, 20, false],
      ['Đánh giá chất lượng và kết luận chuyên đề', 1, 5, false],
    ])
    expect(new Set(rows.map((row) => row.part))).toEqual(new Set(['themed']))
  })

  it('of a theme with nothing but a title says what each item is for', () => {
    const bare = { ...theme, aim: '', leadId: null, contributors: [], questions: [] }
    expect(themedItems(bare, meeting).map((row) => row.title)).toEqual([
      'Nêu mục đích, yêu cầu của chuyên đề',
      'Trình bày chuyên đề: Chống lãng phí',
      'Thảo luận chuyên đề',
      'Đánh giá chất lượng và kết luận chuyên đề',
    ])
  })

  it('makes the meeting as long as it has to be, by its discussion alone', () => {
    fc.assert(
      fc.property(fc.nat({ max: 150 }), fc.nat({ max: 150 }), (otherMinutes, minimumMinutes) => {
        const rows = themedItems(theme, { chairId: 1, otherMinutes, minimumMinutes })
        const total = rows.reduce((sum, row) => sum + row.plannedMinutes, otherMinutes)
        expect(total).toBe(Math.max(minimumMinutes, otherMinutes + 55))
        const others = rows.filter((row) => row.contentClass !== 'discussion')
        expect(others).toEqual(themedItems(theme, meeting).filter((row) => row.contentClass !== 'discussion'))
      }),
      { numRuns: 50 },
    )
  })
})
