import type { Kysely } from 'kysely'
import { addDays } from '../../shared/rules/calendar.ts'
import { isRegular } from '../../shared/rules/meeting.ts'
import type { PreparationStep } from '../../shared/rules/preparation.ts'
import type { OwnDay } from '../../shared/rules/score-facts.ts'
import type { Schema } from '../db/schema.ts'
import { scoreSheets } from '../resources/score-sheets.ts'
import { fillRest, insertScore, settle } from '../scores/score-rows.ts'
import { createRandom } from './random.ts'
import type { WrittenMeeting } from './sample-decisions.ts'

/** Lines on which people now and then find something lacking, and what they write of it. */
const lacking = [
  { criterion: 'guiding', lost: 1, reason: 'Nêu vấn đề thảo luận còn chung' },
  { criterion: 'regular-content', lost: 1, reason: 'Phần thời sự còn đọc tài liệu dài' },
  { criterion: 'procedure', lost: 0.5, reason: 'Chưa đọc lại biên bản trước khi kết thúc' },
] as const

/** The scores of the closed regular meetings; the newest one still waits for its own. */
export async function insertScores(
  db: Kysely<Schema>,
  meetings: readonly WrittenMeeting[],
  today: string,
): Promise<void> {
  const random = createRandom(1976)
  const held = meetings.filter(({ held }) => held).filter(isRegular)
  for (const meeting of held.slice(0, -1)) {
    const lacks = lacking.filter(() => random.chance(0.3))
    const late = random.chance(0.3)
    await db.insertInto('scoreEvidence').values(evidenceDays(meeting, late)).execute()
    await db
      .insertInto('preparationStep')
      .values(preparedDays(meeting, random.chance(0.1)))
      .execute()
    await insertScore(db, meeting, scoreSheets[0], today)
    await fillRest(db, meeting.id)
    for (const { criterion, lost, reason } of lacks) {
      await db
        .updateTable('scoreLine')
        .set((eb) => ({ points: eb('maximum', '-', lost), reason }))
        .where('meetingId', '=', meeting.id)
        .where('criterion', '=', criterion)
        .execute()
    }
    await settle(db, meeting.id)
  }
}

/** The days entered by hand: the committee's minutes the same day, the handbook the day before, the minutes the same night, the papers put up after that. */
function evidenceDays(meeting: { id: number; heldOn: string }, late: boolean) {
  const day = (of: OwnDay, days: number) => ({
    meetingId: meeting.id,
    day: of,
    doneOn: addDays(meeting.heldOn, days),
  })
  return [day('committeeMinutes', -5), day('handbook', -1), day('minutes', 0), day('upload', late ? 3 : 1)]
}

/** The steps before a meeting that a score asks for; now and then the papers went out on the very day. */
function preparedDays(meeting: { id: number; heldOn: string }, late: boolean) {
  const step = (of: PreparationStep, days: number) => ({
    meetingId: meeting.id,
    step: of,
    doneOn: addDays(meeting.heldOn, -days),
    note: '',
  })
  return [step('committee', 5), step('notice', 3), step('noticeUpper', 3), step('papers', late ? 0 : 1)]
}
