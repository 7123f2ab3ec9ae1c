import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let ownerId = 0
let november = 0

beforeEach(async () => {
  test = startProgram()
  await test.call('cell.update', sampleCell)
  ownerId = await addPerson(test, 'Nguyễn Văn An', { role: 'secretary' })
  november = await meet('2026-11-03')
})
afterEach(() => {
  expect(test.errors).toEqual([])
  test.close()
})

const meet = async (heldOn: string, kind: 'regular' | 'themed' | 'committee' = 'regular') =>
  (
    await test.call('meetings.create', {
      ...(await test.call('meetings.defaults', { kind, heldOn })),
      period: heldOn.slice(0, 7),
      place: 'Phòng họp',
    })
  ).id
const give = (
  meetingId: number | null,
  title: string,
  { dueOn = null, doneOn = null }: { dueOn?: string | null; doneOn?: string | null } = {},
) =>
  test.call('tasks.create', {
    meetingId,
    conclusionId: null,
    title,
    ownerIds: [ownerId],
    dueOn,
    reportMeetingId: null,
    doneOn,
  })
const resolution = () => test.call('papers.get', { paper: 'resolution', meetingId: november })

describe('the table of tasks', () => {
  const rows = async () =>
    (await resolution()).paragraphs
      .filter(({ style }) => style === 'row')
      .map(({ cells, text }) => [...cells.slice(1), text])

  it('has those of the last resolution, then those still open from before it, by their months', async () => {
    const october = await meet('2026-10-05')
    await give(october, 'Dọn kho', { dueOn: '2026-10-20', doneOn: '2026-10-19' })
    await give(october, 'Thường xuyên trực cơ quan')
    const september = await meet('2026-09-03')
    await give(september, 'Lập danh mục', { dueOn: '2026-09-30', doneOn: '2026-10-20' })
    await give(september, 'Sửa quy chế')
    await give(september, 'Xong trước', { doneOn: '2026-10-05' })
    await give(await meet('2026-08-20', 'themed'), 'Làm thử', { dueOn: '2026-12-01' })
    await give(await meet('2026-08-25', 'committee'), 'Việc riêng của chi ủy')
    await give(null, 'Không do buổi họp nào giao')
    const removed = await meet('2026-07-02')
    await give(removed, 'Buổi đã xóa')
    await test.call('meetings.remove', { id: removed })
    const an = 'Nguyễn Văn An'
    expect(await rows()).toEqual([
      ['Dọn kho', an, 'Có mốc thời hạn: 20/10/2026', 'Hoàn thành ngày 19/10/2026'],
      ['Thường xuyên trực cơ quan', an, 'Nhiệm vụ thường xuyên', 'Đang thực hiện'],
      ['Làm thử', an, 'Đang triển khai từ 08/2026, hạn 01/12/2026', 'Đang thực hiện'],
      [
        'Lập danh mục',
        an,
        'Đang triển khai từ 09/2026, hạn 30/09/2026',
        'Hoàn thành ngày 20/10/2026, chậm 20 ngày',
      ],
      ['Sửa quy chế', an, 'Đang triển khai từ 09/2026', 'Đang thực hiện'],
    ])
  })

  it('has none where there was no meeting before', async () => {
    expect(await rows()).toEqual([])
  })
})

it('part IV explains the points lost, from the lines of the score', async () => {
  if ('problem' in test.program.office) throw new Error(test.program.office.problem)
  const { sqlite } = test.program.office.database
  sqlite.exec(`INSERT INTO meetingScore (meetingId, sheet, sheetName, total, missing, level)
    VALUES (${november}, 'usual', 'Phiếu thường dùng', 9.5, 0, 'good')`)
  sqlite.exec(`INSERT INTO scoreLine (meetingId, position, criterion, title, maximum, points, computed, evidence, reason)
    VALUES (${november}, 1, 'length', 'Thời lượng', 5, 4.5, 4.5, 'thiếu 10 phút', ''),
           (${november}, 2, 'roll', 'Tỷ lệ dự', 5, 5, 5, 'đủ', '')`)
  const texts = (await resolution()).paragraphs
    .filter(({ field }) => field === 'score')
    .map(({ text }) => text)
  expect(texts.slice(-2)).toEqual(['Thuyết minh điểm trừ:', '- Thời lượng: trừ 0,5 điểm (thiếu 10 phút).'])
})
