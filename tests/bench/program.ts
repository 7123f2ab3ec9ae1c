import { dispatch } from '../../src/main/api/dispatch.ts'
import type { Host } from '../../src/main/api/host.ts'
import { createProgram, type Program } from '../../src/main/api/program.ts'
import type { OpenDatabase } from '../../src/main/db/open.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import type { Input, OperationName, Output } from '../../src/shared/contract/index.ts'
import { benchToday } from './large-office.ts'

const noWindow = async () => {
  throw new AppError('pdf-unavailable')
}
const host: Host = {
  chooseSavePath: noWindow,
  chooseNewFolder: noWindow,
  showFile: noWindow,
  printToPdf: noWindow,
  print: noWindow,
}

/** A program on a folder of its own, at the bench's day; what fails stops the bench. */
export function benchProgram(dataFolder: string): { program: Program; database: OpenDatabase } {
  const program = createProgram({ dataFolder, host, clock: () => new Date(`${benchToday}T01:00:00Z`) })
  if ('problem' in program.office) throw new Error(program.office.problem)
  return { program, database: program.office.database }
}

export async function ask<Name extends OperationName>(
  program: Program,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await dispatch(program, name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.value as Output<Name>
}
