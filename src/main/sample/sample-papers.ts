import type { Kysely } from 'kysely'
import { addDays } from '../../shared/rules/calendar.ts'
import type { Schema } from '../db/schema.ts'
import { keepIssue } from '../papers/issuing.ts'
import { paperDocument } from '../papers/papers-queries.ts'
import type { WrittenMeeting } from './sample-decisions.ts'

/** Papers made elsewhere under numbers of the present term, days before today; one number was left out. */
const outside = [
  {
    code: 'CV',
    number: 1,
    daysBefore: 530,
    title: 'Công văn về việc cử đảng viên dự lớp bồi dưỡng nghiệp vụ',
  },
  {
    code: 'CV',
    number: 2,
    daysBefore: 302,
    title: 'Công văn về việc xác nhận lý lịch của người xin vào Đảng',
  },
  {
    code: 'CV',
    number: 3,
    daysBefore: 75,
    title: 'Công văn về việc giới thiệu đảng viên giữ mối liên hệ nơi cư trú',
  },
  { code: 'BC', number: 1, daysBefore: 480, title: 'Báo cáo kết quả công tác 6 tháng đầu năm' },
  { code: 'BC', number: 2, daysBefore: 335, title: 'Báo cáo tổng kết công tác năm' },
  { code: 'BC', number: 4, daysBefore: 140, title: 'Báo cáo kết quả thực hiện chuyên đề quý II' },
] as const

/** The term of the committee, what was numbered outside the program, and the resolutions issued since. */
export async function insertPapers(
  db: Kysely<Schema>,
  meetings: readonly WrittenMeeting[],
  today: string,
): Promise<void> {
  const startsOn = addDays(today, -600)
  await db.insertInto('committeeTerm').values({ startsOn }).execute()
  await db
    .insertInto('outsidePaper')
    .values(outside.map(({ daysBefore, ...paper }) => ({ ...paper, issuedOn: addDays(today, -daysBefore) })))
    .execute()
  await issueResolutions(db, meetings, startsOn)
}

/** The resolutions of the term's regular meetings, each two days after; the newest one still waits for its own. */
async function issueResolutions(
  db: Kysely<Schema>,
  meetings: readonly WrittenMeeting[],
  startsOn: string,
): Promise<void> {
  const ofTerm = meetings.filter(
    ({ kind, held, heldOn }) =>
      held && heldOn >= startsOn && (kind === 'regular' || kind === 'regularThemed'),
  )
  for (const [index, { id: meetingId, heldOn }] of ofTerm.slice(0, -1).entries()) {
    const of = { paper: 'resolution', meetingId } as const
    const issue = { number: index + 1, issuedOn: addDays(heldOn, 2) }
    const document = await paperDocument({ db, today: issue.issuedOn }, of, issue)
    await keepIssue(
      db,
      of,
      { ...issue, revision: 0, reason: '' },
      document,
      `${issue.issuedOn}T03:00:00.000Z`,
    )
  }
}
