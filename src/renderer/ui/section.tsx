import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './page.module.css'

/** A white sheet with a heading of its own, for screens made of several. */
export function Section(props: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.sheet} aria-label={props.title}>
      <Group justify="space-between" wrap="nowrap" gap="sm" mb={6}>
        <Title order={2}>{props.title}</Title>
        <Group gap="xs" wrap="nowrap">
          {props.actions}
        </Group>
      </Group>
      {props.children}
    </section>
  )
}
