import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '../../../src/main/api/dispatch.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
beforeEach(() => {
  test = startProgram()
})
afterEach(() => test.close())

describe('dispatch', () => {
  it('answers a write with what was stored, and a read finds it', async () => {
    expect(await test.call('cell.get', {})).toBeNull()
    expect(await test.call('cell.update', sampleCell)).toEqual(sampleCell)
    expect(await test.call('cell.get', {})).toEqual(sampleCell)
  })

  it.each(['cell.nothing', '__proto__', 'constructor', 'toString', ''])('does not know %j', async (name) => {
    expect(await dispatch(test.program, name, {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-operation' },
    })
  })

  it('says which field is wrong, and stores nothing', async () => {
    const reply = await dispatch(test.program, 'cell.update', { ...sampleCell, name: '  ' })
    expect(reply).toEqual({
      ok: false,
      error: { code: 'invalid-input', fields: { name: 'Chưa nhập tên chi bộ' } },
    })
    expect(await test.call('cell.get', {})).toBeNull()
    expect(await dispatch(test.program, 'cell.update', { ...sampleCell, extra: 1 })).toMatchObject({
      ok: false,
    })
    expect(await dispatch(test.program, 'cell.update', null)).toMatchObject({ ok: false })
  })

  it('makes each write one step of undo that says what it was', async () => {
    await test.call('cell.update', sampleCell)
    await test.call('cell.update', { ...sampleCell, name: 'Chi bộ Hai' })
    expect(await test.call('history.undo', {})).toEqual({ description: 'Thông tin chi bộ: Chi bộ Hai' })
    expect(await test.call('cell.get', {})).toEqual(sampleCell)
    expect(await test.call('history.redo', {})).toEqual({ description: 'Thông tin chi bộ: Chi bộ Hai' })
    await test.call('history.undo', {})
    await test.call('history.undo', {})
    expect(await test.call('cell.get', {})).toBeNull()
    await expect(test.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
  })

  it('keeps its order when many calls come at once', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `Chi bộ ${i}`)
    await Promise.all(names.map((name) => test.call('cell.update', { ...sampleCell, name })))
    await Promise.all([
      test.call('history.undo', {}),
      test.call('cell.update', { ...sampleCell, name: 'Sau' }),
    ])
    expect(await test.call('cell.get', {})).toMatchObject({ name: 'Sau' })
    expect(test.errors).toEqual([])
  })

  it('answers unexpected errors without their details, and logs them whole', async () => {
    test.close()
    const reply = await dispatch(test.program, 'cell.get', {})
    expect(reply).toEqual({ ok: false, error: { code: 'unexpected', fields: {} } })
    expect(test.errors).toHaveLength(1)
  })
})
