import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Block, PaperDocument, TableRow } from '../../shared/documents/blocks.ts'
import type { PaperStanding } from '../../shared/documents/papers.ts'
import { italic, paragraph, plain, withStop } from '../../shared/documents/parts.ts'
import { type AgendaPart, agendaPartNames, clockTimes } from '../../shared/rules/agenda.ts'
import { notSpokenToday } from '../../shared/rules/invite.ts'
import { longDate, longTime, weekday } from '../../shared/rules/long-date.ts'
import { quorumSentence, votesNeeded } from '../../shared/rules/vote.ts'
import { quorumOf, standingsAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { meetingExcerpt, meetingFacts, meetingInText } from '../documents/meeting-facts.ts'
import { liveMeeting } from './running-queries.ts'

type Db = Kysely<Schema>

/**
 * What the chair keeps to themselves: every item with its planned time, whom to ask what, the private notes, whom
 * else to invite, how many votes are needed. Throws `not-found`, `cell-missing`, and `agenda-empty`.
 */
export async function runningSheetDocument(db: Db, meetingId: number, now: Date): Promise<PaperDocument> {
  const { meeting } = await meetingFacts(db, meetingId)
  const items = await privateItems(db, meetingId)
  if (items.length === 0) throw new AppError('agenda-empty')
  const live = await liveMeeting(db, meeting, now.toISOString())
  const voters = quorumOf(await standingsAt(db, meeting))
  const when = `${longTime(meeting.startTime)}, ${weekday(meeting.heldOn)}, ${longDate(meeting.heldOn)}`
  return {
    name: `Kịch bản điều hành ${meetingInText(meeting)}`,
    blocks: [
      { kind: 'title', type: 'Kịch bản điều hành', excerpt: meetingExcerpt(meeting) },
      paragraph(italic('Tài liệu riêng của chủ trì, không phát cho người khác.')),
      paragraph(
        `Thời gian: ${when}. Chủ trì: ${meeting.chairName ?? 'chưa phân công'}. Thư ký: ${meeting.minuteTakerName ?? 'chưa phân công'}.`,
      ),
      itemsTable(meeting.startTime, items, await asksOf(db, meetingId)),
      ...invitations(live.invited),
      { kind: 'heading', level: 1, text: 'Biểu quyết' },
      paragraph(
        voters.called
          ? quorumSentence(voters)
          : `Tính trên ${voters.entitled} đảng viên được biểu quyết: nghị quyết cần ít nhất ${votesNeeded('moreThanHalf', voters.entitled)} phiếu.`,
      ),
    ],
  }
}

/** What the list of papers says of it. */
export async function runningSheetStanding(db: Db, meetingId: number): Promise<PaperStanding> {
  const item = await db
    .selectFrom('agendaItem')
    .select('id')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return item ? { ready: true, words: 'Riêng của chủ trì' } : { ready: false, words: 'Chưa có mục nào' }
}

type PrivateItem = Awaited<ReturnType<typeof privateItems>>[number]
type Ask = Awaited<ReturnType<typeof asksOf>>[number]

function privateItems(db: Db, meetingId: number) {
  return db
    .selectFrom('agendaItem')
    .leftJoin('member', 'member.id', 'agendaItem.ownerId')
    .select([
      'agendaItem.id',
      'agendaItem.part',
      'agendaItem.title',
      'agendaItem.plannedMinutes',
      'agendaItem.privateNote',
      'member.fullName as ownerName',
    ])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('agendaItem.position')
    .execute()
}

function asksOf(db: Db, meetingId: number) {
  return db
    .selectFrom('speakerAsk')
    .innerJoin('member', 'member.id', 'speakerAsk.memberId')
    .select(['speakerAsk.agendaItemId', 'member.fullName', 'speakerAsk.question', 'speakerAsk.askedAt'])
    .where('speakerAsk.meetingId', '=', meetingId)
    .orderBy('speakerAsk.id')
    .execute()
}

function itemsTable(startTime: string, items: readonly PrivateItem[], asks: readonly Ask[]): Block {
  const times = clockTimes(
    startTime,
    items.map((item) => item.plannedMinutes),
  )
  const rows: TableRow[] = []
  let part: AgendaPart | null = null
  for (const [index, item] of items.entries()) {
    if (item.part !== part) {
      part = item.part
      rows.push({ kind: 'group', text: agendaPartNames[part] })
    }
    const asked = asks.filter((ask) => ask.agendaItemId === item.id).map(askWords)
    const note = item.privateNote.trim()
    rows.push({
      kind: 'cells',
      cells: [
        times[index] ?? startTime,
        [item.title, ...(item.ownerName === null ? [] : [`(${item.ownerName})`])].join('\n'),
        [...asked, ...(note === '' ? [] : [`Nhắc riêng: ${note}`])].join('\n'),
        String(item.plannedMinutes),
      ],
    })
  }
  return {
    kind: 'table',
    columns: [
      { heading: 'Giờ', widthPercent: 10, align: 'center' },
      { heading: 'Nội dung', widthPercent: 43, align: 'left' },
      { heading: 'Mời ai, nhắc gì', widthPercent: 38, align: 'left' },
      { heading: 'Phút', widthPercent: 9, align: 'center' },
    ],
    rows,
    leastRowMm: null,
    total: {
      label: `Kết thúc lúc ${longTime(times.at(-1) ?? startTime)}, tổng số phút`,
      value: String(items.reduce((sum, item) => sum + item.plannedMinutes, 0)),
    },
  }
}

function askWords({ fullName, question, askedAt }: Ask): string {
  const about = question.trim() === '' ? '' : `: ${question.trim()}`
  return `Mời ${fullName}${askedAt === null ? ' (chưa báo trước)' : ''}${about}`
}

function invitations(invited: readonly { fullName: string; reasons: readonly string[] }[]): Block[] {
  if (invited.length === 0) return []
  const lines = invited.map(({ fullName, reasons }) => {
    const known = reasons.filter((words) => words !== notSpokenToday)
    return [plain(withStop([fullName, ...(known.length === 0 ? [] : [known.join('; ')])].join(': ')))]
  })
  return [
    { kind: 'heading', level: 1, text: 'Nên mời thêm phát biểu' },
    { kind: 'list', marker: 'number', items: lines },
  ]
}
