import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberFields } from '../../../src/shared/contract/member-fields.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
beforeEach(() => {
  test = startProgram()
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

const an: MemberFields = {
  fullName: 'Nguyễn Văn Ân',
  sex: 'male',
  birthDate: '1975',
  cardNumber: '05.454540',
  identityNumber: '001075000123',
  fileNumber: null,
  admittedOn: '2000-05-19',
  officialOn: '2001-05-19',
  job: 'Giảng viên chính',
  politicalTheory: '',
  residenceCell: '',
  phone: '0912000111',
  note: '',
  statuses: [
    { status: 'probationary', fromDate: '2000-05-19', toDate: '2001-05-18', note: '' },
    { status: 'full', fromDate: '2001-05-19', toDate: '2026-04-30', note: '' },
    { status: 'exempt', fromDate: '2026-05-01', toDate: null, note: 'Sức khỏe yếu' },
  ],
  roles: [{ role: 'deputy', fromDate: '2020-01-01', toDate: '2022-12-31' }],
}

const list = (date: string) => test.call('members.list', { date })

describe('members', () => {
  it('gives back what was put in, numbers of cards as text with their leading zero', async () => {
    const { id, ...fields } = await test.call('members.create', an)
    expect(fields).toEqual(an)
    expect(await test.call('members.get', { id })).toEqual({ id, ...an })
  })

  it.each([
    ['1999-12-31', null, 'member'],
    ['2000-05-19', 'probationary', 'member'],
    ['2001-05-18', 'probationary', 'member'],
    ['2001-05-19', 'full', 'member'],
    ['2020-01-01', 'full', 'deputy'],
    ['2022-12-31', 'full', 'deputy'],
    ['2023-01-01', 'full', 'member'],
    ['2026-05-01', 'exempt', 'member'],
  ] as const)('on %s the member is %s and %s', async (date, status, role) => {
    await test.call('members.create', an)
    expect(await list(date)).toMatchObject([{ status, role }])
  })

  it('lists by given name, then family name', async () => {
    for (const fullName of ['Trần Văn Ước', 'Lê Thị Ánh', 'Đỗ Đức', 'Bùi Thị Ánh', 'Vũ An', 'Hồ Đào'])
      await test.call('members.create', { ...an, fullName, cardNumber: null })
    expect((await list('2026-11-21')).map((row) => row.fullName)).toEqual([
      'Vũ An',
      'Bùi Thị Ánh',
      'Lê Thị Ánh',
      'Hồ Đào',
      'Đỗ Đức',
      'Trần Văn Ước',
    ])
  })

  it('keeps names regular and folded for the search', async () => {
    await test.call('members.create', { ...an, fullName: '  ĐỖ  THỊ\u00a0HƯƠNG '.normalize('NFD') })
    expect(await list('2026-11-21')).toMatchObject([
      { fullName: 'Đỗ Thị Hương', fullNameFolded: 'do thi huong' },
    ])
  })

  it('refuses two people with one card, and says whose it is', async () => {
    await test.call('members.create', an)
    await expect(test.call('members.create', { ...an, fullName: 'Người Khác' })).rejects.toMatchObject({
      code: 'card-number-taken',
      fields: { cardNumber: 'Số thẻ này đã ghi cho Nguyễn Văn Ân' },
    })
    expect(await list('2026-11-21')).toHaveLength(1)
  })

  it('takes an empty card number as none', async () => {
    await test.call('members.create', { ...an, cardNumber: ' ' })
    await test.call('members.create', { ...an, fullName: 'Người Khác', cardNumber: '' })
    expect((await list('2026-11-21')).map((row) => row.cardNumber)).toEqual([null, null])
  })

  it('refuses periods that share a day or run backwards, with the line at fault', async () => {
    const overlapping = [
      { status: 'full', fromDate: '2001-05-19', toDate: null, note: '' },
      { status: 'exempt', fromDate: '2026-05-01', toDate: null, note: '' },
    ] as const
    await expect(test.call('members.create', { ...an, statuses: [...overlapping] })).rejects.toMatchObject({
      code: 'periods-overlap',
      fields: { 'statuses.1.fromDate': 'Trùng với giai đoạn từ 19/05/2001' },
    })
    await expect(
      test.call('members.create', {
        ...an,
        roles: [{ role: 'deputy', fromDate: '2022-01-01', toDate: '2021-01-01' }],
      }),
    ).rejects.toMatchObject({ code: 'period-invalid', fields: { 'roles.0.toDate': expect.any(String) } })
    expect(await list('2026-11-21')).toEqual([])
  })

  it('updates everything in one step, which undo takes back whole', async () => {
    const before = await test.call('members.create', an)
    const changed = {
      ...an,
      id: before.id,
      fullName: 'Nguyễn Văn Ẩn',
      statuses: an.statuses.slice(0, 2),
      roles: [],
    }
    expect(await test.call('members.update', changed)).toEqual(changed)
    expect(await test.call('history.undo', {})).toEqual({ description: 'Sửa đảng viên Nguyễn Văn Ẩn' })
    expect(await test.call('members.get', { id: before.id })).toEqual(before)
  })

  it('removes softly: out of the list, back by undo', async () => {
    const { id } = await test.call('members.create', an)
    await test.call('members.remove', { id })
    expect(await list('2026-11-21')).toEqual([])
    await expect(test.call('members.get', { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(test.call('members.remove', { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(test.call('members.update', { id, ...an })).rejects.toMatchObject({ code: 'not-found' })
    await test.call('history.undo', {})
    expect(await list('2026-11-21')).toHaveLength(1)
  })

  it.each([
    ['birthDate', '12/06/1975'],
    ['birthDate', '1975-13'],
    ['admittedOn', '2026-02-30'],
    ['fullName', ' '],
  ] as const)('refuses %s = %j', async (field, value) => {
    await expect(test.call('members.create', { ...an, [field]: value })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { [field]: expect.any(String) },
    })
  })
})
