import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Block, PaperDocument, Signature, TableRow } from '../../shared/documents/blocks.ts'
import { type AgendaPart, agendaPartNames, clockTimes } from '../../shared/rules/agenda.ts'
import { longDate, longMonth, longTime, weekday } from '../../shared/rules/long-date.ts'
import { type MeetingKind, meetingModeNames } from '../../shared/rules/meeting.ts'
import { roleNames } from '../../shared/rules/member.ts'
import { type Officer, officersOn } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'

const kindsInTitle: Record<MeetingKind, string> = {
  regular: 'Sinh hoạt chi bộ thường kỳ',
  themed: 'Sinh hoạt chuyên đề',
  regularThemed: 'Sinh hoạt chi bộ thường kỳ kết hợp chuyên đề',
  committee: 'Họp chi ủy',
  extraordinary: 'Sinh hoạt chi bộ bất thường',
}

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
  const meeting = await findMeeting(db, meetingId)
  const cell = await db.selectFrom('cell').select(['name', 'upperBody', 'place']).executeTakeFirst()
  if (!cell) throw new AppError('cell-missing')
  const items = await publicItems(db, meetingId)
  const officers = await officersOn(db, meeting.heldOn)
  const madeOn = today < meeting.heldOn ? today : meeting.heldOn
  const excerpt = `${kindsInTitle[meeting.kind]} ${longMonth(meeting.period)}`
  return {
    name: `Chương trình ${excerpt.charAt(0).toLowerCase()}${excerpt.slice(1)}`,
    blocks: [
      {
        kind: 'letterhead',
        upperBody: cell.upperBody,
        body: cell.name,
        number: null,
        placeAndDate: `${cell.place}, ${longDate(madeOn)}`,
      },
      { kind: 'title', type: 'Chương trình', excerpt },
      ...introduction(meeting, officers),
      agendaTable(meeting.startTime, items),
      { kind: 'closing', left: null, right: signatureOf(meeting, officers) },
    ],
  }
}

type MeetingOnPaper = Awaited<ReturnType<typeof findMeeting>>
type PublicItem = Awaited<ReturnType<typeof publicItems>>[number]

async function findMeeting(db: Kysely<Schema>, id: number) {
  const meeting = await db
    .selectFrom('meeting')
    .leftJoin('member as chair', 'chair.id', 'meeting.chairId')
    .leftJoin('member as minuteTaker', 'minuteTaker.id', 'meeting.minuteTakerId')
    .select([
      'meeting.kind',
      'meeting.period',
      'meeting.heldOn',
      'meeting.startTime',
      'meeting.place',
      'meeting.mode',
      'meeting.theme',
      'meeting.chairId',
      'chair.fullName as chairName',
      'minuteTaker.fullName as minuteTakerName',
    ])
    .where('meeting.id', '=', id)
    .where('meeting.removedAt', 'is', null)
    .executeTakeFirst()
  if (!meeting) throw new AppError('not-found')
  return meeting
}

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

function introduction(meeting: MeetingOnPaper, officers: readonly Officer[]): Block[] {
  const chairRole = officers.find((officer) => officer.memberId === meeting.chairId)?.role
  const chair = chairRole ? `${meeting.chairName}, ${roleNames[chairRole]}` : meeting.chairName
  const lines: [string, string | null][] = [
    ['Thời gian', `${longTime(meeting.startTime)}, ${weekday(meeting.heldOn)}, ${longDate(meeting.heldOn)}`],
    ['Địa điểm', meeting.place],
    ['Hình thức', meeting.mode === 'inPerson' ? null : meetingModeNames[meeting.mode]],
    ['Chuyên đề', meeting.theme.trim() === '' ? null : meeting.theme],
    ['Chủ trì', chair && `Đồng chí ${chair}`],
    ['Thư ký', meeting.minuteTakerName && `Đồng chí ${meeting.minuteTakerName}`],
  ]
  return lines.flatMap(([label, value]): Block[] => {
    if (value === null) return []
    const stop = value.trimEnd().endsWith('.') ? '' : '.'
    const run = { bold: false, italic: false }
    return [
      { kind: 'paragraph', indent: true, runs: [{ ...run, text: `- ${label}: ${value.trimEnd()}${stop}` }] },
    ]
  })
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
    total: {
      label: `Tổng số phút (kết thúc lúc ${longTime(times.at(-1) ?? startTime)})`,
      value: String(total),
    },
  }
}

/** The chair where they are secretary or deputy on that day, else the secretary, else a deputy. */
function signatureOf(meeting: MeetingOnPaper, officers: readonly Officer[]): Signature {
  const heads = officers.filter((officer) => officer.role === 'secretary' || officer.role === 'deputy')
  const signer = heads.find((officer) => officer.memberId === meeting.chairId) ?? heads[0]
  const behalf = meeting.kind === 'committee' ? 'T/M chi ủy' : 'T/M chi bộ'
  return {
    lines: [behalf, roleNames[signer?.role ?? 'secretary']],
    name: signer?.fullName ?? '',
  }
}
