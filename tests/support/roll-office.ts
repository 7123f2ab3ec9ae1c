import type { Database } from 'better-sqlite3'
import type { Host } from '../../src/main/api/host.ts'
import type { Input } from '../../src/shared/contract/index.ts'
import type { AttendanceState } from '../../src/shared/rules/attendance.ts'
import type { MeetingKind } from '../../src/shared/rules/meeting.ts'
import type { Role, Status } from '../../src/shared/rules/member.ts'
import { markAt } from './meetings.ts'
import { startProgram, type TestProgram } from './program.ts'

/** Rows laid straight into the tables, for tests of the roll that need none of the screens before it. */
export type RollOffice = TestProgram & {
  sqlite: Database
  /** A member with periods `[status, fromDate, toDate]` and, if any, `[role, fromDate, toDate]`; answers the id. */
  addMember: (
    fullName: string,
    statuses: readonly [Status, string, string | null][],
    roles?: readonly [Role, string, string | null][],
  ) => number
  addMeeting: (heldOn: string, kind?: MeetingKind) => number
  addAgendaItem: (meetingId: number, title: string) => number
  /** Marks one member through the program, as the roll does. */
  mark: (
    meetingId: number,
    memberId: number,
    state: AttendanceState | null,
    more?: Partial<Input<'attendance.mark'>>,
  ) => Promise<null>
  /** What undo would take back. */
  lastStep: () => Promise<string | null>
}

export function startRollOffice(host: Partial<Host> = {}): RollOffice {
  return rollOffice(startProgram({ host, now: '2026-11-21T08:00:00+07:00' }))
}

/** The same on a program that runs already. */
export function rollOffice(started: TestProgram): RollOffice {
  if (!('database' in started.program.office)) throw new Error('the office did not open')
  const { sqlite } = started.program.office.database
  const insert = (sql: string, ...values: unknown[]) =>
    Number(sqlite.prepare(sql).run(...values).lastInsertRowid)
  return {
    ...started,
    sqlite,
    addMember(fullName, statuses, roles = []) {
      const id = insert('INSERT INTO member (fullName, fullNameFolded) VALUES (?, ?)', fullName, fullName)
      for (const period of statuses)
        insert(
          'INSERT INTO memberStatus (memberId, status, fromDate, toDate) VALUES (?, ?, ?, ?)',
          id,
          ...period,
        )
      for (const period of roles)
        insert('INSERT INTO memberRole (memberId, role, fromDate, toDate) VALUES (?, ?, ?, ?)', id, ...period)
      return id
    },
    mark: (meetingId, memberId, state, more) => markAt(started, meetingId, memberId, state, more),
    lastStep: async () => (await started.call('history.status', {})).undo,
    addMeeting: (heldOn, kind = 'regular') =>
      insert(
        `INSERT INTO meeting (kind, period, heldOn, startTime, place, mode)
         VALUES (?, substr(?, 1, 7), ?, '14:00', 'Phòng họp', 'inPerson')`,
        kind,
        heldOn,
        heldOn,
      ),
    addAgendaItem: (meetingId, title) =>
      insert(
        `INSERT INTO agendaItem (meetingId, position, part, contentClass, title, plannedMinutes)
         VALUES (?, 1, 'main', 'discussion', ?, 20)`,
        meetingId,
        title,
      ),
  }
}

/** An office with two full members, the meeting of 3/11/2026 and one item of its agenda. */
export function startMeetingOfTwo(itemTitle = 'Thảo luận dự thảo nghị quyết') {
  const office = startRollOffice()
  const an = office.addMember('Nguyễn Văn An', [['full', '2015-01-01', null]])
  const binh = office.addMember('Lê Thị Bình', [['full', '2015-01-01', null]])
  const meetingId = office.addMeeting('2026-11-03')
  return { office, an, binh, meetingId, itemId: office.addAgendaItem(meetingId, itemTitle) }
}
