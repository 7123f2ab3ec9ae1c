import { Button, Group, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { IssuedPaper } from '../../shared/contract/papers.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { WrittenPaper } from '../../shared/rules/written-paper.ts'
import { IssueDialog } from './issue-dialog.tsx'
import styles from './papers.module.css'
import { ReviseDialog } from './revise-dialog.tsx'

/** Whether the paper was issued, each issue to look at, and the way to issue it. */
export function IssueBar(props: {
  paper: WrittenPaper
  meetingId: number
  issued: readonly IssuedPaper[]
  changed: boolean
  missing: number
  shown: number | null
  onShow: (issuedId: number | null) => void
}) {
  const { paper, meetingId, issued, changed } = props
  // Not whether: the paper becomes an issued one while its dialog is still open.
  const [asking, setAsking] = useState<'issue' | 'revise' | null>(null)
  const last = issued[0]
  const close = () => setAsking(null)
  return (
    <section className={styles.issue} aria-label="Ban hành">
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={700} component="p">
            {last ? `Số ${last.symbol}, ngày ${formatVietnameseDate(last.issuedOn)}` : 'Chưa ban hành'}
          </Text>
          {last && (
            <Text size="sm" component="p" className={changed ? styles.changed : 'soft'} role="status">
              {changed ? 'Bản đang soạn khác bản đã ban hành' : 'Bản đang soạn đúng như đã ban hành'}
            </Text>
          )}
        </div>
        <Button
          size="xs"
          variant={last && !changed ? 'default' : 'filled'}
          onClick={() => setAsking(last ? 'revise' : 'issue')}
        >
          {last ? 'Ban hành lại' : 'Ban hành'}
        </Button>
      </Group>
      {last && (
        <Select
          label="Xem bản"
          size="xs"
          mt={6}
          data={[
            { value: '', label: 'Bản đang soạn' },
            ...issued.map((issue) => ({ value: String(issue.id), label: issueWords(issue) })),
          ]}
          value={props.shown === null ? '' : String(props.shown)}
          onChange={(value) => props.onShow(value ? Number(value) : null)}
        />
      )}
      {asking === 'revise' && last && (
        <ReviseDialog paper={paper} meetingId={meetingId} last={last} onClose={close} />
      )}
      {asking === 'issue' && (
        <IssueDialog paper={paper} meetingId={meetingId} missing={props.missing} onClose={close} />
      )}
    </section>
  )
}

function issueWords({ revision, issuedOn, reason }: IssuedPaper): string {
  const day = formatVietnameseDate(issuedOn)
  return revision === 0 ? `Ban hành ${day}` : `Sửa lần ${revision}, ${day}: ${reason}`
}
