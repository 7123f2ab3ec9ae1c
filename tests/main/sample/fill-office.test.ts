import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDatabase, openDatabase } from '../../../src/main/db/open.ts'
import { agendaTemplates } from '../../../src/main/resources/agenda-templates.ts'
import { fillSampleOffice } from '../../../src/main/sample/fill-office.ts'
import type { Output } from '../../../src/shared/contract/index.ts'
import { agendaPartNames, partsInOrder } from '../../../src/shared/rules/agenda.ts'
import { fold } from '../../../src/shared/rules/fold.ts'
import { overlap } from '../../../src/shared/rules/period.ts'
import { themeProblems } from '../../../src/shared/rules/theme-plan.ts'
import { contentsOf } from '../../support/contents.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'

const today = '2026-11-21'
let test: TestProgram
let database: OpenDatabase

beforeAll(async () => {
  test = startProgram({ now: `${today}T09:00:00+07:00` })
  await test.call('office.openSample', {})
  if (!('database' in test.program.office)) throw new Error('the sample did not open')
  database = test.program.office.database
})
afterAll(() => test.close())

const rows = <Row>(sql: string, ...values: unknown[]) => database.sqlite.prepare(sql).all(...values) as Row[]

async function filled(day: string): Promise<string> {
  const other = openDatabase(':memory:')
  await fillSampleOffice(other.db, day)
  const contents = contentsOf(other.sqlite)
  expect(other.sqlite.pragma('foreign_key_check')).toEqual([])
  other.close()
  return contents
}

describe('the sample office', () => {
  it('is the same for the same day, whenever it is made', async () => {
    expect(await filled(today)).toBe(contentsOf(database.sqlite))
    expect(await filled(today)).toBe(await filled(today))
  })

  it.each(['2025-01-01', '2024-02-29', '2026-12-31', '2027-03-03', '2031-08-15'])(
    'moves along with the day: %s',
    async (day) => {
      const contents = await filled(day)
      expect(contents).not.toBe(contentsOf(database.sqlite))
      expect(contents).toContain(`"period":"${day.slice(0, 7)}"`)
    },
  )

  it('is marked as a sample, and nothing of it can be undone', async () => {
    expect(await test.call('office.status', {})).toMatchObject({ sample: true, sampleCanClose: true })
    await expect(test.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
    expect(rows('SELECT * FROM undoChange')).toEqual([])
  })

  it('has issued the resolutions of its term one after the other, and left one report out', async () => {
    const { papers } = await test.call('register.get', {})
    const numbers = (code: string) =>
      papers.filter((paper) => paper.code === code).map(({ number }) => number)
    const resolutions = numbers('NQ')
    expect(resolutions.length).toBeGreaterThan(12)
    expect(resolutions).toEqual(resolutions.map((_, index) => index + 1))
    expect(numbers('BC')).toEqual([1, 2, 4])
  })

  it('shows sixteen members in every kind of status, and those who left', async () => {
    const members = await test.call('members.list', { date: today })
    const here = members.filter(
      ({ status }) => status && ['full', 'probationary', 'exempt', 'temporaryElsewhere'].includes(status),
    )
    expect(here).toHaveLength(16)
    const statuses = new Set(members.map((member) => member.status))
    for (const status of [
      'full',
      'probationary',
      'exempt',
      'temporaryElsewhere',
      'movedAway',
      'deceased',
      null,
    ])
      expect(statuses).toContain(status)
    expect(members.filter((member) => member.role === 'secretary')).toHaveLength(1)
  })

  it('holds nothing the members’ handlers would refuse', async () => {
    for (const { id, fullName, fullNameFolded } of rows<Output<'members.list'>[number]>(
      'SELECT * FROM member',
    )) {
      expect(fullNameFolded).toBe(fold(fullName))
      const { id: _id, ...member } = await test.call('members.get', { id })
      expect(overlap(member.statuses)).toBeNull()
      expect(overlap(member.roles)).toBeNull()
      await test.call('members.update', { id, ...member })
    }
    while ((await test.call('history.status', {})).undo !== null) await test.call('history.undo', {})
  })

  it('plans each themed session, misses one, and has the quarters to come less and less ready', async () => {
    const board = async (year: number) =>
      (await test.call('themes.board', { year })).quarters.map(({ standing, themes, loose }) => ({
        state: standing.state,
        problems: themes.flatMap(themeProblems),
        leads: themes.map(({ lead }) => lead?.fullName ?? null),
        loose: loose.length,
      }))
    for (const { state, problems, loose } of (await board(2026)).slice(0, 3))
      expect({ state, problems, loose }).toEqual({ state: 'held', problems: [], loose: 0 })
    expect((await board(2026))[3]?.problems).toEqual(['Báo cáo cấp trên chậm 16 ngày'])
    expect((await board(2027)).map(({ state }) => state)).toEqual([
      'planned',
      'planned',
      'planned',
      'missing',
    ])
    expect((await board(2027)).flatMap(({ leads }) => leads)).toEqual([
      'Đinh Công Thuận',
      'Lục Minh Tâm',
      null,
    ])
    const missed = rows('SELECT id FROM theme WHERE year = 2025 AND meetingId IS NULL')
    expect(missed).toHaveLength(1)
  })

  it('meets every month for three years, treats a theme each quarter, and has the next meeting ready', async () => {
    const meetings = rows<{ id: number; kind: string; period: string; heldOn: string; theme: string }>(
      'SELECT * FROM meeting ORDER BY heldOn',
    )
    const regular = meetings.filter(({ kind }) => kind.startsWith('regular'))
    expect(new Set(regular.map(({ period }) => period)).size).toBe(37)
    expect(meetings.filter(({ theme }) => theme !== '')).toHaveLength(12)
    for (const kind of ['regular', 'regularThemed', 'themed', 'committee', 'extraordinary'])
      expect(meetings.map((meeting) => meeting.kind)).toContain(kind)
    for (const { kind, theme } of meetings) expect(theme !== '').toBe(/themed/i.test(kind))

    const next = meetings.at(-1)
    expect(next?.heldOn).toBe('2026-12-03')
    const agenda = await test.call('agenda.list', { meetingId: next?.id ?? 0 })
    expect(agenda.items.length).toBe(agendaTemplates.regular.items.length + 2)
    expect(agenda.items.filter((item) => item.privateNote !== '').length).toBeGreaterThan(2)
    expect(agenda.totalMinutes).toBeGreaterThanOrEqual(agenda.minimum?.minutes ?? 0)
    expect(await test.call('attendance.sheet', { meetingId: next?.id ?? 0 })).toSatisfy(
      (sheet: Output<'attendance.sheet'>) => sheet.every((row) => row.state === null),
    )
  })

  it('keeps each agenda in order, owned and chaired by people who take part that day', async () => {
    for (const { id } of rows<{ id: number }>('SELECT id FROM meeting')) {
      const { items } = await test.call('agenda.list', { meetingId: id })
      expect(partsInOrder(items)).toBe(true)
      expect(items.map((item) => item.position)).toEqual(items.map((_, index) => index + 1))
      expect(Object.keys(agendaPartNames)).toEqual(expect.arrayContaining(items.map((item) => item.part)))
      const meeting = await test.call('meetings.get', { id })
      const sheet = await test.call('attendance.sheet', { meetingId: id })
      const obliged = new Set(sheet.filter((row) => row.obliged).map((row) => row.memberId))
      for (const memberId of [meeting.chairId, meeting.minuteTakerId]) expect(obliged).toContain(memberId)
      for (const { ownerId } of items) if (ownerId !== null) expect(obliged).toContain(ownerId)
    }
  })

  it('marks everybody obliged at each held meeting, and nobody who could not be there', async () => {
    for (const { id } of rows<{ id: number }>('SELECT id FROM meeting WHERE heldOn < ?', today)) {
      const sheet = await test.call('attendance.sheet', { meetingId: id })
      for (const row of sheet) {
        if (row.obliged) expect(row.state).not.toBeNull()
        expect(['beforeJoining', 'afterLeaving', 'notInCommittee']).not.toContain(row.reason)
      }
    }
    const states = rows<{ state: string; share: number }>(
      'SELECT state, count(*) * 1.0 / (SELECT count(*) FROM attendance) AS share FROM attendance GROUP BY state',
    )
    const share = Object.fromEntries(states.map(({ state, share }) => [state, share]))
    expect(share.present).toBeGreaterThan(0.75)
    for (const state of ['late', 'leftEarly', 'excused', 'unexcused']) expect(share[state]).toBeGreaterThan(0)
  })

  it('shows the absences worth an alert', async () => {
    const marks = (name: string) =>
      rows<{ state: string; heldOn: string }>(
        `SELECT state, heldOn FROM attendance JOIN meeting ON meeting.id = meetingId JOIN member ON member.id = memberId
         WHERE fullName = ? AND meeting.kind <> 'committee' ORDER BY heldOn DESC`,
        name,
      )
    expect(
      marks('Quách Văn Ước')
        .slice(0, 3)
        .map((mark) => mark.state),
    ).toEqual(Array(3).fill('excused'))
    const months = marks('Lục Minh Tâm').filter(
      (mark) => mark.state === 'unexcused' && mark.heldOn.startsWith('2026'),
    )
    expect(new Set(months.map((mark) => mark.heldOn.slice(0, 7))).size).toBe(2)
  })

  it('lets only those who came speak, some much and some never, and guests too', async () => {
    expect(
      rows(`SELECT * FROM speakingTurn WHERE memberId IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM attendance WHERE attendance.meetingId = speakingTurn.meetingId
                AND attendance.memberId = speakingTurn.memberId AND state IN ('present', 'late', 'leftEarly'))`),
    ).toEqual([])
    const turns = rows<{ memberId: number | null; turns: number }>(
      `SELECT memberId, count(*) AS turns FROM speakingTurn GROUP BY memberId, guestName ORDER BY turns DESC`,
    )
    const sum = (speakers: typeof turns) => speakers.reduce((all, speaker) => all + speaker.turns, 0)
    expect(sum(turns)).toBeGreaterThan(300)
    expect(sum(turns.slice(0, 4)) / sum(turns)).toBeGreaterThan(0.5)
    expect(turns.filter(({ memberId }) => memberId === null).length).toBeGreaterThanOrEqual(2)
    const silent = rows(`SELECT memberId FROM attendance WHERE state IN ('present', 'late', 'leftEarly')
      AND memberId NOT IN (SELECT memberId FROM speakingTurn WHERE memberId IS NOT NULL)
      GROUP BY memberId HAVING count(*) > 20`)
    expect(silent.length).toBeGreaterThanOrEqual(2)
    const kinds = rows<{ kind: string }>('SELECT DISTINCT kind FROM speakingTurn')
    expect(kinds).toHaveLength(6)
    expect(rows("SELECT 1 FROM speakingTurn WHERE gist = ''")).toEqual([])
  })

  it('keeps turns on their own meeting’s agenda, on its day, one after the other', async () => {
    expect(
      rows(`SELECT 1 FROM speakingTurn JOIN agendaItem ON agendaItem.id = agendaItemId
            WHERE agendaItem.meetingId <> speakingTurn.meetingId`),
    ).toEqual([])
    expect(rows('SELECT 1 FROM speakingTurn WHERE agendaItemId IS NULL')).toEqual([])
    const timed = rows<{ meetingId: number; startedAt: string; stoppedAt: string; heldOn: string }>(
      `SELECT meetingId, startedAt, stoppedAt, heldOn FROM speakingTurn JOIN meeting ON meeting.id = meetingId
       WHERE startedAt IS NOT NULL ORDER BY meetingId, speakingTurn.id`,
    )
    expect(timed.length).toBeGreaterThan(50)
    for (const [index, turn] of timed.entries()) {
      expect(turn.startedAt.slice(0, 10)).toBe(turn.heldOn)
      const before = timed[index - 1]
      if (before?.meetingId === turn.meetingId) expect(turn.startedAt >= before.stoppedAt).toBe(true)
    }
  })

  it('had the items of the last year under way one after the other, each while what was said on it was said', async () => {
    const runs = rows<{ meetingId: number; startedAt: string; stoppedAt: string }>(
      `SELECT meetingId, startedAt, stoppedAt FROM agendaRun JOIN agendaItem ON agendaItem.id = agendaItemId
       ORDER BY meetingId, position`,
    )
    expect(runs.length).toBeGreaterThan(100)
    for (const [index, run] of runs.entries()) {
      const before = runs[index - 1]
      if (before?.meetingId === run.meetingId) expect(run.startedAt).toBe(before.stoppedAt)
    }
    expect(
      rows(`SELECT 1 FROM speakingTurn JOIN agendaRun USING (agendaItemId)
            WHERE speakingTurn.startedAt < agendaRun.startedAt OR speakingTurn.stoppedAt > agendaRun.stoppedAt`),
    ).toEqual([])
  })

  it('prepares the next meeting: its steps, and whom to ask what', async () => {
    const [next] = rows<{ id: number; heldOn: string }>('SELECT id, heldOn FROM meeting ORDER BY id DESC')
    const meetingId = next?.id ?? 0
    const steps = await test.call('preparation.get', { meetingId })
    expect(steps.map(({ step, state }) => [step, state])).toEqual([
      ['assign', 'done'],
      ['draft', 'open'],
      ['committee', 'open'],
      ['notice', 'open'],
      ['noticeUpper', 'open'],
      ['ask', 'open'],
      ['papers', 'open'],
    ])
    const asks = await test.call('asks.list', { meetingId })
    expect(asks.map(({ fullName, askedOn }) => [fullName, askedOn])).toEqual([
      ['Lục Minh Tâm', '2026-11-20'],
      ['Quách Văn Ước', null],
      ['Triệu Quang Vinh', '2026-11-20'],
    ])
    const sheet = await test.call('attendance.sheet', { meetingId })
    const obliged = new Set(sheet.filter((row) => row.obliged).map((row) => row.memberId))
    for (const { memberId } of asks) expect(obliged).toContain(memberId)
    const found = (await test.call('agenda.check', { meetingId })).map((finding) => finding.kind)
    expect([...new Set(found)]).toEqual(['littleDiscussion', 'taskWaiting', 'noDraft', 'noThemeReview'])
  })

  it('decides by votes on the roll’s own numbers, and concludes each meeting', async () => {
    for (const { id } of rows<{ id: number }>('SELECT id FROM meeting WHERE heldOn < ?', today)) {
      const { entitled, present } = await test.call('attendance.quorum', { meetingId: id })
      for (const vote of await test.call('votes.list', { meetingId: id })) {
        expect(vote).toMatchObject({ entitledCount: entitled, presentCount: present })
        const { id: voteId, agendaItemTitle, ...fields } = vote
        expect(agendaItemTitle).not.toBeNull()
        await test.call('votes.update', { id: voteId, ...fields })
      }
      const conclusions = await test.call('conclusions.list', { meetingId: id })
      expect(conclusions.length).toBeGreaterThan(0)
      for (const { agendaItemId } of conclusions) expect(agendaItemId).not.toBeNull()
    }
    expect(rows("SELECT 1 FROM vote WHERE rule = 'twoThirds'")).toHaveLength(1)
    expect(rows('SELECT 1 FROM vote')).toHaveLength(37)
    while ((await test.call('history.status', {})).undo !== null) await test.call('history.undo', {})
  })

  it('gives tasks to those who take part, most done, some open and some overdue', async () => {
    const open = await test.call('tasks.list', { state: 'open' })
    expect(open.length).toBeGreaterThanOrEqual(4)
    expect(open.filter(({ dueOn }) => dueOn !== null && dueOn < today)).toHaveLength(2)
    expect(open.filter(({ dueOn }) => dueOn === null)).toHaveLength(1)
    expect((await test.call('tasks.list', { state: 'done' })).length).toBeGreaterThan(20)
    expect(rows('SELECT 1 FROM task WHERE doneOn >= ?', today)).toEqual([])
    expect(
      rows(`SELECT 1 FROM taskOwner JOIN task ON task.id = taskId WHERE NOT EXISTS (
              SELECT 1 FROM attendance WHERE attendance.meetingId = task.meetingId
                AND attendance.memberId = taskOwner.memberId)`),
    ).toEqual([])
    for (const { id, owners, meetingTitle: _m, reportMeetingTitle: _r, conclusion: _c, ...task } of open) {
      const ownerIds = owners.map((owner) => owner.memberId)
      expect(ownerIds.length).toBeGreaterThan(0)
      await test.call('tasks.update', { id, ...task, ownerIds })
    }
    while ((await test.call('history.status', {})).undo !== null) await test.call('history.undo', {})
  })

  it('has closed every meeting held but the last, with nothing missing', async () => {
    const held = rows<{ id: number; closedAt: string | null }>(
      'SELECT id, closedAt FROM meeting WHERE heldOn < ? ORDER BY heldOn',
      today,
    )
    expect(held.at(-1)?.closedAt).toBeNull()
    for (const { id } of held.slice(0, -1)) {
      const closing = await test.call('closing.get', { meetingId: id })
      expect(closing.closedAt).not.toBeNull()
      expect(closing).toMatchObject({ missing: [], changes: [] })
    }
  })

  it('has remarks as the screens would have written them, of those who came', async () => {
    const noted = rows<{ meetingId: number }>('SELECT DISTINCT meetingId FROM remark')
    expect(noted.length).toBeGreaterThan(0)
    for (const { meetingId } of noted)
      for (const { id, members, agendaItemTitle: _title, ...remark } of await test.call('remarks.list', {
        meetingId,
      }))
        await test.call('remarks.update', {
          id,
          ...remark,
          memberIds: members.map(({ memberId }) => memberId),
        })
    while ((await test.call('history.status', {})).undo !== null) await test.call('history.undo', {})
    expect(
      rows(`SELECT remarkMember.id FROM remarkMember JOIN remark ON remark.id = remarkId
            WHERE NOT EXISTS (SELECT 1 FROM attendance WHERE attendance.meetingId = remark.meetingId
              AND attendance.memberId = remarkMember.memberId AND state IN ('present', 'late', 'leftEarly'))`),
    ).toEqual([])
  })

  it('closes again and leaves the user’s own office as it was', async () => {
    const own = startProgram({ now: `${today}T09:00:00+07:00` })
    await own.call('office.openSample', {})
    await own.call('office.closeSample', {})
    expect(await own.call('members.list', { date: today })).toEqual([])
    expect(await own.call('office.status', {})).toMatchObject({ sample: false, cellName: null })
    own.close()
  })
})
