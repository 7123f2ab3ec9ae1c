import { afterEach, expect, test } from 'vitest'
import { thresholds } from '../../../src/shared/rules/thresholds.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'

let office: TestProgram | null = null
afterEach(() => office?.close())

test('figures of usage are kept, and undone with a sentence that names them', async () => {
  office = startProgram()
  expect(await office.call('settings.get', {})).toMatchObject({ noticeDaysBefore: 3 })
  await office.call('settings.update', { name: 'noticeDaysBefore', value: 7 })
  await office.call('settings.update', { name: 'noticeDaysBefore', value: 5 })
  expect(await office.call('settings.get', {})).toMatchObject({ noticeDaysBefore: 5 })
  expect((await office.call('history.status', {})).undo).toContain(
    `Cài đặt: ${thresholds.noticeDaysBefore.label}, 5`,
  )
  await office.call('history.undo', {})
  await office.call('history.undo', {})
  expect(await office.call('settings.get', {})).toMatchObject({ noticeDaysBefore: 3 })
})

test.each([
  ['readingPercentAtMost', 100, 101, 'Hãy nhập số từ 0 đến 100'],
  ['askDaysBefore', 60, 61, 'Hãy nhập số từ 0 đến 60'],
  ['askDaysBefore', 0, -1, 'Hãy nhập số từ 0 đến 60'],
] as const)('%s may be %i, not %i', async (name, good, bad, value) => {
  office = startProgram()
  await office.call('settings.update', { name, value: good })
  await expect(office.call('settings.update', { name, value: bad })).rejects.toMatchObject({
    code: 'invalid-input',
    fields: { value },
  })
})
