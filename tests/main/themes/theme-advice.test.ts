import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '../../support/people.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'
import { addTheme, databaseOf } from '../../support/theme-office.ts'

let test: TestProgram
beforeEach(() => {
  test = startProgram()
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

const addMeeting = async (heldOn: string, removedAt: string | null = null) => {
  const { id } = await databaseOf(test)
    .insertInto('meeting')
    .values({
      kind: 'themed',
      period: heldOn.slice(0, 7),
      heldOn,
      startTime: '14:00',
      place: '',
      mode: 'inPerson',
      theme: '',
      note: '',
      removedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('who might prepare a theme', () => {
  it('is told with the reasons, the second best and why others cannot', async () => {
    const an = await addPerson(test, 'Lê An')
    const binh = await addPerson(test, 'Lê Bình')
    const chi = await addPerson(test, 'Lê Chi')
    await addPerson(test, 'Lê Dũng', { status: 'exempt' })
    await addPerson(test, 'Đã Xóa', { removedAt: '2026-01-01T00:00:00.000Z' })
    await test.call('strengths.set', { memberId: chi, subjects: ['Tiết kiệm'] })
    await addTheme(test, 'Giữ giờ họp', { leadId: an, quarter: 1 })
    const id = await addTheme(test, 'Tiết kiệm điện ở trụ sở', { sessionOn: '2026-12-10' })
    const advice = await test.call('themes.preparers', { id })
    expect(advice).toEqual({
      lead: {
        best: {
          memberId: chi,
          fullName: 'Lê Chi',
          reasons: [
            'thế mạnh “Tiết kiệm” hợp với chuyên đề',
            'đến lượt: chưa chuẩn bị chuyên đề nào',
            'không vướng việc khác trong thời gian tới',
          ],
        },
        second: {
          memberId: binh,
          fullName: 'Lê Bình',
          reasons: ['đến lượt: chưa chuẩn bị chuyên đề nào', 'không vướng việc khác trong thời gian tới'],
        },
      },
      contributor: {
        best: expect.objectContaining({ memberId: binh }),
        second: expect.objectContaining({
          memberId: an,
          reasons: ['đã nhận 1 báo cáo đề dẫn từ 10/12/2024', 'không vướng việc khác trong thời gian tới'],
        }),
      },
      others: [
        {
          memberId: expect.any(Number),
          fullName: 'Lê Dũng',
          why: 'ngày 10/12/2026 được miễn công tác và sinh hoạt',
        },
      ],
    })
    expect(await test.call('themes.preparers', { id })).toEqual(advice)
  })

  it('leaves out who prepares it already, and proposes no lead where there is one', async () => {
    const an = await addPerson(test, 'Lê An')
    const binh = await addPerson(test, 'Lê Bình')
    const chi = await addPerson(test, 'Lê Chi')
    const id = await addTheme(test, 'Tiết kiệm điện', { leadId: an, contributors: [binh] })
    expect(await test.call('themes.preparers', { id })).toMatchObject({
      lead: null,
      contributor: { best: { memberId: chi }, second: null },
    })
    const alone = await addTheme(test, 'Giữ giờ', { leadId: an, contributors: [binh, chi] })
    expect(await test.call('themes.preparers', { id: alone })).toEqual({
      lead: null,
      contributor: null,
      others: [],
    })
  })

  it('weighs what people have to do in the coming weeks, and who is excused', async () => {
    const [an, binh, chi] = [
      await addPerson(test, 'Lê An'),
      await addPerson(test, 'Lê Bình'),
      await addPerson(test, 'Lê Chi'),
    ]
    const db = databaseOf(test)
    const meetingId = await addMeeting('2026-12-10')
    const removed = await addMeeting('2026-12-11', '2026-11-20T00:00:00.000Z')
    const id = await addTheme(test, 'Tiết kiệm điện', { meetingId })
    for (const [title, dueOn, doneOn] of [
      ['sắp đến hạn', '2026-12-01', null],
      ['quá hạn', '2026-10-01', null],
      ['đã xong', '2026-12-01', '2026-11-01'],
      ['còn lâu', '2027-06-01', null],
    ] as const) {
      const task = await db
        .insertInto('task')
        .values({ title, dueOn, doneOn })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db.insertInto('taskOwner').values({ taskId: task.id, memberId: an }).execute()
    }
    for (const meeting of [meetingId, removed]) {
      const item = await db
        .insertInto('agendaItem')
        .values({
          meetingId: meeting,
          position: 0,
          part: 'main',
          contentClass: 'discussion',
          title: 'Thảo luận',
          plannedMinutes: 10,
          privateNote: '',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('speakerAsk')
        .values({ meetingId: meeting, agendaItemId: item.id, memberId: an, question: '' })
        .execute()
    }
    await addTheme(test, 'Giữ giờ', { leadId: binh, sessionOn: '2026-12-20' })
    await db
      .insertInto('attendance')
      .values({ meetingId, memberId: chi, state: 'excused', note: 'đi công tác' })
      .execute()
    const { lead, others } = await test.call('themes.preparers', { id })
    expect(lead?.best).toMatchObject({ memberId: an })
    expect(lead?.best.reasons).toContain('đang có 2 nhiệm vụ, 1 phần phát biểu')
    expect(lead?.second?.reasons).toEqual([
      'đã nhận 1 báo cáo đề dẫn từ 10/12/2024',
      'đang có 1 bài chuyên đề khác',
    ])
    expect(others).toEqual([{ memberId: chi, fullName: 'Lê Chi', why: 'đã xin vắng buổi này' }])
  })

  it('is asked of a theme that is there', async () => {
    await expect(test.call('themes.preparers', { id: 9 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(test.call('themes.hints', { id: 9 })).rejects.toMatchObject({ code: 'not-found' })
  })
})

it('hints at what a theme lacks and at earlier ones much like it, not at those of its own year', async () => {
  await addTheme(test, 'Tiết kiệm giấy, mực, điện', { year: 2024 })
  await addTheme(test, 'Tiết kiệm giấy, mực, điện ở trụ sở', { quarter: 1 })
  const id = await addTheme(test, 'Tiết kiệm giấy, mực, điện trong cơ quan', {
    problem: 'Đèn sáng cả đêm',
    cause: 'Không ai tắt',
  })
  const { hints, alike } = await test.call('themes.hints', { id })
  expect(hints.map(({ field }) => field)).toEqual(['aim', 'solution', 'figures'])
  expect(alike).toEqual([
    {
      id: expect.any(Number),
      year: 2024,
      title: 'Tiết kiệm giấy, mực, điện',
      words: 'Gần giống chuyên đề năm 2024: “Tiết kiệm giấy, mực, điện” (cùng các từ chính).',
    },
  ])
})

it('warns when three people carry more than half of a year', async () => {
  const people = []
  for (const name of ['An', 'Bình', 'Chi', 'Dũng', 'Giang']) people.push(await addPerson(test, `Lê ${name}`))
  const [an, binh, chi, dung] = people as [number, number, number, number]
  await addTheme(test, 'Một', { quarter: 1, leadId: an, contributors: [binh, chi] })
  expect(await test.call('themes.burden', { year: 2026 })).toBeNull()
  await addTheme(test, 'Hai', { quarter: 2, leadId: binh, contributors: [an, dung] })
  await addTheme(test, 'Khác', { year: 2025, leadId: dung })
  expect(await test.call('themes.burden', { year: 2026 })).toBe(
    '3 người làm 5 trong 6 phần việc chuẩn bị chuyên đề của năm: Lê An (2), Lê Bình (2), Lê Chi (1). Nên giao thêm cho người khác.',
  )
})
