import type { Kysely } from 'kysely'
import { placeLastInPart } from '../../shared/rules/agenda.ts'
import { cameTo } from '../../shared/rules/attendance.ts'
import { fold } from '../../shared/rules/fold.ts'
import { roleOn } from '../../shared/rules/member.ts'
import { standingOn } from '../../shared/rules/obligation.ts'
import { votersOf } from '../../shared/rules/vote.ts'
import type { Schema } from '../db/schema.ts'
import { insertTemplateAgenda } from '../resources/template-agenda.ts'
import { addMonths } from './months.ts'
import { type PlannedMeeting, planMeetings } from './plan-meetings.ts'
import { createRandom, type Random } from './random.ts'
import { nextMeeting, otherPlaces, peopleOn, type SamplePerson, sampleCell, themes } from './sample-data.ts'
import { insertDecisions, type WrittenMeeting } from './sample-decisions.ts'
import { insertPapers } from './sample-papers.ts'
import { insertPreparation } from './sample-preparation.ts'
import { insertRemarks } from './sample-remarks.ts'
import { insertSentReports } from './sample-reports.ts'
import { callRoll, type SampleMark } from './sample-roll.ts'
import { insertScores } from './sample-scores.ts'
import { insertThemes } from './sample-themes.ts'
import { insertTurns } from './sample-turns.ts'

type Db = Kysely<Schema>

/**
 * Fills a fresh database with the sample office as it would stand on an ISO day: always the same for the same day.
 * Rows are written directly, in one transaction and outside the undo log, so that opening it takes no time to speak
 * of and nothing of it can be taken back; tests hold the rows against what the handlers would have refused.
 */
export async function fillSampleOffice(db: Db, today: string): Promise<void> {
  const random = createRandom(1930)
  const people = peopleOn(today)
  const meetings = planMeetings(today)
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('cell')
      .values({ id: 1, ...sampleCell, sample: 1 })
      .execute()
    await insertPeople(transaction, people)
    const written: WrittenMeeting[] = []
    for (const [number, meeting] of meetings.entries())
      written.push(
        meeting.held
          ? await insertHeld(transaction, people, meetings, meeting, number, random)
          : await insertPlanned(transaction, people, meeting),
      )
    await insertDecisions(transaction, written, today, (key) => idOf(people, key))
    await insertRemarks(transaction, written, (key) => idOf(people, key))
    await insertThemes(transaction, written, today, (key) => idOf(people, key))
    await prepare(transaction, people)
    await insertScores(transaction, written, today)
    await insertPreparation(transaction, today, (key) => idOf(people, key))
    await insertSentReports(transaction, today)
    await insertPapers(transaction, written, today)
  })
}

/** Ids are the places in the list, from 1. */
function idOf(people: readonly SamplePerson[], key: string): number {
  return people.findIndex((person) => person.key === key) + 1
}

async function insertPeople(db: Db, people: readonly SamplePerson[]): Promise<void> {
  for (const [index, person] of people.entries()) {
    const memberId = index + 1
    const { key: _key, statuses, roles, habits: _habits, ...facts } = person
    const ending = String(101 + index * 7)
    await db
      .insertInto('member')
      .values({
        id: memberId,
        ...facts,
        fullNameFolded: fold(person.fullName),
        cardNumber: `09.900${ending}`,
        identityNumber: `000000000${ending}`,
        fileNumber: `990${ending}`,
        phone: `0900 000 ${ending}`,
      })
      .execute()
    await db
      .insertInto('memberStatus')
      .values(statuses.map((period) => ({ memberId, ...period })))
      .execute()
    if (roles.length > 0)
      await db
        .insertInto('memberRole')
        .values(roles.map((period) => ({ memberId, ...period })))
        .execute()
  }
}

async function insertHeld(
  db: Db,
  people: readonly SamplePerson[],
  meetings: readonly PlannedMeeting[],
  meeting: PlannedMeeting,
  number: number,
  random: Random,
): Promise<WrittenMeeting> {
  const marks = callRoll(people, meeting, meetings, random)
  const came = people.filter((person) => cameThere(person, marks))
  const storm = meeting.kind === 'regular' && random.chance(0.06)
  const { id, chairKey } = await insertMeeting(db, people, came, meeting, {
    place: random.chance(0.1) ? random.pick(otherPlaces) : sampleCell.meetingPlace,
    mode: storm ? 'mixed' : 'inPerson',
    note: storm ? 'Mưa lũ, đồng chí ở xa dự trực tuyến theo đề nghị của chi ủy.' : '',
  })
  await db
    .insertInto('attendance')
    .values(marks.map(({ key, ...mark }) => ({ meetingId: id, memberId: idOf(people, key), ...mark })))
    .execute()
  const timed = meeting.period > addMonths(meetings.at(-1)?.period ?? meeting.period, -12)
  await insertTurns(
    db,
    { id, number, timed, ...meeting },
    { came, chairKey, random, idOf: (key) => idOf(people, key) },
  )
  const voters = votersOf(
    people.map((person) => ({ ...standingOn(person, meeting), came: came.includes(person) })),
  )
  return { ...meeting, id, came, voters }
}

function cameThere(person: SamplePerson, marks: readonly SampleMark[]): boolean {
  return marks.some((mark) => mark.key === person.key && cameTo(mark.state))
}

async function insertPlanned(
  db: Db,
  people: readonly SamplePerson[],
  meeting: PlannedMeeting,
): Promise<WrittenMeeting> {
  const { id } = await insertMeeting(db, people, people, meeting, {
    place: sampleCell.meetingPlace,
    mode: 'inPerson',
    note: '',
  })
  return { ...meeting, id, came: [], voters: { entitled: 0, present: 0 } }
}

/** The meeting with its usual agenda. Chair and minute-taker: the first officers who came, the secretary before all. */
async function insertMeeting(
  db: Db,
  people: readonly SamplePerson[],
  came: readonly SamplePerson[],
  meeting: PlannedMeeting,
  about: { place: string; mode: 'inPerson' | 'mixed'; note: string },
): Promise<{ id: number; chairKey: string | null }> {
  const holder = (role: string, except?: SamplePerson) =>
    came.find((person) => roleOn(person.roles, meeting.heldOn) === role && person !== except)
  const chair = holder('secretary') ?? holder('deputy')
  const minuteTaker = holder('committeeMember', chair) ?? holder('deputy', chair)
  const chairId = chair ? idOf(people, chair.key) : null
  const minuteTakerId = minuteTaker ? idOf(people, minuteTaker.key) : null
  const { kind, period, heldOn, startTime, themeNumber } = meeting
  const theme = themeNumber === null ? '' : (themes[themeNumber % themes.length]?.title ?? '')
  const { id } = await db
    .insertInto('meeting')
    .values({ kind, period, heldOn, startTime, theme, chairId, minuteTakerId, ...about })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertTemplateAgenda(db, { id, kind, heldOn, chairId, minuteTakerId })
  return { id, chairKey: chair?.key ?? null }
}

/** What the secretary has done for the next meeting: other owners, private notes, matters of its own. */
async function prepare(db: Db, people: readonly SamplePerson[]): Promise<void> {
  const { id: meetingId } = await db
    .selectFrom('meeting')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('meeting')
    .set({ note: nextMeeting.note, guests: nextMeeting.guests })
    .where('id', '=', meetingId)
    .execute()
  for (const { contentClass, owner, privateNote } of nextMeeting.changes) {
    const item = await db
      .selectFrom('agendaItem')
      .select('id')
      .where('meetingId', '=', meetingId)
      .where('contentClass', '=', contentClass)
      .orderBy('position')
      .executeTakeFirstOrThrow()
    await db
      .updateTable('agendaItem')
      .set({ ownerId: idOf(people, owner), privateNote })
      .where('id', '=', item.id)
      .execute()
  }
  for (const { owner, ...item } of nextMeeting.added) {
    const before = await db
      .selectFrom('agendaItem')
      .select(['id', 'part'])
      .where('meetingId', '=', meetingId)
      .orderBy('position')
      .execute()
    const added = await db
      .insertInto('agendaItem')
      .values({ ...item, meetingId, ownerId: idOf(people, owner), position: before.length + 1 })
      .returning(['id', 'part'])
      .executeTakeFirstOrThrow()
    for (const [index, { id }] of placeLastInPart(before, added).entries())
      await db
        .updateTable('agendaItem')
        .set({ position: index + 1 })
        .where('id', '=', id)
        .execute()
  }
}
