import { Button, Kbd } from '@mantine/core'
import { useState } from 'react'
import type { Remark } from '../../shared/contract/remarks.ts'
import { remarkKindNames } from '../../shared/rules/remark.ts'
import { useRead } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Section } from '../ui/section.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { KnownRemarkDialog, NewRemarkDialog } from './remark-form.tsx'
import styles from './remarks.module.css'

const columns: GridColumn<Remark>[] = [
  {
    key: 'content',
    heading: 'Loại và nội dung',
    cell: ({ kind, content, members, agendaItemTitle }) => (
      <>
        <div>
          <b>{remarkKindNames[kind]}</b>
          {members.length > 0 && ` ${members.map(({ fullName }) => fullName).join(', ')}`}: {content}
        </div>
        {agendaItemTitle !== null && <span className="soft">{agendaItemTitle}</span>}
      </>
    ),
  },
]

/** What a meeting noted beside votes, conclusions and tasks: whom it commended, what it asks of the body above. */
export function RemarksSection(props: { meetingId: number }) {
  const { meetingId } = props
  const remarks = useRead('remarks.list', { meetingId })
  const agenda = useRead('agenda.list', { meetingId })
  const roll = useRead('attendance.sheet', { meetingId })
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const add = () => setEditing('new')
  const close = () => setEditing(null)
  useShortcuts([{ key: 'g', run: add }])
  const error = remarks.error ?? agenda.error ?? roll.error
  if (error) return <Refusal message={error.message} />
  if (!remarks.data || !agenda.data || !roll.data) return <Loading />
  const edited = remarks.data.find((remark) => remark.id === editing) ?? null
  const onRoll = roll.data.map(({ memberId, fullName }) => ({ memberId, fullName }))
  const { items } = agenda.data
  return (
    <Section
      title="Ghi nhận"
      actions={
        <Button size="xs" variant="default" onClick={add} rightSection={<Kbd size="xs">G</Kbd>}>
          Thêm ghi nhận
        </Button>
      }
    >
      {remarks.data.length === 0 ? (
        <p className={styles.none}>Chưa ghi biểu dương, nhắc nhở, kiến nghị hay việc gì khác của buổi họp.</p>
      ) : (
        <DataGrid
          label="Các ghi nhận"
          columns={columns}
          rows={remarks.data}
          rowKey={(remark) => remark.id}
          onOpen={(remark) => setEditing(remark.id)}
          maxHeight="none"
        />
      )}
      {editing === 'new' && (
        <NewRemarkDialog
          meetingId={meetingId}
          kind={remarks.data.at(-1)?.kind ?? 'commendation'}
          agendaItemId={null}
          choices={{ people: onRoll, items }}
          onClose={close}
        />
      )}
      {edited && (
        <KnownRemarkDialog
          key={edited.id}
          remark={edited}
          choices={{ people: withThose(onRoll, edited), items }}
          onClose={close}
        />
      )}
    </Section>
  )
}

/** The roll with whoever is named but stands on it no longer. */
function withThose(roll: readonly { memberId: number; fullName: string }[], { members }: Remark) {
  const known = new Set(roll.map(({ memberId }) => memberId))
  return [...roll, ...members.filter(({ memberId }) => !known.has(memberId))]
}
