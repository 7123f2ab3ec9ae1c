import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AttendanceRow } from '../../shared/contract/attendance.ts'
import { type AttendanceState, cameTo } from '../../shared/rules/attendance.ts'
import { hasMoment } from '../../shared/rules/lateness.ts'
import { isTextField } from '../ui/shortcuts.ts'
import styles from './attendance.module.css'
import { type AskingState, markWords, RollRow, type RowActions } from './roll-row.tsx'
import { type Mark, type Moments, noMark } from './use-roll.ts'

/** One key for each state; Delete clears. */
const stateOfKey: Record<string, AttendanceState | null> = {
  c: 'present',
  m: 'late',
  s: 'leftEarly',
  p: 'excused',
  k: 'unexcused',
  delete: null,
}

type Asking = { memberId: number; state: AskingState }

/**
 * The roll as a grid of people, in one column or two. Arrows move, a letter marks and goes on to the next person,
 * Delete clears, Enter opens what a mark says more. Letters do nothing while a text field is in focus.
 */
export function RollGrid(props: {
  rows: readonly AttendanceRow[]
  moments: Moments
  onMark: (memberId: number, mark: Mark) => void
}) {
  const { rows, moments, onMark } = props
  const [activeId, setActiveId] = useState<number | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [said, setSaid] = useState('')
  const grid = useRef<HTMLDivElement>(null)
  const active = rows.some((row) => row.memberId === activeId)
    ? activeId
    : (firstUnmarked(rows)?.memberId ?? null)

  const focusRow = useCallback((memberId: number | undefined) => {
    const row = grid.current?.querySelector<HTMLElement>(`[data-member="${memberId}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [])

  // The keys work as soon as the roll is open.
  useEffect(() => {
    if (!isTextField(document.activeElement))
      grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [])

  const latest = useRef({ rows, moments, onMark })
  latest.current = { rows, moments, onMark }
  const actions = useMemo<RowActions>(() => {
    const after = (row: AttendanceRow) => {
      const { rows: all } = latest.current
      const index = all.findIndex(({ memberId }) => memberId === row.memberId)
      focusRow((all[index + 1] ?? row).memberId)
    }
    const mark = (row: AttendanceRow, given: Mark) => {
      latest.current.onMark(row.memberId, given)
      const itemNumber = latest.current.moments.numberOf(given.agendaItemId)
      setSaid(`${row.fullName}: ${markWords({ ...given, itemNumber })}`)
    }
    return {
      choose(row, state) {
        // Leaving early is noted by one key; chosen again, it asks when.
        if (state === 'late' || state === 'excused' || (state === 'leftEarly' && row.state === state)) {
          setAsking({ memberId: row.memberId, state })
          return
        }
        mark(row, { ...noMark, state, ...(state === 'leftEarly' ? latest.current.moments.now() : {}) })
        setAsking(null)
        if (state === null) focusRow(row.memberId)
        else after(row)
      },
      mark(row, given) {
        setAsking(null)
        mark(row, given)
        after(row)
      },
      cancel(row) {
        setAsking(null)
        focusRow(row.memberId)
      },
      focused: setActiveId,
    }
  }, [focusRow])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    if (isTextField(event.target)) return
    const index = rows.findIndex((row) => row.memberId === active)
    const row = rows[index]
    if (!row) return
    const { state: marked } = row
    if (event.key === 'Enter' && (hasMoment(marked) || marked === 'excused')) {
      actions.choose(row, marked)
      event.preventDefault()
      return
    }
    const move = targetOf(event.key, index, rows, grid.current)
    const state = stateOfKey[event.key.toLowerCase()]
    if (move !== undefined) focusRow(rows[move]?.memberId)
    else if (state === undefined) return
    else if (!row.obliged && state !== null && !cameTo(state))
      setSaid(`${row.fullName} không phải dự buổi này nên không ghi vắng`)
    else actions.choose(row, state)
    event.preventDefault()
  }

  const obliged = rows.filter((row) => row.obliged)
  const apart = rows.filter((row) => !row.obliged)
  const group = (people: readonly AttendanceRow[], label: string, offset: number) => (
    <div
      role="rowgroup"
      aria-label={label}
      className={styles.rows}
      style={{ ['--half' as string]: Math.ceil(people.length / 2) }}
    >
      {people.map((row, index) => (
        <RollRow
          key={row.memberId}
          row={row}
          number={offset + index + 1}
          active={row.memberId === active}
          asking={asking?.memberId === row.memberId ? asking.state : null}
          moments={asking?.memberId === row.memberId ? moments : null}
          upwards={index % Math.ceil(people.length / 2) >= people.length / 2 - 4 && people.length > 8}
          actions={actions}
        />
      ))}
    </div>
  )
  return (
    <>
      <div
        ref={grid}
        role="grid"
        aria-label="Danh sách điểm danh"
        aria-rowcount={rows.length}
        onKeyDown={onKeyDown}
      >
        {group(obliged, 'Phải dự', 0)}
        {apart.length > 0 && (
          <>
            <p className={styles.apart}>Không phải dự, đánh dấu nếu có đến</p>
            {group(apart, 'Không phải dự', obliged.length)}
          </>
        )}
      </div>
      <div role="status" className={styles.said}>
        {said}
      </div>
    </>
  )
}

function firstUnmarked(rows: readonly AttendanceRow[]): AttendanceRow | undefined {
  return rows.find((row) => row.obliged && row.state === null) ?? rows[0]
}

/** Where an arrow leads: up and down along the list, left and right to the column beside. */
function targetOf(
  key: string,
  index: number,
  rows: readonly AttendanceRow[],
  grid: HTMLElement | null,
): number | undefined {
  if (key === 'ArrowDown' || key === 'Enter') return Math.min(index + 1, rows.length - 1)
  if (key === 'ArrowUp') return Math.max(index - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return rows.length - 1
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined
  const places = [...(grid?.querySelectorAll('[data-member]') ?? [])].map((row) =>
    row.getBoundingClientRect(),
  )
  const here = places[index]
  const beside = places.findIndex(
    (place) =>
      here &&
      Math.abs(place.top - here.top) < 2 &&
      (key === 'ArrowRight' ? place.left > here.left : place.left < here.left),
  )
  return beside === -1 ? index : beside
}
