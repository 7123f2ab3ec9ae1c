import { ipcMain } from 'electron'
import { AppError, type Reply } from '../../shared/contract/errors.ts'
import { dispatch } from '../api/dispatch.ts'
import type { Program } from '../api/program.ts'
import { isOwnSender } from './guards.ts'

/** Carries the page's calls to the one door, after making sure that it is our page that calls. */
export function openBridge(program: Program): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnSender(event)) {
      const { code, fields } = new AppError('session-refused')
      return { ok: false, error: { code, fields } }
    }
    return dispatch(program, typeof name === 'string' ? name : '', input)
  })
}
