import { Button, Kbd } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Turn } from '../../shared/contract/speaking.ts'
import { formatSeconds, secondsBetween } from '../../shared/rules/speaking.ts'
import { useWrite } from '../api/hooks.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import styles from './speaking.module.css'

/** Who speaks now and for how long. Counted from the moment stored, so a restart loses no second. */
export function RunningTurn(props: { turn: Turn; startedAt: string }) {
  const stop = useWrite('speaking.stop')
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const tick = () => setNow(new Date().toISOString())
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [])
  const end = () => stop.mutate({ id: props.turn.id })
  useShortcuts([{ key: 'k', alt: true, inTextFields: true, run: end }])
  return (
    <section className={styles.running} aria-label="Đang phát biểu">
      <span>
        Đang phát biểu: <b>{props.turn.speakerName}</b>
      </span>
      <span className={styles.clock} role="timer" aria-label="Đã nói">
        {formatSeconds(secondsBetween(props.startedAt, now))}
      </span>
      <Button size="xs" onClick={end} loading={stop.isPending} rightSection={<Kbd size="xs">Alt+K</Kbd>}>
        Kết thúc
      </Button>
    </section>
  )
}
