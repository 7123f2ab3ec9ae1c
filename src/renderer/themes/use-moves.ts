import { useMemo, useRef, useState } from 'react'
import type { BoardQuarter } from '../../shared/contract/themes.ts'
import { placeTheme, type ThemePlace } from '../../shared/rules/theme-board.ts'
import { useWrite } from '../api/hooks.ts'

/**
 * A board on which themes stand where they were put, at once: while moves are on their way to the database they are
 * laid over what was last read from it. One after the other, for two at the same time may arrive in the wrong order.
 */
export function useMoves(quarters: readonly BoardQuarter[]) {
  const move = useWrite('themes.move')
  const [moves, setMoves] = useState<readonly ThemePlace[]>([])
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)
  const shown = useMemo(
    () => moves.reduce((columns: readonly BoardQuarter[], to) => placeTheme(columns, to), quarters),
    [quarters, moves],
  )
  const put = (to: ThemePlace) => {
    setMoves((before) => [...before, to])
    waiting.current++
    const settle = () => {
      waiting.current--
      if (waiting.current === 0) setMoves([])
    }
    queue.current = queue.current.then(() => move.mutateAsync(to)).then(settle, settle)
  }
  return { shown, put }
}
