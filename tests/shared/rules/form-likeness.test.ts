import { describe, expect, it } from 'vitest'
import { foundAgain, likestForm } from '../../../src/shared/rules/form-likeness.ts'

const column = (position: number, words: string) => ({ position, figure: null, words })

describe('a form like one filled before', () => {
  it('is the one with most of its columns, at least half of them', () => {
    const forms = [{ fingerprint: 'tt | ten | a | b' }, { fingerprint: 'tt | ten | a | c' }]
    expect(likestForm('tt | ten | c | a | d', forms)).toBe(forms[1])
    expect(likestForm('tt | ten | x | y | z', forms)).toBeNull()
    expect(likestForm('tt | ten | a', [])).toBeNull()
  })

  it('has its columns found by their headings wherever they stand, and only where there is no doubt', () => {
    const before = 'tt | ten | a | thang | thang | b'
    const columns = [column(3, 'một'), column(4, 'hai'), column(5, 'ba'), column(6, 'bốn')]
    expect(foundAgain(columns, before, 'tt | ten | b | moi | thang | thang')).toEqual({
      columns: [column(3, 'bốn'), column(5, 'hai'), column(6, 'ba')],
      lost: [{ figure: null, words: 'một' }],
    })
    // One month more: which is which nobody can tell.
    expect(foundAgain(columns, before, 'tt | ten | a | thang | thang | thang | b').columns).toEqual([
      column(3, 'một'),
      column(7, 'bốn'),
    ])
  })
})
