import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scoreOfMeeting, scoresBetween } from '../../../src/main/db/scores.ts'
import type { EvidenceDay } from '../../../src/shared/rules/score-facts.ts'
import { type RollOffice, startRollOffice } from '../../support/roll-office.ts'

let office: RollOffice
let meetingId: number
let before: number
let people: number[]

beforeEach(() => {
  office = startRollOffice()
  people = ['Nguyễn Văn An', 'Lê Thị Bình', 'Trần Minh Đức', 'Vũ Thị Én'].map((name, index) =>
    office.addMember(
      name,
      [['full', '2015-01-01', null]],
      index < 2 ? [[index === 0 ? 'secretary' : 'deputy', '2020-01-01', null]] : [],
    ),
  )
  before = office.addMeeting('2026-10-05')
  meetingId = office.addMeeting('2026-11-05')
})
afterEach(() => {
  expect(office.errors).toEqual([])
  office.close()
})

const get = (sheet: string | null = null) => office.call('scores.get', { meetingId, sheet })
const lineOf = async (criterion: string) => {
  const line = (await get()).lines.find((each) => each.criterion === criterion)
  if (!line) throw new Error(`no line ${criterion}`)
  return line
}
const create = (sheet = 'hd-42-2025') => office.call('scores.create', { meetingId, sheet })
const setLine = (criterion: string, points: number | null, reason = '') =>
  office.call('scores.setLine', { meetingId, criterion, points, reason })
const lastStep = async () => (await office.call('history.status', {})).undo
const mark = (index: number, state: 'present' | 'excused' | 'unexcused', at = meetingId) =>
  office.mark(at, people[index] ?? 0, state)
const allCome = async (at = meetingId) => {
  for (const index of people.keys()) await mark(index, 'present', at)
}
const speak = (index: number) =>
  office.sqlite
    .prepare("INSERT INTO speakingTurn (meetingId, memberId, kind) VALUES (?, ?, 'opinion')")
    .run(meetingId, people[index])
const give = (
  at: number | null,
  dueOn: string | null,
  doneOn: string | null,
  reportAt: number | null = null,
) =>
  office.call('tasks.create', {
    meetingId: at,
    conclusionId: null,
    title: `Việc ${dueOn} ${doneOn}`,
    dueOn,
    doneOn,
    reportMeetingId: reportAt,
    ownerIds: [],
  })

describe('what the facts give', () => {
  it('waits for people where nothing is known, line by line with its rule', async () => {
    const { score, lines, sheet, sheets, themed } = await get()
    expect({ score, sheet, themed }).toEqual({ score: null, sheet: 'hd-42-2025', themed: false })
    expect(sheets.map((each) => each.sheet)).toEqual(['hd-42-2025', 'an-phu-2025', 'cam-le-2025'])
    expect(lines).toHaveLength(27)
    expect(lines.every((line) => line.points === null)).toBe(true)
    expect((await lineOf('attendance')).rule).toMatch(/^Từ 90% 4/)
    expect(await lineOf('attendance')).toMatchObject({ computed: null, evidence: 'Chưa điểm danh' })
  })

  it('counts those obliged and those who spoke of those who came', async () => {
    await mark(0, 'present')
    await mark(1, 'present')
    await mark(2, 'present')
    await mark(3, 'excused')
    speak(0)
    speak(0)
    expect(await lineOf('attendance')).toMatchObject({
      computed: 3,
      evidence: 'Có mặt 3/4 (75%), vắng có lý do 1',
    })
    expect(await lineOf('speakers')).toMatchObject({
      computed: 3,
      evidence: '1/3 người có mặt phát biểu (33,3%)',
    })
    speak(1)
    expect(await lineOf('speakers')).toMatchObject({ computed: 5 })
  })

  it('gives the share who spoke that the reports give, also where somebody came without having to', async () => {
    const exempt = office.addMember('Phạm Thị Gấm', [['exempt', '2015-01-01', null]])
    await allCome()
    await office.mark(meetingId, exempt, 'present')
    speak(0)
    const period = { fromDate: '2026-11-01', toDate: '2026-11-30' }
    const { tables } = await office.call('reports.preview', { report: 'quarter', ...period })
    const [month] = tables.flatMap(({ columns, rows }) =>
      columns.some(({ key }) => key === 'speakerRate')
        ? [rows[0]?.cells[columns.findIndex(({ key }) => key === 'speakerRate')]?.value]
        : [],
    )
    expect(month).toBe(0.25)
    expect(await lineOf('speakers')).toMatchObject({ evidence: '1/4 người có mặt phát biểu (25%)' })
  })

  it('takes the time from the first item to the end of the last, by the clock', async () => {
    const first = office.addAgendaItem(meetingId, 'Mở đầu')
    const second = office.addAgendaItem(meetingId, 'Kết luận')
    const run = office.sqlite.prepare(
      'INSERT INTO agendaRun (agendaItemId, startedAt, stoppedAt) VALUES (?, ?, ?)',
    )
    run.run(first, '2026-11-05T07:00:50.000Z', '2026-11-05T07:40:00.000Z')
    run.run(second, '2026-11-05T07:45:00.000Z', '2026-11-05T08:20:10.000Z')
    expect(await lineOf('duration')).toMatchObject({
      computed: 4,
      evidence:
        'Họp 14:00–15:20, 80 phút; tối thiểu 90 phút (Hướng dẫn 42-HD/BTCTW ngày 28/10/2025), thiếu 10 phút',
    })
    run.run(first, '2026-11-05T08:21:00.000Z', null)
    expect(await lineOf('duration')).toMatchObject({ computed: null })
  })

  it('looks for excused absences in a row over the whole year', async () => {
    await allCome()
    for (const month of ['01', '02', '03', '04']) {
      const id = office.addMeeting(`2026-${month}-05`)
      await mark(3, 'excused', id)
      await mark(0, 'present', id)
      // Three in a row is the limit itself, and does not exceed it.
      if (month === '03') expect(await lineOf('absence-row')).toMatchObject({ computed: 1 })
      if (month !== '04') continue
      expect(await lineOf('absence-row')).toMatchObject({
        computed: 0,
        evidence: 'Vũ Thị Én vắng có lý do 4 lần liên tiếp',
      })
      await mark(3, 'present', id)
    }
    expect(await lineOf('absence-row')).toMatchObject({ computed: 1 })
  })

  it('knows the steps before the meeting', async () => {
    expect(await lineOf('committee')).toMatchObject({ computed: null, evidence: 'Chưa ghi ngày họp chi ủy' })
    const committee = office.addMeeting('2026-11-02', 'committee')
    expect(await lineOf('committee')).toMatchObject({ computed: null })
    await office.call('conclusions.create', { meetingId: committee, agendaItemId: null, content: 'Nhất trí' })
    expect(await lineOf('committee')).toMatchObject({
      computed: 2,
      evidence: 'Họp chi ủy ngày 02/11/2026, đã ghi kết luận',
    })
    for (const step of ['notice', 'noticeUpper', 'papers'] as const)
      await office.call('preparation.mark', { meetingId, step, doneOn: '2026-11-04', note: '' })
    expect(await lineOf('notice')).toMatchObject({ computed: 1 })
    expect(await lineOf('papers')).toMatchObject({
      computed: 2,
      evidence: 'Gửi tài liệu ngày 04/11/2026, hạn 04/11/2026 (Hướng dẫn 42-HD/BTCTW ngày 28/10/2025)',
    })
  })

  it('takes days entered once where the program found none, and its own where it did', async () => {
    const daysOf = async (criterion: string) => (await lineOf(criterion)).days
    const set = (day: EvidenceDay, doneOn: string | null) =>
      office.call('scores.setEvidence', { meetingId, day, doneOn })
    office.setNow('2026-11-10T08:00:00+07:00')
    expect(await daysOf('committee')).toEqual([
      { day: 'committee', doneOn: null },
      { day: 'committeeMinutes', doneOn: null },
    ])
    await set('committee', '2026-11-01')
    await set('committeeMinutes', '2026-11-02')
    expect(await lastStep()).toBe(
      'Sinh hoạt thường kỳ tháng 11/2026: ngày có biên bản họp chi ủy, 02/11/2026',
    )
    expect(await lineOf('committee')).toMatchObject({
      computed: 2,
      evidence: 'Họp chi ủy ngày 01/11/2026, biên bản ghi xong ngày 02/11/2026',
    })
    // The same day is the preparation's: nothing is entered twice, and a word noted there stays.
    await office.call('preparation.mark', { meetingId, step: 'papers', doneOn: null, note: 'Gửi qua Zalo' })
    await set('papers', '2026-11-04')
    expect(await lineOf('papers')).toMatchObject({ computed: 2, days: [{ doneOn: '2026-11-04' }] })
    expect(await office.call('preparation.get', { meetingId })).toContainEqual(
      expect.objectContaining({ step: 'papers', doneOn: '2026-11-04', note: 'Gửi qua Zalo' }),
    )
    await set('upload', '2026-11-08')
    expect(await lineOf('upload')).toMatchObject({
      computed: 0,
      evidence: 'Đăng tài liệu ngày 08/11/2026, hạn 07/11/2026 (Hướng dẫn 42-HD/BTCTW ngày 28/10/2025)',
    })
    await set('upload', null)
    expect(await lineOf('upload')).toMatchObject({ computed: null, days: [{ doneOn: null }] })
    await expect(set('upload', '2026-11-11')).rejects.toMatchObject({
      fields: { doneOn: 'Ngày không thể sau hôm nay' },
    })
    const committee = office.addMeeting('2026-11-03', 'committee')
    await office.call('conclusions.create', { meetingId: committee, agendaItemId: null, content: 'Nhất trí' })
    office.sqlite.prepare("DELETE FROM preparationStep WHERE step = 'committee'").run()
    expect(await daysOf('committee')).toEqual([])
  })

  it('finds minutes and notices that were issued, by the day they were issued first', async () => {
    const committee = office.addMeeting('2026-11-02', 'committee')
    const issue = office.sqlite.prepare(
      `INSERT INTO issuedPaper (meetingId, paper, revision, code, number, issuedOn, symbol, title, reason, issuedAt, document, layout)
       VALUES (?, ?, ?, 'BB', 4, ?, '04-BB/CB', 'Biên bản', ?, '', '{}', '{}')`,
    )
    issue.run(committee, 'minutes', 0, '2026-11-02', '')
    issue.run(meetingId, 'minutes', 0, '2026-11-06', '')
    issue.run(meetingId, 'minutes', 1, '2026-11-20', 'Sửa tên')
    issue.run(meetingId, 'notice', 0, '2026-11-01', '')
    expect(await lineOf('committee')).toMatchObject({
      computed: 2,
      evidence: 'Họp chi ủy ngày 02/11/2026, biên bản số 04-BB/CB, ban hành ngày 02/11/2026',
      days: [],
    })
    expect(await lineOf('minutes-book')).toMatchObject({
      computed: 1,
      evidence: 'Biên bản số 04-BB/CB, ban hành ngày 06/11/2026',
      days: [],
    })
    expect(await lineOf('notice')).toMatchObject({
      computed: null,
      evidence: expect.stringMatching(/^Thông báo số 04-BB\/CB ngày 01\/11\/2026/),
      days: [{ day: 'noticeUpper', doneOn: null }],
    })
  })

  it('gives a cell with nobody but a secretary the points of the committee', async () => {
    office.sqlite.prepare("UPDATE memberRole SET role = 'member' WHERE role = 'deputy'").run()
    expect(await lineOf('committee')).toMatchObject({ computed: 2 })
  })

  it('counts the tasks of the last regular meeting that were due, and those to be reported on', async () => {
    const older = office.addMeeting('2026-09-05')
    const between = office.addMeeting('2026-10-20', 'committee')
    await give(before, '2026-11-01', '2026-10-30')
    await give(before, null, null)
    await give(between, '2026-11-05', '2026-11-05')
    // Done only after the meeting.
    await give(before, '2026-11-05', '2026-11-10')
    // Not due yet, given long ago, or given here: none of the last resolution's.
    await give(before, '2026-12-01', null)
    await give(older, '2026-10-01', null)
    await give(meetingId, '2026-11-05', null)
    await give(older, '2026-12-01', null, meetingId)
    expect(await lineOf('tasks')).toMatchObject({
      computed: 10,
      evidence: expect.stringMatching(/^Xong 2\/5 nhiệm vụ kỳ trước giao \(40%\); chưa xong: /),
    })
  })

  it('knows a themed session of the month', async () => {
    office.addMeeting('2026-11-20', 'themed')
    const { themed, lines } = await get()
    expect(themed).toBe(true)
    expect(lines.filter(({ criterion }) => /content$/.test(criterion)).map((line) => line.maximum)).toEqual([
      3, 10, 5,
    ])
    expect(lines.reduce((sum, line) => sum + line.maximum, 0)).toBe(100)
  })
})

describe('a score', () => {
  it('begins with what the facts give, is completed by people, and has its level then', async () => {
    await allCome()
    await create()
    expect(await lastStep()).toBe('Chấm điểm Sinh hoạt thường kỳ tháng 11/2026')
    const begun = await get()
    expect(begun.score).toMatchObject({ total: 5, missing: 25, level: null })
    expect(await office.call('scores.fillRest', { meetingId })).toEqual({ filled: 25 })
    expect((await get()).score).toMatchObject({ total: 100, missing: 0, level: 'good' })
    await setLine('tasks', 20, 'Một việc chậm')
    expect((await get()).score).toMatchObject({ total: 90, level: 'good' })
    await setLine('criticism', 1.5)
    expect((await get()).score).toMatchObject({ total: 89.5, level: 'fair' })
    await setLine('criticism', null)
    expect((await get()).score).toMatchObject({ total: 88, missing: 1, level: null })
    await expect(create()).rejects.toMatchObject({ code: 'already-scored' })
  })

  it('keeps beside points given by hand what the facts gave', async () => {
    await allCome()
    await create()
    await setLine('attendance', 3, '  Hai đồng chí về sớm ')
    expect(await lineOf('attendance')).toMatchObject({
      points: 3,
      computed: 4,
      reason: 'Hai đồng chí về sớm',
      now: null,
    })
  })

  it('says where the facts have changed since, and takes them up on request but for points by hand', async () => {
    await allCome()
    await create()
    await setLine('absence-row', 0, 'Theo thông báo của cấp trên')
    await mark(3, 'unexcused')
    expect(await lineOf('attendance')).toMatchObject({
      points: 4,
      computed: 4,
      now: { computed: 1, evidence: 'Có mặt 3/4 (75%), vắng không lý do 1' },
    })
    await office.call('scores.refresh', { meetingId })
    expect(await lineOf('attendance')).toMatchObject({ points: 1, computed: 1, now: null })
    expect(await lineOf('absence-row')).toMatchObject({ points: 0, computed: 1 })
    expect((await get()).score).toMatchObject({ total: 1, missing: 25 })
    await office.call('history.undo', {})
    expect((await get()).score).toMatchObject({ total: 4 })
  })

  it('says when its month has become a themed one, and takes up those maxima with its points', async () => {
    await allCome()
    await create()
    await office.call('scores.fillRest', { meetingId })
    await setLine('guiding', 3, 'Còn chung')
    expect((await get()).otherMaxima).toBe(false)
    const theme = office.addMeeting('2026-11-20', 'themed')
    const before = await get()
    expect(before).toMatchObject({ otherMaxima: true, themed: true, score: { total: 99 } })
    await office.call('scores.refresh', { meetingId })
    const { otherMaxima, score, lines } = await get()
    expect({ otherMaxima, score }).toMatchObject({ otherMaxima: false, score: { total: 94, missing: 1 } })
    expect(lines.map(({ criterion }) => criterion).indexOf('themed-content')).toBe(10)
    expect(await lineOf('regular-content')).toMatchObject({ maximum: 10, points: 10 })
    expect(await lineOf('guiding')).toMatchObject({ points: 3, reason: 'Còn chung' })
    await office.call('meetings.remove', { id: theme })
    expect((await get()).otherMaxima).toBe(true)
    await office.call('scores.refresh', { meetingId })
    expect(await get()).toMatchObject({ otherMaxima: false, score: { total: 94, missing: 0 } })
    await office.call('history.undo', {})
    await office.call('history.undo', {})
    await office.call('history.undo', {})
    expect(await get()).toEqual(before)
  })

  it('takes up a day entered for a line at once, but not over points given by hand', async () => {
    await create()
    await setLine('handbook', 0.5, 'Thiếu một tài liệu')
    const set = (day: EvidenceDay) =>
      office.call('scores.setEvidence', { meetingId, day, doneOn: '2026-11-04' })
    await set('handbook')
    await set('upload')
    expect(await lineOf('handbook')).toMatchObject({ points: 0.5, computed: 1, now: null })
    expect(await lineOf('upload')).toMatchObject({ points: 1, computed: 1, now: null })
    expect((await get()).score).toMatchObject({ total: 1.5, missing: 25 })
    await office.call('history.undo', {})
    expect(await lineOf('upload')).toMatchObject({ points: null, days: [{ doneOn: null }] })
  })

  it('refuses points above the maximum, a line that is not there, and meetings that are not scored', async () => {
    await create()
    await expect(setLine('attendance', 4.5)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { points: 'Nhiều nhất 4 điểm' },
    })
    await expect(setLine('nothing', 1)).rejects.toMatchObject({ code: 'not-found' })
    const committee = office.addMeeting('2026-11-02', 'committee')
    await expect(office.call('scores.get', { meetingId: committee, sheet: null })).rejects.toMatchObject({
      code: 'not-scored-kind',
    })
    await expect(office.call('scores.create', { meetingId: before, sheet: 'own-9' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(office.call('scores.refresh', { meetingId: before })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('is missed when the meeting is closed, and missed no more once complete', async () => {
    const missing = async () =>
      (await office.call('closing.get', { meetingId })).missing.flatMap(({ step, sentence }) =>
        step === 'score' ? [sentence] : [],
      )
    expect(await missing()).toEqual(['Chưa chấm điểm chất lượng buổi họp'])
    await create()
    expect(await missing()).toEqual(['Phiếu chấm điểm còn 27 dòng chưa có điểm'])
    await office.call('scores.fillRest', { meetingId })
    expect(await missing()).toEqual([])
    await office.call('closing.close', { meetingId })
    office.setNow('2026-11-22T08:00:00+07:00')
    await setLine('content', 2)
    expect((await office.call('closing.get', { meetingId })).changes).toMatchObject([
      { description: 'Sinh hoạt thường kỳ tháng 11/2026: “Nội dung đúng, đủ, có trọng tâm”, 2 điểm' },
    ])
  })

  it('goes with its sheet and comes back by undo', async () => {
    await create()
    await office.call('scores.remove', { meetingId })
    expect((await get()).score).toBeNull()
    await office.call('history.undo', {})
    expect((await get()).score).toMatchObject({ missing: 27 })
  })

  it('is there for papers and reports with its groups and every lost point explained', async () => {
    await create()
    await office.call('scores.fillRest', { meetingId })
    await setLine('tasks', 27, 'Một việc chậm')
    await setLine('inviting', 2)
    const { db } = (office.program.office as { database: { db: Parameters<typeof scoresBetween>[0] } })
      .database
    const [score] = await scoresBetween(db, '2026-11-01', '2026-11-30')
    expect(score).toMatchObject({
      meetingId,
      heldOn: '2026-11-05',
      total: 96,
      level: 'good',
      losses: ['Gợi mở, dân chủ: trừ 1 điểm', 'Tỷ lệ nhiệm vụ hoàn thành: trừ 3 điểm (Một việc chậm)'],
    })
    expect(score?.groups.map(({ points, maximum }) => `${points}/${maximum}`)).toEqual([
      '5/5',
      '5/5',
      '10/10',
      '30/30',
      '9/10',
      '5/5',
      '27/30',
      '5/5',
    ])
    expect(await scoreOfMeeting(db, meetingId)).toEqual(score)
    expect(await scoreOfMeeting(db, before)).toBeNull()
    await office.call('meetings.remove', { id: meetingId })
    expect(await scoresBetween(db, '2026-01-01', '2026-12-31')).toEqual([])
  })
})

describe('a sheet of the cell', () => {
  const lines = [
    { groupTitle: '', title: 'Bảo đảm thời lượng', maximum: 40 },
    { groupTitle: 'Nội dung', title: 'Tỷ lệ đảng viên dự sinh hoạt', maximum: 60 },
  ]

  it('is scored by people with the facts beside it, and is the next meeting’s usual one', async () => {
    const { sheet } = await office.call('scoreSheets.create', { name: ' Phiếu của Đảng ủy ', lines })
    expect(await lastStep()).toBe('Thêm phiếu chấm điểm “Phiếu của Đảng ủy”')
    await allCome()
    const { lines: shown } = await get(sheet)
    expect(shown).toMatchObject([
      { maximum: 40, computed: null, evidence: expect.stringMatching(/^Chưa tính giờ/) },
      { groupTitle: 'Nội dung', maximum: 60, computed: null, evidence: 'Có mặt 4/4 (100%)' },
    ])
    await create(sheet)
    expect((await office.call('scores.get', { meetingId: before, sheet: null })).sheet).toBe(sheet)
    const sheets = await office.call('scoreSheets.list', {})
    const id = sheets.at(-1)?.own ?? 0
    await expect(office.call('scoreSheets.remove', { id })).rejects.toMatchObject({
      code: 'score-sheet-used',
    })
    // Once the score is gone the sheet may go too.
    await office.call('scores.remove', { meetingId })
    await office.call('scoreSheets.remove', { id })
    expect((await get()).sheet).toBe('hd-42-2025')
  })

  it('that was removed while it was used leaves its score alone, and no later sheet takes its number', async () => {
    const { sheet } = await office.call('scoreSheets.create', { name: 'Phiếu của Đảng ủy', lines })
    await create(sheet)
    // Versions before this one let a used sheet go.
    office.sqlite.prepare('DELETE FROM scoreSheet').run()
    expect(await get()).toMatchObject({
      score: { sheetName: 'Phiếu của Đảng ủy' },
      lines: [{ maximum: 40, evidence: expect.stringMatching(/^Chưa tính giờ/), rule: '', now: null }, {}],
    })
    const { sheet: later } = await office.call('scoreSheets.create', { name: 'Phiếu mới', lines })
    expect(later).not.toBe(sheet)
    expect(await get()).toMatchObject({ lines: [{ rule: '', now: null }, {}] })
    expect((await office.call('scoreSheets.get', { sheet: later })).used).toBe(0)
  })

  it('makes 100 points', async () => {
    await expect(
      office.call('scoreSheets.create', { name: 'Phiếu', lines: lines.slice(1) }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { lines: 'Các dòng cộng lại được 60, phải là 100' },
    })
    await expect(office.call('scoreSheets.remove', { id: 9 })).rejects.toMatchObject({ code: 'not-found' })
  })
})
