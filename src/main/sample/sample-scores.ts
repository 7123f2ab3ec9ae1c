import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import { scoreSheets } from '../resources/score-sheets.ts'
import { fillRest, insertScore, settle } from '../scores/score-rows.ts'
import { createRandom } from './random.ts'
import type { WrittenMeeting } from './sample-decisions.ts'

/** Lines on which people now and then find something lacking, and what they write of it. */
const lacking = [
  { criterion: 'guiding', lost: 1, reason: 'Nêu vấn đề thảo luận còn chung' },
  { criterion: 'regular-content', lost: 1, reason: 'Phần thời sự còn đọc tài liệu dài' },
  { criterion: 'upload', lost: 1, reason: 'Đăng tài liệu chậm một ngày' },
  { criterion: 'procedure', lost: 0.5, reason: 'Chưa đọc lại biên bản trước khi kết thúc' },
] as const

/** The scores of the closed regular meetings; the newest one still waits for its own. */
export async function insertScores(
  db: Kysely<Schema>,
  meetings: readonly WrittenMeeting[],
  today: string,
): Promise<void> {
  const random = createRandom(1976)
  const held = meetings.flatMap(({ kind, ...meeting }) =>
    meeting.held && (kind === 'regular' || kind === 'regularThemed') ? [{ ...meeting, kind }] : [],
  )
  for (const meeting of held.slice(0, -1)) {
    await insertScore(db, meeting, scoreSheets[0], today)
    await fillRest(db, meeting.id)
    for (const { criterion, lost, reason } of lacking) {
      if (!random.chance(0.3)) continue
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
