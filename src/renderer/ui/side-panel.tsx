import { type ReactNode, useState } from 'react'
import styles from './side-panel.module.css'

export type PanelTone = 'good' | 'warn' | 'bad'

/**
 * A box beside the main work that says in its heading how matters stand. Open where the window has room beside the
 * work, else closed until asked for, so that it does not push the work down.
 */
export function SidePanel(props: { title: string; state: string; tone: PanelTone; children: ReactNode }) {
  const [open, setOpen] = useState(() => window.matchMedia('(min-width: 1280px)').matches)
  return (
    <details
      className={styles.panel}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      aria-label={props.title}
    >
      <summary className={styles.summary}>
        {props.title}:{' '}
        <span className={styles.state} data-tone={props.tone}>
          {props.state}
        </span>
      </summary>
      {open && <div className={styles.content}>{props.children}</div>}
    </details>
  )
}
