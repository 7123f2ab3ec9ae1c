import type { RollBookSummary } from '../../shared/contract/reports.ts'
import { addCounts, attendanceSummary, explainRate, zeroCounts } from '../../shared/rules/attendance.ts'
import { speakingTotals } from '../../shared/rules/speaking.ts'
import { belongs } from './attendance-sheet.ts'
import type { RollBookData } from './roll-book.ts'
import { committeeMeetings, countedMeetings } from './roll-book-workbook.ts'

/** What the workbook will come to, for the screen before it is written. */
export function rollBookSummary(data: RollBookData): RollBookSummary {
  const meetings = countedMeetings(data)
  const committee = committeeMeetings(data)
  const ids = new Set(meetings.map((meeting) => meeting.id))
  const summary = attendanceSummary(data.members, meetings, data.marks)
  const speaking = speakingTotals(
    [],
    data.turns.filter((turn) => ids.has(turn.meetingId)),
  )
  const { presentNotObliged: _, ...counts } = summary.meetings.reduce(addCounts, zeroCounts)
  const spoken = new Map(speaking.members.map((each) => [each.memberId, each]))
  const written = new Set([...meetings, ...committee])
  return {
    ...counts,
    meetings: ids.size,
    committeeMeetings: committee.length,
    uncalled: data.meetings.filter((meeting) => meeting.heldOn <= data.today && !written.has(meeting)).length,
    turns: speaking.total.turns,
    speakingSeconds: speaking.total.speakingSeconds,
    members: summary.members.flatMap((each, index) => {
      const turns = spoken.get(each.memberId)
      if (!belongs(each) && !turns) return []
      return {
        memberId: each.memberId,
        fullName: data.members[index]?.fullName ?? '',
        obliged: each.obliged,
        present: each.present,
        excused: each.excused,
        unexcused: each.unexcused,
        unmarked: each.unmarked,
        presentNotObliged: each.presentNotObliged,
        explanation: explainRate(each),
        turns: turns?.turns ?? 0,
        speakingSeconds: turns?.speakingSeconds ?? 0,
      }
    }),
  }
}
