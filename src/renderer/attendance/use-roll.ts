import { useMemo, useRef, useState } from 'react'
import type { AttendanceRow, RollMoments } from '../../shared/contract/attendance.ts'
import type { AttendanceState, ReasonKind } from '../../shared/rules/attendance.ts'
import { clockAt } from '../../shared/rules/running.ts'
import { useRead, useWrite } from '../api/hooks.ts'

export type Mark = {
  state: AttendanceState | null
  lateMinutes: number | null
  atTime: string | null
  agendaItemId: number | null
  reasonKind: ReasonKind | null
  note: string
  paper: string
}

export const noMark: Mark = {
  state: null,
  lateMinutes: null,
  atTime: null,
  agendaItemId: null,
  reasonKind: null,
  note: '',
  paper: '',
}

/** What the moment of a mark is chosen from, and what it is now: both null unless the meeting runs. */
export type Moments = Pick<RollMoments, 'startTime' | 'items'> & {
  now: () => Pick<Mark, 'atTime' | 'agendaItemId'>
  /** An item's number on the agenda. */
  numberOf: (agendaItemId: number | null) => number | null
}

/**
 * The roll of a meeting as the person calling it sees it: a mark is on screen at once and stored after. Marks are
 * stored one by one, for two requests on their way at the same time may arrive in the wrong order.
 */
export function useRoll(meetingId: number) {
  const sheet = useRead('attendance.sheet', { meetingId })
  const moments = useMoments(meetingId)
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
        if (!mark) return row
        return { ...row, ...mark, itemNumber: moments?.numberOf(mark.agendaItemId) ?? null }
      }),
    [sheet.data, ahead, moments],
  )
  return {
    rows,
    moments,
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

function useMoments(meetingId: number): Moments | undefined {
  const { data, dataUpdatedAt, isPlaceholderData } = useRead('attendance.moments', { meetingId })
  return useMemo(() => {
    // Of another meeting, whose items are not to be chosen here.
    if (!data || isPlaceholderData) return undefined
    return {
      startTime: data.startTime,
      items: data.items,
      now: () =>
        data.runningItemId === null
          ? { atTime: null, agendaItemId: null }
          : {
              atTime: clockAt(new Date(Date.parse(data.now) + Date.now() - dataUpdatedAt).toISOString()),
              agendaItemId: data.runningItemId,
            },
      numberOf: (agendaItemId) => {
        const index = data.items.findIndex(({ id }) => id === agendaItemId)
        return index === -1 ? null : index + 1
      },
    }
  }, [data, dataUpdatedAt, isPlaceholderData])
}
