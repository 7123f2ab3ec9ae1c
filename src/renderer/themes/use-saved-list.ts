import { useEffect, useRef, useState } from 'react'
import { refusalOf } from './saved-fields.tsx'

/**
 * A list that is saved whole with each change: changes that follow fast build on each other, not on what was last
 * read. A change that is refused is taken back, and `refused` says why.
 */
export function useSavedList<Item>(saved: readonly Item[], save: (list: Item[]) => Promise<unknown>) {
  const [list, setList] = useState(saved)
  const [refused, setRefused] = useState<string | null>(null)
  const latest = useRef(saved)
  const known = useRef(saved)
  const waiting = useRef(0)
  known.current = saved
  const show = (next: readonly Item[]) => {
    latest.current = next
    setList(next)
  }
  useEffect(() => {
    if (waiting.current > 0) return
    latest.current = saved
    setList(saved)
  }, [saved])

  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const change = (changed: (list: readonly Item[]) => Item[]) => {
    const next = changed(latest.current)
    show(next)
    waiting.current++
    const stored = queue.current.then(() => save(next))
    queue.current = stored.then(
      () => {
        setRefused(null)
        if (--waiting.current === 0) show(known.current)
      },
      (error: unknown) => {
        setRefused(refusalOf(error))
        if (--waiting.current === 0) show(known.current)
      },
    )
    return stored
  }
  return { list, change, refused }
}

/** The list with an item one place up (-1) or down (1). */
export function stepped<Item>(list: readonly Item[], index: number, by: -1 | 1): Item[] {
  const item = list[index]
  if (item === undefined || list[index + by] === undefined) return [...list]
  return list.toSpliced(index, 1).toSpliced(index + by, 0, item)
}
