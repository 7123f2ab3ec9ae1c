import { conclusionParagraphs, taskParagraphs, voteParagraphs } from './decision-paragraphs.ts'
import { comrade, dayAndPlace, type MeetingRecord, missing } from './meeting-record.ts'
import { recipientsOf } from './resolution.ts'
import { blank, fact, type PaperParagraph, paragraph } from './written-paper.ts'

/** The notice of what the chair concluded, for those who were there, those who were not, and the body above. */
export function conclusionNoticeParagraphs(record: MeetingRecord): PaperParagraph[] {
  const chair = record.chair === null ? `Đồng chí ${blank}` : comrade(record.chair)
  return [
    paragraph(
      'opening',
      'opening',
      `${capital(dayAndPlace(record))}, do ${chair.replace(/^Đ/, 'đ')} chủ trì. Sau khi nghe báo cáo và các ý kiến thảo luận, đồng chí chủ trì kết luận như sau:`,
      {
        also: ['header', 'signatures'],
        facts: [
          fact('Ngày', record.heldOn.split('-').reverse().join('/')),
          fact('Địa điểm', record.place.trim()),
          fact('Chủ trì', chair),
        ],
        missing: record.chair === null ? [missing('opening', 'meeting', 'Chưa ghi ai chủ trì')] : [],
      },
    ),
    ...(record.conclusions.length > 0
      ? conclusionParagraphs(record.conclusions, 'conclusions', (index) => `${index + 1}.`)
      : [
          paragraph('conclusions.none', 'conclusions', '', {
            missing: [missing('conclusions', 'decisions', 'Chưa ghi kết luận nào')],
          }),
        ]),
    ...(record.tasks.length > 0
      ? [paragraph('tasks.lead', 'tasks', 'Phân công nhiệm vụ:'), ...taskParagraphs(record.tasks)]
      : []),
    ...(record.votes.length > 0
      ? [paragraph('votes.lead', 'votes', 'Kết quả biểu quyết:'), ...voteParagraphs(record.votes)]
      : []),
    paragraph('carryOut', 'carryOut', `${record.cell.name} thông báo để các đồng chí biết và thực hiện.`),
    ...recipientsOf(record),
  ]
}

const capital = (text: string) => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`
