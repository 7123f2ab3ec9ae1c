/** What is to be told of a cell before it is filled; the first three are left as they are. */
export type FormNoteKind =
  | 'formula'
  | 'covered'
  | 'locked'
  | 'holds'
  | 'low'
  | 'narrow'
  | 'hidden'
  | 'unfitting'

/** `words`: what the cell holds so far, where something. */
export type FormNote = { letter: string; kind: FormNoteKind; words: string }

const sentences: Readonly<Record<FormNoteKind, string>> = {
  formula: 'Ô có công thức: giữ nguyên, không ghi.',
  covered: 'Ô bị gộp vào ô khác: giữ nguyên, không ghi.',
  locked: 'Ô bị khóa vì trang tính được bảo vệ: giữ nguyên, không ghi.',
  holds: 'Ô đang có nội dung khác, sẽ bị thay:',
  low: 'Dòng có chiều cao cố định: in ra sẽ mất phần cuối.',
  narrow: 'Cột hẹp mà ô không xuống dòng: in ra sẽ mất một phần.',
  hidden: 'Cột hoặc dòng này đang ẩn: ghi vào cũng không nhìn thấy.',
  unfitting: 'Biểu chỉ nhận số hoặc một trong các mục có sẵn ở ô này: hãy xem lại.',
}

export function formNoteSentence({ kind, words }: FormNote): string {
  return kind === 'holds' ? `${sentences.holds} “${words}”.` : sentences[kind]
}

/** Whether the cell keeps what it holds, so that nothing is written there. */
export function isLeftAlone({ kind }: FormNote): boolean {
  return kind === 'formula' || kind === 'covered' || kind === 'locked'
}
