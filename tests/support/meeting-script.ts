import { createRandom, type Random } from '../../src/main/sample/random.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import type { Input, OperationName } from '../../src/shared/contract/index.ts'
import { attendanceStates } from '../../src/shared/rules/attendance.ts'
import { contentsOf } from './contents.ts'
import { startProgram, type TestProgram } from './program.ts'
import { rollOffice } from './roll-office.ts'

type Call = { [Name in OperationName]: { name: Name; input: Input<Name> } }[OperationName]

export type MeetingScript = {
  calls: Call[]
  /** Everything stored after so many calls, from none. */
  contents: string[]
}

/** The instant at which the call of this number (from 1) is asked. */
export function instantAfter(calls: number): string {
  return new Date(Date.parse('2026-11-03T14:00:00+07:00') + calls * 1000).toISOString()
}

const given = 'An Ba Bình Chi Cúc Dung Đào Em Giang Hà Hiền Hoa Hùng Khoa Lan Linh Long Mai Minh Nam'

/** Makes an office of twenty with a meeting of five items that is about to begin, in an empty data folder. */
export function prepareMeeting(dataFolder: string): void {
  const office = rollOffice(startProgram({ dataFolder }))
  for (const name of given.split(' ')) office.addMember(`Trần ${name}`, [['full', '2015-01-01', null]])
  const meetingId = office.addMeeting('2026-11-03')
  for (let item = 1; item <= 5; item++) office.addAgendaItem(meetingId, `Nội dung ${item}`)
  office.close()
}

/** Plays a meeting of so many writes on a prepared data folder: what was called, and what was stored after each. */
export async function playMeeting(dataFolder: string, writes: number, seed: number): Promise<MeetingScript> {
  const test = startProgram({ dataFolder, now: instantAfter(0) })
  if ('problem' in test.program.office) throw new Error(test.program.office.problem)
  const { sqlite } = test.program.office.database
  // Only what is stored is asked here, not whether it would outlive the machine.
  sqlite.pragma('synchronous = OFF')
  const random = createRandom(seed)
  const calls: Call[] = []
  const contents = [contentsOf(sqlite)]
  while (calls.length < writes) {
    const call = await nextCall(test, random)
    test.setNow(instantAfter(calls.length + 1))
    try {
      await test.call(call.name, call.input as never)
    } catch (error) {
      // What is not possible at the moment is not asked of the others.
      if (error instanceof AppError && error.code !== 'invalid-input') continue
      throw error
    }
    calls.push(call)
    contents.push(contentsOf(sqlite))
  }
  test.close()
  return { calls, contents }
}

/** Something a secretary could do now; what is not possible at the moment is refused. */
async function nextCall(test: TestProgram, random: Random): Promise<Call> {
  const meetingId = 1
  const { speaking, queue, items, people } = await test.call('running.live', { meetingId })
  const { memberId } = random.pick(people)
  const waiting = queue[0] && random.pick(queue)
  const ofSpeaker = (): Call[] => {
    if (!speaking) return []
    const { id, agendaItemId, memberId: speakerId, guestName, kind } = speaking
    const who = { memberId: speakerId, guestName }
    return [
      { name: 'speaking.stop', input: { id } },
      { name: 'speaking.stop', input: { id } },
      { name: 'speaking.pause', input: { id } },
      { name: 'speaking.swap', input: { id, memberId, guestName: null } },
      {
        name: 'speaking.update',
        input: {
          id,
          agendaItemId,
          ...who,
          kind,
          speakingSeconds: null,
          gist: `Ý thứ ${random.between(1, 99)}`,
        },
      },
    ]
  }
  const ofQueue = (): Call[] =>
    waiting
      ? [
          { name: 'queue.start', input: { id: waiting.id } },
          { name: 'queue.start', input: { id: waiting.id } },
          { name: 'queue.remove', input: { id: waiting.id } },
          { name: 'queue.reorder', input: { meetingId, ids: queue.map(({ id }) => id).reverse() } },
        ]
      : []
  const state = random.pick(attendanceStates)
  const mark: Call = {
    name: 'attendance.mark',
    input: {
      meetingId,
      memberId,
      state,
      lateMinutes: state === 'late' ? random.between(1, 30) : null,
      reasonKind: null,
      note: '',
      agendaItemId: state === 'leftEarly' ? random.pick(items).id : null,
    },
  }
  const forCount = random.between(0, 15)
  const possible: Call[] = [
    mark,
    mark,
    mark,
    { name: 'queue.add', input: { meetingId, memberId, guestName: null } },
    { name: 'queue.add', input: { meetingId, memberId: null, guestName: 'Ông Lê Bá' } },
    ...ofQueue(),
    ...ofSpeaker(),
    { name: 'running.nextItem', input: { meetingId } },
    { name: 'running.stopItem', input: { meetingId } },
    { name: 'running.startItem', input: { agendaItemId: random.pick(items).id } },
    {
      name: 'votes.create',
      input: {
        meetingId,
        agendaItemId: random.pick(items).id,
        subject: `Việc ${random.between(1, 99)}`,
        rule: 'moreThanHalf',
        method: 'showOfHands',
        entitledCount: 20,
        presentCount: 15,
        forCount,
        againstCount: 15 - forCount,
        blankCount: 0,
      },
    },
    { name: 'history.undo', input: {} },
  ]
  return random.pick(possible)
}
