import { type KeyboardEvent, useRef, useState } from 'react'
import type { PreviewColumn, PreviewRow, PreviewTable } from '../../shared/contract/reports.ts'
import { figureText } from '../../shared/rules/figure-text.ts'
import styles from './reports.module.css'

export type FigurePlace = { table: string; row: string; column: string; words: string }

/**
 * A table of figures as the workbook will hold it. Arrows move between cells as in Excel; Enter or a click on an
 * underlined figure opens the facts it is made of.
 */
export function FigureTable({
  table,
  onOpen,
}: {
  table: PreviewTable
  onOpen: (place: FigurePlace) => void
}) {
  const grid = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<[number, number]>([0, 0])
  const rows = [...table.rows, ...table.totals]
  const lastRow = rows.length - 1
  const lastColumn = table.columns.length - 1
  const at: [number, number] = [Math.min(active[0], Math.max(lastRow, 0)), Math.min(active[1], lastColumn)]

  const open = (row: PreviewRow, column: PreviewColumn) => {
    const name = row.cells[table.columns.findIndex(({ key }) => key === 'name')]?.value
    const words = [name, column.heading].filter(Boolean).join(': ')
    onOpen({ table: table.key, row: row.key, column: column.key, words })
  }
  const move = (event: KeyboardEvent, row: number, column: number) => {
    const moves: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - 12, column],
      PageDown: [row + 12, column],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [lastRow, lastColumn] : [row, lastColumn],
    }
    const wished = moves[event.key]
    if (!wished) return
    event.preventDefault()
    const next: [number, number] = [
      Math.max(0, Math.min(lastRow, wished[0])),
      Math.max(0, Math.min(lastColumn, wished[1])),
    ]
    setActive(next)
    const cell = grid.current?.querySelector<HTMLElement>(`[data-at="${next.join()}"]`)
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return (
    <div className={styles.frame}>
      <table ref={grid} className={styles.figures} role="grid" aria-label={table.name}>
        <Headings columns={table.columns} />
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr
              key={row.key}
              className={rowIndex >= table.rows.length || row.bold ? styles.total : undefined}
            >
              {row.cells.map((cell, columnIndex) => {
                const column = table.columns[columnIndex] as PreviewColumn
                const opens = cell.facts && cell.value !== null && cell.value !== ''
                return (
                  <td
                    key={column.key}
                    data-at={`${rowIndex},${columnIndex}`}
                    tabIndex={rowIndex === at[0] && columnIndex === at[1] ? 0 : -1}
                    className={classOf(column)}
                    data-opens={opens || undefined}
                    onFocus={() => setActive([rowIndex, columnIndex])}
                    onClick={() => opens && open(row, column)}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' && opens) {
                        event.preventDefault()
                        open(row, column)
                      } else move(event, rowIndex, columnIndex)
                    }}
                  >
                    {figureText(cell.value, row.type ?? column.type)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function classOf({ key, centered, width }: PreviewColumn): string | undefined {
  // People's names stand in columns made for them; wider ones hold sentences.
  if (key === 'name' && width <= 30) return 'name'
  return centered ? styles.centered : undefined
}

/** One line of headings, or two where neighbours stand under a common one. */
function Headings({ columns }: { columns: readonly PreviewColumn[] }) {
  if (columns.every((column) => column.group === null))
    return (
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" style={{ minWidth: widthOf(column) }}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
    )
  const groups = columns.flatMap((column, index) => {
    if (column.group === null) return [{ key: column.key, heading: column.heading, span: 1, alone: true }]
    if (columns[index - 1]?.group === column.group) return []
    const after = columns.slice(index).findIndex((each) => each.group !== column.group)
    const span = after < 0 ? columns.length - index : after
    return [{ key: column.key, heading: column.group, span, alone: false }]
  })
  return (
    <thead>
      <tr>
        {groups.map(({ key, heading, span, alone }) => (
          <th key={key} scope={alone ? 'col' : 'colgroup'} colSpan={span} rowSpan={alone ? 2 : 1}>
            {heading}
          </th>
        ))}
      </tr>
      <tr>
        {columns
          .filter((column) => column.group !== null)
          .map((column) => (
            <th key={column.key} scope="col" style={{ minWidth: widthOf(column) }}>
              {column.heading}
            </th>
          ))}
      </tr>
    </thead>
  )
}

/** As wide as the workbook's column, but words may wrap sooner: the screen has less room than the paper. */
function widthOf({ width, type }: PreviewColumn): number {
  return type === 'text' ? Math.min(width * 7, 260) : 0
}
