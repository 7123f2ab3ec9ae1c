import { Button, Kbd } from '@mantine/core'
import { useState } from 'react'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import type { Vote } from '../../shared/contract/decisions.ts'
import { quorumLevel, quorumSentence, voteMethodNames, voteSentence } from '../../shared/rules/vote.ts'
import { useRead } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Section } from '../ui/section.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import styles from './decisions.module.css'
import { VoteDialog } from './vote-form.tsx'

const columns: GridColumn<Vote>[] = [
  {
    key: 'subject',
    heading: 'Nội dung và kết quả',
    cell: (vote) => (
      <>
        <b>{vote.subject}</b>
        <span className={styles.result}>{resultOf(vote)}</span>
        <span className="soft">
          {[voteMethodNames[vote.method], vote.agendaItemTitle].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  },
]

function resultOf(vote: Vote): string {
  const { entitledCount, presentCount, forCount, againstCount, blankCount } = vote
  const counts =
    forCount === null || againstCount === null || blankCount === null
      ? null
      : { forCount, againstCount, blankCount }
  return voteSentence(vote.rule, { entitled: entitledCount, present: presentCount, counts })
}

/** What was put to the vote, on how many it counts, and with what result. */
export function VotesSection(props: { meetingId: number; items: readonly AgendaItem[] }) {
  const { meetingId } = props
  const votes = useRead('votes.list', { meetingId })
  const quorum = useRead('attendance.quorum', { meetingId })
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const add = () => setEditing('new')
  useShortcuts([{ key: 'b', run: add }])
  const error = votes.error ?? quorum.error
  if (error) return <Refusal message={error.message} />
  if (!votes.data || !quorum.data) return <Loading />
  const edited = votes.data.find((vote) => vote.id === editing) ?? null
  return (
    <Section
      title="Biểu quyết"
      actions={
        <Button size="xs" variant="default" onClick={add} rightSection={<Kbd size="xs">B</Kbd>}>
          Ghi biểu quyết
        </Button>
      }
    >
      <p className={styles.quorum}>
        {quorum.data.called ? (
          <>
            {quorumLevel(quorum.data) !== 'enough' && <b>Lưu ý: </b>}
            {quorumSentence(quorum.data)}
          </>
        ) : (
          `${quorum.data.entitled} đảng viên được biểu quyết; chưa điểm danh.`
        )}
      </p>
      {votes.data.length === 0 ? (
        <p className={styles.none}>Chưa ghi biểu quyết nào.</p>
      ) : (
        <DataGrid
          label="Các biểu quyết"
          columns={columns}
          rows={votes.data}
          rowKey={(vote) => vote.id}
          onOpen={(vote) => setEditing(vote.id)}
          maxHeight="none"
        />
      )}
      {(editing === 'new' || edited) && (
        <VoteDialog
          meetingId={meetingId}
          vote={edited}
          voters={quorum.data.called ? quorum.data : null}
          items={props.items}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}
