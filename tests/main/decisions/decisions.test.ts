import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let meetingId: number
let itemId: number
let an: number

beforeEach(() => {
  office = startRollOffice()
  an = office.addMember('Nguyễn Văn An', [['full', '2015-01-01', null]])
  office.addMember('Lê Thị Bình', [['full', '2015-01-01', null]])
  office.addMember('Trần Minh Đức', [['probationary', '2026-01-05', null]])
  meetingId = office.addMeeting('2026-11-03')
  itemId = office.addAgendaItem(meetingId, 'Thảo luận dự thảo nghị quyết')
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

type VoteInput = Omit<Input<'votes.create'>, 'meetingId'>
const vote = (more: Partial<VoteInput> = {}): VoteInput => ({
  agendaItemId: null,
  subject: 'Thông qua nghị quyết tháng 11',
  rule: 'moreThanHalf',
  method: 'showOfHands',
  entitledCount: 20,
  presentCount: 17,
  forCount: 16,
  againstCount: 1,
  blankCount: 0,
  ...more,
})
const createVote = (more: Partial<VoteInput> = {}) =>
  office.call('votes.create', { meetingId, ...vote(more) })
const votes = () => office.call('votes.list', { meetingId })
const conclusions = () => office.call('conclusions.list', { meetingId })
const closing = () => office.call('closing.get', { meetingId })
const present = (memberId: number) => office.mark(meetingId, memberId, 'present')

describe('votes', () => {
  it('are listed in the order they were noted, with their item', async () => {
    const first = await createVote({ agendaItemId: itemId, subject: '  Nghị quyết tháng 11 ' })
    expect(await office.lastStep()).toBe('Ghi biểu quyết “Nghị quyết tháng 11”')
    await createVote({ forCount: null, againstCount: null, blankCount: null, method: 'secret' })
    expect(await votes()).toEqual([
      {
        id: first.id,
        ...vote({ agendaItemId: itemId, subject: 'Nghị quyết tháng 11' }),
        agendaItemTitle: 'Thảo luận dự thảo nghị quyết',
      },
      expect.objectContaining({ forCount: null, againstCount: null, blankCount: null, method: 'secret' }),
    ])
  })

  it('are refused with impossible numbers, half of them, or an item of another meeting', async () => {
    const other = office.addAgendaItem(office.addMeeting('2026-10-03'), 'Mục của tháng trước')
    const refusals: [Partial<VoteInput>, string, RegExp][] = [
      [{ forCount: 15, againstCount: 2, blankCount: 1 }, 'forCount', /15 \+ 2 \+ 1 = 18 phiếu.*17/],
      [{ presentCount: 21 }, 'presentCount', /21 .* 20/],
      [{ entitledCount: 0, presentCount: 0 }, 'entitledCount', /ít nhất 1/],
      [{ blankCount: null }, 'forCount', /cả ba/],
      [{ forCount: -1 }, 'forCount', /từ 0/],
      [{ subject: '  ' }, 'subject', /Chưa nhập/],
      [{ agendaItemId: other }, 'agendaItemId', /chương trình/],
    ]
    const { id } = await createVote()
    for (const [more, field, message] of refusals) {
      const refusal = { code: 'invalid-input', fields: { [field]: expect.stringMatching(message) } }
      await expect(createVote(more)).rejects.toMatchObject(refusal)
      await expect(office.call('votes.update', { id, ...vote(more) })).rejects.toMatchObject(refusal)
    }
    expect(await votes()).toHaveLength(1)
    await expect(office.call('votes.list', { meetingId: 999 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('can be corrected, removed and brought back', async () => {
    const { id } = await createVote()
    await office.call('votes.update', { id, ...vote({ rule: 'twoThirds', forCount: 14 }) })
    expect(await votes()).toMatchObject([{ id, rule: 'twoThirds', forCount: 14 }])
    await office.call('votes.remove', { id })
    expect(await office.lastStep()).toBe('Xóa biểu quyết “Thông qua nghị quyết tháng 11”')
    expect(await votes()).toEqual([])
    await office.call('history.undo', {})
    expect(await votes()).toHaveLength(1)
    await expect(office.call('votes.remove', { id: 999 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('stay when their item is taken off the agenda', async () => {
    await createVote({ agendaItemId: itemId })
    await office.call('agenda.remove', { id: itemId })
    expect(await votes()).toMatchObject([{ agendaItemId: null, agendaItemTitle: null }])
    await office.call('history.undo', {})
    expect(await votes()).toMatchObject([{ agendaItemId: itemId }])
  })
})

describe('conclusions', () => {
  it('follow the agenda, those on the whole meeting last', async () => {
    const { id } = await office.call('conclusions.create', {
      meetingId,
      agendaItemId: null,
      content: 'Chung',
    })
    await office.call('conclusions.create', { meetingId, agendaItemId: itemId, content: ' Sửa điểm 2. ' })
    expect(await office.lastStep()).toBe('Ghi kết luận “Sửa điểm 2.”')
    expect((await conclusions()).map(({ content }) => content)).toEqual(['Sửa điểm 2.', 'Chung'])
    await office.call('conclusions.update', { id, agendaItemId: itemId, content: 'Riêng' })
    expect((await conclusions()).map(({ content }) => content)).toEqual(['Riêng', 'Sửa điểm 2.'])
    await office.call('conclusions.remove', { id })
    expect(await conclusions()).toHaveLength(1)
    await expect(
      office.call('conclusions.update', { id, agendaItemId: null, content: 'Không còn' }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      office.call('conclusions.create', { meetingId, agendaItemId: 999, content: 'Lạc' }),
    ).rejects.toMatchObject({ fields: { agendaItemId: expect.any(String) } })
  })
})

describe('closing', () => {
  const sentences = async () => (await closing()).missing.map(({ sentence }) => sentence)

  it('says what is not recorded yet, each with its step', async () => {
    await present(an)
    const { id } = await office.call('speaking.start', {
      meetingId,
      agendaItemId: null,
      memberId: an,
      guestName: null,
      kind: 'opinion',
      gist: '',
    })
    await office.call('running.startItem', { agendaItemId: itemId })
    await createVote({ subject: 'Dự toán', forCount: null, againstCount: null, blankCount: null })
    await office.call('tasks.create', {
      meetingId,
      conclusionId: null,
      title: 'Dọn kho',
      ownerIds: [],
      dueOn: null,
      reportMeetingId: null,
      doneOn: null,
    })
    expect((await closing()).missing).toEqual([
      { step: 'meeting', sentence: 'Chưa ghi ai chủ trì' },
      { step: 'meeting', sentence: 'Chưa ghi ai là thư ký' },
      { step: 'attendance', sentence: 'Còn 2 người chưa điểm danh' },
      { step: 'running', sentence: 'Mục “Thảo luận dự thảo nghị quyết” vẫn đang tiến hành' },
      { step: 'speaking', sentence: 'Lượt phát biểu của Nguyễn Văn An vẫn đang tính giờ' },
      { step: 'decisions', sentence: 'Biểu quyết “Dự toán” chưa có số phiếu' },
      {
        step: 'decisions',
        sentence: 'Biểu quyết “Dự toán” tính trên 20 người, theo danh sách điểm danh là 2',
      },
      { step: 'decisions', sentence: 'Chưa ghi kết luận nào' },
      { step: 'decisions', sentence: 'Chưa ghi biểu dương, nhắc nhở' },
      { step: 'decisions', sentence: 'Nhiệm vụ “Dọn kho” chưa có người làm' },
      { step: 'decisions', sentence: 'Nhiệm vụ “Dọn kho” chưa có hạn' },
      { step: 'score', sentence: 'Chưa chấm điểm chất lượng buổi họp' },
    ])
    await office.call('speaking.stop', { id })
    await office.call('running.stopItem', { meetingId })
    await office.call('attendance.markAllPresent', { meetingId })
    await office.call('conclusions.create', { meetingId, agendaItemId: null, content: 'Nhất trí' })
    await office.call('remarks.create', {
      meetingId,
      kind: 'commendation',
      content: 'trực thay ca đêm',
      memberIds: [an],
      agendaItemId: null,
    })
    expect(await sentences()).toHaveLength(7)
  })

  it('closes and opens again as steps that undo takes back', async () => {
    await office.call('closing.close', { meetingId })
    expect(await closing()).toMatchObject({ closedAt: '2026-11-21T01:00:00.000Z', changes: [] })
    expect(await office.call('meetings.get', { id: meetingId })).toMatchObject({
      closedAt: '2026-11-21T01:00:00.000Z',
    })
    expect(await office.lastStep()).toBe('Kết thúc “Sinh hoạt thường kỳ tháng 11/2026”')
    await expect(office.call('closing.close', { meetingId })).rejects.toMatchObject({
      code: 'meeting-closed',
    })
    await office.call('closing.reopen', { meetingId })
    expect((await closing()).closedAt).toBeNull()
    await expect(office.call('closing.reopen', { meetingId })).rejects.toMatchObject({
      code: 'meeting-not-closed',
    })
    await office.call('history.undo', {})
    await office.call('history.undo', {})
    expect((await closing()).closedAt).toBeNull()
  })

  it('lists what was changed afterwards, of this meeting only, and not the work on its tasks', async () => {
    const task = {
      meetingId,
      conclusionId: null,
      title: 'Dọn kho',
      ownerIds: [an],
      dueOn: '2026-12-01',
      reportMeetingId: null,
      doneOn: null,
    }
    const { id } = await office.call('tasks.create', task)
    await createVote()
    await office.call('closing.close', { meetingId })
    const other = office.addMeeting('2026-10-03')
    office.setNow('2026-11-22T09:30:00+07:00')
    await office.call('conclusions.create', { meetingId: other, agendaItemId: null, content: 'Buổi khác' })
    await office.call('tasks.setDone', { id, doneOn: '2026-11-22' })
    expect((await closing()).changes).toEqual([])
    await present(an)
    office.setNow('2026-11-22T09:31:00+07:00')
    await office.call('tasks.update', { ...task, id, ownerIds: [] })
    await createVote({ subject: 'Bổ sung' })
    await office.call('history.undo', {})
    await office.call('agenda.remove', { id: itemId })
    expect((await closing()).changes).toEqual([
      {
        description: 'Xóa mục chương trình “Thảo luận dự thảo nghị quyết”',
        doneAt: '2026-11-22T02:31:00.000Z',
      },
      { description: 'Sửa nhiệm vụ “Dọn kho”', doneAt: '2026-11-22T02:31:00.000Z' },
      { description: 'Điểm danh Nguyễn Văn An: có mặt', doneAt: '2026-11-22T02:30:00.000Z' },
    ])
  })
})
