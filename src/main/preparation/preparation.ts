import type { preparationContract } from '../../shared/contract/preparation.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { preparationOf, preparationStepNames } from '../../shared/rules/preparation.ts'
import { ruleSetOn } from '../../shared/rules/rule-set.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { localDay } from '../api/clock.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import { preparationFacts } from '../db/preparation.ts'
import { thresholdsOf } from '../db/thresholds.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import { asksHandlers } from './asks.ts'

export const preparationHandlers = {
  ...asksHandlers,

  'preparation.get': async ({ db, today }, { meetingId }) => {
    const meeting = await findMeeting(db, meetingId)
    const facts = await preparationFacts(db, meeting, localDay)
    return preparationOf(meeting, facts, ruleSetOn(ruleSets, meeting.heldOn), await thresholdsOf(db), today)
  },

  'preparation.mark': async ({ db, describe }, { meetingId, step, doneOn, note }) => {
    const meeting = await findMeeting(db, meetingId)
    const name = preparationStepNames[step]
    const done = doneOn === null ? 'chưa ghi ngày xong' : `xong ngày ${formatVietnameseDate(doneOn)}`
    describe(`${meetingTitle(meeting.kind, meeting.period)}: ${name}, ${done}`)
    if (doneOn === null && note === '') {
      await db
        .deleteFrom('preparationStep')
        .where('meetingId', '=', meetingId)
        .where('step', '=', step)
        .execute()
      return null
    }
    await db
      .insertInto('preparationStep')
      .values({ meetingId, step, doneOn, note })
      .onConflict((conflict) => conflict.columns(['meetingId', 'step']).doUpdateSet({ doneOn, note }))
      .execute()
    return null
  },
} satisfies HandlersOf<typeof preparationContract>
