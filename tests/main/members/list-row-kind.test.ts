import { expect, test } from 'vitest'
import { type RowKind, rowKind } from '../../../src/main/members/list-row-kind.ts'
import type { ColumnLetters } from '../../../src/main/members/list-rows.ts'

const numbered: ColumnLetters = { ordinal: 'A', fullName: 'B', birthDate: 'C', role: 'D' }
const { ordinal, ...unnumbered } = numbered
const rowOf = (texts: Record<string, string>) => ({
  row: 9,
  cells: Object.fromEntries(
    Object.entries(texts).map(([letter, text]) => [letter, { text, kind: 'text' as const, number: null }]),
  ),
})
const midway = { begun: true, ended: false }
const over = { begun: true, ended: true }

test.each<[string, Record<string, string>, ColumnLetters, typeof midway, RowKind]>([
  ['a numbered person', { A: '1', B: 'Lê Thị Ánh' }, numbered, midway, 'person'],
  ['a numbered person after a sum', { A: '12.', B: 'Lê Thị Ánh' }, numbered, over, 'person'],
  ['a number and nothing', { A: '17' }, numbered, midway, 'other'],
  ['a number without a name', { A: '17', C: '1980' }, numbered, midway, 'person'],
  ['a person without number', { B: 'Lê Thị Ánh', C: '1980' }, numbered, midway, 'person'],
  ['only a name in a numbered list', { B: 'Lê Thị Ánh' }, numbered, midway, 'other'],
  ['only a name in a list without numbers', { B: 'Lê Thị Ánh' }, unnumbered, midway, 'person'],
  ['a name after the signatures', { B: 'Lê Thị Ánh' }, unnumbered, over, 'other'],
  ['a person after a sum', { B: 'Lê Thị Ánh', C: '1980', D: 'Đảng viên' }, unnumbered, over, 'person'],
  ['column numbers', { A: '(1)', B: '(2)', C: '(3)' }, numbered, { begun: false, ended: false }, 'numbering'],
  ['a cell', { A: 'II', B: 'Chi bộ Phòng Hành chính' }, numbered, midway, 'section'],
  ['a sum', { B: 'Tổng cộng: 16 đảng viên' }, numbered, midway, 'total'],
  ['a sum in capitals', { A: 'TỔNG SỐ', C: '16' }, numbered, midway, 'total'],
  ['a sum decomposed', { B: 'Cộng: 16'.normalize('NFD') }, numbered, midway, 'total'],
  ['someone called Tống Công', { B: 'Tống Công Minh', C: '1980' }, numbered, midway, 'person'],
  ['signatures', { B: 'Nơi nhận:', C: 'T/M CHI BỘ' }, unnumbered, midway, 'signature'],
  ['a secretary', { B: 'Lê Thị Ánh', D: 'Bí thư' }, unnumbered, midway, 'person'],
  ['an empty row', { B: '  ' }, numbered, midway, 'other'],
])('%s', (_name, texts, letters, so, kind) => {
  expect(rowKind(rowOf(texts), letters, so)).toBe(kind)
})
