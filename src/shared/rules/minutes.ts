import {
  aboutFee,
  conclusionParagraphs,
  feeParagraph,
  hasPraise,
  isCriticism,
  isPraise,
  remarkParagraphs,
  scoreParagraph,
  taskParagraphs,
  turnParagraphs,
  voteParagraphs,
} from './decision-paragraphs.ts'
import { longTime } from './long-date.ts'
import { meetingModeNames } from './meeting.ts'
import {
  comrade,
  dayAndPlace,
  type MeetingRecord,
  meetingInWords,
  missing,
  sentence,
} from './meeting-record.ts'
import { quoted } from './quoted.ts'
import { rollParagraphs } from './roll-paragraphs.ts'
import { isScored } from './score.ts'
import {
  blank,
  fact,
  heading,
  type PaperField,
  type PaperParagraph,
  paragraph,
  subheading,
} from './written-paper.ts'

/**
 * The minutes of a meeting in the order a cell's minutes have them (a template in use, digests of Hướng dẫn
 * 42-HD/BTCTW of 28/10/2025, and Hướng dẫn 05-HD/VPTW of 27/5/2026 for who signs where).
 */
export function minutesParagraphs(record: MeetingRecord): PaperParagraph[] {
  return [
    opening(record),
    heading('heading.people', 'summoned', 'I. THÀNH PHẦN'),
    ...rollParagraphs(record),
    ...officers(record),
    heading('heading.content', 'fee', 'II. NỘI DUNG'),
    feeParagraph(record, '1. '),
    agendaAdopted(record),
    ...content(record),
    heading('heading.conclusions', 'conclusions', 'III. KẾT LUẬN, PHÂN CÔNG NHIỆM VỤ'),
    ...conclusions(record),
    ...tasks(record),
    heading('heading.votes', 'votes', 'IV. BIỂU QUYẾT'),
    ...votes(record),
    ...(isScored(record)
      ? [
          heading('heading.score', 'score', 'V. TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT'),
          scoreParagraph(record),
        ]
      : []),
    paragraph(
      'readBack',
      'readBack',
      'Biên bản đã được thư ký đọc lại để các đồng chí dự họp cùng nghe và bổ sung.',
    ),
    end(record),
  ]
}

function opening(record: MeetingRecord): PaperParagraph {
  const start = record.startedAt ?? record.plannedStart
  const mode =
    record.mode === 'inPerson' ? '' : ` (hình thức: ${meetingModeNames[record.mode].toLocaleLowerCase('vi')})`
  const theme = record.theme.trim() === '' ? '' : `, chuyên đề: ${record.theme.trim()}`
  return paragraph(
    'opening',
    'opening',
    sentence(`Hôm nay, vào hồi ${longTime(start)}, ${dayAndPlace(record)}${mode}${theme}`),
    {
      also: ['header', 'place'],
      facts: [
        fact(record.startedAt === null ? 'Giờ bắt đầu (theo lịch)' : 'Giờ bắt đầu', start),
        fact('Ngày', record.heldOn.split('-').reverse().join('/')),
        fact('Địa điểm', record.place.trim()),
        fact('Buổi họp', meetingInWords(record)),
        ...(theme === '' ? [] : [fact('Chuyên đề', record.theme.trim())]),
      ],
      missing: record.place.trim() === '' ? [missing('place', 'meeting', 'Chưa ghi địa điểm họp')] : [],
    },
  )
}

function officers({ chair, minuteTaker }: MeetingRecord): PaperParagraph[] {
  // Both sign, so the foot is complete with both names only.
  const also: PaperField[] = chair === null || minuteTaker === null ? [] : ['signatures']
  return [
    paragraph('chair', 'chair', `7. Chủ trì: ${chair === null ? blank : comrade(chair)}.`, {
      also,
      facts: [fact('Chủ trì', chair === null ? 'chưa ghi' : comrade(chair))],
      missing: chair === null ? [missing('chair', 'meeting', 'Chưa ghi ai chủ trì')] : [],
    }),
    paragraph(
      'minuteTaker',
      'minuteTaker',
      `8. Thư ký: ${minuteTaker === null ? blank : comrade(minuteTaker)}.`,
      {
        also,
        facts: [fact('Thư ký', minuteTaker === null ? 'chưa ghi' : comrade(minuteTaker))],
        missing: minuteTaker === null ? [missing('minuteTaker', 'meeting', 'Chưa ghi ai là thư ký')] : [],
      },
    ),
  ]
}

function agendaAdopted({ items }: MeetingRecord): PaperParagraph {
  if (items.length === 0)
    return paragraph('agenda', 'agenda', `2. Chi bộ thông qua chương trình: ${blank}.`, {
      missing: [missing('agenda', 'meeting', 'Buổi họp chưa có chương trình')],
    })
  const list = items.filter((item) => item.part === 'main' || item.part === 'themed')
  const titles = (list.length > 0 ? list : items).map((item, index) => `(${index + 1}) ${item.title.trim()}`)
  return paragraph('agenda', 'agenda', `2. Chi bộ thông qua chương trình: ${sentence(titles.join('; '))}`, {
    facts: [fact('Chương trình', titles.join('; '))],
  })
}

/**
 * Item by item: who presented it, who said what, what was done; criticism, praise, petitions and what belongs to no
 * item come last.
 */
function content(record: MeetingRecord): PaperParagraph[] {
  const clocked = record.items.some((item) => item.begun)
  const told = new Set(aboutFee(record).turns)
  const turns = record.turns.filter((turn) => !told.has(turn))
  const petitions = record.remarks.filter(({ kind }) => kind === 'petition')
  const doneBeside = record.remarks.filter((remark) => !isPraise(remark) && remark.kind !== 'petition')
  let number = 2
  const next = () => ++number
  const byItem = record.items.flatMap((item) => {
    const said = turns.filter((turn) => turn.agendaItemId === item.id && !isCriticism(turn))
    const own = item.part === 'main' || item.part === 'themed'
    const done = doneBeside.filter((remark) => remark.agendaItemId === item.id)
    if (!own && said.length + done.length === 0) return []
    const nothing = said.length + done.length === 0
    const ofItem = (each: { agendaItemId: number | null }) => each.agendaItemId === item.id
    const concluded = record.conclusions.some(ofItem)
    const spoken = record.turns.some(ofItem)
    const skipped = clocked && !item.begun && !concluded && !spoken && !record.remarks.some(ofItem)
    const does = item.contentClass === 'discussion' ? 'điều hành thảo luận' : 'trình bày'
    const presenter = item.ownerName === null || !own ? '' : `Đồng chí ${item.ownerName} ${does}.`
    // A heading never stands alone: what is known of the item, else room for a pen.
    const known = concluded
      ? 'Kết luận ghi ở phần III.'
      : item.begun
        ? `Đã tiến hành${spoken ? '' : ', không có ý kiến phát biểu'}.`
        : ''
    const sentenceOfIt = skipped ? 'Không tiến hành tại buổi này.' : presenter || (nothing ? known : '')
    return [
      subheading(`item.${item.id}`, 'content', `${next()}. ${item.title.trim()}`),
      ...(sentenceOfIt === '' && !nothing
        ? []
        : [
            paragraph(`item.${item.id}.presented`, 'content', sentenceOfIt, {
              facts: [
                fact('Người phụ trách', item.ownerName ?? 'chưa giao'),
                ...(clocked ? [fact('Tiến hành', skipped ? 'không' : 'có')] : []),
                ...(sentenceOfIt === known && concluded ? [fact('Kết luận', 'có')] : []),
              ],
              missing:
                sentenceOfIt === ''
                  ? [missing('content', 'speaking', `Mục ${quoted(item.title)} chưa ghi gì`)]
                  : [],
            }),
          ]),
      ...turnParagraphs(said, 'content'),
      ...remarkParagraphs(done, 'content'),
    ]
  })
  const known = new Set(record.items.map((item) => item.id))
  const other = turns.filter(
    (turn) => !isCriticism(turn) && (turn.agendaItemId === null || !known.has(turn.agendaItemId)),
  )
  const group = (key: string, title: string, paragraphs: readonly PaperParagraph[]) =>
    paragraphs.length === 0 ? [] : [subheading(key, 'opinions', `${next()}. ${title}`), ...paragraphs]
  const critical = turnParagraphs(turns.filter(isCriticism), 'praise')
  const praise = remarkParagraphs(record.remarks.filter(isPraise), 'praise')
  const said = [
    ...byItem,
    ...group('heading.other', 'Ý kiến khác', turnParagraphs(other, 'opinions')),
    ...group('heading.criticism', 'Tự phê bình và phê bình', critical),
    ...group('heading.praise', 'Biểu dương, nhắc nhở', praise),
    ...group('heading.petitions', 'Kiến nghị, đề xuất', remarkParagraphs(petitions, 'opinions')),
    ...(hasPraise(record) && critical.length + praise.length === 0
      ? [
          paragraph('praise.none', 'praise', '', {
            missing: [missing('praise', 'decisions', 'Chưa ghi biểu dương, nhắc nhở, phê bình')],
          }),
        ]
      : []),
    ...group(
      'heading.beside',
      'Việc khác được ghi nhận',
      remarkParagraphs(
        doneBeside.filter(({ agendaItemId }) => agendaItemId === null || !known.has(agendaItemId)),
        'opinions',
      ),
    ),
  ]
  if (record.turns.length > 0) return said
  return [
    ...said,
    paragraph('opinions.none', 'opinions', '', {
      missing: [missing('opinions', 'speaking', 'Chưa ghi lượt phát biểu nào')],
    }),
  ]
}

function conclusions(record: MeetingRecord): PaperParagraph[] {
  if (record.conclusions.length === 0)
    return [
      paragraph('conclusions.none', 'conclusions', '', {
        missing: [missing('conclusions', 'decisions', 'Chưa ghi kết luận nào')],
      }),
    ]
  const told = aboutFee(record).conclusions
  const listed = record.conclusions.filter((each) => !told.includes(each))
  return [
    paragraph(
      'conclusions.lead',
      'conclusions',
      `${record.chair === null ? `Đồng chí ${blank}` : comrade(record.chair)}, chủ trì, kết luận:`,
      { facts: [fact('Chủ trì', record.chair?.fullName ?? 'chưa ghi')] },
    ),
    ...conclusionParagraphs(listed, 'conclusions', (index) => `${index + 1}.`),
  ]
}

function tasks(record: MeetingRecord): PaperParagraph[] {
  if (record.tasks.length === 0)
    return [
      paragraph('tasks.none', 'tasks', '', {
        missing: [missing('tasks', 'decisions', 'Chưa giao nhiệm vụ nào')],
      }),
    ]
  return [paragraph('tasks.lead', 'tasks', 'Phân công nhiệm vụ:'), ...taskParagraphs(record.tasks)]
}

function votes(record: MeetingRecord): PaperParagraph[] {
  if (record.votes.length > 0) return voteParagraphs(record.votes)
  return [
    paragraph('votes.none', 'votes', '', {
      missing: [missing('votes', 'decisions', 'Chưa ghi biểu quyết nào')],
    }),
  ]
}

function end({ endedAt }: MeetingRecord): PaperParagraph {
  return paragraph(
    'end',
    'end',
    `Cuộc họp kết thúc vào hồi ${endedAt === null ? blank : longTime(endedAt)} cùng ngày.`,
    {
      facts: [fact('Giờ kết thúc', endedAt ?? 'chưa ghi')],
      missing:
        endedAt === null
          ? [missing('end', 'running', 'Chưa có giờ kết thúc (Điều hành ghi giờ, hoặc ghi tay vào đoạn này)')]
          : [],
    },
  )
}
