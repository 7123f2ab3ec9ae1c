import { AppError } from '../../shared/contract/errors.ts'
import type { historyContract } from '../../shared/contract/history.ts'
import type { HandlersOf } from '../api/context.ts'

/** Undo and redo. Each waits for the connection, so it never falls into the middle of a write. */
export const historyHandlers = {
  'history.status': async ({ db, undo }) =>
    db.connection().execute(async () => {
      const next = undo.nextUndo()
      return {
        undo: next?.description ?? null,
        redo: undo.nextRedo()?.description ?? null,
        savedAt: next?.doneAt ?? null,
      }
    }),
  'history.undo': async ({ db, undo }) =>
    db.connection().execute(async () => {
      const step = undo.undo()
      if (!step) throw new AppError('nothing-to-undo')
      return { description: step.description }
    }),
  'history.redo': async ({ db, undo }) =>
    db.connection().execute(async () => {
      const step = undo.redo()
      if (!step) throw new AppError('nothing-to-redo')
      return { description: step.description }
    }),
} satisfies HandlersOf<typeof historyContract>
