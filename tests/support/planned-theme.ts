import type { PlannedTheme } from '../../src/shared/rules/theme-plan.ts'
import { themeStepsOf } from '../../src/shared/rules/theme-steps.ts'
import { thresholdsFrom } from '../../src/shared/rules/thresholds.ts'

/** A theme of 2026 as the board shows it on the first day of that year: planned, or held on a day. */
export function plannedTheme(
  facts: Partial<Omit<PlannedTheme, 'steps'>> & { id: number; heldOn?: string; draftDueOn?: string },
): PlannedTheme {
  const { heldOn, draftDueOn, ...theme } = facts
  const sessionDay = theme.sessionDay ?? null
  const recorded = [{ step: 'draft' as const, dueOn: draftDueOn ?? null, doneOn: null }]
  const found = { held: heldOn ?? null }
  return {
    ...{ year: 2026, quarter: 1, month: null, position: 1, title: `Chuyên đề ${theme.id}`, kind: '' },
    ...{ origin: 'cell', form: 'leadPaper', lead: null, contributors: [], meeting: null },
    ...theme,
    sessionDay,
    steps: themeStepsOf({ recorded, sessionDay, found }, null, thresholdsFrom([]), '2026-01-01'),
  }
}
