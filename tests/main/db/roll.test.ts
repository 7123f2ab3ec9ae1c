import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rollBook, standingsAt } from '../../../src/main/db/roll.ts'
import { attendanceSummary } from '../../../src/shared/rules/attendance.ts'
import { meetingKinds } from '../../../src/shared/rules/meeting.ts'
import { type Role, roles, type Status, statuses } from '../../../src/shared/rules/member.ts'
import { standingOn } from '../../../src/shared/rules/obligation.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice

beforeEach(() => {
  office = startRollOffice()
})
afterEach(() => office.close())

const db = () => {
  if (!('database' in office.program.office)) throw new Error('the office is not open')
  return office.program.office.database.db
}

const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)

/** Periods one after another with gaps, as tuples. */
function periods<T extends string>(names: readonly T[]): fc.Arbitrary<[T, string, string | null][]> {
  return fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(40), fc.nat(60)), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([pieces, open]) => {
      let next = 0
      return pieces.map(([name, gap, length], index): [T, string, string | null] => {
        const start = next + gap
        next = start + length + 1
        return [name, day(start), open && index === pieces.length - 1 ? null : day(start + length)]
      })
    })
}

it('finds by SQL the same standing as the rule finds in all periods', async () => {
  const members = fc.array(fc.tuple(periods<Status>(statuses), periods<Role>(roles)), {
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(members, fc.constantFrom(...meetingKinds), fc.nat(300), async (drawn, kind, when) => {
      office.sqlite.exec('DELETE FROM member')
      const ids = drawn.map(([ofStatus, ofRole]) => office.addMember('Lê Thị Hoa', ofStatus, ofRole))
      const meeting = { id: office.addMeeting(day(when), kind), kind, heldOn: day(when) }
      const found = new Map((await standingsAt(db(), meeting)).map((row) => [row.memberId, row]))
      for (const [index, [ofStatus, ofRole]] of drawn.entries()) {
        const period = ([, fromDate, toDate]: [string, string, string | null]) => ({ fromDate, toDate })
        expect(found.get(ids[index] as number)).toMatchObject(
          standingOn(
            {
              statuses: ofStatus.map((one) => ({ status: one[0], ...period(one) })),
              roles: ofRole.map((one) => ({ role: one[0], ...period(one) })),
            },
            meeting,
          ),
        )
      }
    }),
    { numRuns: 60 },
  )
})

it('hands the rule whole periods, the meetings of the days asked for and their marks', async () => {
  const an = office.addMember('Nguyễn Văn An', [
    ['full', '2020-01-01', '2025-05-31'],
    ['exempt', '2025-06-01', null],
  ])
  const ba = office.addMember('Lê Văn Ba', [['full', '2020-01-01', null]], [['deputy', '2024-01-01', null]])
  const deleted = office.addMember('Vũ Văn Cũ', [['full', '2020-01-01', null]])
  const meetings = ['2025-02-28', '2025-06-03', '2025-03-01', '2025-06-04'].map((on) => office.addMeeting(on))
  for (const meetingId of meetings)
    for (const memberId of [an, ba, deleted])
      office.sqlite
        .prepare("INSERT INTO attendance (meetingId, memberId, state) VALUES (?, ?, 'present')")
        .run(meetingId, memberId)
  office.sqlite.prepare("UPDATE member SET removedAt = '2025-07-01T00:00:00Z' WHERE id = ?").run(deleted)

  const book = await rollBook(db(), '2025-03-01', '2025-06-03')
  expect(
    book.members.map(({ fullName, statuses, roles }) => [fullName, statuses.length, roles.length]),
  ).toEqual([
    ['Nguyễn Văn An', 2, 0],
    ['Lê Văn Ba', 1, 1],
  ])
  expect(book.meetings.map(({ heldOn }) => heldOn)).toEqual(['2025-03-01', '2025-06-03'])
  const { members } = attendanceSummary(book.members, book.meetings, book.marks)
  expect(members).toMatchObject([
    { memberId: an, obliged: 1, present: 1, presentNotObliged: 1 },
    { memberId: ba, obliged: 2, present: 2, presentNotObliged: 0 },
  ])
})
