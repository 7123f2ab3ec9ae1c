import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
beforeEach(() => {
  office = startRollOffice()
  office.setNow('2026-11-21T08:00:00+07:00')
  office.addMember('Lê An', [['full', '2020-01-01', null]])
})
afterEach(() => office.close())

test('the usual days hold until the cell sets its own, with where they were read', async () => {
  const { due, rules } = await office.call('reportCalendar.get', {})
  expect(rules.find(({ report }) => report === 'schedule')).toMatchObject({
    anchor: 'before',
    day: 20,
    source: expect.stringContaining('An Giang'),
  })
  expect(rules.find(({ report }) => report === 'rollBook')).toMatchObject({ day: null, source: '' })
  expect(due[0]).toMatchObject({ report: 'schedule', fromDate: '2026-12-01', dueOn: '2026-11-20' })

  const own = { report: 'schedule', recipient: 'Đảng ủy xã', anchor: 'before', day: 25 } as const
  await office.call('reportCalendar.setDue', own)
  await office.call('reportCalendar.setDue', { ...own, day: 26 })
  const changed = await office.call('reportCalendar.get', {})
  expect(changed.due[0]).toMatchObject({ recipient: 'Đảng ủy xã', dueOn: '2026-11-26' })
  await office.call('history.undo', {})
  expect((await office.call('reportCalendar.get', {})).due[0]).toMatchObject({ dueOn: '2026-11-25' })
})

test('what was sent is no longer due, on the desk neither, until that is taken back', async () => {
  const late = async () => (await office.call('desk.get', {})).reports.map(({ report }) => report)
  expect(await late()).toEqual(['schedule'])
  const sent = { report: 'schedule', fromDate: '2026-12-01', toDate: '2026-12-31' } as const
  await office.call('reportCalendar.markSent', sent)
  await office.call('reportCalendar.markSent', sent)
  expect(await late()).toEqual([])
  expect((await office.call('reportCalendar.get', {})).sent).toEqual([
    { id: expect.any(Number), ...sent, sentOn: '2026-11-21' },
  ])
  // The second time changed nothing, so it is no step.
  await office.call('history.undo', {})
  expect(await late()).toEqual(['schedule'])
})

test('a report marked as sent by mistake is waited for again', async () => {
  const due = async () => (await office.call('reportCalendar.get', {})).due[0]?.dueOn
  const before = await due()
  await office.call('reportCalendar.markSent', {
    report: 'schedule',
    fromDate: '2026-12-01',
    toDate: '2026-12-31',
  })
  expect(await due()).not.toBe(before)
  const [sent] = (await office.call('reportCalendar.get', {})).sent
  const id = sent?.id ?? 0
  await office.call('reportCalendar.unmarkSent', { id })
  expect(await due()).toBe(before)
  expect((await office.call('history.status', {})).undo).toBe('Chưa gửi: Lịch sinh hoạt Tháng 12/2026')
  await expect(office.call('reportCalendar.unmarkSent', { id })).rejects.toMatchObject({ code: 'not-found' })
})

test('a day that no month has is refused beside its field', async () => {
  const wrong = { report: 'quarter', recipient: '', anchor: 'after', day: 32 } as const
  await expect(office.call('reportCalendar.setDue', wrong)).rejects.toMatchObject({
    code: 'invalid-input',
    fields: { day: 'Hãy nhập số từ 1 đến 31' },
  })
})
