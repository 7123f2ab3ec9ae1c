/** One line of the bench. `goal` is the largest value that holds; null where none is set. */
export type Result = { name: string; value: number; unit: string; goal: number | null; holds: boolean | null }

export function result(name: string, value: number, unit: string, goal: number | null): Result {
  const rounded = Math.round(value * 1000) / 1000
  return { name, value: rounded, unit, goal, holds: goal === null ? null : rounded <= goal }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
    : (sorted[Math.floor(middle)] ?? 0)
}

type Side = () => unknown

/**
 * Runs two pieces of work by turns, so that whatever slows the machine meets both, and answers the median of each in
 * ms. Which one goes first changes with every round. Both are warmed up first.
 */
export async function byTurns(rounds: number, warmUp: number, left: Side, right: Side) {
  const times: { left: number[]; right: number[] } = { left: [], right: [] }
  const sides = { left, right }
  for (let round = -warmUp; round < rounds; round++) {
    const order = round % 2 === 0 ? (['left', 'right'] as const) : (['right', 'left'] as const)
    for (const side of order) {
      const start = performance.now()
      await sides[side]()
      const took = performance.now() - start
      if (round >= 0) times[side].push(took)
    }
  }
  return { left: median(times.left), right: median(times.right) }
}

export function printTable(results: readonly Result[]): void {
  const rows = results.map(({ name, value, unit, goal, holds }) => [
    name,
    value.toLocaleString('en', { maximumFractionDigits: 3 }),
    unit,
    goal === null ? '' : `<= ${goal}`,
    holds === null ? '' : holds ? 'holds' : 'DOES NOT HOLD',
  ])
  const head = ['name', 'value', 'unit', 'goal', '']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of [head, ...rows])
    console.log(
      row
        .map((text, column) =>
          column === 1 ? text.padStart(widths[1] ?? 0) : text.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
}
