import { percent } from './attendance.ts'
import { momentWords } from './lateness.ts'
import {
  guestsOf,
  type MeetingRecord,
  missing,
  names,
  type RollFact,
  reasonOf,
  rollParts,
} from './meeting-record.ts'
import { blank, fact, type PaperParagraph, paragraph } from './written-paper.ts'

/** Who was summoned, came, stayed away, need not come, and who visited: one paragraph each. */
export function rollParagraphs(record: MeetingRecord): PaperParagraph[] {
  const roll = rollParts(record)
  const kinds = [
    `chính thức ${roll.full.length}`,
    `dự bị ${roll.probationary.length}`,
    ...(roll.temporaryHere.length > 0 ? [`sinh hoạt tạm thời tại đây ${roll.temporaryHere.length}`] : []),
  ].join(', ')
  const exemptFacts = [fact('Miễn sinh hoạt', names(roll.exempt))]
  const elsewhere =
    roll.elsewhere.length === 0
      ? ''
      : `; sinh hoạt tạm thời nơi khác ${roll.elsewhere.length} đồng chí: ${names(roll.elsewhere)}`
  return [
    paragraph('roll.summoned', 'summoned', `1. Triệu tập: ${roll.obliged.length} đồng chí (${kinds}).`, {
      facts: [fact('Triệu tập', roll.obliged.length), fact('Trong đó', kinds)],
    }),
    present(record),
    absent(
      'roll.excused',
      '3. Vắng mặt có lý do',
      'Vắng có lý do',
      roll.excused,
      record.rollCalled,
      (row) => {
        const reason = reasonOf(row)
        return reason === '' ? row.fullName : `${row.fullName} (${reason})`
      },
    ),
    absent(
      'roll.unexcused',
      '4. Vắng mặt không lý do',
      'Vắng không lý do',
      roll.unexcused,
      record.rollCalled,
      (row) => row.fullName,
    ),
    paragraph(
      'roll.exempt',
      'exempt',
      `5. Miễn công tác và sinh hoạt: ${withCount(roll.exempt)}${elsewhere}.`,
      {
        facts: [
          ...exemptFacts,
          ...(elsewhere === '' ? [] : [fact('Sinh hoạt tạm thời nơi khác', names(roll.elsewhere))]),
        ],
      },
    ),
    guests(record),
  ]
}

const withCount = (rows: readonly { fullName: string }[]) =>
  rows.length === 0 ? 'không có' : `${rows.length} đồng chí: ${names(rows)}`

function present(record: MeetingRecord): PaperParagraph {
  const roll = rollParts(record)
  const { obliged, unmarked } = roll
  if (!record.rollCalled)
    return paragraph('roll.present', 'present', `2. Có mặt: ${blank}/${obliged.length} đồng chí.`, {
      facts: [fact('Có mặt', 'chưa điểm danh')],
      missing: [missing('present', 'attendance', 'Chưa điểm danh')],
    })
  const late = roll.late.map((row) => {
    const minutes = row.lateMinutes === null ? '' : ` ${row.lateMinutes} phút`
    return `${row.fullName}${minutes}${when(row)}`
  })
  const leftEarly = roll.leftEarly.map((row) => `${row.fullName}${when(row)}`)
  const more = [
    ...(late.length > 0 ? [`đến muộn: ${late.join(', ')}`] : []),
    ...(roll.leftEarly.length > 0 ? [`về sớm: ${leftEarly.join(', ')}`] : []),
    ...(roll.extra.length > 0 ? [`dự thêm, không thuộc diện triệu tập: ${names(roll.extra)}`] : []),
  ]
  return paragraph(
    'roll.present',
    'present',
    `2. Có mặt: ${roll.present.length}/${obliged.length} đồng chí (${percent(roll.present.length, obliged.length)})${more.map((each) => `; ${each}`).join('')}.`,
    {
      facts: [
        fact('Có mặt', `${roll.present.length}/${obliged.length}`),
        fact('Đến muộn', late.join(', ') || 'không có'),
        fact('Về sớm', leftEarly.join(', ') || 'không có'),
        ...(roll.extra.length > 0 ? [fact('Dự thêm', names(roll.extra))] : []),
      ],
      missing:
        unmarked.length > 0
          ? [missing('present', 'attendance', `Còn ${unmarked.length} người chưa điểm danh`)]
          : [],
    },
  )
}

/** " (14:15, mục 3)", or nothing. */
function when(row: RollFact): string {
  const words = momentWords({ ...row, lateMinutes: null })
  return words === '' ? '' : ` (${words})`
}

function absent(
  key: string,
  label: string,
  word: string,
  rows: readonly RollFact[],
  called: boolean,
  nameOf: (row: RollFact) => string,
): PaperParagraph {
  // Excuses asked for beforehand are known even before the roll is called.
  if (!called && rows.length === 0)
    return paragraph(key, 'absent', `${label}: ${blank}.`, {
      facts: [fact(word, 'chưa điểm danh')],
      missing: [missing('absent', 'attendance', 'Chưa điểm danh nên chưa biết ai vắng')],
    })
  const list = rows.length === 0 ? 'không có' : rows.map(nameOf).join(', ')
  const unknown = rows.filter((row) => row.state === 'excused' && reasonOf(row) === '')
  return paragraph(
    key,
    'absent',
    rows.length === 0 ? `${label}: không có.` : `${label}: ${rows.length} đồng chí: ${list}.`,
    {
      facts: [fact(word, list)],
      missing:
        unknown.length > 0
          ? [missing('absent', 'attendance', `Chưa ghi lý do vắng của ${names(unknown)}`)]
          : [],
    },
  )
}

function guests(record: MeetingRecord): PaperParagraph {
  const list = guestsOf(record).join('; ') || 'không có'
  return paragraph('guests', 'guests', `6. Đại biểu, khách mời: ${list}.`, {
    facts: [fact('Đại biểu, khách mời', list)],
  })
}
