import { fold } from './fold.ts'

/** Figures that a form of the upper body can be filled with; each is one of the summary report for a period. */
export const formFigures = [
  'strength',
  'attendance',
  'speaking',
  'massWork',
  'themes',
  'reading',
  'themePlan',
  'admissions',
  'inspection',
  'meetings',
  'obliged',
  'present',
  'excused',
  'unexcused',
  'rate',
  'duration',
  'turns',
  'speakers',
  'speakerRate',
  'tasks',
  'tasksDone',
  'themed',
  'commendations',
  'reminders',
  'petitions',
  'massWorks',
  'readings',
  'inspections',
  'admitted',
] as const
export type FormFigure = (typeof formFigures)[number]

export const formFigureNames: Readonly<Record<FormFigure, string>> = {
  strength: 'Đảng số',
  attendance: 'Dự sinh hoạt: lượt có mặt/phải dự (đạt %)',
  speaking: 'Phát biểu: đảng viên đã phát biểu/đã dự (đạt %)',
  massWork: 'Dân vận khéo: số mô hình, bằng chữ',
  themes: 'Học tập chuyên đề: số buổi, lượt dự',
  reading: 'Đọc bài viết: số bài, bằng chữ',
  themePlan: 'Kế hoạch chuyên đề: đã sinh hoạt/có trong kế hoạch (đạt %)',
  admissions: 'Kết nạp đảng viên, bằng chữ',
  inspection: 'Kiểm tra, giám sát: số cuộc, bằng chữ',
  meetings: 'Số buổi sinh hoạt',
  obliged: 'Lượt phải dự',
  present: 'Lượt có mặt',
  excused: 'Lượt vắng có lý do',
  unexcused: 'Lượt vắng không lý do',
  rate: 'Tỷ lệ dự (%)',
  duration: 'Tổng thời lượng (phút)',
  turns: 'Số lượt phát biểu',
  speakers: 'Lượt người phát biểu, cộng các buổi',
  speakerRate: 'Tỷ lệ phát biểu (%)',
  tasks: 'Nhiệm vụ giao',
  tasksDone: 'Nhiệm vụ hoàn thành',
  themed: 'Số buổi chuyên đề',
  commendations: 'Số lần biểu dương',
  reminders: 'Số lần phê bình, nhắc nhở',
  petitions: 'Số kiến nghị, đề xuất',
  massWorks: 'Số mô hình dân vận khéo',
  readings: 'Số bài viết đã đọc',
  inspections: 'Số cuộc kiểm tra, giám sát',
  admitted: 'Số đảng viên kết nạp',
}

/** Where the columns of the summary report stand that are not in its table by quarters. */
const tables: Readonly<Record<string, readonly FormFigure[]>> = {
  form: [
    'strength',
    'attendance',
    'speaking',
    'massWork',
    'themes',
    'reading',
    'themePlan',
    'admissions',
    'inspection',
  ],
  noted: ['commendations', 'reminders', 'petitions', 'massWorks', 'readings', 'inspections', 'admitted'],
}

/** Where each stands in the summary report: its table, row and column. */
export function placeOfFigure(figure: FormFigure): { table: string; row: string; column: string } {
  const table = Object.keys(tables).find((key) => tables[key]?.includes(figure)) ?? 'quarters'
  return { table, row: table === 'form' ? 'cell' : 'sum', column: figure }
}

/** "15/15 (100%)" as upper bodies want to read it: "15/15 (Đạt 100%)". */
export function formWords(value: string): string {
  return value.replace(/(\d+\/\d+) \((\d[\d,]*%)\)$/, '$1 (Đạt $2)')
}

/** Words of a heading by which a figure is recognised, without marks, the first that fits. */
const headingWords: readonly [words: readonly string[], figure: FormFigure][] = [
  [['dang so'], 'strength'],
  [['tong so dang vien'], 'strength'],
  [['so luong dang vien'], 'strength'],
  [['ty le', 'phat bieu'], 'speakerRate'],
  [['phat bieu'], 'speaking'],
  [['ty le', 'du'], 'rate'],
  [['du sinh hoat'], 'attendance'],
  [['dv du'], 'attendance'],
  [['vang', 'khong ly do'], 'unexcused'],
  [['vang', 'khong phep'], 'unexcused'],
  [['vang', 'co ly do'], 'excused'],
  [['vang', 'co phep'], 'excused'],
  [['co mat'], 'present'],
  [['phai du'], 'obliged'],
  [['hoc tap chuyen de'], 'themes'],
  [['dan van kheo'], 'massWork'],
  [['doc bai'], 'reading'],
  [['ke hoach', 'chuyen de'], 'themePlan'],
  [['ke hoach', 'cd'], 'themePlan'],
  [['kh', 'chuyen de'], 'themePlan'],
  [['kh', 'cd'], 'themePlan'],
  [['knd'], 'admissions'],
  [['ket nap'], 'admissions'],
  [['kt gs'], 'inspection'],
  [['ktgs'], 'inspection'],
  [['kiem tra', 'giam sat'], 'inspection'],
  [['bieu duong'], 'commendations'],
  [['phe binh'], 'reminders'],
  [['kien nghi'], 'petitions'],
  [['so buoi chuyen de'], 'themed'],
  [['so buoi'], 'meetings'],
  [['thoi luong'], 'duration'],
  [['nhiem vu', 'hoan thanh'], 'tasksDone'],
  [['nhiem vu', 'giao'], 'tasks'],
]

/** The figure a heading of a form seems to ask for, or null: most headings are for people to fill. */
export function figureOfHeading(heading: string): FormFigure | null {
  const folded = plainWords(heading)
  return (
    headingWords.find(([words]) => words.every((word) => ` ${folded} `.includes(` ${word} `)))?.[1] ?? null
  )
}

/** A line below a heading that says no more than the heading does. */
const saysNothingNew = /^(?:tong so|so luong|chung|toan chi bo|chi bo|thang|quy|ky nay|trong ky)(?: [ivx]+)?$/

/**
 * The figure that headings of several lines ask for, the first over the others. The last line has the say: what it does
 * not name, as "Nam" below "Đảng số", is only a part of what those over it name, and for people to fill.
 */
export function figureOfHeadings(lines: readonly string[]): FormFigure | null {
  const last = withoutNumbers(lines.at(-1) ?? '')
  const repeats = last === '' || saysNothingNew.test(last)
  for (let from = lines.length - 1; from >= 0; from--) {
    const figure = figureOfHeading(lines.slice(from).join(' '))
    if (figure && (repeats || figure !== figureOfHeading(lines.slice(from, -1).join(' ')))) return figure
  }
  return null
}

const withoutNumbers = (text: string) => plainWords(text).replace(/ ?\d+/g, '').trim()

const plainWords = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Whether a heading is that of the column in which cells stand by name. */
export function isNameHeading(heading: string): boolean {
  const names =
    '(?:chi bo|dang bo|chi dang bo|chi|don vi|to chuc dang|to chuc co so dang|tccsd)(?: truc thuoc)?'
  return new RegExp(`^(?:ten )?(?:cac )?${names}(?: (?:va |hoac )?${names})*$`).test(plainWords(heading))
}

/** Whether a heading is that of the column in which people stand by name. */
export function isPersonHeading(heading: string): boolean {
  return /^ho (va )?(chu dem )?(va )?ten( dang vien| khai sinh)?$/.test(plainWords(heading))
}

/** Whether a heading is that of the running numbers: 'STT', 'S/TT'. */
export function isOrdinalHeading(heading: string): boolean {
  return /^(s ?tt|tt|so tt|so thu tu)$/.test(plainWords(heading))
}

/** What tells a form from others: its headings in their order, without numbers, which change with the year. */
export function formFingerprint(headings: readonly string[]): string {
  return headings.map(withoutNumbers).join(' | ')
}

/** Whether two names are of one cell: alike without marks, and with or without "chi bộ" before them. */
export function isSameCell(one: string, other: string): boolean {
  const bare = (name: string) => plainWords(name).replace(/^chi bo /, '')
  return bare(one) !== '' && bare(one) === bare(other)
}
