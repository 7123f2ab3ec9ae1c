import { clockTimes } from '../../shared/rules/agenda.ts'
import type { AttendanceState, ReasonKind } from '../../shared/rules/attendance.ts'
import { isRegular } from '../../shared/rules/meeting.ts'
import { obligationOn } from '../../shared/rules/obligation.ts'
import type { PlannedMeeting } from './plan-meetings.ts'
import type { Random } from './random.ts'
import { absences, type SamplePerson } from './sample-data.ts'

export type SampleMark = {
  key: string
  state: AttendanceState
  lateMinutes: number | null
  atTime: string | null
  reasonKind: ReasonKind | null
  note: string
}

/** The roll of one held meeting: everybody obliged has a mark, and now and then an exempt member comes all the same. */
export function callRoll(
  people: readonly SamplePerson[],
  meeting: PlannedMeeting,
  meetings: readonly PlannedMeeting[],
  random: Random,
): SampleMark[] {
  return people.flatMap((person) => {
    const { place, reason } = obligationOn(person, meeting)
    if (place === 'off') return []
    const mark =
      tellOf(person.key, meeting, meetings) ??
      (place === 'obliged' ? chanceMark(person, meeting, random) : null)
    if (mark) return [{ key: person.key, ...mark }]
    return reason === 'exempt' && random.chance(0.2) ? [{ key: person.key, ...present }] : []
  })
}

type Mark = Omit<SampleMark, 'key'>

const present: Mark = { state: 'present', lateMinutes: null, atTime: null, reasonKind: null, note: '' }

/** The absences that the sample is meant to show; null leaves it to chance. */
function tellOf(key: string, meeting: PlannedMeeting, meetings: readonly PlannedMeeting[]): Mark | null {
  const held = meetings.filter((other) => other.held && other.kind !== 'committee')
  // Counted back from the last one held: 0 is that one.
  const back = held.length - 1 - held.indexOf(meeting)
  const regular: readonly PlannedMeeting[] = held.filter(isRegular)
  const regularBack = regular.length - 1 - regular.indexOf(meeting)
  if (key === 'uoc' && back < 3)
    return { ...present, state: 'excused', reasonKind: 'health', note: absences.longTreatment }
  if (key === 'tam' && (regularBack === 2 || regularBack === 5)) return { ...present, state: 'unexcused' }
  if (key === 'hanh' && regularBack === 14)
    return { ...present, state: 'excused', reasonKind: 'duty', note: 'Dự lớp bồi dưỡng tại trung ương' }
  return null
}

function chanceMark(person: SamplePerson, { startTime }: PlannedMeeting, random: Random): Mark {
  const after = (minutes: number) => clockTimes(startTime, [minutes]).at(-1) ?? startTime
  const { absence, lateness, reason } = person.habits
  if (random.chance(absence)) {
    if (absence > 0.1 && random.chance(0.15)) return { ...present, state: 'unexcused' }
    const reasonKind = random.chance(0.75) ? reason : random.pick(['duty', 'family', 'other'] as const)
    return { ...present, state: 'excused', reasonKind, note: random.pick(absences[reasonKind]) }
  }
  if (random.chance(lateness)) {
    const lateMinutes = random.between(1, 7) * 5
    const atTime = after(lateMinutes)
    return { ...present, state: 'late', lateMinutes, atTime, note: random.pick(absences.lateNotes) }
  }
  if (random.chance(0.015))
    return { ...present, state: 'leftEarly', atTime: after(75), note: random.pick(absences.earlyNotes) }
  return present
}
