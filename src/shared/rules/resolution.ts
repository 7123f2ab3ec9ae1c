import type { ContentClass } from './agenda.ts'
import { percent } from './attendance.ts'
import { upperCommittee } from './cell.ts'
import {
  conclusionParagraphs,
  feeParagraph,
  isPraise,
  lossParagraphs,
  remarkParagraphs,
  scoreParagraph,
  taskParagraphs,
  turnParagraphs,
  voteFacts,
  voteGaps,
  voteResult,
} from './decision-paragraphs.ts'
import { fold } from './fold.ts'
import { lastTaskParagraphs, overdueTasks } from './last-tasks.ts'
import { longDate, longMonth, longTime } from './long-date.ts'
import {
  comrade,
  dayAndPlace,
  guestsOf,
  type MeetingRecord,
  missing,
  names,
  rollParts,
  sentence,
} from './meeting-record.ts'
import { partyLetter } from './party-letter.ts'
import { isScored } from './score.ts'
import {
  blank,
  fact,
  heading,
  type PaperParagraph,
  paragraph,
  recipient,
  subheading,
} from './written-paper.ts'

/**
 * A month's resolution in the order of a real one under Hướng dẫn 42-HD/BTCTW of 28/10/2025: how last month's was
 * carried out, with each of its tasks, then what is to be done, by whom, by when, and how it was voted on. It can be
 * begun before the meeting: what only the meeting gives is left blank.
 */
export function resolutionParagraphs(record: MeetingRecord): PaperParagraph[] {
  return [
    opening(record),
    roll(record),
    feeParagraph(record, ''),
    heading('heading.last', 'ideology', `I. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ${lastMonthName(record)}`),
    subheading('heading.ideology', 'ideology', '1. Công tác chính trị, tư tưởng'),
    ...ofClass(record, 'ideology', 'ideology', 'Chưa ghi đánh giá công tác chính trị, tư tưởng'),
    subheading('heading.lastMonth', 'lastMonth', '2. Thực hiện nhiệm vụ chính trị'),
    ...ofClass(record, 'lastResolution', 'lastMonth', 'Chưa ghi đánh giá nhiệm vụ chính trị tháng trước'),
    subheading('heading.lastTasks', 'lastTasks', '3. Kết quả từng nhiệm vụ đề ra'),
    ...lastTaskParagraphs(record),
    subheading('heading.praise', 'praise', '4. Biểu dương, nhắc nhở'),
    ...praise(record),
    subheading('heading.weakness', 'weakness', '5. Hạn chế, nguyên nhân'),
    weakness(record),
    heading('heading.next', 'nextMonth', 'II. PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG TỚI'),
    ...nextMonth(record),
    heading('heading.tasks', 'tasks', 'III. PHÂN CÔNG VÀ TỔ CHỨC THỰC HIỆN'),
    ...tasks(record),
    ...(isScored(record)
      ? [
          heading('heading.score', 'score', 'IV. TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT'),
          scoreParagraph(record),
          ...lossParagraphs(record),
        ]
      : []),
    vote(record),
    ...recipientsOf(record),
    ...appendix(record),
  ]
}

const lastMonthName = ({ last }: MeetingRecord) =>
  last === null ? 'THÁNG TRƯỚC' : longMonth(last.period).toLocaleUpperCase('vi')

/** How long it lasted, in minutes by its clock; null while one end is unknown or the day was passed. */
function minutesLong({ startedAt, endedAt }: MeetingRecord): number | null {
  if (startedAt === null || endedAt === null) return null
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  const long = minutes(endedAt) - minutes(startedAt)
  return long > 0 ? long : null
}

function opening(record: MeetingRecord): PaperParagraph {
  const long = minutesLong(record)
  const start = record.startedAt ?? record.plannedStart
  const chair = record.chair === null ? blank : comrade(record.chair)
  const minuteTaker = record.minuteTaker === null ? blank : comrade(record.minuteTaker)
  return paragraph(
    'opening',
    'opening',
    `Vào hồi ${longTime(start)}, ${dayAndPlace(record)}; thời lượng ${long ?? blank} phút. Chủ trì: ${chair}. Thư ký: ${minuteTaker}.`,
    {
      also: ['header', 'signatures'],
      facts: [
        fact('Giờ bắt đầu', start),
        fact('Ngày', longDate(record.heldOn)),
        fact('Địa điểm', record.place.trim()),
        fact('Thời lượng', long === null ? 'chưa biết' : `${long} phút`),
        fact('Chủ trì', chair),
        fact('Thư ký', minuteTaker),
      ],
      missing: [
        ...(long === null
          ? [missing('opening', 'running', 'Chưa biết thời lượng: chưa ghi giờ các mục')]
          : []),
        ...(record.chair === null ? [missing('opening', 'meeting', 'Chưa ghi ai chủ trì')] : []),
        ...(record.minuteTaker === null ? [missing('opening', 'meeting', 'Chưa ghi ai là thư ký')] : []),
      ],
    },
  )
}

function roll(record: MeetingRecord): PaperParagraph {
  const { obliged, present, excused, unexcused, exempt } = rollParts(record)
  const guests = guestsOf(record)
  const called = record.rollCalled
  const there = called ? `${present.length}/${obliged.length}` : `${blank}/${obliged.length}`
  const rate = called ? ` (${percent(present.length, obliged.length)})` : ''
  const away = (count: number) => (called ? String(count) : blank)
  return paragraph(
    'roll',
    'present',
    `Tổng số đảng viên phải dự: ${obliged.length}; có mặt: ${there}${rate}; vắng có lý do: ${away(excused.length)}; vắng không lý do: ${away(unexcused.length)}; miễn sinh hoạt: ${exempt.length}.${guests.length === 0 ? '' : ` Đại biểu, khách mời: ${guests.join('; ')}.`}`,
    {
      facts: [
        fact('Phải dự', obliged.length),
        fact('Có mặt', called ? present.length : 'chưa điểm danh'),
        fact('Vắng có lý do', called ? names(excused) : 'chưa điểm danh'),
        fact('Vắng không lý do', called ? names(unexcused) : 'chưa điểm danh'),
        fact('Miễn sinh hoạt', exempt.length),
        ...(guests.length === 0 ? [] : [fact('Đại biểu, khách mời', guests.join('; '))]),
      ],
      missing: called ? [] : [missing('present', 'attendance', 'Chưa điểm danh')],
    },
  )
}

/** What was concluded on the items of a class, or a gap to be written by hand. */
function ofClass(
  record: MeetingRecord,
  contentClass: ContentClass,
  field: 'ideology' | 'lastMonth',
  gap: string,
): PaperParagraph[] {
  const found = conclusionsOn(record, [contentClass])
  return found.length > 0
    ? conclusionParagraphs(found, field, partyLetter)
    : [paragraph(`${field}.none`, field, '', { missing: [missing(field, 'here', gap)] })]
}

function conclusionsOn({ conclusions, items }: MeetingRecord, classes: readonly ContentClass[]) {
  const ids = new Set<number | null>(
    items.filter((item) => classes.includes(item.contentClass)).map((item) => item.id),
  )
  return conclusions.filter((each) => ids.has(each.agendaItemId))
}

/** Whom the meeting commended, whom it reminded, and of what. */
function praise({ remarks }: MeetingRecord): PaperParagraph[] {
  const said = remarks.filter(isPraise)
  if (said.length > 0) return remarkParagraphs(said, 'praise')
  return [
    paragraph('praise', 'praise', '', {
      missing: [missing('praise', 'decisions', 'Chưa ghi biểu dương, nhắc nhở')],
    }),
  ]
}

/** What the record itself shows to be lacking; causes are for people to write. */
function weakness(record: MeetingRecord): PaperParagraph {
  const { unexcused } = rollParts(record)
  const late = overdueTasks(record)
  const found = [
    ...(late.length > 0
      ? [`${late.length} nhiệm vụ quá hạn: ${late.map((task) => task.title).join('; ')}`]
      : []),
    ...(unexcused.length > 0 ? [`vắng không lý do: ${names(unexcused)}`] : []),
  ]
  const text = found.length === 0 ? '' : sentence(`- Còn ${found.join('; ')}`)
  return paragraph('weakness', 'weakness', text, {
    facts: found.map((each) => fact('Hạn chế', each)),
    missing: [missing('weakness', 'here', 'Chưa ghi hạn chế và nguyên nhân')],
  })
}

/** Everything concluded that does not look back. */
function nextMonth(record: MeetingRecord): PaperParagraph[] {
  const back = conclusionsOn(record, ['ideology', 'lastResolution', 'formalities'])
  const ahead = record.conclusions.filter((each) => !back.includes(each))
  if (ahead.length === 0)
    return [
      paragraph('nextMonth.none', 'nextMonth', '', {
        missing: [missing('nextMonth', 'decisions', 'Chưa ghi kết luận về nhiệm vụ tháng tới')],
      }),
    ]
  return conclusionParagraphs(ahead, 'nextMonth', partyLetter)
}

function tasks(record: MeetingRecord): PaperParagraph[] {
  const closing = paragraph(
    'tasks.carryOut',
    'tasks',
    'Chi ủy và từng đảng viên triển khai thực hiện, báo cáo kết quả tại kỳ sinh hoạt tới.',
  )
  if (record.tasks.length > 0) return [...taskParagraphs(record.tasks), closing]
  return [
    paragraph('tasks.none', 'tasks', '', {
      missing: [missing('tasks', 'decisions', 'Chưa giao nhiệm vụ nào')],
    }),
    closing,
  ]
}

/** The vote on the resolution: the one whose subject names it, else the first by a majority. */
function vote({ votes }: MeetingRecord): PaperParagraph {
  const found =
    votes.find((each) => fold(each.subject).includes('nghi quyet')) ??
    votes.find((each) => each.rule === 'moreThanHalf')
  if (!found)
    return paragraph('vote', 'votes', '', {
      missing: [missing('votes', 'decisions', 'Chưa ghi biểu quyết thông qua nghị quyết')],
    })
  return paragraph('vote', 'votes', `Chi bộ biểu quyết nghị quyết này: ${voteResult(found)}.`, {
    facts: voteFacts(found),
    missing: voteGaps(found),
  })
}

/** Who gets a copy: the body above (by the committee that leads it), the cell, the file. */
export function recipientsOf({ cell }: MeetingRecord): PaperParagraph[] {
  return [
    recipient('recipient.upper', `${upperCommittee(cell.upperBody)} (để báo cáo)`),
    recipient('recipient.cell', 'Chi ủy, đảng viên chi bộ'),
    recipient('recipient.file', 'Lưu Chi bộ'),
  ]
}

/** What was said, as an appendix behind the signature. */
function appendix({ turns }: MeetingRecord): PaperParagraph[] {
  const said = turns.filter((turn) => turn.gist.trim() !== '')
  if (said.length === 0) return []
  return [
    heading('heading.appendix', 'opinions', 'PHỤ LỤC: Ý KIẾN THẢO LUẬN'),
    ...turnParagraphs(said, 'opinions'),
  ]
}
