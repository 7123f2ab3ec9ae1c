import { dispatch } from '../../src/main/api/dispatch.ts'
import type { Host } from '../../src/main/api/host.ts'
import { closeProgram, createProgram, type Program } from '../../src/main/api/program.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import type { Input, OperationName, Output } from '../../src/shared/contract/index.ts'

/** A program on a database of its own with the clock standing at a known moment. */
export type TestProgram = {
  program: Program
  /** Asks through the one door, and throws the AppError it answers. */
  call: <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
  /** Moves the clock; instants are read as Viet Nam's local time unless they carry a zone. */
  setNow: (instant: string) => void
  /** Errors that were logged as unexpected: a test that does not expect any should see none. */
  errors: unknown[]
  close: () => void
}

/** A host with no window: it has nowhere to save, show or print. */
export const noHost: Host = {
  chooseSavePath: async () => null,
  chooseNewFolder: async () => null,
  showFile: async () => undefined,
  printToPdf: async () => {
    throw new AppError('pdf-unavailable')
  },
  print: async () => false,
}

export function startProgram(
  options: { dataFolder?: string; host?: Partial<Host>; now?: string } = {},
): TestProgram {
  let now = new Date(options.now ?? '2026-11-21T08:00:00+07:00')
  const errors: unknown[] = []
  const program = createProgram({
    dataFolder: options.dataFolder ?? ':memory:',
    host: { ...noHost, ...options.host },
    clock: () => now,
    logError: (error) => errors.push(error),
  })
  return {
    program,
    async call(name, input) {
      const reply = await dispatch(program, name, input)
      if (!reply.ok) throw new AppError(reply.error.code, reply.error.fields)
      return reply.value as never
    },
    setNow: (instant) => {
      now = new Date(instant)
    },
    errors,
    close: () => closeProgram(program),
  }
}

export const sampleCell: Input<'cell.update'> = {
  name: 'Chi bộ Phòng Đào tạo',
  upperBody: 'Đảng bộ Trường Chính trị tỉnh',
  kind: 'office',
  place: 'Hà Giang',
  abbreviation: 'CB',
  meetingPlace: 'Phòng họp tầng 2',
}
