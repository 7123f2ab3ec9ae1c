import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Block, PaperDocument } from '../../shared/documents/blocks.ts'
import type { PaperStanding } from '../../shared/documents/papers.ts'
import { bold, italic, plain } from '../../shared/documents/parts.ts'
import { clockTimes } from '../../shared/rules/agenda.ts'
import { longDate, longTime, weekday } from '../../shared/rules/long-date.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import { findMeeting } from '../db/meetings.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/**
 * A note for each person to be asked to speak: where and when, on which items, with what question. The secretary's
 * private notes are not even read. Throws `not-found`, `cell-missing`, and `nobody-asked` where nobody is to be.
 */
export async function slipsDocument(db: Db, meetingId: number): Promise<PaperDocument> {
  const meeting = await findMeeting(db, meetingId)
  const cell = await db.selectFrom('cell').select('name').executeTakeFirst()
  if (!cell) throw new AppError('cell-missing')
  const people = await askedPeople(db, meetingId, meeting.startTime)
  if (people.length === 0) throw new AppError('nobody-asked')
  const title = meetingTitle(meeting.kind, meeting.period)
  const place = meeting.place.trim() === '' ? '' : `, tại ${meeting.place.trim()}`
  const when = `${title}: ${longTime(meeting.startTime)}, ${weekday(meeting.heldOn)}, ${longDate(meeting.heldOn)}${place}.`
  return {
    name: `Phiếu mời phát biểu ${title.replace('/', '-')}`,
    blocks: people.map(
      ({ fullName, asks }): Block => ({
        kind: 'slip',
        body: cell.name,
        title: 'Phiếu mời phát biểu',
        runs: [
          [plain('Kính gửi: Đồng chí '), bold(fullName)],
          [plain(when)],
          [plain('Đề nghị đồng chí chuẩn bị ý kiến phát biểu:')],
          ...asks.map((ask) => [
            plain(`- Mục “${ask.title}” (dự kiến ${longTime(ask.startsAt)})`),
            italic(ask.question === '' ? '.' : `: ${ask.question}`),
          ]),
        ],
      }),
    ),
  }
}

/** What the list of papers says of them. */
export async function slipsStanding(db: Db, meetingId: number): Promise<PaperStanding> {
  const { count } = await db
    .selectFrom('speakerAsk')
    .select((eb) => eb.fn.count<number>('memberId').distinct().as('count'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  return count === 0
    ? { ready: false, words: 'Chưa mời ai phát biểu' }
    : { ready: true, words: `${count} người được mời` }
}

type Ask = { title: string; startsAt: string; question: string }

/** Those to be asked by given name, each with their items in the order of the agenda. */
async function askedPeople(
  db: Db,
  meetingId: number,
  startTime: string,
): Promise<{ fullName: string; asks: Ask[] }[]> {
  const items = await db
    .selectFrom('agendaItem')
    .select(['id', 'title', 'plannedMinutes'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute()
  const times = clockTimes(
    startTime,
    items.map((item) => item.plannedMinutes),
  )
  const asked = await db
    .selectFrom('speakerAsk')
    .innerJoin('member', 'member.id', 'speakerAsk.memberId')
    .select(['speakerAsk.agendaItemId', 'speakerAsk.memberId', 'member.fullName', 'speakerAsk.question'])
    .where('speakerAsk.meetingId', '=', meetingId)
    .execute()
  const byMember = new Map<number, { fullName: string; asks: Ask[] }>()
  for (const [index, item] of items.entries()) {
    for (const { memberId, fullName, question } of asked.filter((ask) => ask.agendaItemId === item.id)) {
      const person = byMember.get(memberId) ?? { fullName, asks: [] }
      person.asks.push({ title: item.title, startsAt: times[index] ?? startTime, question: question.trim() })
      byMember.set(memberId, person)
    }
  }
  return sortByGivenName([...byMember.values()], (person) => person.fullName)
}
