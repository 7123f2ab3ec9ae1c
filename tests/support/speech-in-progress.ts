import { startProgram } from './program.ts'
import { rollOffice } from './roll-office.ts'

/**
 * Run as a program of its own on a data folder: begins a meeting of two at 14:00, one speaking and one waiting, prints
 * what the live screen reads, and waits to be killed.
 */
const office = rollOffice(
  startProgram({ dataFolder: process.argv[2] ?? '', now: '2026-11-03T14:00:00+07:00' }),
)
const meetingId = office.addMeeting('2026-11-03')
office.addAgendaItem(meetingId, 'Thảo luận')
await office.call('running.nextItem', { meetingId })
for (const name of ['Nguyễn Văn An', 'Lê Thị Bình']) {
  const memberId = office.addMember(name, [['full', '2015-01-01', null]])
  await office.call('queue.add', { meetingId, memberId, guestName: null })
}
const [first] = (await office.call('running.live', { meetingId })).queue
await office.call('queue.start', { id: first?.id ?? 0 })
process.stdout.write(`${JSON.stringify(await office.call('running.live', { meetingId }))}\n`)
setInterval(() => undefined, 60_000)
