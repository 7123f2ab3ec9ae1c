import { describe, expect, it, test } from 'vitest'
import { scoreSheets } from '../../../src/main/resources/score-sheets.ts'
import { draftOf, readScale } from '../../../src/renderer/scores/scale-draft.ts'
import { sheetLines } from '../../../src/shared/rules/score.ts'

const scaled = scoreSheets
  .flatMap((sheet) => sheetLines(sheet, true))
  .flatMap(({ scale, facts: [fact], ...line }) => (scale && fact ? [{ ...line, scale, fact }] : []))

describe('steps as they are typed', () => {
  it.each(scaled)('read back as they were: $title', ({ scale, fact, maximum }) => {
    expect(readScale(fact, draftOf(scale), maximum)).toEqual({ scale })
  })

  const step = (key: number, bound: string, points: string) => ({ key, bound, points })
  const share = { ...draftOf(null), steps: [step(0, '0', '1'), step(1, '66,5', ' 2.5 ')] }

  it('are put in order, with commas or points', () => {
    expect(readScale('tasks', share, 3)).toEqual({
      scale: {
        kind: 'share',
        steps: [
          { from: 66.5, points: 2.5 },
          { from: 0, points: 1 },
        ],
        unexcused: null,
      },
    })
  })

  it('know an unexcused absence only of attendance', () => {
    const draft = { ...share, unexcused: '0' }
    expect(readScale('attendance', draft, 3)).toMatchObject({ scale: { unexcused: 0 } })
    expect(readScale('speakers', draft, 3)).toMatchObject({ scale: { unexcused: null } })
  })

  test.each([
    ['a point too many', share, 2, 'Từ 66,5%: hãy nhập điểm từ 0 đến 2'],
    ['no step at all', draftOf(null), 5, 'Mức cuối phải tính từ 0%, để tỷ lệ nào cũng có điểm'],
    [
      'a share that is none',
      { ...share, steps: [step(0, 'nhiều', '1')] },
      5,
      'Tỷ lệ: hãy nhập một số nguyên',
    ],
  ])('are refused for %s', (_, draft, maximum, problem) => {
    expect(readScale('tasks', draft, maximum)).toEqual({ problem })
  })

  it('want both figures for a large cell, or neither', () => {
    const draft = { ...draftOf(null), full: '5', half: '2', below: '1', largerMembers: '30' }
    expect(readScale('duration', draft, 5)).toEqual({
      problem: 'Số phút tối thiểu của chi bộ đông: hãy nhập một số nguyên',
    })
    expect(readScale('duration', { ...draft, largerMembers: '' }, 5)).toMatchObject({
      scale: { larger: null },
    })
  })

  it('are none of what is only told', () => {
    expect(readScale('adopted', draftOf(null), 5)).toEqual({ problem: 'Dữ liệu này không tính thành điểm' })
  })
})
