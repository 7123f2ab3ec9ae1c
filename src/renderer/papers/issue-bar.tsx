import { Button, Group, Select, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { IssuedPaper } from '../../shared/contract/issuing.ts'
import type { NumberedOf } from '../../shared/rules/numbered-paper.ts'
import { signedOf } from '../../shared/rules/signing.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead } from '../api/hooks.ts'
import { Loading, Refusal } from '../ui/messages.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { PaperSigning } from './paper-signing.tsx'
import styles from './papers.module.css'
import { ReviseDialog } from './revise-dialog.tsx'

/** A paper that carries a number: whether it was issued, the way to issue it, and how it will be printed. */
export function NumberedPaper(props: {
  of: NumberedOf
  /** What else can be done with it, beside issuing. */
  actions: ReactNode
  preview: (paper: Input<'documents.pdf'>) => ReactNode
}) {
  const issues = useIssues(props.of)
  if (issues.error) return <Refusal message={issues.error.message} />
  if (!issues.data) return <Loading />
  return (
    <div className={styles.numbered}>
      <IssueBar {...issues.data} of={props.of} actions={props.actions} />
      {props.preview(issues.data.printed)}
    </div>
  )
}

/** The issues of a paper and which of them is looked at: what is to be printed until another is chosen. */
export function useIssues(of: NumberedOf) {
  const { data, error } = useRead('papers.issues', { of })
  const [chosen, setChosen] = useState<number | 'inHand' | null>(null)
  if (!data) return { data: null, error }
  // What is to be printed: the last issue while nothing has changed since. One that was undone is no longer there.
  const usual = data.changedSinceIssue ? null : (data.issued[0]?.id ?? null)
  const found = data.issued.find((issue) => issue.id === chosen)
  const shown = chosen === 'inHand' ? null : (found?.id ?? usual)
  const printed: Input<'documents.pdf'> = shown === null ? of : { paper: 'issued', issuedId: shown }
  const show = (issuedId: number | null) => setChosen(issuedId ?? 'inHand')
  return { data: { issues: data, shown, show, printed }, error }
}

/** Whether the paper was issued, each issue to look at, and the way to issue it. */
export function IssueBar(props: {
  of: NumberedOf
  issues: Output<'papers.issues'>
  shown: number | null
  show: (issuedId: number | null) => void
  actions?: ReactNode
}) {
  const { of } = props
  const { issued, changedSinceIssue, missing } = props.issues
  // Not whether: the paper becomes an issued one while its dialog is still open.
  const [asking, setAsking] = useState<'issue' | 'revise' | null>(null)
  const last = issued[0]
  const signed = signedOf(of)
  const close = () => setAsking(null)
  return (
    <section className={styles.issue} aria-label="Ban hành">
      <Group justify="space-between" align="flex-end" gap="xs">
        <div>
          <Text fw={700} component="p">
            {last ? `Số ${last.symbol}, ngày ${formatVietnameseDate(last.issuedOn)}` : 'Chưa ban hành'}
          </Text>
          {last && (
            <Text
              size="sm"
              component="p"
              className={changedSinceIssue ? styles.changed : 'soft'}
              role="status"
            >
              {changedSinceIssue
                ? 'Bản đang soạn khác bản đã ban hành'
                : 'Bản đang soạn đúng như đã ban hành'}
            </Text>
          )}
        </div>
        {last && (
          <Select
            label="Xem bản"
            size="xs"
            className={styles.issueChoice}
            data={[
              { value: '', label: 'Bản đang soạn' },
              ...issued.map((issue) => ({ value: String(issue.id), label: issueWords(issue) })),
            ]}
            value={props.shown === null ? '' : String(props.shown)}
            onChange={(value) => props.show(value ? Number(value) : null)}
            allowDeselect={false}
          />
        )}
        <Group gap="xs">
          {props.actions}
          <Button
            size="xs"
            variant={last && !changedSinceIssue ? 'default' : 'filled'}
            onClick={() => setAsking(last ? 'revise' : 'issue')}
          >
            {last ? 'Ban hành lại' : 'Ban hành'}
          </Button>
        </Group>
      </Group>
      {signed && <PaperSigning of={signed} />}
      {asking === 'revise' && last && <ReviseDialog of={of} last={last} onClose={close} />}
      {asking === 'issue' && <IssueDialog of={of} missing={missing} onClose={close} />}
    </section>
  )
}

function issueWords({ revision, issuedOn, reason }: IssuedPaper): string {
  const day = formatVietnameseDate(issuedOn)
  return revision === 0 ? `Ban hành ${day}` : `Sửa lần ${revision}, ${day}: ${reason}`
}
