import { setImmediate } from 'node:timers/promises'

let last: Promise<unknown> = Promise.resolve()
/** When the turn that goes on began, in ms. */
let begun = 0
/** A screen does not feel so many ms. */
const longest = 5

/**
 * Lets everything that waits have its turn before long work goes on: a screen must not wait for a report. Works side by
 * side go on one after the other, each in a turn of its own.
 */
export async function breathe(): Promise<void> {
  const turn = last.then(() => setImmediate())
  last = turn
  await turn
  begun = performance.now()
}

/** Whether work has gone on for so long that it should breathe: asked as quickly as it is answered, for each cell. */
export function outOfBreath(): boolean {
  return performance.now() - begun > longest
}
