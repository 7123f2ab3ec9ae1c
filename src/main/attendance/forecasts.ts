import type { Kysely } from 'kysely'
import { type AbsenceForecast, absenceForecasts, type PastMeeting } from '../../shared/rules/absence.ts'
import { type AttendanceState, callsRoll } from '../../shared/rules/attendance.ts'
import { type MeetingDay, obligationOn } from '../../shared/rules/obligation.ts'
import { type RuleSet, type RuleValueName, ruleSetName, ruleSetOn } from '../../shared/rules/rule-set.ts'
import { rollBook } from '../db/roll.ts'
import type { Schema } from '../db/schema.ts'
import { membershipRules, ruleSets } from '../resources/rule-sets.ts'

/**
 * Who would come near a limit by being absent from a meeting of the cell, by the rules of its own day. Nobody once
 * its roll is called, nor for a committee meeting, which no rule counts.
 */
export async function forecastsAt(
  db: Kysely<Schema>,
  meeting: MeetingDay & { id: number },
): Promise<AbsenceForecast[]> {
  if (meeting.kind === 'committee') return []
  const book = await rollBook(db, `${meeting.heldOn.slice(0, 4)}-01-01`, meeting.heldOn)
  const stateOf = new Map<number, Map<number, AttendanceState>>()
  for (const { meetingId, memberId, state } of book.marks) {
    const marks = stateOf.get(meetingId) ?? new Map<number, AttendanceState>()
    stateOf.set(meetingId, marks.set(memberId, state))
  }
  const called = (id: number) => [...(stateOf.get(id)?.values() ?? [])].some(callsRoll)
  const period = book.meetings.find(({ id }) => id === meeting.id)?.period
  if (period === undefined || called(meeting.id)) return []
  const here = book.meetings.findIndex(({ id }) => id === meeting.id)
  const before = book.meetings.slice(0, here).filter(({ kind, id }) => kind !== 'committee' && called(id))
  const people = book.members
    .filter((member) => obligationOn(member, meeting).place === 'obliged')
    .map((member) => ({
      memberId: member.id,
      fullName: member.fullName,
      past: before
        .filter((each) => obligationOn(member, each).place === 'obliged')
        .map(
          (each): PastMeeting => ({
            period: each.period,
            state: stateOf.get(each.id)?.get(member.id) ?? null,
          }),
        ),
    }))
  return absenceForecasts(people, period, {
    excusedInARow: limitOn(ruleSets, 'excusedAbsencesInARow', meeting.heldOn),
    unexcusedMonths: limitOn(membershipRules, 'unexcusedMonthsInYear', meeting.heldOn),
  })
}

function limitOn(rules: readonly RuleSet[], name: RuleValueName, date: string) {
  const ruleSet = ruleSetOn(rules, date)
  const value = ruleSet?.values[name]?.value
  return ruleSet && value !== undefined ? { value, source: ruleSetName(ruleSet) } : null
}
