import { type Chart, drawChart } from '../../shared/rules/chart.ts'
import styles from './reports.module.css'

const size = { width: 760, height: 260 }

/** A chart as its workbook will show it; the table beside it says the same in figures. */
export function ChartPicture({ chart }: { chart: Chart }) {
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`Biểu đồ: ${chart.title}`}
    >
      {drawChart(chart, size.width, size.height).map((shape, index) => {
        const key = `${shape.kind} ${index}`
        if (shape.kind === 'rect') {
          const { kind: _, ...rect } = shape
          return <rect key={key} {...rect} />
        }
        if (shape.kind === 'line') {
          const { kind: _, ...line } = shape
          return <line key={key} {...line} />
        }
        return (
          <text
            key={key}
            x={shape.x}
            y={shape.y}
            fontSize={shape.size}
            fontWeight={shape.bold ? 700 : 400}
            textAnchor={shape.anchor}
            fill={shape.fill}
          >
            {shape.text}
          </text>
        )
      })}
    </svg>
  )
}
