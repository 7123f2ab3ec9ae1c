import { z } from 'zod'
import { vi } from 'zod/locales'
import type { Operation } from '../../shared/contract/define.ts'
import { AppError, type Reply } from '../../shared/contract/errors.ts'
import { contract, type OperationName } from '../../shared/contract/index.ts'
import type { OpenDatabase } from '../db/open.ts'
import { problemOf } from '../db/problem.ts'
import { localDay } from './clock.ts'
import type { ReadContext } from './context.ts'
import { handlers } from './handlers.ts'
import { officeHandlers } from './office.ts'
import type { Program } from './program.ts'

// What a schema says without words of its own reaches the user too.
z.config(vi())

/** A handler whose input has been checked against its own contract, which is what makes it safe to call. */
type Handler = (context: unknown, input: unknown) => Promise<unknown>

/**
 * The one door: looks the operation up, checks its input, runs its handler, answers a value. Never rejects.
 * A read runs on the open database, a write in exactly one transaction that is one undo step, an action by itself.
 */
export async function dispatch(program: Program, name: string, input: unknown): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await run(program, name, input) }
  } catch (error) {
    if (error instanceof AppError) return refusal(error)
    program.logError(error)
    return refusal(new AppError(problemOf(error)?.code ?? 'unexpected'))
  }
}

function refusal(error: AppError): Reply<never> {
  return { ok: false, error: { code: error.code, fields: error.fields } }
}

async function run(program: Program, name: string, input: unknown): Promise<unknown> {
  // Own names only: "constructor" or "__proto__" must not reach into the object's prototype.
  if (!Object.hasOwn(contract, name)) throw new AppError('unknown-operation')
  const operation: Operation = contract[name as OperationName]
  const checked = operation.input.safeParse(input)
  if (!checked.success) throw new AppError('invalid-input', fieldMessages(checked.error.issues))

  if (isOfficeName(name)) return officeHandlers[name](program)
  if ('problem' in program.office) throw new AppError(program.office.problem)
  const { database } = program.office
  const handler = handlers[name as keyof typeof handlers] as Handler
  const context: ReadContext = {
    db: database.db,
    today: localDay(program.clock()),
    now: program.clock,
  }
  if (operation.kind === 'read') return handler(context, checked.data)
  if (operation.kind === 'write')
    return write(database, name, operation.label, context, handler, checked.data)
  return handler(
    {
      ...context,
      undo: database.undo,
      host: program.host,
      jobs: program.jobs,
      read: (readName: string, readInput: unknown) => run(program, readName, readInput),
    },
    checked.data,
  )
}

function write(
  database: OpenDatabase,
  name: string,
  label: string,
  context: ReadContext,
  handler: Handler,
  input: unknown,
): Promise<unknown> {
  return database.db.transaction().execute(async (transaction) => {
    let description: string | null = null
    database.undo.begin(name, label, context.now())
    try {
      const describe = (text: string) => {
        description = text
      }
      const value = await handler({ ...context, db: transaction, describe }, input)
      database.undo.end(description)
      return value
    } catch (error) {
      database.undo.abandon()
      throw error
    }
  })
}

function isOfficeName(name: string): name is keyof typeof officeHandlers {
  return Object.hasOwn(officeHandlers, name)
}

function fieldMessages(issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, string> {
  return Object.fromEntries(issues.map((issue) => [issue.path.map(String).join('.'), issue.message]))
}
