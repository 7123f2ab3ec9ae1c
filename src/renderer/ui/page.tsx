import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './page.module.css'

/** A screen: its title, what it is about in one line, its main buttons, and a white sheet with the content. */
export function Page(props: {
  title: string
  subtitle?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <Stack gap="sm" className={styles.page}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div className={styles.heading}>
          <Title order={1}>{props.title}</Title>
          {props.subtitle && (
            <Text size="sm" className="soft">
              {props.subtitle}
            </Text>
          )}
        </div>
        <Group gap="xs">{props.actions}</Group>
      </Group>
      {props.children}
    </Stack>
  )
}

/** A white sheet on the desk. */
export function Sheet(props: { children: ReactNode; label?: string }) {
  return (
    <section className={styles.sheet} {...(props.label ? { 'aria-label': props.label } : {})}>
      {props.children}
    </section>
  )
}

/** What stands where there is nothing yet: one sentence and what to do about it. */
export function EmptyState(props: { sentence: string; children?: ReactNode }) {
  return (
    <Sheet>
      <Stack align="center" gap="md" py="xl">
        <Text>{props.sentence}</Text>
        <Group gap="sm">{props.children}</Group>
      </Stack>
    </Sheet>
  )
}
