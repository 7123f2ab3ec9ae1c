import { useMemo, useRef, useState } from 'react'
import type { BoardQuarter, ThemeBoard } from '../../shared/contract/themes.ts'
import { placeTheme, type ThemePlace } from '../../shared/rules/theme-board.ts'
import { useRead, useWrite } from '../api/hooks.ts'

/**
 * A board on which themes stand where they were put, at once: while moves are on their way to the database they are
 * laid over what was last read from it. One after the other, for two at the same time may arrive in the wrong order.
 */
export function useMoves(board: ThemeBoard) {
  // Read here, not only above: moves laid aside and the board that holds them must be drawn together, or a card would
  // jump back for a moment and lose its focus.
  const { data } = useRead('themes.board', { year: board.year })
  const { quarters } = data?.year === board.year ? data : board
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
