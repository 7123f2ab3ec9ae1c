import { layoutRule } from '../../src/main/resources/layout-rules.ts'
import { layoutChoices, paperLayout } from '../../src/shared/documents/layout-points.ts'

/** The layout of a cell that has chosen nothing for itself. */
export const usualLayout = paperLayout(layoutRule, layoutChoices(layoutRule, []))
