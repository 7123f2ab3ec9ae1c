import { expect, it } from 'vitest'
import { afterFilling, beforeFilling, formCells } from '../../../src/shared/rules/form-cells.ts'
import type { FormNote } from '../../../src/shared/rules/form-note.ts'
import type { FormValue } from '../../../src/shared/rules/form-value.ts'

const line = (letter: string, value: FormValue | null, words = '') => ({
  heading: { letter },
  column: { words },
  value,
})
const value = (cell: string | number | null) => ({ cell, shown: String(cell ?? ''), facts: false })
const note = (letter: string, kind: FormNote['kind']): FormNote => ({ letter, kind, words: '' })

const lines = [
  line('C', value(0)),
  line('D', value(null), 'chữ cũ'),
  line('E', null, '  Đủ '),
  line('F', null, ' '),
]

it('writes figures and words, nothing for what has none, and the name where the row waits for it', () => {
  const filled = [
    { letter: 'C', value: 0 },
    { letter: 'E', value: 'Đủ' },
  ]
  const name = { letter: 'B', value: 'Chi bộ 2' }
  expect(formCells(lines, null)).toEqual(filled)
  expect(formCells(lines, name)).toEqual([name, ...filled])
  expect(formCells(lines.slice(1, 2), name)).toEqual([])
})

it('says before what is written, left alone and missing, and after it what was', () => {
  const notes = [note('E', 'formula'), note('C', 'holds'), note('C', 'low')]
  expect(beforeFilling(2, notes, lines)).toBe('Sẽ ghi 1 ô; giữ nguyên cột E; chưa có số liệu cho cột D')
  expect(beforeFilling(2, [], lines.slice(0, 1))).toBe('Sẽ ghi 2 ô')
  expect(afterFilling(notes)).toBe(' Giữ nguyên cột E. Đã thay nội dung cũ ở cột C.')
  expect(afterFilling([])).toBe('')
})
