import type { Kysely } from 'kysely'
import type { Block, PaperDocument, TableRow } from '../../shared/documents/blocks.ts'
import type { PaperStanding } from '../../shared/documents/papers.ts'
import { paragraph, withStop } from '../../shared/documents/parts.ts'
import { type AgendaPart, agendaPartNames, clockTimes } from '../../shared/rules/agenda.ts'
import { longDate, longTime, weekday } from '../../shared/rules/long-date.ts'
import { meetingModeNames } from '../../shared/rules/meeting.ts'
import type { Schema } from '../db/schema.ts'
import {
  letterhead,
  type MeetingFacts,
  meetingExcerpt,
  meetingFacts,
  meetingInText,
  meetingSigners,
  withOffice,
} from '../documents/meeting-facts.ts'
import { signingOf } from '../documents/signing.ts'

/**
 * The agenda of a meeting as it is handed out, without the secretary's private notes: they are not even read.
 * It is dated the day it is made, but a copy made after the meeting bears the meeting's day.
 * Throws `not-found` and `cell-missing`.
 */
export async function agendaDocument(
  db: Kysely<Schema>,
  meetingId: number,
  today: string,
): Promise<PaperDocument> {
  const facts = await meetingFacts(db, meetingId)
  const { meeting } = facts
  const items = await publicItems(db, meetingId)
  return {
    name: `Chương trình ${meetingInText(meeting)}`,
    blocks: [
      letterhead(facts, null, today < meeting.heldOn ? today : meeting.heldOn),
      { kind: 'title', type: 'Chương trình', excerpt: meetingExcerpt(meeting) },
      ...introduction(facts),
      agendaTable(meeting.startTime, items),
      {
        kind: 'closing',
        left: null,
        right: (await signingOf(db, { paper: 'agenda' }, meetingSigners(facts))).signature,
      },
    ],
  }
}

/** What the list of papers says of it. */
export async function agendaStanding(db: Kysely<Schema>, meetingId: number): Promise<PaperStanding> {
  const { count } = await db
    .selectFrom('agendaItem')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return count === 0 ? { ready: false, words: 'Chưa có mục nào' } : { ready: true, words: `${count} mục` }
}

type PublicItem = Awaited<ReturnType<typeof publicItems>>[number]

function publicItems(db: Kysely<Schema>, meetingId: number) {
  return db
    .selectFrom('agendaItem')
    .leftJoin('member', 'member.id', 'agendaItem.ownerId')
    .select([
      'agendaItem.part',
      'agendaItem.title',
      'agendaItem.plannedMinutes',
      'member.fullName as ownerName',
    ])
    .where('agendaItem.meetingId', '=', meetingId)
    .orderBy('agendaItem.position')
    .execute()
}

function introduction(facts: MeetingFacts): Block[] {
  const { meeting } = facts
  const chair = withOffice(facts, meeting.chairId, meeting.chairName)
  const lines: [string, string | null][] = [
    ['Thời gian', `${longTime(meeting.startTime)}, ${weekday(meeting.heldOn)}, ${longDate(meeting.heldOn)}`],
    ['Địa điểm', meeting.place],
    ['Hình thức', meeting.mode === 'inPerson' ? null : meetingModeNames[meeting.mode]],
    ['Chuyên đề', meeting.theme.trim() === '' ? null : meeting.theme],
    ['Chủ trì', chair && `Đồng chí ${chair}`],
    ['Thư ký', meeting.minuteTakerName && `Đồng chí ${meeting.minuteTakerName}`],
  ]
  return lines.flatMap(([label, value]): Block[] =>
    value === null ? [] : [paragraph(`- ${label}: ${withStop(value)}`)],
  )
}

/** Parts are lettered in the order they have (A, B, C), the items numbered through all of them. */
function agendaTable(startTime: string, items: readonly PublicItem[]): Block {
  const times = clockTimes(
    startTime,
    items.map((item) => item.plannedMinutes),
  )
  const rows: TableRow[] = []
  let part: AgendaPart | null = null
  let parts = 0
  for (const [index, item] of items.entries()) {
    if (item.part !== part) {
      part = item.part
      rows.push({ kind: 'group', text: `${'ABCD'.charAt(parts++)}. ${agendaPartNames[part]}` })
    }
    rows.push({
      kind: 'cells',
      cells: [
        String(index + 1),
        (times[index] ?? startTime).replace(':', ' giờ '),
        item.title,
        item.ownerName ?? '',
        String(item.plannedMinutes),
      ],
    })
  }
  const total = items.reduce((sum, item) => sum + item.plannedMinutes, 0)
  return {
    kind: 'table',
    columns: [
      { heading: 'STT', widthPercent: 8, align: 'center' },
      { heading: 'Thời gian', widthPercent: 14, align: 'center' },
      { heading: 'Nội dung', widthPercent: 42, align: 'left' },
      { heading: 'Người thực hiện', widthPercent: 26, align: 'left' },
      { heading: 'Số phút', widthPercent: 10, align: 'center' },
    ],
    rows,
    leastRowMm: null,
    total: {
      label: `Tổng số phút (kết thúc lúc ${longTime(times.at(-1) ?? startTime)})`,
      value: String(total),
    },
  }
}
