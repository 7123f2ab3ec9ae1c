import { type Kysely, sql } from 'kysely'
import { longestExcusedRow } from '../../shared/rules/absence.ts'
import { rollCounts } from '../../shared/rules/attendance.ts'
import type { Status } from '../../shared/rules/member.ts'
import { minimumOn, ruleSetName, ruleSetOn } from '../../shared/rules/rule-set.ts'
import { clockAt } from '../../shared/rules/running.ts'
import type { ScoredKind } from '../../shared/rules/score.ts'
import type { ScoreFacts } from '../../shared/rules/score-facts.ts'
import { voteOutcome } from '../../shared/rules/vote.ts'
import { markedPast, rollBook, standingsAt } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import type { Evidence } from './score-evidence.ts'

type Db = Kysely<Schema>

/** Statuses of those on the cell's own books: who is temporarily here is counted at home. */
const onBooks: readonly (Status | null)[] = ['full', 'probationary', 'exempt', 'temporaryElsewhere']

export type ScoredMeeting = { id: number; kind: ScoredKind; period: string; heldOn: string }

/** Everything a score sheet asks of a meeting; what is known by days is `evidence`. */
export async function scoreFactsOf(db: Db, meeting: ScoredMeeting, evidence: Evidence): Promise<ScoreFacts> {
  const roll = await standingsAt(db, meeting)
  const obliged = roll.filter((row) => row.place === 'obliged')
  const { present, excused, unexcused, unmarked } = rollCounts(
    obliged.map(({ state }) => ({ obliged: true, state })),
  )
  const turns = await db
    .selectFrom('speakingTurn')
    .where('meetingId', '=', meeting.id)
    .select(['memberId', 'guestName', 'kind'])
    .execute()
  const spoke = new Set(turns.flatMap(({ memberId }) => memberId ?? [])).size
  const remarks = await db.selectFrom('remark').where('meetingId', '=', meeting.id).select('kind').execute()
  const conclusions = await db
    .selectFrom('conclusion')
    .where('meetingId', '=', meeting.id)
    .select('id')
    .execute()
  return {
    heldOn: meeting.heldOn,
    ...(await runFacts(db, meeting.id)),
    minimum: minimumOn(ruleSets, meeting.kind, meeting.heldOn),
    members: roll.filter(({ status }) => onBooks.includes(status)).length,
    roll: { obliged: obliged.length, present, excused, unexcused, unmarked },
    absences: await absencesOf(db, meeting),
    ...evidence.facts,
    speakers: {
      turns: turns.length,
      // Those the reports divide by; before the roll is called, everybody who has to come.
      there: present || obliged.length,
      spoke,
      unnamedTurns: turns.filter((turn) => turn.memberId === null && turn.guestName === null).length,
    },
    praise: {
      commendations: remarks.filter(({ kind }) => kind === 'commendation').length,
      reminders: remarks.filter(({ kind }) => kind === 'reminder').length,
    },
    criticisms: {
      self: turns.filter((turn) => turn.kind === 'selfCriticism').length,
      others: turns.filter((turn) => turn.kind === 'criticism').length,
    },
    tasks: await lastTasks(db, meeting),
    conclusions: conclusions.length,
    adopted: await adopted(db, meeting.id),
  }
}

const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / 60_000)

/** From the first item's beginning to the last one's end, by the clock as the minutes write it. */
async function runFacts(db: Db, meetingId: number): Promise<Pick<ScoreFacts, 'ran' | 'ideologyMinutes'>> {
  const runs = await db
    .selectFrom('agendaRun')
    .innerJoin('agendaItem', 'agendaItem.id', 'agendaRun.agendaItemId')
    .where('agendaItem.meetingId', '=', meetingId)
    .select(['agendaItem.contentClass', 'agendaRun.startedAt', 'agendaRun.stoppedAt'])
    .execute()
  const ended = runs.flatMap(({ stoppedAt, ...run }) => (stoppedAt === null ? [] : [{ ...run, stoppedAt }]))
  const from = ended.map((run) => run.startedAt).sort()[0]
  const to = ended
    .map((run) => run.stoppedAt)
    .sort()
    .at(-1)
  const ideology = ended.filter((run) => run.contentClass === 'ideology')
  const seconds = ideology.reduce(
    (sum, run) => sum + (Date.parse(run.stoppedAt) - Date.parse(run.startedAt)) / 1000,
    0,
  )
  return {
    ran:
      from === undefined || to === undefined || ended.length < runs.length
        ? null
        : { from: clockAt(from), to: clockAt(to), minutes: minuteOf(to) - minuteOf(from) },
    ideologyMinutes: ideology.length === 0 ? null : Math.round(seconds / 60),
  }
}

/** Whether anybody exceeded the limit of excused absences in a row from New Year up to this meeting. */
async function absencesOf(db: Db, meeting: ScoredMeeting): Promise<ScoreFacts['absences']> {
  const ruleSet = ruleSetOn(ruleSets, meeting.heldOn)
  const value = ruleSet?.values.excusedAbsencesInARow?.value
  if (!ruleSet || value === undefined) return null
  const book = await rollBook(db, `${meeting.heldOn.slice(0, 4)}-01-01`, meeting.heldOn)
  const pastOf = markedPast(book)
  const exceeding = book.members.flatMap((member) => {
    const count = longestExcusedRow(pastOf(member, book.meetings))
    return count > value ? [{ fullName: member.fullName, count }] : []
  })
  return { limit: { value, source: ruleSetName(ruleSet) }, exceeding }
}

/**
 * The tasks given from the last regular meeting on and before this one, as far as they were to be finished by now
 * or are finished, and whatever is to be reported on here. Done counts only by this meeting's day.
 */
async function lastTasks(db: Db, meeting: ScoredMeeting): Promise<ScoreFacts['tasks']> {
  const { rows } = await sql<{ title: string; done: number }>`
    SELECT task.title, coalesce(task.doneOn <= ${meeting.heldOn}, 0) AS done
    FROM task
    LEFT JOIN meeting AS given ON given.id = task.meetingId
    WHERE given.removedAt IS NULL AND (
      task.reportMeetingId = ${meeting.id}
      OR (given.heldOn < ${meeting.heldOn}
        AND given.heldOn >= (
          SELECT max(heldOn) FROM meeting AS before
          WHERE before.heldOn < ${meeting.heldOn} AND before.removedAt IS NULL
            AND before.kind IN ('regular', 'regularThemed'))
        AND (task.dueOn IS NULL OR task.dueOn <= ${meeting.heldOn} OR task.doneOn <= ${meeting.heldOn})))
    ORDER BY task.id`.execute(db)
  const open = rows.filter((row) => row.done === 0).map((row) => row.title)
  return { count: rows.length, done: rows.length - open.length, open }
}

async function adopted(db: Db, meetingId: number): Promise<ScoreFacts['adopted']> {
  const votes = await db.selectFrom('vote').where('meetingId', '=', meetingId).selectAll().execute()
  const tasks = await db.selectFrom('task').where('meetingId', '=', meetingId).select('id').execute()
  return {
    passed: votes.filter(
      ({ rule, entitledCount, forCount }) =>
        forCount !== null && voteOutcome(rule, entitledCount, forCount).passed,
    ).length,
    tasks: tasks.length,
  }
}
