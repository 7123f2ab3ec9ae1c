import { Text } from '@mantine/core'
import type { ReportInput } from '../../shared/contract/reports.ts'
import { printedPagesWords } from '../../shared/rules/printed-pages.ts'
import { useRead } from '../api/hooks.ts'
import styles from './reports.module.css'

/** How many pages a report prints, and sheet by sheet on request; asked for once its figures are on screen. */
export function PrintedPages({ input }: { input: ReportInput }) {
  const { data, isPlaceholderData, error } = useRead('reports.pages', input)
  if (error) return null
  const known = !isPlaceholderData && data
  const words = known ? `In ra ${printedPagesWords(known)}` : 'Đang tính số trang in…'
  if (!known || known.length < 2) return <Text size="sm">{words}</Text>
  return (
    <details className={styles.printed}>
      <summary>{words}</summary>
      {known.map(({ name, pages, orientation }) => (
        <div key={name}>
          {name}: {printedPagesWords([{ pages, orientation }])}
        </div>
      ))}
    </details>
  )
}
