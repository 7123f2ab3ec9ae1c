import type { Kysely } from 'kysely'
import type { ContentClass } from '../../shared/rules/agenda.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import { isRegular } from '../../shared/rules/meeting.ts'
import { statusOn } from '../../shared/rules/member.ts'
import type { VoteCounts, Voters } from '../../shared/rules/vote.ts'
import type { Schema } from '../db/schema.ts'
import type { PlannedMeeting } from './plan-meetings.ts'
import { createRandom, type Random } from './random.ts'
import { decisions, type SamplePerson } from './sample-data.ts'

type Db = Kysely<Schema>

/** A meeting as it stands in the database, with who came. */
export type WrittenMeeting = PlannedMeeting & { id: number; came: readonly SamplePerson[]; voters: Voters }

/**
 * What each held meeting decided: votes, conclusions, tasks reported on at the next regular one. The work of the past
 * is done, now and then late; of the last meetings some is open, some overdue. All but the last are closed.
 */
export async function insertDecisions(
  db: Db,
  meetings: readonly WrittenMeeting[],
  today: string,
  idOf: (key: string) => number,
): Promise<void> {
  // A seed of its own: what was drawn for rolls and turns stays as it is.
  const random = createRandom(1954)
  const held = meetings.filter((meeting) => meeting.held)
  let given = 0
  for (const meeting of held) {
    const items = await db
      .selectFrom('agendaItem')
      .select(['id', 'contentClass'])
      .where('meetingId', '=', meeting.id)
      .orderBy('position')
      .execute()
    const itemOf = (contentClass: ContentClass) =>
      items.findLast((item) => item.contentClass === contentClass)?.id ?? null
    const conclusionIds = await conclude(db, meeting, itemOf, random)
    await tellOfFee(db, meeting)
    if (!held.slice(-freshMeetings).includes(meeting)) await carryOut(db, meeting, conclusionIds)
    await decide(db, meeting, itemOf('conclusion'), random)
    if (meeting !== held.at(-1)) await close(db, meeting)
    const next = meetings.find((later) => isRegular(later) && later.heldOn > meeting.heldOn)
    if (!isRegular(meeting) || !next) continue
    for (let count = 0; count < random.between(2, 3); count++) {
      const title = decisions.tasks[given % decisions.tasks.length] ?? ''
      given++
      const dueOn = addDays(next.heldOn, -random.between(1, 8))
      const doneOn = addDays(dueOn, random.chance(0.2) ? random.between(1, 9) : -random.between(0, 12))
      await give(
        db,
        {
          meetingId: meeting.id,
          conclusionId: random.chance(0.7) ? random.pick(conclusionIds) : null,
          title,
          dueOn,
          reportMeetingId: next.id,
          doneOn: doneOn >= today || (next === meetings.at(-1) && random.chance(0.6)) ? null : doneOn,
        },
        someOf(meeting, random).map(idOf),
      )
    }
  }
  await leaveOpen(db, held, today, (meeting) => someOf(meeting, random).map(idOf))
}

/** One or two of those who came and belong to the cell. */
function someOf(meeting: WrittenMeeting, random: Random): string[] {
  const able = meeting.came.filter((person) => statusOn(person.statuses, meeting.heldOn) !== 'exempt')
  const first = random.pick(able)
  const second = random.pick(able)
  return random.chance(0.3) && second !== first ? [first.key, second.key] : [first.key]
}

async function conclude(
  db: Db,
  meeting: WrittenMeeting,
  itemOf: (contentClass: ContentClass) => number | null,
  random: Random,
): Promise<number[]> {
  const { professional, discussion, partyBuilding, theme, committee } = decisions.conclusions
  const about: { contentClass: ContentClass; from: readonly string[] }[] =
    meeting.kind === 'committee'
      ? [{ contentClass: 'conclusion', from: committee }]
      : meeting.kind === 'themed'
        ? [{ contentClass: 'theme', from: theme }]
        : [
            { contentClass: 'professional', from: professional },
            { contentClass: 'discussion', from: discussion },
            ...(random.chance(0.4) ? [{ contentClass: 'partyBuilding' as const, from: partyBuilding }] : []),
            ...(meeting.themeNumber === null ? [] : [{ contentClass: 'theme' as const, from: theme }]),
          ]
  const onAgenda = about.filter(({ contentClass }) => itemOf(contentClass) !== null)
  const rows = await db
    .insertInto('conclusion')
    .values(
      onAgenda.map(({ contentClass, from }) => ({
        meetingId: meeting.id,
        agendaItemId: itemOf(contentClass),
        content: random.pick(from),
      })),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** What was reported of the fee, where the agenda takes it up; nothing of it is left to be done. */
async function tellOfFee(db: Db, { id, period, heldOn }: WrittenMeeting): Promise<void> {
  const item = await db
    .selectFrom('agendaItem')
    .select('id')
    .where('meetingId', '=', id)
    .where('title', 'like', '%đảng phí%')
    .executeTakeFirst()
  if (!item) return
  const month = `${period.slice(5)}/${period.slice(0, 4)}`
  await db
    .insertInto('conclusion')
    .values({
      meetingId: id,
      agendaItemId: item.id,
      content: `Đảng phí tháng ${month}: các đồng chí phải đóng đã đóng đủ, đúng hạn.`,
      doneOn: heldOn,
    })
    .execute()
}

/** The conclusions of as many of the last meetings wait to be carried out. */
const freshMeetings = 2

/** What was concluded longer ago has been carried out, some two weeks after. */
async function carryOut(db: Db, meeting: WrittenMeeting, conclusionIds: readonly number[]): Promise<void> {
  for (const id of conclusionIds)
    await db
      .updateTable('conclusion')
      .set({ doneOn: addDays(meeting.heldOn, 12 + (id % 7)) })
      .where('id', '=', id)
      .execute()
}

/** A resolution at each meeting that passes one; proposing an admission at the extraordinary meeting, in secret. */
async function decide(
  db: Db,
  meeting: WrittenMeeting,
  agendaItemId: number | null,
  random: Random,
): Promise<void> {
  const { entitled, present } = meeting.voters
  const common = { meetingId: meeting.id, agendaItemId, entitledCount: entitled, presentCount: present }
  const month = `${meeting.period.slice(5)}/${meeting.period.slice(0, 4)}`
  if (meeting.kind === 'extraordinary')
    await db
      .insertInto('vote')
      .values({
        ...common,
        ...counts(present, 1),
        subject: 'Đề nghị kết nạp một quần chúng ưu tú vào Đảng',
        rule: 'twoThirds',
        method: 'secret',
      })
      .execute()
  else if (isRegular(meeting))
    await db
      .insertInto('vote')
      .values({
        ...common,
        ...counts(present, random.chance(0.25) ? random.between(1, 2) : 0),
        subject: `Thông qua nghị quyết tháng ${month}`,
        rule: 'moreThanHalf',
        method: 'showOfHands',
      })
      .execute()
}

function counts(present: number, dissent: number): VoteCounts {
  const againstCount = Math.floor(dissent / 2)
  return { forCount: present - dissent, againstCount, blankCount: dissent - againstCount }
}

type TaskRow = {
  meetingId: number
  conclusionId: number | null
  title: string
  dueOn: string | null
  reportMeetingId: number | null
  doneOn: string | null
}

async function give(db: Db, row: TaskRow, ownerIds: readonly number[]): Promise<void> {
  const { id } = await db.insertInto('task').values(row).returning('id').executeTakeFirstOrThrow()
  if (ownerIds.length > 0)
    await db
      .insertInto('taskOwner')
      .values(ownerIds.map((memberId) => ({ taskId: id, memberId })))
      .execute()
}

/** What is worth seeing in the list of tasks: two long overdue, one without a day at the last meeting. */
async function leaveOpen(
  db: Db,
  held: readonly WrittenMeeting[],
  today: string,
  ownersOf: (meeting: WrittenMeeting) => number[],
): Promise<void> {
  const regular = held.filter(isRegular)
  for (const [index, title] of decisions.open.entries()) {
    const meeting = regular.at(index - decisions.open.length)
    if (!meeting) continue
    const last = index === decisions.open.length - 1
    await give(
      db,
      {
        meetingId: meeting.id,
        conclusionId: null,
        title,
        dueOn: last ? null : addDays(today, -20 + index * 12),
        reportMeetingId: null,
        doneOn: null,
      },
      ownersOf(meeting),
    )
  }
}

/** The secretary ends a meeting that evening. */
async function close(db: Db, meeting: WrittenMeeting): Promise<void> {
  const closedAt = new Date(`${meeting.heldOn}T20:15:00+07:00`).toISOString()
  await db.updateTable('meeting').set({ closedAt }).where('id', '=', meeting.id).execute()
}
