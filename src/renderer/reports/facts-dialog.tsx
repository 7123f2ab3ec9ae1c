import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { FactList, FigureFacts, ReportInput } from '../../shared/contract/reports.ts'
import { figureText } from '../../shared/rules/figure-text.ts'
import { factUnitNames } from '../../shared/rules/reports.ts'
import { useRead } from '../api/hooks.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import type { FigurePlace } from './figure-table.tsx'
import styles from './reports.module.css'

/** "47 = 47 dấu này": what one figure of a report is made of, each fact leading to where it was noted. */
export function FactsDialog(props: { report: ReportInput; place: FigurePlace | null; onClose: () => void }) {
  return (
    <Dialog title={props.place?.words ?? ''} opened={props.place !== null} onClose={props.onClose} size={720}>
      {props.place && <Facts report={props.report} place={props.place} />}
    </Dialog>
  )
}

function Facts({ report, place }: { report: ReportInput; place: FigurePlace }) {
  const { words: _, ...at } = place
  const facts = useRead('reports.facts', { ...report, ...at })
  if (facts.error) return <Refusal message={facts.error.message} />
  if (!facts.data || facts.isPlaceholderData) return <Loading />
  return (
    <Stack gap="md">
      <Text fw={700}>{sentence(facts.data)}</Text>
      {facts.data.lists.map((list) => (
        <section key={list.heading} aria-label={list.heading}>
          {facts.data.lists.length > 1 && (
            <Text fw={500}>
              {list.heading}: {sumWords(list)}
            </Text>
          )}
          <ol className={styles.facts}>
            {list.facts.map((fact, index) => (
              <li key={index}>
                <Anchor component={Link} href={fact.path}>
                  {fact.text}
                </Anchor>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Stack>
  )
}

function sumWords({ sum, unit }: FactList): string {
  return `${figureText(sum, unit === 'minute' ? 'minutes' : 'integer')} ${factUnitNames[unit]}`
}

function sentence({ value, lists: [first, second] }: FigureFacts): string {
  if (!first) return 'Chưa có gì được ghi.'
  if (second) {
    const shown = typeof value === 'number' ? figureText(value, 'percent') : String(value ?? '')
    return `${shown} = ${sumWords(first)} / ${sumWords(second)}`
  }
  if (first.unit === 'mark' && typeof value === 'string') return `${value}: ${first.heading.toLowerCase()}`
  if (first.facts.length === 0) return `0: chưa có ${factUnitNames[first.unit]} nào được ghi.`
  const made =
    first.unit === 'minute'
      ? `cộng của ${first.facts.length} lượt phát biểu này`
      : `${first.facts.length} ${factUnitNames[first.unit]} này`
  return `${figureText(value, first.unit === 'minute' ? 'minutes' : 'integer')} = ${made}`
}
