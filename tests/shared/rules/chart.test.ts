import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chart, drawChart } from '../../../src/shared/rules/chart.ts'

const chart: Chart = {
  title: 'Tỷ lệ dự',
  unit: 'percent',
  categories: ['01/2026', '02/2026', '03/2026'],
  series: [{ name: 'Tỷ lệ dự', values: [0.5, 1, null] }],
}
const bars = (drawn: ReturnType<typeof drawChart>) =>
  drawn.flatMap((shape) => (shape.kind === 'rect' ? [shape] : [])).slice(1 + chart.series.length)
const words = (drawn: ReturnType<typeof drawChart>) =>
  drawn.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

test('a bar is as high as its value, on a common ground, and says it; what is missing has none', () => {
  const drawn = drawChart(chart, 760, 260)
  const [half, whole, ...more] = bars(drawn)
  expect(more).toEqual([])
  expect(half?.height).toBeCloseTo((whole?.height ?? 0) / 2, 9)
  expect((half?.y ?? 0) + (half?.height ?? 0)).toBeCloseTo((whole?.y ?? 0) + (whole?.height ?? 0), 9)
  expect(words(drawn)).toEqual(expect.arrayContaining(['Tỷ lệ dự', '01/2026', '50%', '100%']))
})

test('counts end on whole steps, and an empty chart has its axis', () => {
  const counts: Chart = {
    title: 'Chuyên đề',
    unit: 'integer',
    categories: ['Quý I'],
    series: [{ name: 'Kế hoạch', values: [6] }],
  }
  expect(words(drawChart(counts, 760, 260))).toEqual(expect.arrayContaining(['0', '2', '4', '6', '8']))
  expect(words(drawChart({ ...counts, categories: [], series: [] }, 760, 260))).toEqual([
    'Chuyên đề',
    '0',
    '1',
  ])
})

test('nothing stands outside, whatever the values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 60 }),
      (values) => {
        const drawn = drawChart(
          { title: 'T', unit: 'integer', categories: values.map(String), series: [{ name: 'S', values }] },
          760,
          260,
        )
        for (const { x, y, width, height } of bars(drawn)) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(760)
          expect(y + height).toBeLessThanOrEqual(260)
        }
      },
    ),
    { numRuns: 60 },
  )
})
