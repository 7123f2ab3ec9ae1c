import type { Kysely } from 'kysely'
import { type AbsenceForecast, absenceForecasts } from '../../shared/rules/absence.ts'
import { callsRoll } from '../../shared/rules/attendance.ts'
import { type MeetingDay, obligationOn } from '../../shared/rules/obligation.ts'
import { type RuleSet, type RuleValueName, ruleSetName, ruleSetOn } from '../../shared/rules/rule-set.ts'
import { markedPast, rollBook } from '../db/roll.ts'
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
  const called = book.marks.some((mark) => mark.meetingId === meeting.id && callsRoll(mark.state))
  const here = book.meetings.findIndex(({ id }) => id === meeting.id)
  const period = book.meetings[here]?.period
  if (period === undefined || called) return []
  const pastOf = markedPast(book)
  const before = book.meetings.slice(0, here)
  const people = book.members
    .filter((member) => obligationOn(member, meeting).place === 'obliged')
    .map((member) => ({ memberId: member.id, fullName: member.fullName, past: pastOf(member, before) }))
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
