import type { preparationContract } from '../../shared/contract/preparation.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { preparationOf, preparationStepNames } from '../../shared/rules/preparation.ts'
import { ruleSetOn } from '../../shared/rules/rule-set.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { localDay } from '../api/clock.ts'
import type { HandlersOf } from '../api/context.ts'
import { findMeeting } from '../db/meetings.ts'
import { preparationFacts, recordStep } from '../db/preparation.ts'
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
    await recordStep(db, { meetingId, step, doneOn, note })
    return null
  },
} satisfies HandlersOf<typeof preparationContract>
