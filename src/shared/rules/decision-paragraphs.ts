import { percent } from './attendance.ts'
import { fold } from './fold.ts'
import { isRegular } from './meeting.ts'
import {
  type ItemFact,
  type MeetingRecord,
  missing,
  type RemarkFact,
  sentence,
  type TaskFact,
  type TurnFact,
  taskInWords,
  type VoteFact,
} from './meeting-record.ts'
import { quoted } from './quoted.ts'
import { remarkInWords, remarkKindNames } from './remark.ts'
import { isScored, scoreLevelNames } from './score.ts'
import { turnKindNames } from './speaking.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'
import { voteMethodNames, voteOutcome } from './vote.ts'
import {
  blank,
  fact,
  type MissingFact,
  type PaperField,
  type PaperParagraph,
  paragraph,
  type WrittenPaper,
} from './written-paper.ts'

/** Paragraphs that more than one paper has: what was said, concluded, given, voted and scored. */

/** One paragraph a turn, those without a gist too: "- Đồng chí A (chất vấn): …". */
export function turnParagraphs(turns: readonly TurnFact[], field: PaperField): PaperParagraph[] {
  return turns.map((turn) => {
    const who = turn.memberName !== null ? `Đồng chí ${turn.memberName}` : (turn.guestName ?? blank)
    const kind = turn.kind === 'opinion' ? '' : ` (${turnKindNames[turn.kind].toLocaleLowerCase('vi')})`
    const gaps: MissingFact[] = []
    if (turn.memberName === null && turn.guestName === null)
      gaps.push(missing('opinions', 'speaking', 'Có lượt phát biểu chưa ghi tên người nói'))
    if (turn.gist.trim() === '')
      gaps.push(missing('opinions', 'speaking', `Lượt phát biểu của ${who} chưa ghi nội dung chính`))
    return paragraph(`turn.${turn.id}`, field, `- ${who}${kind}: ${sentence(turn.gist) || blank}`, {
      also: field === 'opinions' ? [] : ['opinions'],
      facts: [
        fact('Người phát biểu', who),
        fact('Hình thức', turnKindNames[turn.kind]),
        fact('Nội dung', turn.gist.trim()),
      ],
      missing: gaps,
    })
  })
}

/** One paragraph a conclusion; `numbering` writes what stands before it. */
export function conclusionParagraphs(
  conclusions: MeetingRecord['conclusions'],
  field: PaperField,
  numbering: (index: number) => string,
): PaperParagraph[] {
  return conclusions.map(({ id, content }, index) =>
    paragraph(`conclusion.${id}`, field, `${numbering(index)} ${sentence(content)}`, {
      facts: [fact('Kết luận', content.trim())],
    }),
  )
}

/** One paragraph a remark: "- Biểu dương đồng chí A: …". */
export function remarkParagraphs(remarks: readonly RemarkFact[], field: PaperField): PaperParagraph[] {
  return remarks.map((remark) =>
    paragraph(`remark.${remark.id}`, field, `- ${remarkInWords(remark)}`, {
      facts: [
        fact('Loại', remarkKindNames[remark.kind]),
        ...(remark.members.length > 0 ? [fact('Đảng viên', remark.members.join(', '))] : []),
        fact('Nội dung', remark.content.trim()),
      ],
    }),
  )
}

/** Those that commend or remind. */
export const isPraise = ({ kind }: RemarkFact) => kind === 'commendation' || kind === 'reminder'

/** One paragraph a task. */
export function taskParagraphs(tasks: readonly TaskFact[]): PaperParagraph[] {
  return tasks.map((task) => {
    const gaps: MissingFact[] = []
    if (task.owners.length === 0)
      gaps.push(missing('tasks', 'decisions', `Nhiệm vụ ${quoted(task.title)} chưa có người làm`))
    if (task.dueOn === null)
      gaps.push(missing('tasks', 'decisions', `Nhiệm vụ ${quoted(task.title)} chưa có hạn`))
    return paragraph(`task.${task.id}`, 'tasks', `- ${taskInWords(task)}`, {
      facts: [
        fact('Nhiệm vụ', task.title),
        fact('Người làm', task.owners.join(', ') || 'chưa giao'),
        fact('Hạn', task.dueOn === null ? 'chưa có' : formatVietnameseDate(task.dueOn)),
        fact('Báo cáo tại', task.reportTitle ?? 'chưa hẹn'),
      ],
      missing: gaps,
    })
  })
}

/** The counts of a vote and what they mean, on those entitled: "tán thành 16/20 … (80%)". */
export function voteResult(vote: VoteFact): string {
  const { forCount, againstCount, blankCount, entitledCount, presentCount } = vote
  if (forCount === null || againstCount === null || blankCount === null)
    return `tán thành ${blank}/${entitledCount} đảng viên được biểu quyết`
  const share = (count: number) => `${count}/${entitledCount} (${percent(count, entitledCount)})`
  const silent = presentCount - forCount - againstCount - blankCount
  const others = [
    `không tán thành ${share(againstCount)}`,
    `ý kiến khác ${share(blankCount)}`,
    ...(silent > 0 ? [`không biểu quyết ${share(silent)}`] : []),
  ]
  const { passed } = voteOutcome(vote.rule, entitledCount, forCount)
  return `${presentCount} đảng viên được biểu quyết có mặt; tán thành ${share(forCount)} đảng viên được biểu quyết, ${others.join(', ')}. Kết quả: ${passed ? 'thông qua' : 'không thông qua'}`
}

/** What the paragraph of a vote is made from. */
export function voteFacts(vote: VoteFact) {
  return [
    fact('Nội dung', vote.subject),
    fact('Được biểu quyết', vote.entitledCount),
    fact('Có mặt', vote.presentCount),
    fact('Tán thành', vote.forCount ?? 'chưa ghi'),
    fact('Không tán thành', vote.againstCount ?? 'chưa ghi'),
    fact('Ý kiến khác', vote.blankCount ?? 'chưa ghi'),
  ]
}

/** What a vote still lacks for its paragraph. */
export function voteGaps(vote: VoteFact): MissingFact[] {
  return vote.forCount === null
    ? [missing('votes', 'decisions', `Biểu quyết ${quoted(vote.subject)} chưa có số phiếu`)]
    : []
}

/** One paragraph a vote. */
export function voteParagraphs(votes: readonly VoteFact[]): PaperParagraph[] {
  return votes.map((vote) =>
    paragraph(
      `vote.${vote.id}`,
      'votes',
      sentence(
        `- ${vote.subject.trim()} (${voteMethodNames[vote.method].toLocaleLowerCase('vi')}): ${voteResult(vote)}`,
      ),
      { facts: voteFacts(vote), missing: voteGaps(vote) },
    ),
  )
}

export const isCriticism = (turn: TurnFact) => turn.kind === 'criticism' || turn.kind === 'selfCriticism'

const isFee = (item: ItemFact) => fold(item.title).includes('dang phi')

/** What was concluded and said on the item of the agenda that takes up the fee. */
export function aboutFee({ items, conclusions, turns }: MeetingRecord) {
  const ids = new Set<number | null>(items.filter(isFee).map((item) => item.id))
  return {
    conclusions: conclusions.filter((each) => ids.has(each.agendaItemId)),
    turns: turns.filter(
      (turn) => ids.has(turn.agendaItemId) && !isCriticism(turn) && turn.gist.trim() !== '',
    ),
  }
}

/** How the fee stands, as it was told in the meeting; `numbering` stands before it. */
export function feeParagraph(record: MeetingRecord, numbering: string): PaperParagraph {
  const { conclusions, turns } = aboutFee(record)
  const words = [...conclusions.map((each) => each.content), ...turns.map((turn) => turn.gist)]
  if (words.length === 0)
    return paragraph('fee', 'fee', `${numbering}Đảng phí: ${blank}.`, {
      facts: [fact('Đảng phí', 'chưa ghi')],
      missing: [
        missing('fee', 'decisions', 'Chưa ghi tình hình đóng đảng phí (kết luận hoặc phát biểu ở mục đó)'),
      ],
    })
  const label = fold(words[0] ?? '').startsWith('dang phi') ? '' : 'Đảng phí: '
  return paragraph('fee', 'fee', `${numbering}${label}${words.map(sentence).join(' ')}`, {
    facts: [fact('Đảng phí', words.join('; '))],
  })
}

/** Whether praise or criticism belongs to a meeting: to the month's regular one, and to whichever noted any. */
export function hasPraise(record: MeetingRecord): boolean {
  return isRegular(record) || record.remarks.some(isPraise) || record.turns.some(isCriticism)
}

/** The fields of a paper that such a meeting has no use for. */
export function needlessFields(paper: WrittenPaper, record: MeetingRecord): PaperField[] {
  return [
    ...(isScored(record) ? [] : ['score' as const]),
    ...(paper !== 'minutes' || hasPraise(record) ? [] : ['praise' as const]),
  ]
}

/** The cell's own score with the sum of each group, or that it is still to be made. */
export function scoreParagraph({ score }: MeetingRecord): PaperParagraph {
  if (score === null || score.level === null) {
    const words =
      score === null
        ? 'Chưa tự chấm điểm buổi sinh hoạt'
        : `Phiếu chấm điểm còn ${score.missing} dòng chưa có điểm`
    return paragraph('score', 'score', '', {
      facts: [fact('Điểm', 'chưa chấm xong')],
      missing: [missing('score', 'score', words)],
    })
  }
  const sum = `${points(score.total)}/${points(score.maximum)} điểm`
  const level = scoreLevelNames[score.level]
  const groups = score.groups.map(
    (group) => `${group.title} ${points(group.points)}/${points(group.maximum)}`,
  )
  const parts = groups.length > 1 ? ` Trong đó: ${groups.join('; ')}.` : ''
  return paragraph(
    'score',
    'score',
    `Chi bộ tự chấm điểm chất lượng buổi sinh hoạt: ${sum}, xếp loại ${level}.${parts}`,
    {
      facts: [
        fact('Điểm', sum),
        fact('Xếp loại', level),
        ...score.groups.map((group) =>
          fact(group.title || 'Nhóm', `${points(group.points)}/${points(group.maximum)}`),
        ),
      ],
    },
  )
}

/** Why each lost point was lost, for the body above: nothing before the score is finished or where none was lost. */
export function lossParagraphs({ score }: MeetingRecord): PaperParagraph[] {
  if (score === null || score.level === null || score.losses.length === 0) return []
  return [
    paragraph('score.losses', 'score', 'Thuyết minh điểm trừ:'),
    ...score.losses.map(({ criterion, words }) =>
      paragraph(`score.loss.${criterion}`, 'score', sentence(`- ${words}`), {
        facts: [fact('Điểm trừ', words)],
      }),
    ),
  ]
}

const points = (value: number) => String(value).replace('.', ',')
