import { sentence } from './meeting-record.ts'

/** What a meeting notes beside its votes, conclusions and tasks, in the order papers tell it. */
export const remarkKinds = [
  'commendation',
  'reminder',
  'petition',
  'massWork',
  'reading',
  'inspection',
] as const
export type RemarkKind = (typeof remarkKinds)[number]

export const remarkKindNames: Readonly<Record<RemarkKind, string>> = {
  commendation: 'Biểu dương',
  reminder: 'Phê bình, nhắc nhở',
  petition: 'Kiến nghị, đề xuất',
  massWork: 'Dân vận khéo',
  reading: 'Đọc bài viết, tài liệu',
  inspection: 'Kiểm tra, giám sát',
}

/** What its sentence begins with, where its name would be heavy. */
const leads: Readonly<Partial<Record<RemarkKind, string>>> = { petition: 'Kiến nghị' }

/** "Biểu dương đồng chí A, đồng chí B: trực thay ca đêm." */
export function remarkInWords(remark: {
  kind: RemarkKind
  content: string
  members: readonly string[]
}): string {
  const who = remark.members.map((name) => `đồng chí ${name}`).join(', ')
  return sentence(
    `${[leads[remark.kind] ?? remarkKindNames[remark.kind], who].filter(Boolean).join(' ')}: ${remark.content}`,
  )
}
