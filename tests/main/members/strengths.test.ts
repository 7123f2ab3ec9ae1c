import { afterEach, beforeEach, expect, it } from 'vitest'
import { addPerson } from '../../support/people.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'
import { addTheme } from '../../support/theme-office.ts'

let test: TestProgram
beforeEach(() => {
  test = startProgram()
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

it('keeps what is entered, each word once, and takes it back in one step', async () => {
  const memberId = await addPerson(test, 'Lò Văn Sáo')
  const get = () => test.call('strengths.get', { memberId })
  expect(await get()).toEqual({ entered: [], grown: [], known: [] })
  await test.call('strengths.set', { memberId, subjects: ['Tin học', ' Chuyển  đổi số', 'chuyen doi so '] })
  expect((await get()).entered).toEqual(['Tin học', 'chuyen doi so'])
  await test.call('strengths.set', { memberId, subjects: ['Tin học'] })
  expect((await get()).entered).toEqual(['Tin học'])
  expect(await test.call('history.undo', {})).toMatchObject({ description: 'Thế mạnh của Lò Văn Sáo' })
  expect((await get()).entered).toEqual(['Tin học', 'chuyen doi so'])
  await test.call('strengths.set', { memberId, subjects: [] })
  expect((await get()).entered).toEqual([])
})

it('grows from the themes prepared whose day is past, without those entered', async () => {
  const memberId = await addPerson(test, 'Lò Văn Sáo')
  const other = await addPerson(test, 'Lê An')
  await addTheme(test, 'Một', { leadId: memberId, sessionOn: '2026-03-10', subjects: ['Tiết kiệm', 'Hồ sơ'] })
  await addTheme(test, 'Hai', { contributors: [memberId], year: 2025, quarter: 2, subjects: ['tiết kiệm'] })
  await addTheme(test, 'Ba', { leadId: memberId, sessionOn: '2026-12-10', subjects: ['Chuyển đổi số'] })
  await addTheme(test, 'Bốn', { leadId: other, sessionOn: '2026-01-10', subjects: ['Thể thao'] })
  await test.call('strengths.set', { memberId, subjects: ['Ho so', 'Dân vận'] })
  expect(await test.call('strengths.get', { memberId })).toEqual({
    entered: ['Ho so', 'Dân vận'],
    grown: [{ subject: 'tiết kiệm', themes: 2, lastOn: '2026-03-10' }],
    known: ['Chuyển đổi số', 'Dân vận', 'Ho so', 'Thể thao', 'Tiết kiệm'],
  })
})

it('refuses nothing said, too much, and whoever is not there', async () => {
  const memberId = await addPerson(test, 'Lò Văn Sáo')
  await expect(test.call('strengths.set', { memberId, subjects: ['  '] })).rejects.toMatchObject({
    fields: { 'subjects.0': 'Chưa nhập lĩnh vực' },
  })
  const many = Array.from({ length: 21 }, (_, index) => `Việc ${index}`)
  await expect(test.call('strengths.set', { memberId, subjects: many })).rejects.toMatchObject({
    fields: { subjects: 'Tối đa 20 lĩnh vực' },
  })
  const gone = await addPerson(test, 'Đã Xóa', { removedAt: '2026-01-01T00:00:00.000Z' })
  for (const memberId of [gone, 999]) {
    await expect(test.call('strengths.set', { memberId, subjects: [] })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(test.call('strengths.get', { memberId })).rejects.toMatchObject({ code: 'not-found' })
  }
})
