import { useEffect, useState } from 'react'
import { formatSeconds, secondsBetween } from '../../shared/rules/speaking.ts'

/** How far the main process's clock is ahead of this window's, in milliseconds. */
export type ClockOffset = number

/** The instant it is by the main process's clock, anew every half second. Only what shows it is drawn again. */
export function useNow(offset: ClockOffset): string {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 500)
    return () => clearInterval(timer)
  }, [])
  return new Date(Date.now() + offset).toISOString()
}

/** Time passed since a stored instant: a restart loses no second. */
export function Elapsed(props: { since: string; offset: ClockOffset; earlierSeconds?: number }) {
  const now = useNow(props.offset)
  return <>{formatSeconds((props.earlierSeconds ?? 0) + secondsBetween(props.since, now))}</>
}
