import { join } from 'node:path'
import type { Host } from '../../src/main/api/host.ts'
import type { MeetingKind } from '../../src/shared/rules/meeting.ts'
import { sampleCell } from './program.ts'
import { type RollOffice, startRollOffice } from './roll-office.ts'

/** A host that saves into a folder of the test. */
export function bookOfficeHost(folder: string): Partial<Host> {
  return {
    chooseSavePath: async (_kind, fileName) => join(folder, fileName),
    chooseNewFolder: async (_kind, folderName) => join(folder, folderName),
  }
}

/** Small deterministic numbers in [0, 1), so that every run writes the same book. */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ']
const middles = ['Thị', 'Văn', 'Đức', 'Thu', 'Minh', 'Quang', 'Ngọc']
const givens = ['An', 'Ánh', 'Bình', 'Chi', 'Dũng', 'Đức', 'Giang', 'Hà', 'Hùng', 'Khánh', 'Lan', 'Yến']

export type BookSize = { members: number; months: number; committee?: boolean }

/** An office filled by `fillBook`, on a database of its own. */
export async function startBookOffice(size: BookSize & { host?: Partial<Host> }): Promise<RollOffice> {
  const office = startRollOffice(size.host)
  await fillBook(office, size)
  return office
}

/**
 * Members and meetings from January 2024 on: monthly meetings, a themed one each quarter, committee meetings on
 * request; people who joined, left, were exempt or away; marks and turns by a fixed dice.
 */
export async function fillBook(office: RollOffice, size: BookSize): Promise<void> {
  await office.call('cell.update', sampleCell)
  const dice = numbers(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T
  const { sqlite } = office
  sqlite.exec('BEGIN')
  const members: number[] = []
  for (let index = 0; index < size.members; index++) {
    const name = `${pick(families)} ${pick(middles)} ${pick(givens)}`
    const kind = index % 8
    const statuses: Parameters<RollOffice['addMember']>[1] =
      kind === 3
        ? [
            ['full', '2020-01-01', '2024-04-30'],
            ['exempt', '2024-05-01', null],
          ]
        : kind === 5
          ? [['full', '2024-03-10', null]]
          : kind === 6
            ? [
                ['full', '2020-01-01', '2024-02-29'],
                ['temporaryElsewhere', '2024-03-01', '2024-06-30'],
                ['full', '2024-07-01', null],
              ]
            : kind === 7
              ? [
                  ['full', '2020-01-01', '2024-09-15'],
                  ['movedAway', '2024-09-16', null],
                ]
              : [['full', '2020-01-01', null]]
    const role = index === 0 ? 'secretary' : index === 1 ? 'deputy' : index === 2 ? 'committeeMember' : null
    members.push(office.addMember(name, statuses, role ? [[role, '2020-01-01', null]] : []))
  }
  const mark = sqlite.prepare(
    'INSERT INTO attendance (meetingId, memberId, state, lateMinutes) VALUES (?, ?, ?, ?)',
  )
  const turn = sqlite.prepare(
    'INSERT INTO speakingTurn (meetingId, memberId, guestName, kind, speakingSeconds) VALUES (?, ?, ?, ?, ?)',
  )
  for (let month = 0; month < size.months; month++) {
    const period = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    const kinds: MeetingKind[] = ['regular']
    if (month % 3 === 2) kinds.push('themed')
    if (size.committee) kinds.unshift('committee')
    for (const [index, kind] of kinds.entries()) {
      const meetingId = office.addMeeting(`${period}-${String(3 + index * 9).padStart(2, '0')}`, kind)
      for (const [order, memberId] of members.entries()) {
        if (kind === 'committee' && order > 2) continue
        const throwing = dice()
        if (throwing < 0.02) continue
        const state =
          throwing < 0.85
            ? 'present'
            : throwing < 0.89
              ? 'late'
              : throwing < 0.91
                ? 'leftEarly'
                : throwing < 0.97
                  ? 'excused'
                  : 'unexcused'
        mark.run(meetingId, memberId, state, state === 'late' ? 10 : null)
        if (dice() < 0.3) {
          const seconds = dice() < 0.1 ? null : Math.round(60 + dice() * 400)
          turn.run(meetingId, memberId, null, 'opinion', seconds)
        }
      }
      if (dice() < 0.3) turn.run(meetingId, null, 'Phạm Văn Khách', 'opinion', 125)
    }
  }
  sqlite.exec('COMMIT')
}
