import { z } from 'zod'
import type { ScoreTotal } from '../rules/score.ts'
import { type EvidenceDay, evidenceDays } from '../rules/score-facts.ts'
import { read, write } from './define.ts'
import { id, isoDate, text } from './fields.ts'

/** A line on the screen: as it was given, or as the facts would have it while nothing is given yet. */
export type ScoreLine = {
  criterion: string
  groupTitle: string
  title: string
  /** The sheet's steps in words; '' for a sheet that has none or is gone. */
  rule: string
  /** What the sheet leaves undefined and how it is taken. */
  gap: string
  maximum: number
  points: number | null
  /** What the facts gave when the line was filled; null where a person decides. */
  computed: number | null
  evidence: string
  /** Why points were lost, by hand. */
  reason: string
  /** What the facts say by now, where that differs from what they said then; else null. */
  now: { computed: number | null; evidence: string } | null
  /** The days it is judged by that the program did not find itself: entered by hand, or still to be. */
  days: { day: EvidenceDay; doneOn: string | null }[]
}

export type ScorePage = {
  /** The month has a themed session, so its maxima hold. */
  themed: boolean
  /** The sheet has other lines or maxima for this month by now than the score was given by. */
  otherMaxima: boolean
  /** The sheet the lines are of: the one scored by, else the one asked for, else the one last used. */
  sheet: string
  score: (ScoreTotal & { sheetName: string }) | null
  lines: ScoreLine[]
  /** The complete sheets that hold on the meeting's day, the program's own and the cell's. */
  sheets: { sheet: string; name: string; note: string }[]
}

/** A sheet of the program by its id, or one of the cell's as 'own-3'. */
export const sheet = z.string().min(1).max(100)

export const scoresContract = {
  /** The score of a meeting, or what its sheet would say; `sheet` chooses while it is not scored. */
  'scores.get': read(z.strictObject({ meetingId: id, sheet: sheet.nullable() })).returns<ScorePage>(),
  /** Begins the score of a meeting by a sheet: what the facts give stands there, the rest waits. */
  'scores.create': write('Chấm điểm', z.strictObject({ meetingId: id, sheet })).returns<null>(),
  /** Gives points for a line by hand, or takes them back (null), or the reason for points lost; what is left out stays. */
  'scores.setLine': write(
    'Sửa điểm',
    z.strictObject({
      meetingId: id,
      criterion: z.string().min(1).max(100),
      points: z.number().min(0).max(100).nullable().optional(),
      reason: text.optional(),
    }),
  ).returns<null>(),
  /** Enters a day that speaks for a line, or takes it back (null); its line takes it up unless its points are by hand. */
  'scores.setEvidence': write(
    'Ghi căn cứ chấm điểm',
    z.strictObject({ meetingId: id, day: z.enum(evidenceDays), doneOn: isoDate.nullable() }),
  ).returns<null>(),
  /** Gives the maximum to every line that has no points yet. */
  'scores.fillRest': write('Cho điểm tối đa các dòng còn lại', z.strictObject({ meetingId: id })).returns<{
    filled: number
  }>(),
  /** Takes up what the facts say by now, and the maxima of the month; points given by hand stay as far as these allow. */
  'scores.refresh': write('Lấy lại điểm theo dữ liệu', z.strictObject({ meetingId: id })).returns<null>(),
  'scores.remove': write('Bỏ phiếu chấm điểm', z.strictObject({ meetingId: id })).returns<null>(),
}
