import { type Kysely, sql } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { MeetingFields, MeetingRow, WholeMeetingFields } from '../../shared/contract/meetings.ts'
import { attendanceSummary } from '../../shared/rules/attendance.ts'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import type { Role } from '../../shared/rules/member.ts'
import { officersOn, takesPartOn } from '../db/officers.ts'
import { rollBook } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>

/** The years in which meetings were held or are planned, newest first. */
export async function meetingYears(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(sql<number>`CAST(substr(heldOn, 1, 4) AS INTEGER)`.as('year'))
    .distinct()
    .where('removedAt', 'is', null)
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

/**
 * The meetings held in a calendar year, newest first, each with the sums of its agenda and turns, and of its roll those
 * obliged to come, as the roll book counts them: whoever came without being obliged is in neither figure.
 */
export async function meetingsOfYear(db: Db, year: number): Promise<MeetingRow[]> {
  const [fromDate, toDate] = [`${year}-01-01`, `${year}-12-31`]
  const rows = await db
    .selectFrom('meeting')
    .select([
      'meeting.id',
      'meeting.kind',
      'meeting.period',
      'meeting.heldOn',
      'meeting.startTime',
      'meeting.place',
      'meeting.mode',
    ])
    .select((eb) => [
      eb
        .selectFrom('agendaItem')
        .select(sql<number>`coalesce(sum(plannedMinutes), 0)`.as('minutes'))
        .whereRef('agendaItem.meetingId', '=', 'meeting.id')
        .$asScalar()
        .$notNull()
        .as('plannedMinutes'),
      eb
        .selectFrom('speakingTurn')
        .select(sql<number>`count(*)`.as('all'))
        .whereRef('speakingTurn.meetingId', '=', 'meeting.id')
        .$asScalar()
        .$notNull()
        .as('turns'),
    ])
    .where('meeting.removedAt', 'is', null)
    .where('meeting.heldOn', '>=', fromDate)
    .where('meeting.heldOn', '<=', toDate)
    .orderBy('meeting.heldOn', 'desc')
    .orderBy('meeting.startTime', 'desc')
    .orderBy('meeting.id', 'desc')
    .execute()
  const { members, meetings, marks } = await rollBook(db, fromDate, toDate)
  const rolls = attendanceSummary(members, meetings, marks).meetings
  const rollOf = new Map(rolls.map((roll) => [roll.meetingId, roll]))
  return rows.map((row) => {
    const { present = 0, obliged = 0 } = rollOf.get(row.id) ?? {}
    return { ...row, present, obliged }
  })
}

/** Refuses a chair or minute-taker who is no member of the list. */
export async function checkPeople(db: Db, fields: MeetingFields): Promise<void> {
  const wanted = [fields.chairId, fields.minuteTakerId].filter((id) => id !== null)
  if (wanted.length === 0) return
  const known = await db.selectFrom('member').select('id').where('id', 'in', wanted).execute()
  const wrong: Record<string, string> = {}
  for (const field of ['chairId', 'minuteTakerId'] as const) {
    const id = fields[field]
    if (id !== null && !known.some((member) => member.id === id)) {
      wrong[field] = 'Không có người này trong danh sách đảng viên'
    }
  }
  if (Object.keys(wrong).length > 0) throw new AppError('invalid-input', wrong)
}

/**
 * What a new meeting starts from. Time and place are those of the last meeting of its kind, else of any kind,
 * else eight o'clock at the cell's meeting place. Chair: the secretary on that date, else the deputy.
 * Minute-taker: whoever took the last minutes and still takes part, else a committee member, else the deputy,
 * but never the chair.
 */
export async function meetingDefaults(
  db: Db,
  kind: MeetingKind,
  heldOn: string,
): Promise<WholeMeetingFields> {
  const last = await db
    .selectFrom('meeting')
    .select(['startTime', 'place', 'minuteTakerId'])
    .where('removedAt', 'is', null)
    .orderBy((eb) => eb.case().when('kind', '=', kind).then(0).else(1).end())
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const cell = await db.selectFrom('cell').select('meetingPlace').executeTakeFirst()
  const officers = await officersOn(db, heldOn)
  const holder = (role: Role) => officers.find((officer) => officer.role === role)?.memberId ?? null
  const chairId = holder('secretary') ?? holder('deputy')
  const lastTaker = last?.minuteTakerId ?? null
  const takesPart = lastTaker !== null && (await takesPartOn(db, lastTaker, heldOn))
  const takers = [takesPart ? lastTaker : null, holder('committeeMember'), holder('deputy')]
  return {
    kind,
    period: heldOn.slice(0, 7),
    heldOn,
    startTime: last?.startTime ?? '08:00',
    place: last?.place ?? cell?.meetingPlace ?? '',
    mode: 'inPerson',
    chairId,
    minuteTakerId: takers.find((id) => id !== null && id !== chairId) ?? null,
    theme: '',
    note: '',
    guests: '',
  }
}
