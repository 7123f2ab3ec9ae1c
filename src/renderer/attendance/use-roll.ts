import { useMemo, useRef, useState } from 'react'
import type { AttendanceRow } from '../../shared/contract/attendance.ts'
import type { AttendanceState, ReasonKind } from '../../shared/rules/attendance.ts'
import { useRead, useWrite } from '../api/hooks.ts'

export type Mark = {
  state: AttendanceState | null
  lateMinutes: number | null
  reasonKind: ReasonKind | null
  note: string
  paper: string
}

export const noMark: Mark = { state: null, lateMinutes: null, reasonKind: null, note: '', paper: '' }

/**
 * The roll of a meeting as the person calling it sees it: a mark is on screen at once and stored after. Marks are
 * stored one by one, for two requests on their way at the same time may arrive in the wrong order.
 */
export function useRoll(meetingId: number) {
  const sheet = useRead('attendance.sheet', { meetingId })
  const markOne = useWrite('attendance.mark')
  const markAll = useWrite('attendance.markAllPresent')
  const [ahead, setAhead] = useState<ReadonlyMap<number, Mark>>(new Map())
  const queue = useRef(Promise.resolve())
  const waiting = useRef(0)

  const store = (marks: ReadonlyMap<number, Mark>, write: () => Promise<unknown>) => {
    setAhead((before) => new Map([...before, ...marks]))
    waiting.current++
    const settle = () => {
      waiting.current--
      // The last write has read the roll anew: what is stored now holds, refused marks included.
      if (waiting.current === 0) setAhead(new Map())
    }
    queue.current = queue.current.then(write).then(settle, settle)
  }

  // Rows without a mark on its way stay the same objects, so only the person just marked is drawn anew.
  const rows = useMemo(
    () =>
      sheet.data?.map((row): AttendanceRow => {
        const mark = ahead.get(row.memberId)
        return mark ? { ...row, ...mark } : row
      }),
    [sheet.data, ahead],
  )
  return {
    rows,
    error: sheet.error,
    mark: (memberId: number, mark: Mark) =>
      store(new Map([[memberId, mark]]), () => markOne.mutateAsync({ meetingId, memberId, ...mark })),
    markAllPresent: () => {
      const unmarked = (rows ?? []).filter((row) => row.obliged && row.state === null)
      if (unmarked.length === 0) return
      const present: Mark = { ...noMark, state: 'present' }
      store(new Map(unmarked.map(({ memberId }) => [memberId, present])), () =>
        markAll.mutateAsync({ meetingId }),
      )
    },
  }
}
