import { Button } from '@mantine/core'
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { PreviewColumn, PreviewRow, PreviewTable } from '../../shared/contract/reports.ts'
import { figureText } from '../../shared/rules/figure-text.ts'
import styles from './reports.module.css'

export type FigurePlace = { table: string; row: string; column: string; words: string }

/** A table of so many columns is drawn as narrow as it takes to be seen whole; a wider one is scrolled sideways. */
const mostThatFit = 12
/** Beyond so many rows a table is scrolled inside its own frame, or what follows it would never be seen. */
const longestUnframed = 40

/**
 * What does not fit: where the columns that stand still begin, how wide they are together, and how many columns lie
 * beyond the right edge.
 */
type Beyond = { still: number[]; stillWidth: number; columns: number }

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
  const frame = useRef<HTMLDivElement>(null)
  const beyond = useBeyond(frame, grid, table)
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

  const framed = beyond !== null || rows.length > longestUnframed
  const stillAt = (column: number): CSSProperties | undefined =>
    beyond && column < beyond.still.length ? { left: beyond.still[column] } : undefined
  const aside = (direction: 1 | -1) => {
    const room = frame.current
    room?.scrollBy({ left: direction * Math.max(120, room.clientWidth - (beyond?.stillWidth ?? 0)) })
  }

  return (
    <div>
      {beyond && (
        <div className={styles.beyond}>
          <span role="status">
            {beyond.columns > 0
              ? `Bảng rộng: còn ${beyond.columns} cột ở bên phải.`
              : 'Bảng rộng: đã tới cột cuối.'}
          </span>
          <Button size="compact-sm" variant="default" onClick={() => aside(-1)}>
            Sang trái
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => aside(1)}>
            Sang phải
          </Button>
        </div>
      )}
      <div className={styles.around} data-more={(beyond && beyond.columns > 0) || undefined}>
        <div
          ref={frame}
          className={framed ? styles.frame : undefined}
          style={{ scrollPaddingLeft: beyond?.stillWidth }}
        >
          <table
            ref={grid}
            className={styles.figures}
            data-dense={table.columns.length > mostThatFit || undefined}
            role="grid"
            aria-label={table.name}
          >
            <Shares columns={table.columns} />
            <Headings columns={table.columns} stillAt={stillAt} />
            <tbody>
              {rows.map((row, rowIndex) => (
                <tr
                  key={row.key}
                  className={rowIndex >= table.rows.length || row.bold ? styles.total : undefined}
                >
                  {row.cells.map((cell, columnIndex) => {
                    const column = table.columns[columnIndex] as PreviewColumn
                    const opens = cell.facts && cell.value !== null && cell.value !== ''
                    const still = stillAt(columnIndex)
                    return (
                      <td
                        key={column.key}
                        data-at={`${rowIndex},${columnIndex}`}
                        tabIndex={rowIndex === at[0] && columnIndex === at[1] ? 0 : -1}
                        className={classOf(column)}
                        style={still}
                        data-still={still ? true : undefined}
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
                        {opens ? (
                          <span className={styles.opens}>
                            {figureText(cell.value, row.type ?? column.type)}
                          </span>
                        ) : (
                          figureText(cell.value, row.type ?? column.type)
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  )
}

/**
 * Looks whether the table is wider than its place, and follows the user to the side; null while all of it is in sight.
 * The columns that stand still are placed by what the browser made of them.
 */
function useBeyond(
  frame: RefObject<HTMLDivElement | null>,
  grid: RefObject<HTMLTableElement | null>,
  { frozenColumns }: PreviewTable,
): Beyond | null {
  const [beyond, setBeyond] = useState<Beyond | null>(null)
  useLayoutEffect(() => {
    const [room, made] = [frame.current, grid.current]
    if (!room || !made) return
    const look = () => {
      if (made.offsetWidth <= room.clientWidth + 1) {
        setBeyond(null)
        return
      }
      const cells = [...(made.tBodies[0]?.rows[0]?.cells ?? [])]
      const right = room.scrollLeft + room.clientWidth
      let left = 0
      const still = cells.slice(0, frozenColumns).map((cell) => {
        // In fractions of a point: a rounded place would let what lies behind show through.
        const { width } = cell.getBoundingClientRect()
        left += width
        return left - width
      })
      const ends = cells.map((cell) => cell.offsetLeft + cell.offsetWidth)
      const columns = ends.filter((end) => end > right + 2).length
      setBeyond((before) => {
        const next = { still, stillWidth: left, columns }
        return JSON.stringify(before) === JSON.stringify(next) ? before : next
      })
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(room)
    watch.observe(made)
    room.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      room.removeEventListener('scroll', look)
    }
  }, [frame, grid, frozenColumns])
  return beyond
}

/** Columns share the room as they share the paper's width. */
function Shares({ columns }: { columns: readonly PreviewColumn[] }) {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return (
    <colgroup>
      {columns.map(({ key, width }) => (
        <col key={key} style={{ width: `${(width * 100) / whole}%` }} />
      ))}
    </colgroup>
  )
}

function classOf({ key, centered, width }: PreviewColumn): string | undefined {
  // People's names stand in columns made for them; wider ones hold sentences.
  if (key === 'name' && width < 30) return 'name'
  return centered ? styles.centered : undefined
}

/** One line of headings, or two where neighbours stand under a common one. */
function Headings(props: {
  columns: readonly PreviewColumn[]
  stillAt: (column: number) => CSSProperties | undefined
}) {
  const { columns, stillAt } = props
  const least = columns.length <= mostThatFit ? 3.2 : 3.8
  const heading = (column: PreviewColumn, index: number, rows = 1) => {
    const still = stillAt(index)
    return (
      <th
        key={column.key}
        scope="col"
        rowSpan={rows}
        style={{ ...still, minWidth: column.type === 'text' ? Math.round(column.width * least) : undefined }}
        data-still={still ? true : undefined}
      >
        {column.heading}
      </th>
    )
  }
  if (columns.every((column) => column.group === null))
    return (
      <thead>
        <tr>{columns.map((column, index) => heading(column, index))}</tr>
      </thead>
    )
  return (
    <thead>
      <tr>
        {columns.map((column, index) => {
          if (column.group === null) return heading(column, index, 2)
          if (columns[index - 1]?.group === column.group) return null
          const after = columns.slice(index).findIndex((each) => each.group !== column.group)
          return (
            <th key={column.key} scope="colgroup" colSpan={after < 0 ? columns.length - index : after}>
              {column.group}
            </th>
          )
        })}
      </tr>
      <tr>{columns.map((column, index) => (column.group === null ? null : heading(column, index)))}</tr>
    </thead>
  )
}
