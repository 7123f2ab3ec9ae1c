import type { Kysely } from 'kysely'
import type { Block, PaperDocument } from '../../shared/documents/blocks.ts'
import type { PaperStanding } from '../../shared/documents/papers.ts'
import { paragraph, plain, withStop } from '../../shared/documents/parts.ts'
import { longDate, longTime, weekday } from '../../shared/rules/long-date.ts'
import { guestNames, meetingModeNames } from '../../shared/rules/meeting.ts'
import { preparationOf } from '../../shared/rules/preparation.ts'
import { ruleSetOn } from '../../shared/rules/rule-set.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { localDay } from '../api/clock.ts'
import { preparationFacts } from '../db/preparation.ts'
import type { Schema } from '../db/schema.ts'
import { thresholdsOf } from '../db/thresholds.ts'
import { type Issue, numberInHead } from '../documents/issue.ts'
import {
  letterhead,
  type MeetingFacts,
  meetingFacts,
  meetingInText,
  meetingSigners,
  withOffice,
} from '../documents/meeting-facts.ts'
import { signingOf } from '../documents/signing.ts'
import { ruleSets } from '../resources/rule-sets.ts'

type Db = Kysely<Schema>

/**
 * The notice of a meeting to every member and to the upper body: when, where, who, about what, papers by which day.
 * It is dated the day it was issued, else sent, else the day it is made, but never after the meeting. Private notes
 * are not even read. Throws `not-found` and `cell-missing`.
 */
export async function noticeDocument(
  db: Db,
  meetingId: number,
  today: string,
  issue: Issue,
): Promise<PaperDocument> {
  const facts = await meetingFacts(db, meetingId)
  const { meeting, cell } = facts
  const sentOn = await noticeSentOn(db, meetingId)
  const madeOn = today < meeting.heldOn ? today : meeting.heldOn
  const items = await contents(db, meetingId)
  const guests = guestNames(meeting.guests)
  const committee = meeting.kind === 'committee'
  const everybody = committee ? 'các đồng chí trong chi ủy' : 'toàn thể đảng viên của chi bộ'
  return {
    name: `Thông báo ${meetingInText(meeting)}`,
    blocks: [
      letterhead(
        facts,
        numberInHead('notice', issue, cell.abbreviation),
        issue?.issuedOn ?? sentOn ?? madeOn,
      ),
      { kind: 'title', type: 'Thông báo', excerpt: `về việc ${meetingInText(meeting)}` },
      paragraph(`${cell.name} thông báo đến ${everybody} về việc ${meetingInText(meeting)} như sau:`),
      ...numbered([
        `Thời gian: ${longTime(meeting.startTime)}, ${weekday(meeting.heldOn)}, ${longDate(meeting.heldOn)}.`,
        placeLine(facts),
        `Thành phần: ${everybody}; mời cấp ủy viên cấp trên theo dõi chi bộ dự và chỉ đạo.`,
        ...(guests.length === 0 ? [] : [`Đại biểu, khách mời: ${guests.join('; ')}.`]),
        ...peopleLines(facts),
        ...(meeting.theme.trim() === '' ? [] : [`Chuyên đề: ${withStop(meeting.theme)}`]),
        ...(items.length === 0 ? [] : ['Nội dung:']),
      ]),
      ...items,
      paragraph(await requestWords(db, facts, today)),
      {
        kind: 'closing',
        left: {
          recipients: [
            committee ? 'Các đồng chí trong chi ủy' : 'Đảng viên của chi bộ',
            'Cấp ủy viên cấp trên theo dõi chi bộ',
            'Lưu Chi bộ',
          ],
        },
        right: (await signingOf(db, { paper: 'notice', meetingId }, meetingSigners(facts))).signature,
      },
    ],
  }
}

/** What the list of papers says of it. */
export async function noticeStanding(db: Db, meetingId: number): Promise<PaperStanding> {
  const sentOn = await noticeSentOn(db, meetingId)
  return {
    ready: true,
    words: sentOn === null ? 'Chưa ghi ngày gửi' : `Đã gửi ngày ${formatVietnameseDate(sentOn)}`,
  }
}

async function noticeSentOn(db: Db, meetingId: number): Promise<string | null> {
  const step = await db
    .selectFrom('preparationStep')
    .select('doneOn')
    .where('meetingId', '=', meetingId)
    .where('step', '=', 'notice')
    .executeTakeFirst()
  return step?.doneOn ?? null
}

const numbered = (lines: readonly string[]): Block[] => [
  { kind: 'list', marker: 'number', items: lines.map((line) => [plain(line)]) },
]

function placeLine({ meeting }: MeetingFacts): string {
  const mode =
    meeting.mode === 'inPerson' ? '' : `; hình thức: ${meetingModeNames[meeting.mode].toLowerCase()}`
  return withStop(`Địa điểm: ${meeting.place}${mode}`)
}

function peopleLines(facts: MeetingFacts): string[] {
  const { meeting } = facts
  const chair = withOffice(facts, meeting.chairId, meeting.chairName)
  const people = [
    ...(chair === null ? [] : [`Chủ trì: đồng chí ${chair}`]),
    ...(meeting.minuteTakerName === null ? [] : [`thư ký: đồng chí ${meeting.minuteTakerName}`]),
  ]
  return people.length === 0 ? [] : [`${people.join('; ')}.`]
}

/** What the meeting is about: its items without the formalities at both ends. */
async function contents(db: Db, meetingId: number): Promise<Block[]> {
  const items = await db
    .selectFrom('agendaItem')
    .select('title')
    .where('meetingId', '=', meetingId)
    .where('part', 'in', ['main', 'themed'])
    .orderBy('position')
    .execute()
  if (items.length === 0) return []
  const last = items.length - 1
  return [
    {
      kind: 'list',
      marker: 'dash',
      items: items.map(({ title }, index) => {
        const words = title.trim().replace(/[.;]+$/, '')
        return [plain(`${words}${index === last ? '.' : ';'}`)]
      }),
    },
  ]
}

/** What members are asked to do, with the day by which they have the papers. */
async function requestWords(db: Db, { meeting }: MeetingFacts, today: string): Promise<string> {
  const steps = preparationOf(
    meeting,
    await preparationFacts(db, meeting, localDay),
    ruleSetOn(ruleSets, meeting.heldOn),
    await thresholdsOf(db),
    today,
  )
  const papers = steps.find(({ step }) => step === 'papers')
  const when =
    papers === undefined
      ? ''
      : papers.doneOn === null
        ? ` Tài liệu gửi đến các đồng chí chậm nhất ${longDate(papers.dueOn)}.`
        : ` Tài liệu gửi đến các đồng chí ${longDate(papers.doneOn)}.`
  const whom = meeting.chairName === null ? 'chủ trì' : `đồng chí ${meeting.chairName}`
  return `Đề nghị các đồng chí nghiên cứu tài liệu, chuẩn bị ý kiến và dự họp đúng giờ; ai không dự được thì báo cáo lý do với ${whom} trước buổi họp.${when}`
}
