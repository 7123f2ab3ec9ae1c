import { setImmediate } from 'node:timers/promises'

let last: Promise<unknown> = Promise.resolve()

/**
 * Lets everything that waits have its turn before long work goes on: a screen must not wait for a report. Works side by
 * side go on one after the other, each in a turn of its own.
 */
export async function breathe(): Promise<void> {
  const turn = last.then(() => setImmediate())
  last = turn
  await turn
}
