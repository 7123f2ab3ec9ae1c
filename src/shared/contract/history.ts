import { action } from './define.ts'
import { nothing } from './fields.ts'

/** What undo and redo would do next, in words; null when there is nothing. */
export type HistoryStatus = { undo: string | null; redo: string | null; savedAt: string | null }

export const historyContract = {
  'history.status': action(nothing).returns<HistoryStatus>(),
  /** Takes back the last step and says what it was. */
  'history.undo': action(nothing).returns<{ description: string }>(),
  'history.redo': action(nothing).returns<{ description: string }>(),
}
