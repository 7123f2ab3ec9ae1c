import { writeSync } from 'node:fs'
import { dispatch } from '../../src/main/api/dispatch.ts'
import type { Host } from '../../src/main/api/host.ts'
import { createProgram } from '../../src/main/api/program.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import type { Input, OperationName, Output } from '../../src/shared/contract/index.ts'
import { blankPerson } from './blank-person.ts'

/**
 * A program that writes until it is killed: `node kill-writer.ts FOLDER`. After each write that was answered it
 * prints the write's number, from 1; each number leaves its own trace (see `tracesOf` in kill.test.ts).
 */
const noWindow = async () => {
  throw new AppError('pdf-unavailable')
}
const host: Host = {
  chooseSavePath: noWindow,
  chooseNewFolder: noWindow,
  showFile: noWindow,
  printToPdf: noWindow,
  print: noWindow,
}
const program = createProgram({ dataFolder: process.argv[2] ?? '', host })

async function call<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await dispatch(program, name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.value as Output<Name>
}

const person = (fullName: string): Input<'members.create'> => ({
  fullName,
  ...blankPerson,
  statuses: [{ status: 'full', fromDate: '2010-01-01', toDate: null, note: '' }],
  roles: [],
})

/** Puts `write` behind what the writer did last: its number in a trace of its own. */
async function write(number: number, meetingId: number, memberId: number): Promise<void> {
  switch (number % 5) {
    case 0: {
      const { roles: _roles, ...member } = person('')
      const rows = [1, 2, 3].map((part) => ({
        memberId: null,
        member: { ...member, fullName: `Nhóm ${number} ${part}`, role: null },
      }))
      await call('members.import', { rows })
      return
    }
    case 1:
      await call('members.create', person(`Người ${number}`))
      return
    case 2:
      await call('attendance.mark', {
        meetingId,
        memberId,
        state: 'present',
        lateMinutes: null,
        reasonKind: null,
        note: `${number}`,
      })
      return
    case 3:
      await call('agenda.create', {
        meetingId,
        part: 'main',
        contentClass: 'discussion',
        title: `Mục ${number}`,
        ownerId: memberId,
        plannedMinutes: 5,
        privateNote: '',
      })
      return
    default:
      await call('speaking.create', {
        meetingId,
        agendaItemId: null,
        memberId,
        guestName: null,
        kind: 'opinion',
        speakingSeconds: 60,
        gist: `Lượt ${number}`,
      })
  }
}

writeSync(1, 'open\n')
const { id: memberId } = await call('members.create', person('Người 1'))
writeSync(1, '1\n')
const { id: meetingId } = await call('meetings.create', {
  kind: 'extraordinary',
  period: '2026-11',
  heldOn: '2026-11-03',
  startTime: '08:00',
  place: 'Phòng họp',
  mode: 'inPerson',
  chairId: null,
  minuteTakerId: null,
  theme: '',
  note: '2',
})
writeSync(1, '2\n')
for (let number = 3; ; number++) {
  await write(number, meetingId, memberId)
  writeSync(1, `${number}\n`)
}
