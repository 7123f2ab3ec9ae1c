import type { Fact } from '../../shared/contract/reports.ts'
import { type MarkMoment, markInWords } from '../../shared/rules/lateness.ts'
import { meetingKindNames } from '../../shared/rules/meeting.ts'
import { type Status, statusOn } from '../../shared/rules/member.ts'
import { movementNames } from '../../shared/rules/movement.ts'
import { remarkInWords } from '../../shared/rules/remark.ts'
import { formatSeconds, turnKindNames } from '../../shared/rules/speaking.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { MeetingRemark } from '../db/remarks.ts'
import type { GivenTask } from './meeting-details.ts'
import type { Moved } from './people.ts'
import { came, type Entry, type Speech } from './report-source.ts'
import { counted, type Figure, summed } from './report-table.ts'
import type { BookMeeting, BookMember } from './roll-book.ts'
import type { Session } from './themed-sessions.ts'

/** "05/03/2026, sinh hoạt thường kỳ". */
export function meetingWords({ heldOn, kind }: Pick<BookMeeting, 'heldOn' | 'kind'>): string {
  return `${formatVietnameseDate(heldOn)}, ${meetingKindNames[kind].toLowerCase()}`
}

/** How many meetings. */
export function meetingsFigure(heading: string, meetings: readonly BookMeeting[]): Figure {
  return counted(heading, 'meeting', meetings, (meeting) => ({
    text: meetingWords(meeting),
    path: `/cuoc-hop/${meeting.id}`,
  }))
}

/** How many entries of the roll. */
export function entriesFigure(heading: string, entries: readonly Entry[]): Figure {
  return counted(heading, 'mark', entries, markFact)
}

/** "05/03/2026, sinh hoạt thường kỳ: Lê An, đến muộn 15 phút, 14:15", and the roll it stands on. */
export function markFact({ meeting, member, state, moment }: Entry): Omit<Fact, 'amount'> {
  const words = state ? markInWords({ ...noMoment, ...moment, state, reasonKind: null }) : 'chưa ghi'
  return {
    text: `${meetingWords(meeting)}: ${member.fullName}, ${words}`,
    path: `/cuoc-hop/${meeting.id}/diem-danh`,
  }
}

const noMoment: MarkMoment = { lateMinutes: null, atTime: null, itemNumber: null }

const speechFact = ({ meeting, turn, name }: Speech) => ({
  text: `${meetingWords(meeting)}: ${name}, ${turnKindNames[turn.kind].toLowerCase()}${
    turn.speakingSeconds === null ? ', chưa ghi thời gian' : `, ${formatSeconds(turn.speakingSeconds)}`
  }`,
  path: `/cuoc-hop/${meeting.id}/phat-bieu`,
})

/** How many speaking turns. */
export function turnsFigure(heading: string, speeches: readonly Speech[]): Figure {
  return counted(heading, 'turn', speeches, speechFact)
}

/** Minutes; turns of unknown length add nothing and are not among the facts. */
export function minutesFigure(heading: string, speeches: readonly Speech[]): Figure {
  const known = speeches.filter(({ turn }) => turn.speakingSeconds !== null)
  return summed(heading, 'minute', known, ({ turn }) => (turn.speakingSeconds ?? 0) / 60, speechFact)
}

/** Members who spoke, once for each meeting they spoke at. */
export function speakersFigure(heading: string, speeches: readonly Speech[]): Figure {
  const first = new Map<string, { speech: Speech; turns: number }>()
  for (const speech of speeches) {
    if (speech.turn.memberId === null) continue
    const key = `${speech.meeting.id} ${speech.turn.memberId}`
    const found = first.get(key)
    if (found) found.turns++
    else first.set(key, { speech, turns: 1 })
  }
  return counted(heading, 'speaker', [...first.values()], ({ speech: { meeting, name }, turns }) => ({
    text: `${meetingWords(meeting)}: ${name}, ${turns} lượt`,
    path: `/cuoc-hop/${meeting.id}/phat-bieu`,
  }))
}

/** The figures of the roll over some entries. */
export const rollFigures = {
  obliged: (entries: readonly Entry[]) => entriesFigure('Phải dự', entries),
  present: (entries: readonly Entry[]) => entriesFigure('Có mặt', entries.filter(came)),
  excused: (entries: readonly Entry[]) =>
    entriesFigure(
      'Vắng có lý do',
      entries.filter(({ state }) => state === 'excused'),
    ),
  unexcused: (entries: readonly Entry[]) =>
    entriesFigure(
      'Vắng không lý do',
      entries.filter(({ state }) => state === 'unexcused'),
    ),
  unmarked: (entries: readonly Entry[]) =>
    entriesFigure(
      'Chưa ghi',
      entries.filter(({ state }) => state === null),
    ),
}

/** How many tasks, with the day each was done. */
export function tasksFigure(heading: string, tasks: readonly GivenTask[]): Figure {
  return counted(heading, 'task', tasks, (task) => ({
    text: `${meetingWords(task)}: ${task.title}${task.doneOn ? `, xong ${formatVietnameseDate(task.doneOn)}` : ''}`,
    path: `/cuoc-hop/${task.meetingId}/ket-luan`,
  }))
}

/** Members with one of these statuses on a day. */
export function membersFigure(
  heading: string,
  members: readonly BookMember[],
  statuses: readonly Status[],
  day: string,
): Figure {
  const found = members.filter((member) => {
    const status = statusOn(member.statuses, day)
    return status !== null && statuses.includes(status)
  })
  return counted(heading, 'member', found, ({ id, fullName }) => ({
    text: fullName,
    path: `/dang-vien/${id}`,
  }))
}

/** How many remarks, each in the words of the papers. */
export function remarksFigure(heading: string, remarks: readonly MeetingRemark[]): Figure {
  return counted(heading, 'remark', remarks, ({ meetingId, meetingKind, heldOn, members, ...remark }) => ({
    text: `${meetingWords({ heldOn, kind: meetingKind })}: ${remarkInWords({
      ...remark,
      members: members.map(({ fullName }) => fullName),
    })}`,
    path: `/cuoc-hop/${meetingId}/ket-luan`,
  }))
}

/** How many came, went or changed. */
export function movesFigure(heading: string, moves: readonly Moved[]): Figure {
  return counted(heading, 'movement', moves, ({ person, kind, on }) => ({
    text: `${formatVietnameseDate(on)}: ${person.fullName}, ${movementNames[kind].toLowerCase()}`,
    path: `/dang-vien/${person.id}`,
  }))
}

/** Themed sessions, by their day or else by name only. */
export function sessionsFigure(heading: string, sessions: readonly Session[]): Figure {
  return counted(heading, 'meeting', sessions, ({ title, sessionDay, path }) => ({
    text: sessionDay === null ? title : `${formatVietnameseDate(sessionDay)}: ${title}`,
    path,
  }))
}
