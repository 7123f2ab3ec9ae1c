import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const shape = z.object({
  window: z
    .object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() })
    .optional(),
  folders: z.partialRecord(z.enum(['report', 'paper', 'findings']), z.string()).optional(),
})

/** What this machine remembers for the user beside the data: the window's place, the last folder per kind. */
type State = z.infer<typeof shape>
export type WindowPlace = NonNullable<State['window']>
export type Remembered = { read: () => State; change: (part: State) => void }

/** Keeps it in one small JSON file. A missing or spoilt file only means that nothing is remembered. */
export function openRemembered(file: string): Remembered {
  let state: State = {}
  try {
    state = shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Nothing remembered yet, or not readable: the defaults serve.
  }
  return {
    read: () => state,
    change(part) {
      state = { ...state, ...part }
      try {
        writeFileSync(`${file}.new`, JSON.stringify(state))
        renameSync(`${file}.new`, file)
      } catch {
        // A full or read-only disk must not keep anyone from saving elsewhere or closing the window.
      }
    },
  }
}
