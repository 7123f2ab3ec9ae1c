import type { MeetingMinimum } from './rule-set.ts'
import { factWords } from './score-fact-words.ts'
import type { ScoreFactName, ScoreFacts, ScoreScale } from './score-facts.ts'

/** `points` null: not established, a person decides. `evidence` is what is known, in words. */
export type Judgement = { points: number | null; evidence: string }

/** What the facts say of one line of the sheet, and the points they give where it has a scale. */
export function judge(
  line: { facts: readonly ScoreFactName[]; scale: ScoreScale | null },
  known: ScoreFacts,
): Judgement {
  const facts = { ...known, minimum: minimumBy(line.scale, known) }
  const words = line.facts.map((fact) => factWords(fact, facts))
  const [measured] = line.facts
  const points = measured && line.scale ? pointsOf(measured, line.scale, facts) : null
  return { points, evidence: words.join('; ') }
}

/**
 * The minimum a sheet measures by: the rule's, or its own for a large cell where that is longer. A meeting without a
 * minimum by rule (a themed session alone) gets none from its sheet.
 */
function minimumBy(scale: ScoreScale | null, { minimum, members }: ScoreFacts): MeetingMinimum | null {
  const larger = scale?.kind === 'missing' ? scale.larger : null
  if (!larger || !minimum || members < larger.members || larger.minutes <= minimum.minutes) return minimum
  return {
    minutes: larger.minutes,
    rule: `theo phiếu chấm, chi bộ từ ${larger.members} đảng viên; nay có ${members}`,
  }
}

function pointsOf(fact: ScoreFactName, scale: ScoreScale, facts: ScoreFacts): number | null {
  switch (scale.kind) {
    case 'missing':
      return facts.ran && facts.minimum
        ? missingPoints(facts.ran.minutes, facts.minimum.minutes, scale)
        : null
    case 'share': {
      const share = shareOf(fact, facts)
      if (share === null) return null
      const points = sharePoints(share.part, share.whole, scale)
      if (points !== sharePoints(share.most, share.whole, scale)) return null
      return fact === 'attendance' && scale.unexcused !== null && facts.roll.unexcused > 0
        ? Math.min(points, scale.unexcused)
        : points
    }
    case 'minutes':
      return facts.ideologyMinutes === null ? null : facts.ideologyMinutes >= scale.from ? scale.points : 0
    case 'met': {
      const met = isMet(fact, facts)
      return met === null ? null : met ? scale.points : 0
    }
  }
}

/**
 * Points for a meeting of `minutes` against its minimum. Less than half is judged first: of a short minimum half may
 * be missing within the first steps. Between the last step and half the sheet says nothing; the step of half is taken.
 */
export function missingPoints(
  minutes: number,
  minimum: number,
  scale: Extract<ScoreScale, { kind: 'missing' }>,
): number {
  const missing = minimum - minutes
  if (missing <= 0) return scale.full
  if (minutes * 2 < minimum) return scale.below
  return scale.steps.find(({ atMost }) => missing <= atMost)?.points ?? scale.half
}

/** Points for a share, compared without rounding: 89,96% is below 90%. */
export function sharePoints(
  part: number,
  whole: number,
  scale: Pick<Extract<ScoreScale, { kind: 'share' }>, 'steps'>,
): number {
  return scale.steps.find(({ from }) => part * 100 >= from * whole)?.points ?? 0
}

/**
 * Null while the share is not known: nobody to count on, or somebody not marked yet. `most`: what the part may still
 * come to, once whoever spoke unnamed is named.
 */
function shareOf(
  fact: ScoreFactName,
  facts: ScoreFacts,
): { part: number; most: number; whole: number } | null {
  const { roll, speakers, tasks } = facts
  const known = (part: number, whole: number, most = part) => (whole === 0 ? null : { part, most, whole })
  switch (fact) {
    case 'attendance':
      return roll.unmarked > 0 ? null : known(roll.present, roll.obliged)
    case 'speakers':
      // Nobody noted is not the same as nobody heard.
      return speakers.spoke === 0
        ? null
        : known(
            speakers.spoke,
            speakers.there,
            Math.min(speakers.there, speakers.spoke + speakers.unnamedTurns),
          )
    case 'tasks':
      return known(tasks.done, tasks.count)
    default:
      return null
  }
}

/** Null: not established. */
function isMet(fact: ScoreFactName, facts: ScoreFacts): boolean | null {
  switch (fact) {
    case 'absenceRow':
      return facts.absences && facts.roll.unmarked === 0 ? facts.absences.exceeding.length === 0 : null
    case 'committee':
      if (facts.committee.alone) return true
      return facts.committee.heldOn !== null && (facts.committee.recorded || facts.committee.minutes !== null)
        ? true
        : null
    case 'notice': {
      const { members, upper } = facts.notice
      const late = [members, upper].some((day) => day !== null && day > facts.heldOn)
      return late ? false : members !== null && upper !== null ? true : null
    }
    case 'papers':
      return facts.papers.doneOn === null ? null : facts.papers.doneOn <= facts.papers.dueOn
    case 'minutes':
      return facts.minutes === null ? null : true
    case 'handbook':
      return facts.handbookOn === null ? null : true
    case 'upload': {
      const { doneOn, dueOn } = facts.upload
      return doneOn === null || dueOn === null ? null : doneOn <= dueOn
    }
    default:
      return null
  }
}
