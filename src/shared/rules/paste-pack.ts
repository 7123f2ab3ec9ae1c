import { voteResult } from './decision-paragraphs.ts'
import { longTime } from './long-date.ts'
import { type MeetingRecord, meetingInWords, sentence, taskInWords } from './meeting-record.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

export const pasteParts = ['title', 'theme', 'agenda', 'conclusions', 'votes', 'attachments'] as const
export type PastePart = (typeof pasteParts)[number]

export const pastePartNames: Record<PastePart, string> = {
  title: 'Tên buổi sinh hoạt',
  theme: 'Chuyên đề, nội dung chính',
  agenda: 'Chương trình',
  conclusions: 'Kết luận, nhiệm vụ',
  votes: 'Kết quả biểu quyết',
  attachments: 'Danh mục tài liệu kèm theo',
}

/** A text to be pasted into a field of the "Sổ tay đảng viên điện tử"; empty where nothing is recorded. */
export type Paste = { part: PastePart; text: string }

/**
 * What the national app asks of a meeting, each as plain text to be copied: the program itself sends nothing
 * anywhere. `attachments` are the names of the papers there are.
 */
export function pastePack(record: MeetingRecord, attachments: readonly string[]): Paste[] {
  const title = meetingInWords(record)
  const day = formatVietnameseDate(record.heldOn)
  const main = record.items.filter((item) => item.part === 'main' || item.part === 'themed')
  const texts: Record<PastePart, string> = {
    title: `${title.charAt(0).toLocaleUpperCase('vi')}${title.slice(1)} (${longTime(record.startedAt ?? record.plannedStart)}, ngày ${day})`,
    theme: record.theme.trim() || main.map((item) => item.title.trim()).join('; '),
    agenda: lines(record.items.map((item, index) => `${index + 1}. ${item.title.trim()}`)),
    conclusions: lines([
      ...record.conclusions.map((each, index) => `${index + 1}. ${sentence(each.content)}`),
      ...(record.tasks.length > 0 ? ['Nhiệm vụ:'] : []),
      ...record.tasks.map((task) => `- ${taskInWords(task)}`),
    ]),
    votes: lines(record.votes.map((vote) => `- ${sentence(`${vote.subject.trim()}: ${voteResult(vote)}`)}`)),
    attachments: lines(attachments.map((name, index) => `${index + 1}. ${name}`)),
  }
  return pasteParts.map((part) => ({ part, text: texts[part] }))
}

const lines = (list: readonly string[]) => list.join('\n')
