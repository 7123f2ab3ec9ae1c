import type { UniqueIdentifier } from '@dnd-kit/core'
import type { BoardQuarter } from '../../shared/contract/themes.ts'
import type { ThemePlace } from '../../shared/rules/theme-board.ts'

/** What a column is called as a target: themes are called by their number. */
export const columnTarget = (quarter: number): string => `quarter-${quarter}`

/** The quarter that a target stands for or a theme stands in. */
export function quarterOfTarget(quarters: readonly BoardQuarter[], target: UniqueIdentifier): number | null {
  const column = quarters.find(
    ({ quarter, themes }) => target === columnTarget(quarter) || themes.some(({ id }) => id === target),
  )
  return column?.quarter ?? null
}

/** Where a theme goes that was let go over a target: in the place of a theme, or last in a quarter. */
export function placeOfTarget(
  quarters: readonly BoardQuarter[],
  id: number,
  target: UniqueIdentifier,
): ThemePlace | null {
  const quarter = quarterOfTarget(quarters, target)
  const column = quarters.find((each) => each.quarter === quarter)
  if (!column) return null
  const place = column.themes.findIndex((theme) => theme.id === target)
  return { id, quarter: column.quarter, place: place < 0 ? column.themes.length : place }
}
