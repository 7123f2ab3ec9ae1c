import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Block, PaperDocument, TableRow } from '../../shared/documents/blocks.ts'
import type { PaperStanding } from '../../shared/documents/papers.ts'
import { paragraph } from '../../shared/documents/parts.ts'
import { pointsText, scoreLevelNames } from '../../shared/rules/score.ts'
import type { Schema } from '../db/schema.ts'
import { type GivenLine, linesOf, type MeetingScore, scoreOfMeeting } from '../db/scores.ts'
import {
  letterhead,
  meetingExcerpt,
  meetingFacts,
  meetingInText,
  meetingSigners,
} from '../documents/meeting-facts.ts'
import { signingOf } from '../documents/signing.ts'

/**
 * The score sheet of a meeting as it is handed in: each line with its points and why it lost any.
 * Throws `not-found` and `cell-missing`, and `not-scored` where there is none yet.
 */
export async function scoreDocument(db: Kysely<Schema>, meetingId: number): Promise<PaperDocument> {
  const facts = await meetingFacts(db, meetingId)
  const score = await scoreOfMeeting(db, meetingId)
  if (!score) throw new AppError('not-scored')
  return {
    name: `Phiếu chấm điểm ${meetingInText(facts.meeting)}`,
    blocks: [
      letterhead(facts, null, facts.meeting.heldOn),
      { kind: 'title', type: 'Phiếu chấm điểm', excerpt: meetingExcerpt(facts.meeting) },
      paragraph(`Chấm theo: ${score.sheetName}.`),
      scoreTable(score, await linesOf(db, meetingId)),
      // A sentence before the foot: a table cannot hold it to itself, and it must not stand alone on a page.
      paragraph(`Chi bộ tự chấm ${verdictWords(score)}.`),
      {
        kind: 'closing',
        left: null,
        right: (await signingOf(db, { paper: 'score' }, meetingSigners(facts))).signature,
      },
    ],
  }
}

/** What the list of papers says of it. */
export async function scoreStanding(db: Kysely<Schema>, meetingId: number): Promise<PaperStanding> {
  const score = await scoreOfMeeting(db, meetingId)
  return score ? { ready: true, words: standingWords(score) } : { ready: false, words: 'Chưa chấm điểm' }
}

function standingWords({ total, level, missing }: MeetingScore): string {
  const end = level === null ? `còn ${missing} dòng chưa chấm` : scoreLevelNames[level]
  return `${pointsText(total)}/100, ${end}`
}

function verdictWords({ total, level, missing }: MeetingScore): string {
  const points = `${pointsText(total)}/100 điểm`
  return level === null
    ? `${points}, còn ${missing} dòng chưa chấm`
    : `${points}, xếp loại ${scoreLevelNames[level]}`
}

const lowered = (title: string) => title.charAt(0).toLowerCase() + title.slice(1)

/** A line alone in its group is one row with it: an office hands in two pages, not three. */
function scoreTable(score: MeetingScore, lines: readonly GivenLine[]): Block {
  const rows: TableRow[] = []
  let group = ''
  for (const [index, line] of lines.entries()) {
    const alone = lines.filter(({ groupTitle }) => groupTitle === line.groupTitle).length === 1
    if (alone) group = ''
    else if (line.groupTitle !== group) {
      group = line.groupTitle
      const sums = score.groups.find(({ title }) => title === group)
      if (sums)
        rows.push({
          kind: 'group',
          text: `${group}: ${pointsText(sums.points)}/${pointsText(sums.maximum)}`,
        })
    }
    const lost = line.points !== null && line.points < line.maximum
    rows.push({
      kind: 'cells',
      cells: [
        String(index + 1),
        alone && line.groupTitle !== '' ? `${line.groupTitle}: ${lowered(line.title)}` : line.title,
        pointsText(line.maximum),
        line.points === null ? '' : pointsText(line.points),
        line.reason || (lost ? line.evidence : ''),
      ],
    })
  }
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', widthPercent: 6, align: 'center' },
      { heading: 'Nội dung tiêu chí', widthPercent: 48, align: 'left' },
      { heading: 'Điểm tối đa', widthPercent: 9, align: 'center' },
      { heading: 'Tự chấm', widthPercent: 9, align: 'center' },
      { heading: 'Ghi chú (thuyết minh điểm trừ)', widthPercent: 28, align: 'left' },
    ],
    rows,
    leastRowMm: null,
    total: { label: 'Tổng điểm, xếp loại', value: standingWords(score) },
  }
}
