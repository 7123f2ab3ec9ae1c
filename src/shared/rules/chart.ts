/** Columns side by side for each category; a value is null where there is nothing to show. */
export type Chart = {
  title: string
  unit: 'percent' | 'integer'
  categories: string[]
  series: { name: string; values: (number | null)[] }[]
}

/** What a chart is drawn of, in a space of `width` by `height`; text stands on its base line. */
export type Shape =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string }
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      size: number
      anchor: 'start' | 'middle' | 'end'
      bold: boolean
      fill: string
    }

const fills = ['#8f1d1d', '#c9a86a']
const ink = '#26211c'
const grid = '#d9d3ca'
const margin = { left: 52, right: 14, top: 66, bottom: 34 }

/** The same drawing for the screen and for the picture in a workbook. */
export function drawChart(
  { title, unit, categories, series }: Chart,
  width: number,
  height: number,
): Shape[] {
  const area = {
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
    bottom: height - margin.bottom,
  }
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const top = unit === 'percent' ? 1 : niceTop(highest)
  const steps = unit === 'percent' ? 4 : Math.min(top, 4)
  const yOf = (value: number) => area.bottom - (Math.min(value, top) / top) * area.height
  const label = (value: number) =>
    unit === 'percent' ? `${String(Math.round(value * 1000) / 10).replace('.', ',')}%` : String(value)
  const shapes: Shape[] = [
    { kind: 'rect', x: 0, y: 0, width, height, fill: '#ffffff' },
    text(margin.left, 20, title, { size: 15, bold: true }),
  ]
  for (const [index, { name }] of series.entries()) {
    const x = margin.left + index * 190
    shapes.push(
      { kind: 'rect', x, y: 32, width: 11, height: 11, fill: fillOf(index) },
      text(x + 16, 42, name, { size: 12 }),
    )
  }
  for (let step = 0; step <= steps; step++) {
    const value = (top * step) / steps
    const y = yOf(value)
    shapes.push(
      { kind: 'line', x1: margin.left, y1: y, x2: width - margin.right, y2: y, stroke: grid },
      text(margin.left - 6, y + 4, label(Math.round(value * 100) / 100), { size: 11, anchor: 'end' }),
    )
  }
  const slot = area.width / Math.max(categories.length, 1)
  const bar = Math.min(44, (slot * 0.7) / Math.max(series.length, 1))
  // Words that would run into each other are left out; the table has them all.
  const every = Math.ceil(64 / slot)
  for (const [index, category] of categories.entries()) {
    const middle = margin.left + slot * (index + 0.5)
    if (index % every === 0)
      shapes.push(text(middle, area.bottom + 18, category, { size: 12, anchor: 'middle' }))
    for (const [order, { values }] of series.entries()) {
      const value = values[index] ?? null
      if (value === null) continue
      const x = middle - (bar * series.length) / 2 + bar * order
      const y = yOf(value)
      shapes.push({ kind: 'rect', x: x + 1, y, width: bar - 2, height: area.bottom - y, fill: fillOf(order) })
      if (bar >= 16) shapes.push(text(x + bar / 2, y - 4, label(value), { size: 11, anchor: 'middle' }))
    }
  }
  return shapes
}

const fillOf = (index: number) => fills[index % fills.length] ?? ink

/** The end of the axis: whole steps, and never below 1. */
function niceTop(highest: number): number {
  const least = Math.max(1, Math.ceil(highest))
  return least <= 4 ? least : Math.ceil(least / 4) * 4
}

function text(
  x: number,
  y: number,
  words: string,
  rest: { size: number; anchor?: 'start' | 'middle' | 'end'; bold?: boolean },
): Shape {
  return { kind: 'text', x, y, text: words, anchor: 'start', bold: false, fill: ink, ...rest }
}
