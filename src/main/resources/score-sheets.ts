import anPhu from '../../../resources/score/an-phu-2025.json' with { type: 'json' }
import camLe from '../../../resources/score/cam-le-2025.json' with { type: 'json' }
import hd42 from '../../../resources/score/hd-42-2025.json' with { type: 'json' }
import steps from '../../../resources/score/levels.json' with { type: 'json' }
import type { Criterion, LevelSteps, ScoreSheet } from '../../shared/rules/score.ts'

const usual = hd42 as ScoreSheet

/** A place's own sheet that is the usual one but for some of its lines, named by their ids. */
type Variant = Omit<ScoreSheet, 'kinds' | 'groups'> & { criteria: readonly Criterion[] }

function variant({ criteria, ...sheet }: Variant): ScoreSheet {
  const groups = usual.groups.map(({ title, criteria: lines }) => ({
    title,
    criteria: lines.map((line) => criteria.find(({ id }) => id === line.id) ?? line),
  }))
  return { ...sheet, kinds: usual.kinds, groups }
}

/** The known score sheets, the usual one first. JSON widens its texts to `string`; a test checks every shape. */
export const scoreSheets: readonly [ScoreSheet, ...ScoreSheet[]] = [
  usual,
  variant(anPhu as Variant),
  camLe as ScoreSheet,
]

/** From what total on a meeting is Tốt, Khá, Trung bình, Kém. */
export const levelSteps = steps.levels as LevelSteps
