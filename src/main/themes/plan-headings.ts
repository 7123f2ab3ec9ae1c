import { fold } from '../../shared/rules/fold.ts'
import { wordsOf } from '../../shared/rules/theme-wording.ts'

export type PlanColumn =
  | 'ordinal'
  | 'when'
  | 'title'
  | 'problem'
  | 'lead'
  | 'contributors'
  | 'draft'
  | 'session'
  | 'product'
  | 'reported'
  | 'note'

/** The letters of the columns that were understood. */
export type PlanLetters = Partial<Record<PlanColumn, string>>

/** What a column is called on screen. */
export const planColumnNames: Record<PlanColumn, string> = {
  ordinal: 'STT',
  when: 'Quý, tháng',
  title: 'Tên chuyên đề',
  problem: 'Vấn đề cần giải quyết',
  lead: 'Người chuẩn bị',
  contributors: 'Người tham luận',
  draft: 'Hạn gửi dự thảo',
  session: 'Ngày sinh hoạt',
  product: 'Sản phẩm, kết luận',
  reported: 'Ngày báo cáo cấp trên',
  note: 'Ghi chú',
}

/** What a heading's folded words mean. The first pattern that fits decides. */
const meanings: readonly (readonly [RegExp, PlanColumn])[] = [
  [/^(s ?tt|tt|so tt|so thu tu)$/, 'ordinal'],
  [/^ghi chu\b/, 'note'],
  [
    /\b(de dan|(nguoi|dong chi|dc|dang vien) (duoc phan cong )?(chuan bi|viet|trinh bay|phu trach))\b|^phan cong/,
    'lead',
  ],
  [/\b(tham luan|phat bieu)\b/, 'contributors'],
  [/\b(du thao|han gui|thoi han)\b/, 'draft'],
  [/\bbao cao\b|\bcap tren\b/, 'reported'],
  [/^(ngay|thoi gian) (sinh hoat|to chuc|thuc hien|hop)\b|^ngay$/, 'session'],
  [/\b(san pham|ket luan|ket qua)\b/, 'product'],
  [/\b(ly do|van de|muc dich|muc tieu)\b/, 'problem'],
  [/^(ten )?(chuyen de|chu de)\b|^ten (noi dung|chuyen de)|^noi dung/, 'title'],
  [/^(quy|thang|thoi gian|ky)( (quy|thang|nam))?$/, 'when'],
]

const longestHeading = 200

/** What a column is by its heading, or null. Case, marks, line breaks and punctuation do not matter. */
export function planColumnOf(heading: string): PlanColumn | null {
  const words = wordsOf(heading.slice(0, longestHeading)).join(' ')
  return meanings.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** The quarter that a text names, in Roman or Arabic figures. `alone`: the text is to begin with it. */
export function quarterIn(text: string, alone = false): number | null {
  const pattern = alone ? /^quy (iv|i{1,3}|[1-4])\b/ : /\bquy (iv|i{1,3}|[1-4])\b/
  const found = pattern.exec(
    fold(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  )?.[1]
  if (found === undefined) return null
  return ['i', 'ii', 'iii', 'iv'].indexOf(found) + 1 || Number(found)
}
