import anPhu from '../../../resources/score/an-phu-2025.json' with { type: 'json' }
import camLe from '../../../resources/score/cam-le-2025.json' with { type: 'json' }
import steps from '../../../resources/score/levels.json' with { type: 'json' }
import type { LevelSteps, ScoreSheet } from '../../shared/rules/score.ts'

/** The known score sheets, the usual one first. JSON widens its texts to `string`; a test checks every shape. */
export const scoreSheets: readonly [ScoreSheet, ...ScoreSheet[]] = [anPhu as ScoreSheet, camLe as ScoreSheet]

/** From what total on a meeting is Tốt, Khá, Trung bình, Kém. */
export const levelSteps = steps.levels as LevelSteps
