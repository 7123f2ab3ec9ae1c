import { afterAll, beforeAll, expect, it } from 'vitest'
import { startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let held: number[]

beforeAll(async () => {
  test = startProgram()
  await test.call('office.openSample', {})
  const years = await test.call('meetings.years', {})
  const all = await Promise.all(years.map((year) => test.call('meetings.list', { year })))
  held = all
    .flat()
    .filter((meeting) => meeting.kind === 'regular' && meeting.present > 0)
    .map((meeting) => meeting.id)
})
afterAll(() => test.close())

const open = async (meetingId: number) => {
  const { fields } = await test.call('papers.get', { paper: 'minutes', meetingId })
  return {
    filled: fields.filter((each) => each.filled).length,
    open: fields.filter((each) => !each.filled).map((each) => each.field),
  }
}

it('fills the fields of the minutes of the sample office’s first meeting from facts alone', async () => {
  // Nobody clocked the items then, so when it ended is for a hand to write.
  expect(await open(held.at(-1) ?? 0)).toEqual({ filled: 21, open: ['end'] })
})

it('fills every one of them for a meeting run with the clock', async () => {
  expect(await open(held[1] ?? 0)).toEqual({ filled: 22, open: [] })
})
