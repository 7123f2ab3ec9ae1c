import type { MeetingKind } from './meeting.ts'

/** Papers that write themselves from what was recorded of a meeting, and then belong to the secretary. */
export const writtenPapers = ['minutes', 'resolution', 'conclusionNotice'] as const
export type WrittenPaper = (typeof writtenPapers)[number]

/** What each is called among the papers of a meeting. */
export const writtenPaperNames: Record<WrittenPaper, string> = {
  minutes: 'Biên bản',
  resolution: 'Nghị quyết',
  conclusionNotice: 'Thông báo kết luận',
}

/** The type that stands in its title. */
export const writtenPaperTypes: Record<WrittenPaper, string> = {
  minutes: 'Biên bản',
  resolution: 'Nghị quyết',
  conclusionNotice: 'Thông báo',
}

/** A paper's fields in the order they have on it; every paragraph belongs to one. */
export const paperFields = {
  minutes: [
    'header',
    'opening',
    'place',
    'summoned',
    'present',
    'absent',
    'exempt',
    'guests',
    'chair',
    'minuteTaker',
    'fee',
    'agenda',
    'content',
    'opinions',
    'praise',
    'conclusions',
    'tasks',
    'votes',
    'score',
    'readBack',
    'end',
    'signatures',
  ],
  resolution: [
    'header',
    'opening',
    'present',
    'fee',
    'ideology',
    'lastMonth',
    'lastTasks',
    'praise',
    'weakness',
    'nextMonth',
    'tasks',
    'score',
    'votes',
    'recipients',
    'signatures',
    'opinions',
  ],
  conclusionNotice: [
    'header',
    'opening',
    'conclusions',
    'tasks',
    'votes',
    'carryOut',
    'recipients',
    'signatures',
  ],
} as const satisfies Record<WrittenPaper, readonly string[]>

export type PaperField = (typeof paperFields)[WrittenPaper][number]

export const paperFieldNames: Record<PaperField, string> = {
  header: 'Tiêu đề, tên gọi',
  opening: 'Thời gian',
  place: 'Địa điểm',
  summoned: 'Triệu tập',
  present: 'Có mặt',
  absent: 'Vắng mặt',
  exempt: 'Miễn sinh hoạt',
  guests: 'Đại biểu, khách mời',
  chair: 'Chủ trì',
  minuteTaker: 'Thư ký',
  fee: 'Đảng phí',
  agenda: 'Thông qua chương trình',
  content: 'Nội dung các mục',
  opinions: 'Ý kiến phát biểu',
  conclusions: 'Kết luận',
  tasks: 'Phân công nhiệm vụ',
  votes: 'Biểu quyết',
  score: 'Tự chấm điểm',
  readBack: 'Đọc lại biên bản',
  end: 'Giờ kết thúc',
  signatures: 'Chữ ký',
  ideology: 'Chính trị, tư tưởng',
  lastMonth: 'Nhiệm vụ chính trị tháng trước',
  lastTasks: 'Bảng đối chiếu nhiệm vụ tháng trước',
  praise: 'Biểu dương, nhắc nhở',
  weakness: 'Hạn chế, nguyên nhân',
  nextMonth: 'Phương hướng tháng tới',
  carryOut: 'Tổ chức thực hiện',
  recipients: 'Nơi nhận',
}

/** One thing a paragraph was made of, in words: "Có mặt" – "17". */
export type PaperFact = { label: string; value: string }

/** Where a missing fact is entered: a step of the meeting, a screen of its own, or only on the paper itself. */
export type MissingStep = 'meeting' | 'attendance' | 'running' | 'speaking' | 'decisions' | 'score' | 'here'

export type MissingFact = { field: PaperField; sentence: string; step: MissingStep }

/**
 * One piece of a paper as the facts give it. `text` is empty where nothing is known yet. Of a 'row' of the table of
 * tasks the text is the last cell and `cells` are the ones before it; a 'recipient' is a line of "Nơi nhận".
 */
export type PaperParagraph = {
  /** Stays the same as long as it is about the same thing. */
  key: string
  /** The field it stands under; `also` are those it tells of as well. */
  field: PaperField
  also: readonly PaperField[]
  style: 'heading' | 'subheading' | 'text' | 'row' | 'recipient'
  cells: readonly string[]
  text: string
  facts: readonly PaperFact[]
  missing: readonly MissingFact[]
}

/** The columns of the table of last month's tasks (a cell's resolution under Hướng dẫn 42-HD/BTCTW). */
export const lastTaskColumns = [
  'TT',
  'Nhiệm vụ đề ra',
  'Người thực hiện',
  'Tình trạng đầu kỳ',
  'Kết quả thực hiện',
] as const

/** What a meeting is called in running text and in titles: "sinh hoạt chi bộ thường kỳ". */
export const meetingWords: Record<MeetingKind, string> = {
  regular: 'sinh hoạt chi bộ thường kỳ',
  themed: 'sinh hoạt chuyên đề',
  regularThemed: 'sinh hoạt chi bộ thường kỳ kết hợp chuyên đề',
  committee: 'họp chi ủy',
  extraordinary: 'sinh hoạt chi bộ bất thường',
}

/** What a hand fills in on paper where a fact is not known. */
export const blank = '…………'

type Optional = { also?: PaperField[]; facts?: PaperFact[]; missing?: MissingFact[] }

/** A paragraph of plain text; `field` is the field of the paper it fills. */
export function paragraph(key: string, field: PaperField, text: string, more: Optional = {}): PaperParagraph {
  return {
    key,
    field,
    also: more.also ?? [],
    style: 'text',
    cells: [],
    text,
    facts: more.facts ?? [],
    missing: more.missing ?? [],
  }
}

/** A heading; alone it fills no field. */
export function heading(key: string, field: PaperField, text: string): PaperParagraph {
  return { ...paragraph(key, field, text), style: 'heading' }
}

/** A heading within one. */
export function subheading(key: string, field: PaperField, text: string): PaperParagraph {
  return { ...paragraph(key, field, text), style: 'subheading' }
}

/** A line of the recipients. */
export function recipient(key: string, text: string): PaperParagraph {
  return { ...paragraph(key, 'recipients', text), style: 'recipient' }
}

export const fact = (label: string, value: string | number): PaperFact => ({ label, value: String(value) })

export const isHeading = ({ style }: Pick<PaperParagraph, 'style'>) =>
  style === 'heading' || style === 'subheading'

/** Which fields of a paper are filled, and which are not, in its order; `needless` are those this one has no use for. */
export function filledFields(
  paper: WrittenPaper,
  paragraphs: readonly Pick<PaperParagraph, 'field' | 'also' | 'style' | 'text' | 'missing'>[],
  needless: readonly PaperField[] = [],
): { field: PaperField; filled: boolean }[] {
  const fields = paperFields[paper].filter((field) => !needless.includes(field))
  return fields.map((field) => {
    const about = paragraphs.filter(
      (each) => !isHeading(each) && (each.field === field || each.also.includes(field)),
    )
    const filled =
      about.some((each) => each.text.trim() !== '') &&
      !about.some((each) => each.missing.some((missing) => missing.field === field))
    return { field, filled }
  })
}
