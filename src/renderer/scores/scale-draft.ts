import { pointsText, readPoints } from '../../shared/rules/score.ts'
import type { ScoreFactName, ScoreScale } from '../../shared/rules/score-facts.ts'
import { scaleKindOf, scaleProblem } from '../../shared/rules/score-sheet.ts'

/** A step as it is typed; `key` tells rows apart while they come and go. */
export type StepDraft = { key: number; bound: string; points: string }

/** Steps as they are typed. Of the plain fields only those are read that the kind of steps has. */
export type ScaleDraft = {
  steps: StepDraft[]
  full: string
  half: string
  below: string
  unexcused: string
  largerMembers: string
  largerMinutes: string
  fromMinutes: string
}

/** What stands in the fields for known steps. */
export function draftOf(scale: ScoreScale | null): ScaleDraft {
  const draft: ScaleDraft = {
    steps: [],
    full: '',
    half: '',
    below: '',
    unexcused: '',
    largerMembers: '',
    largerMinutes: '',
    fromMinutes: '',
  }
  switch (scale?.kind) {
    case 'missing':
      return {
        ...draft,
        steps: scale.steps.map(({ atMost, points }, key) => step(key, atMost, points)),
        full: pointsText(scale.full),
        half: pointsText(scale.half),
        below: pointsText(scale.below),
        largerMembers: scale.larger ? String(scale.larger.members) : '',
        largerMinutes: scale.larger ? String(scale.larger.minutes) : '',
      }
    case 'share':
      return {
        ...draft,
        steps: scale.steps.map(({ from, points }, key) => step(key, from, points)),
        unexcused: scale.unexcused === null ? '' : pointsText(scale.unexcused),
      }
    case 'minutes':
      return { ...draft, full: pointsText(scale.points), fromMinutes: String(scale.from) }
    case 'met':
      return { ...draft, full: pointsText(scale.points) }
    default:
      return draft
  }
}

const step = (key: number, bound: number, points: number): StepDraft => ({
  key,
  bound: pointsText(bound),
  points: pointsText(points),
})

/** Reads what was typed. Steps are put in their order; what cannot be read or makes no sense is told in a sentence. */
export function readScale(
  fact: ScoreFactName,
  draft: ScaleDraft,
  maximum: number,
): { scale: ScoreScale } | { problem: string } {
  const wrong: string[] = []
  const points = (typed: string, what: string) => {
    const read = readPoints(typed)
    if (typeof read === 'number' && read <= maximum) return read
    wrong.push(`${what}: hãy nhập điểm từ 0 đến ${pointsText(maximum)}`)
    return 0
  }
  const whole = (typed: string, what: string) => {
    const read = Number(typed.trim())
    if (/^\d{1,4}$/.test(typed.trim()) && read > 0) return read
    wrong.push(`${what}: hãy nhập một số nguyên`)
    return 0
  }
  const scale = scaleFrom(fact, draft, points, whole)
  const problem = wrong[0] ?? (scale ? scaleProblem(scale) : null)
  return scale && !problem ? { scale } : { problem: problem ?? 'Dữ liệu này không tính thành điểm' }
}

function scaleFrom(
  fact: ScoreFactName,
  draft: ScaleDraft,
  points: (typed: string, what: string) => number,
  whole: (typed: string, what: string) => number,
): ScoreScale | null {
  switch (scaleKindOf(fact)) {
    case 'missing': {
      const larger = draft.largerMembers.trim() !== '' || draft.largerMinutes.trim() !== ''
      return {
        kind: 'missing',
        full: points(draft.full, 'Đủ thời lượng'),
        steps: draft.steps
          .map(({ bound, points: typed }) => ({
            atMost: whole(bound, 'Thiếu không quá'),
            points: points(typed, `Thiếu không quá ${bound} phút`),
          }))
          .toSorted((a, b) => a.atMost - b.atMost),
        half: points(draft.half, 'Còn từ một nửa'),
        below: points(draft.below, 'Dưới một nửa'),
        larger: larger
          ? {
              members: whole(draft.largerMembers, 'Chi bộ từ bao nhiêu đảng viên'),
              minutes: whole(draft.largerMinutes, 'Số phút tối thiểu của chi bộ đông'),
            }
          : null,
      }
    }
    case 'share':
      return {
        kind: 'share',
        steps: draft.steps
          .map(({ bound, points: typed }) => ({
            from: readPercent(bound, whole),
            points: points(typed, `Từ ${bound}%`),
          }))
          .toSorted((a, b) => b.from - a.from),
        unexcused:
          fact === 'attendance' && draft.unexcused.trim() !== ''
            ? points(draft.unexcused, 'Có vắng không lý do')
            : null,
      }
    case 'minutes':
      return {
        kind: 'minutes',
        from: whole(draft.fromMinutes, 'Từ bao nhiêu phút'),
        points: points(draft.full, 'Điểm khi đạt'),
      }
    case 'met':
      return { kind: 'met', points: points(draft.full, 'Điểm khi đạt') }
    case null:
      return null
  }
}

/** Shares may be broken: 66,7%. */
function readPercent(typed: string, whole: (typed: string, what: string) => number): number {
  return readPoints(typed) ?? whole(typed, 'Tỷ lệ')
}
