import { AppError, type ErrorCode } from '../../shared/contract/errors.ts'
import type { SheetData } from './read-workbook.ts'

/** What the process of its own may be asked, one request in its life, and what it answers. */
export type ExcelWork = {
  read: { request: { kind: 'read'; bytes: Uint8Array }; answer: SheetData[] }
}
export type ExcelRequest = ExcelWork[keyof ExcelWork]['request']
export type ExcelReply<Answer> =
  | { ok: true; value: Answer }
  | { ok: false; code: ErrorCode }
  | { ok: false; failure: string }

async function work(request: ExcelRequest): Promise<ExcelWork[keyof ExcelWork]['answer']> {
  // Loaded when asked for: reading needs no writer and the other way round.
  const { readWorkbook } = await import('./read-workbook.ts')
  return readWorkbook(request.bytes)
}

function replyTo(error: unknown): ExcelReply<never> {
  if (error instanceof AppError) return { ok: false, code: error.code }
  return { ok: false, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

process.once('message', async (request: ExcelRequest) => {
  const reply = await work(request).then((value) => ({ ok: true, value }), replyTo)
  process.send?.(reply, () => process.disconnect())
})
