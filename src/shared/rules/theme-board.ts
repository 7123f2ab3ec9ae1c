import { addMonthsTo } from './calendar.ts'
import { daysOfPlan } from './theme.ts'
import { heldOn, type PlannedTheme } from './theme-plan.ts'

/** Where a theme is put: at a place (from 0) among the others of a quarter. */
export type ThemePlace = { id: number; quarter: number; place: number }

type Column<T> = { quarter: number; themes: readonly T[] }

/** Why a theme cannot go to another quarter: its day is a fact there. Null where it can. */
export function quarterMoveProblem(
  theme: Pick<PlannedTheme, 'steps' | 'meeting'>,
): 'theme-held' | 'theme-has-meeting' | null {
  if (heldOn(theme) !== null) return 'theme-held'
  return theme.meeting === null ? null : 'theme-has-meeting'
}

/** The quarters once a theme is put in its place; month and planned day go along. As they are where it is not there. */
export function placeTheme<C extends Column<PlannedTheme>>(columns: readonly C[], to: ThemePlace): C[] {
  const theme = columns.flatMap((column) => column.themes).find(({ id }) => id === to.id)
  if (!theme) return [...columns]
  const months = (to.quarter - theme.quarter) * 3
  const moved = {
    ...theme,
    quarter: to.quarter,
    month: theme.month === null ? null : theme.month + months,
    sessionDay: months === 0 ? theme.sessionDay : theme.sessionDay && addMonthsTo(theme.sessionDay, months),
  }
  return columns.map((column) => {
    const others = column.themes.filter(({ id }) => id !== to.id)
    if (column.quarter !== to.quarter)
      return others.length === column.themes.length ? column : { ...column, themes: others }
    return { ...column, themes: others.toSpliced(to.place, 0, moved) }
  })
}

/**
 * One step of a theme on the board: up or down in its quarter, or to the quarter before or after, at the same
 * height. Null where it can go no further.
 */
export function stepTheme(
  columns: readonly Column<PlannedTheme>[],
  id: number,
  step: 'up' | 'down' | 'before' | 'after',
): ThemePlace | null {
  const column = columns.find(({ themes }) => themes.some((theme) => theme.id === id))
  const place = column?.themes.findIndex((theme) => theme.id === id) ?? -1
  if (!column || place < 0) return null
  if (step === 'up' || step === 'down') {
    const next = place + (step === 'up' ? -1 : 1)
    return next < 0 || next >= column.themes.length ? null : { id, quarter: column.quarter, place: next }
  }
  const quarter = column.quarter + (step === 'before' ? -1 : 1)
  const target = columns.find((each) => each.quarter === quarter)
  return target ? { id, quarter, place: Math.min(place, target.themes.length) } : null
}

/** Whether the time of a theme went by without its session. */
export function wasMissed(theme: PlannedTheme, today: string): boolean {
  const last = theme.sessionDay ?? daysOfPlan(theme.year, theme.quarter, theme.month).toDate
  return heldOn(theme) === null && last < today
}
