import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import styles from './data-grid.module.css'

export type GridColumn<Row> = {
  key: string
  heading: string
  cell: (row: Row) => ReactNode
  /** Makes the heading a button that sorts. */
  compare?: (a: Row, b: Row) => number
  align?: 'left' | 'center' | 'right'
  width?: number | string
}

type Sort = { key: string; descending: boolean }

/**
 * A dense list. Arrows, Home, End, PgUp and PgDn move between rows, Enter opens one. Rows come in the order given
 * until a heading is chosen.
 */
export function DataGrid<Row>(props: {
  label: string
  columns: readonly GridColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  onOpen?: (row: Row) => void
  /** What other keys do with the row in focus, by `KeyboardEvent.key` in lower case; dead inside text fields. */
  keys?: Readonly<Record<string, (row: Row) => void>>
  /** The heading whose order the rows are given in. */
  sortedBy?: string
  maxHeight?: string
}) {
  const [sort, setSort] = useState<Sort | null>(null)
  const [active, setActive] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)

  const rows = useMemo(() => {
    const compare = props.columns.find((column) => column.key === sort?.key)?.compare
    if (!sort || !compare) return props.rows
    return [...props.rows].sort((a, b) => (sort.descending ? compare(b, a) : compare(a, b)))
  }, [props.rows, props.columns, sort])

  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setActive(next)
    const row = body.current?.rows[next]
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }

  const onKeyDown = (event: KeyboardEvent, index: number, row: Row) => {
    if (event.target !== event.currentTarget) return
    const page = 12
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    }
    const target = moves[event.key]
    const act =
      event.ctrlKey || event.altKey || event.metaKey ? undefined : props.keys?.[event.key.toLowerCase()]
    if (target !== undefined) {
      event.preventDefault()
      focusRow(target)
    } else if (event.key === 'Enter' && props.onOpen) {
      event.preventDefault()
      props.onOpen(row)
    } else if (act) {
      event.preventDefault()
      act(row)
    }
  }

  const shownSort = sort ?? (props.sortedBy ? { key: props.sortedBy, descending: false } : null)
  const chooseSort = (key: string) =>
    setSort({ key, descending: shownSort?.key === key && !shownSort.descending })

  return (
    <div className={styles.frame} style={{ maxHeight: props.maxHeight ?? 'calc(100vh - 220px)' }}>
      <table className={styles.table} role="grid" aria-label={props.label} aria-rowcount={rows.length}>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width, textAlign: column.align ?? 'left' }}
                aria-sort={
                  shownSort?.key === column.key
                    ? shownSort.descending
                      ? 'descending'
                      : 'ascending'
                    : undefined
                }
              >
                {column.compare ? (
                  <button type="button" className={styles.sort} onClick={() => chooseSort(column.key)}>
                    {column.heading}
                    <span aria-hidden>
                      {shownSort?.key === column.key ? (shownSort.descending ? ' ▼' : ' ▲') : ''}
                    </span>
                  </button>
                ) : (
                  column.heading
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={props.rowKey(row)}
              tabIndex={index === Math.min(active, rows.length - 1) ? 0 : -1}
              onFocus={() => setActive(index)}
              onKeyDown={(event) => onKeyDown(event, index, row)}
              onClick={() => props.onOpen?.(row)}
              data-opens={props.onOpen ? true : undefined}
            >
              {props.columns.map((column) => (
                <td key={column.key} style={{ textAlign: column.align ?? 'left' }}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
