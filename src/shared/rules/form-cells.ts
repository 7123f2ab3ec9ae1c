import { type FormNote, isLeftAlone } from './form-note.ts'
import type { FormValue } from './form-value.ts'

/** A column of a form: `value` is that of its figure, null where it is filled with words or not at all. */
type Line = {
  heading: { letter: string }
  column: { words: string } | undefined
  value: FormValue | null
}

/** What is written into the row of a form; `name`: where the row waits for the cell's name, that and its column. */
export function formCells(
  lines: readonly Line[],
  name: { letter: string; value: string } | null,
): { letter: string; value: string | number }[] {
  const filled = lines.flatMap(({ heading: { letter }, column, value }) => {
    const content = value ? value.cell : (column?.words.trim() ?? '')
    return content === null || content === '' ? [] : [{ letter, value: content }]
  })
  // A name alone fills nothing.
  return name && filled.length > 0 ? [name, ...filled] : filled
}

const letters = (of: readonly { letter: string }[]) => of.map(({ letter }) => letter).join(', ')

/** "Sẽ ghi 8 ô; giữ nguyên cột H; chưa có số liệu cho cột G". */
export function beforeFilling(cells: number, notes: readonly FormNote[], lines: readonly Line[]): string {
  const left = notes.filter(isLeftAlone)
  const empty = lines.filter(({ value }) => value?.shown === '').map(({ heading }) => heading)
  return [
    `Sẽ ghi ${cells - left.length} ô`,
    ...(left.length > 0 ? [`giữ nguyên cột ${letters(left)}`] : []),
    ...(empty.length > 0 ? [`chưa có số liệu cho cột ${letters(empty)}`] : []),
  ].join('; ')
}

/** What filling did beyond what it was asked: " Giữ nguyên cột H. Đã thay nội dung cũ ở cột C."; empty for nothing. */
export function afterFilling(notes: readonly FormNote[]): string {
  const left = notes.filter(isLeftAlone)
  const replaced = notes.filter(({ kind }) => kind === 'holds')
  return [
    ...(left.length > 0 ? [` Giữ nguyên cột ${letters(left)}.`] : []),
    ...(replaced.length > 0 ? [` Đã thay nội dung cũ ở cột ${letters(replaced)}.`] : []),
  ].join('')
}
