import type { Database, Statement } from 'better-sqlite3'
import type { Program } from '../../src/main/api/program.ts'
import type { Input, ReadName } from '../../src/shared/contract/index.ts'
import { reportNames } from '../../src/shared/rules/reports.ts'
import { benchToday } from './large-office.ts'
import { byTurns, type Result, result } from './measure.ts'
import { ask } from './program.ts'

/** What one screen asks when it opens; its name in the results begins with the feature. */
type Screen = {
  name: string
  reads: Read[]
  /** Shows this month's matters, so it should not slow down with the years. */
  ofThisMonth: boolean
  /** The largest multiple of its bare SQL that holds. */
  goal: number
  /** The most it may take, in ms. */
  atMost: number
}
type Read = { [Name in ReadName]: [Name, Input<Name>] }[ReadName]

/** The reads of every screen, as the screens ask them. */
function screensOf(sqlite: Database): Screen[] {
  const newest = 'SELECT id, chairId, heldOn FROM meeting ORDER BY heldOn DESC LIMIT 1'
  const meeting = sqlite.prepare(newest).get() as { id: number; chairId: number; heldOn: string }
  const meetingId = meeting.id
  const themeId = sqlite.prepare('SELECT max(id) FROM theme').pluck().get() as number
  const heldThemeId = sqlite
    .prepare('SELECT max(id) FROM theme WHERE meetingId IS NOT NULL')
    .pluck()
    .get() as number
  const year = Number(benchToday.slice(0, 4))
  const thisYear = { fromDate: `${year}-01-01`, toDate: benchToday }
  const head: Read = ['meetings.get', { id: meetingId }]
  const screen = (name: string, ofThisMonth: boolean, ...reads: Read[]): Screen => ({
    name,
    reads,
    ofThisMonth,
    goal: 1.5,
    atMost: 16,
  })
  // What the screen shows is worked out from what is read (who had to come to each meeting, how evenly a meeting is heard, whom to invite and why, who
  // spoke how long ago, what a paper says and lacks, how each step of a theme stands): that work is done nowhere in the bare SQL.
  const workedOut = (name: string, ofThisMonth: boolean, ...reads: Read[]): Screen => ({
    ...screen(name, ofThisMonth, ...reads),
    goal: 2,
  })
  return [
    screen('members.read', true, ['members.list', { date: benchToday }]),
    screen(
      'members.person.read',
      true,
      ['members.get', { id: meeting.chairId }],
      ['strengths.get', { memberId: meeting.chairId }],
      ['remarks.ofMember', { memberId: meeting.chairId }],
      ['remarks.meetings', {}],
    ),
    workedOut('meetings.read', true, ['meetings.list', { year }], ['meetings.years', {}]),
    screen(
      'agenda.read',
      true,
      head,
      ['agenda.list', { meetingId }],
      ['members.list', { date: meeting.heldOn }],
    ),
    screen(
      'attendance.read',
      true,
      head,
      ['attendance.sheet', { meetingId }],
      ['attendance.moments', { meetingId }],
      ['attendance.quorum', { meetingId }],
    ),
    screen('attendance.forecasts.read', true, ['attendance.forecasts', { meetingId }]),
    screen(
      'speaking.read',
      true,
      head,
      ['speaking.list', { meetingId }],
      ['speaking.meetingTotals', { meetingId }],
      ['attendance.sheet', { meetingId }],
      ['agenda.list', { meetingId }],
    ),
    workedOut('documents.read', true, head, ['documents.list', { meetingId }]),
    workedOut(
      'papers.minutes.read',
      true,
      head,
      ['papers.get', { paper: 'minutes', meetingId }],
      ['papers.issues', { of: { paper: 'minutes', meetingId } }],
    ),
    workedOut(
      'papers.resolution.read',
      true,
      head,
      ['papers.get', { paper: 'resolution', meetingId }],
      ['papers.issues', { of: { paper: 'resolution', meetingId } }],
      ['signing.get', { of: { paper: 'resolution', meetingId } }],
    ),
    workedOut('papers.paste.read', true, head, ['papers.pastePack', { meetingId }]),
    workedOut('papers.register.read', false, ['register.get', {}]),
    screen('carry.read', true, ['carry.list', { meetingId }]),
    screen('agenda.check.read', true, ['agenda.check', { meetingId }]),
    workedOut('running.read', true, head, ['running.live', { meetingId }]),
    // Whom to invite is worked out with what it is worked out from, so it is measured as the whole it comes in.
    workedOut('running.invite.read', true, ['running.live', { meetingId }]),
    workedOut('speaking.chart.read', true, ['speaking.chart', { toDate: benchToday }]),
    screen(
      'decisions.read',
      true,
      head,
      ['agenda.list', { meetingId }],
      ['votes.list', { meetingId }],
      ['attendance.quorum', { meetingId }],
      ['conclusions.list', { meetingId }],
      ['tasks.ofMeeting', { meetingId }],
      ['remarks.list', { meetingId }],
      ['closing.get', { meetingId }],
    ),
    screen('scores.read', true, head, ['scores.get', { meetingId, sheet: null }]),
    screen(
      'scores.sheets.read',
      true,
      ['scoreSheets.list', {}],
      ['scoreSheets.get', { sheet: 'hd-42-2025' }],
    ),
    screen('tasks.read', true, ['tasks.list', { state: 'open' }]),
    screen('desk.read', true, ['desk.get', {}]),
    workedOut(
      'themes.board.read',
      true,
      ['themes.years', {}],
      ['themes.board', { year }],
      ['themes.board', { year: year - 1 }],
    ),
    workedOut('themes.theme.read', true, ['themes.get', { id: themeId }], ['themes.people', { id: themeId }]),
    screen('themes.thread.read', true, ['themes.thread', { id: heldThemeId }]),
    // Everybody is judged, and every theme of all years compared: little of that is reading.
    { ...screen('themes.preparers.read', false, ['themes.preparers', { id: themeId }]), goal: 6 },
    { ...screen('themes.hints.read', false, ['themes.hints', { id: themeId }]), goal: 12 },
    screen('themes.burden.read', true, ['themes.burden', { year }]),
    // What was never stored without its marks is folded for each search.
    workedOut('themes.search.read', false, ['themes.search', { typed: 'tiet kiem khu' }]),
    screen(
      'tasks.form.read',
      true,
      ['tasks.assignees', {}],
      ['tasks.reportMeetings', { after: meeting.heldOn }],
    ),
    // Six periods of every report are tried against the meetings: a millisecond, little of it reading.
    {
      ...screen('reports.centre.read', true, ['reportCalendar.get', {}], ['pack.get', thisYear]),
      goal: 4,
    },
    // A report judges every mark by the obligation of its day and makes each figure the list of its facts; the last
    // is all the others one after the other, from one reading, and the program answers between them.
    ...reportNames.map((report) => ({
      ...screen(`reports.${report}.read`, false, ['reports.preview', { report, ...thisYear }]),
      ...(report === 'everything' ? { goal: 5, atMost: 50 } : { goal: 3 }),
    })),
    // Every sheet is laid out as it will be written; asked for once the figures are on screen, with breaths between.
    {
      ...screen('reports.pages.read', false, ['reports.pages', { report: 'rollBook', ...thisYear }]),
      goal: 12,
      atMost: 100,
    },
  ]
}

async function open(program: Program, screen: Screen): Promise<void> {
  for (const [name, input] of screen.reads) await ask(program, name, input as never)
}

/**
 * Each screen's reads through `dispatch` against the SQL they run, bare: the same texts and values, prepared and run
 * on better-sqlite3 by hand.
 */
export async function measureReads(program: Program, sqlite: Database): Promise<Result[]> {
  const results: Result[] = []
  for (const screen of screensOf(sqlite)) {
    const through = () => open(program, screen)
    const seen = await statementsOf(sqlite, through)
    const bare = () => {
      for (const { sql, values } of seen) sqlite.prepare(sql).all(...values)
    }
    const { left, right } = await byTurns(200, 40, through, bare)
    results.push(result(screen.name, left / right, 'x bare SQL', screen.goal))
    results.push(result(`${screen.name}.time`, left, 'ms', screen.atMost))
  }
  return results
}

/** The statements that `through` runs. */
async function statementsOf(sqlite: Database, through: () => Promise<unknown>) {
  const seen: { sql: string; values: unknown[] }[] = []
  const prototype: Statement = Object.getPrototypeOf(sqlite.prepare('SELECT 1'))
  const { all } = prototype
  prototype.all = function (this: Statement, ...values: unknown[]) {
    seen.push({ sql: this.source, values })
    return all.apply(this, values)
  }
  try {
    await through()
  } finally {
    prototype.all = all
  }
  if (seen.length === 0) throw new Error('no statement was seen')
  return seen
}

type Office = { program: Program; sqlite: Database }

/** The reads of the screens of this month after 25 years against the same after two. */
export async function measureGrowth(old: Office, young: Office): Promise<Result[]> {
  const results: Result[] = []
  const before = screensOf(young.sqlite)
  for (const [index, screen] of screensOf(old.sqlite).entries()) {
    if (!screen.ofThisMonth) continue
    const { left, right } = await byTurns(
      200,
      40,
      () => open(old.program, screen),
      () => open(young.program, before[index] as Screen),
    )
    results.push(
      result(`growth.${screen.name.replace(/\.read$/, '')}`, left / right, 'x first two years', 1.5),
    )
  }
  return results
}
