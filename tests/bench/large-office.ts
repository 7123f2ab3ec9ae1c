import type { Database } from 'better-sqlite3'
import { createRandom, type Random } from '../../src/main/sample/random.ts'
import { addDays } from '../../src/shared/rules/calendar.ts'
import { fold } from '../../src/shared/rules/fold.ts'
import { insertThemes } from './large-themes.ts'

/** The day every bench office stands at, and the last day of its last year. */
export const benchToday = '2026-11-21'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Nông', 'Lò', 'Giàng']
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Ngọc', 'Quang', 'Hữu', 'Thị Thu', 'Xuân', 'Công', 'Kim']
const given = ['An', 'Ánh', 'Bình', 'Chi', 'Dũng', 'Đức', 'Hà', 'Hạnh', 'Khải', 'Lan', 'Minh', 'Nga', 'Oanh']
const endings = ['Phúc', 'Quý', 'Sơn', 'Tâm', 'Uyên', 'Vân', 'Xuân', 'Yến', 'Thảo', 'Tùng', 'Huệ', 'Hưng']

export type OfficeSize = { years: number }

/**
 * Fills a fresh database with a big cell over many years, by SQL and outside the undo log: 300 members in 25 years,
 * some 200 at any time, 16 meetings a year with 12 items, 200 marks, 50 turns, a vote, 4 conclusions, 4 tasks and 3 remarks each, 8 themes a year.
 * Fewer years leave out what lies before them, and the members who had gone by then.
 */
export function fillLargeOffice(sqlite: Database, { years }: OfficeSize): void {
  const random = createRandom(25)
  const first = addDays(benchToday, -25 * 365)
  const from = addDays(benchToday, -years * 365)
  const insert = (sql: string) => {
    const statement = sqlite.prepare(sql)
    return (...values: unknown[]) => Number(statement.run(...values).lastInsertRowid)
  }
  sqlite.transaction(() => {
    insert(`INSERT INTO cell (id, name, upperBody, kind, place, abbreviation, meetingPlace)
            VALUES (1, 'Chi bộ thử tải', 'Đảng bộ phường', 'residential', 'Sơn Vân', 'CB', 'Nhà văn hóa')`)()
    const people = drawPeople(random, first).filter(
      (person) => person.leftOn === null || person.leftOn >= from,
    )
    const ids = insertPeople(insert, people)
    insertMeetings(insert, random, people, ids, from, years * 16)
    insertThemes(insert, random, ids, from)
    insertIssuedPapers(insert, from)
  })()
}

/** Minutes and a resolution of every meeting but the last, numbered on in one term. */
function insertIssuedPapers(insert: Insert, from: string): void {
  insert('INSERT INTO committeeTerm (startsOn) VALUES (?)')(from)
  for (const [paper, code] of [
    ['minutes', 'BB'],
    ['resolution', 'NQ'],
  ])
    insert(`INSERT INTO issuedPaper
              (meetingId, paper, revision, code, number, issuedOn, symbol, title, issuedAt, document, layout)
            SELECT id, ?, 0, ?, row_number() OVER (ORDER BY heldOn, id), heldOn, 'số', 'Văn bản ' || period,
              heldOn || 'T08:00:00.000Z', '{}', '{}'
            FROM meeting WHERE heldOn < (SELECT max(heldOn) FROM meeting)`)(paper, code)
}

type Person = { fullName: string; joinedOn: string; leftOn: string | null; birthYear: number }
type Insert = (sql: string) => (...values: unknown[]) => number

/** 190 were there at the beginning, 110 came and 90 left in the years after. */
function drawPeople(random: Random, first: string): Person[] {
  const days = 25 * 365
  return Array.from({ length: 300 }, (_, index) => {
    const joinedOn =
      index < 190 ? addDays(first, -random.between(1, 3000)) : addDays(first, random.between(1, days))
    const leaves = index % 10 < 3
    const stayed = joinedOn < first ? first : joinedOn
    const left = addDays(stayed, random.between(200, days))
    return {
      fullName: `${random.pick(families)} ${random.pick(middles)} ${random.pick(index % 2 ? given : endings)}`,
      joinedOn,
      leftOn: leaves && left < benchToday ? left : null,
      birthYear: 1950 + (index % 45),
    }
  })
}

function insertPeople(insert: Insert, people: readonly Person[]): number[] {
  const member =
    insert(`INSERT INTO member (fullName, fullNameFolded, sex, birthDate, cardNumber, admittedOn, job)
                         VALUES (?, ?, ?, ?, ?, ?, 'Nông dân')`)
  const status = insert('INSERT INTO memberStatus (memberId, status, fromDate, toDate) VALUES (?, ?, ?, ?)')
  const role = insert('INSERT INTO memberRole (memberId, role, fromDate, toDate) VALUES (?, ?, ?, NULL)')
  return people.map(({ fullName, joinedOn, leftOn, birthYear }, index) => {
    const sex = index % 2 ? 'male' : 'female'
    const card = String(9_900_000 + index).padStart(8, '0')
    const id = member(fullName, fold(fullName), sex, `${birthYear}-06-12`, card, joinedOn)
    const official = addDays(joinedOn, 365)
    const end = leftOn && leftOn > official ? leftOn : null
    status(id, 'probationary', joinedOn, addDays(official, -1))
    status(id, 'full', official, end && addDays(end, -1))
    if (end) status(id, 'movedAway', end, null)
    const office = (['secretary', 'deputy', 'committeeMember', 'committeeMember'] as const)[index]
    if (office && !end) role(id, office, official)
    return id
  })
}

const states = [
  'present',
  'present',
  'present',
  'present',
  'present',
  'present',
  'late',
  'excused',
  'unexcused',
]
const turnKinds = [
  'opinion',
  'opinion',
  'opinion',
  'question',
  'reply',
  'prepared',
  'selfCriticism',
  'criticism',
]

function insertMeetings(
  insert: Insert,
  random: Random,
  people: readonly Person[],
  ids: readonly number[],
  from: string,
  count: number,
): void {
  const meeting =
    insert(`INSERT INTO meeting (kind, period, heldOn, startTime, place, mode, chairId, minuteTakerId)
                          VALUES (?, ?, ?, '19:30', 'Nhà văn hóa', 'inPerson', ?, ?)`)
  const item =
    insert(`INSERT INTO agendaItem (meetingId, position, part, contentClass, title, ownerId, plannedMinutes)
                       VALUES (?, ?, 'main', 'discussion', ?, ?, 10)`)
  const mark = insert('INSERT INTO attendance (meetingId, memberId, state) VALUES (?, ?, ?)')
  const turn =
    insert(`INSERT INTO speakingTurn (meetingId, agendaItemId, memberId, kind, speakingSeconds, gist)
                       VALUES (?, ?, ?, ?, ?, 'Đề nghị ghi rõ người chịu trách nhiệm và thời hạn của việc này.')`)
  const decide = decisions(insert, random)
  const note = remarks(insert)
  const days = (Date.parse(benchToday) - Date.parse(from)) / 86_400_000
  for (let number = 1; number <= count; number++) {
    const heldOn = addDays(from, Math.floor((number * (days - 5)) / count))
    const here = ids.filter((_, index) => {
      const { joinedOn, leftOn } = people[index] as Person
      return joinedOn <= heldOn && (leftOn === null || heldOn < leftOn)
    })
    const kind = number % 5 === 0 ? 'regularThemed' : 'regular'
    const meetingId = meeting(kind, heldOn.slice(0, 7), heldOn, here[0], here[1])
    const items = Array.from({ length: 12 }, (_, index) =>
      item(meetingId, index + 1, `Nội dung thứ ${index + 1} của chương trình`, here[index % here.length]),
    )
    for (const memberId of here) mark(meetingId, memberId, random.pick(states))
    for (let spoken = 0; spoken < 50; spoken++)
      turn(meetingId, random.pick(items), random.pick(here), random.pick(turnKinds), random.between(20, 600))
    decide(meetingId, heldOn, items, here)
    note(meetingId, items, here, number)
  }
}

/** Each meeting commends one member, reminds another and notes something else. */
function remarks(insert: Insert) {
  const remark = insert('INSERT INTO remark (meetingId, agendaItemId, kind, content) VALUES (?, ?, ?, ?)')
  const concerned = insert('INSERT INTO remarkMember (remarkId, memberId) VALUES (?, ?)')
  const others = ['petition', 'massWork', 'reading', 'inspection']
  return (meetingId: number, items: readonly number[], here: readonly number[], number: number) => {
    const content = `Việc được ghi nhận ở cuộc họp thứ ${number}`
    for (const [index, kind] of ['commendation', 'reminder'].entries())
      concerned(remark(meetingId, items[1], kind, content), here[(number * 7 + index) % here.length])
    remark(meetingId, items[2], others[number % others.length], content)
  }
}

/** What a meeting decides; of the tasks of the last year one in four is open. */
function decisions(insert: Insert, random: Random) {
  const vote =
    insert(`INSERT INTO vote (meetingId, agendaItemId, subject, rule, method, entitledCount, presentCount,
                         forCount, againstCount, blankCount)
                       VALUES (?, ?, 'Thông qua nghị quyết', 'moreThanHalf', 'showOfHands', ?, ?, ?, 0, 0)`)
  const conclusion = insert('INSERT INTO conclusion (meetingId, agendaItemId, content) VALUES (?, ?, ?)')
  const task = insert(
    'INSERT INTO task (meetingId, conclusionId, title, dueOn, doneOn) VALUES (?, ?, ?, ?, ?)',
  )
  const owner = insert('INSERT INTO taskOwner (taskId, memberId) VALUES (?, ?)')
  return (meetingId: number, heldOn: string, items: readonly number[], here: readonly number[]) => {
    vote(meetingId, random.pick(items), here.length, here.length, here.length)
    for (let number = 1; number <= 4; number++) {
      const concluded = conclusion(
        meetingId,
        random.pick(items),
        `Nhất trí nội dung thứ ${number}, giao người làm.`,
      )
      const dueOn = addDays(heldOn, random.between(10, 40))
      const done = dueOn < addDays(benchToday, -330) || (dueOn < benchToday && !random.chance(0.25))
      const id = task(meetingId, concluded, `Việc thứ ${number} của cuộc họp`, dueOn, done ? dueOn : null)
      const first = random.pick(here)
      const second = random.pick(here)
      owner(id, first)
      if (second !== first) owner(id, second)
    }
  }
}
