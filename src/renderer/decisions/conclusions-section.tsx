import { Button, Kbd } from '@mantine/core'
import { useState } from 'react'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import type { Conclusion } from '../../shared/contract/decisions.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { Loading, Refusal, sayDone } from '../ui/messages.tsx'
import { Section } from '../ui/section.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { ConclusionDialog } from './conclusion-form.tsx'
import styles from './decisions.module.css'

const columns: GridColumn<Conclusion>[] = [
  {
    key: 'content',
    heading: 'Mục và kết luận',
    cell: (conclusion) => (
      <>
        <span className="soft">{conclusion.agendaItemTitle ?? 'Chung cả buổi'}</span>
        <div className={styles.content}>{conclusion.content}</div>
      </>
    ),
  },
  { key: 'standing', heading: 'Thực hiện', cell: standingOf, width: 150 },
]

/** Carried out by the secretary's word or by its tasks, or what of it is open. */
function standingOf({ doneOn, tasks, openTasks }: Conclusion): string {
  if (doneOn) return `Đã thực hiện ${formatVietnameseDate(doneOn)}`
  if (tasks === 0) return 'Chưa ghi'
  return openTasks === 0 ? 'Nhiệm vụ đã xong' : `Còn ${openTasks}/${tasks} nhiệm vụ`
}

/** What the chair concluded, item by item. */
export function ConclusionsSection(props: { meetingId: number; items: readonly AgendaItem[] }) {
  const { meetingId } = props
  const conclusions = useRead('conclusions.list', { meetingId })
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const today = useToday()
  const setDone = useWrite('conclusions.setDone')
  const markDone = ({ id, doneOn }: Conclusion) =>
    setDone.mutate(
      { id, doneOn: doneOn === null ? today : null },
      {
        onSuccess: () =>
          sayDone(doneOn === null ? 'Đã ghi kết luận được thực hiện hôm nay.' : 'Đã mở lại kết luận.'),
      },
    )
  const add = () => setEditing('new')
  useShortcuts([{ key: 'k', run: add }])
  if (conclusions.error) return <Refusal message={conclusions.error.message} />
  if (!conclusions.data) return <Loading />
  const edited = conclusions.data.find((conclusion) => conclusion.id === editing) ?? null
  return (
    <Section
      title="Kết luận"
      actions={
        <Button size="xs" variant="default" onClick={add} rightSection={<Kbd size="xs">K</Kbd>}>
          Ghi kết luận
        </Button>
      }
    >
      {conclusions.data.length === 0 ? (
        <p className={styles.none}>Chưa ghi kết luận nào.</p>
      ) : (
        <DataGrid
          label="Các kết luận"
          columns={columns}
          rows={conclusions.data}
          rowKey={(conclusion) => conclusion.id}
          onOpen={(conclusion) => setEditing(conclusion.id)}
          keys={{ x: markDone }}
          maxHeight="none"
        />
      )}
      {(editing === 'new' || edited) && (
        <ConclusionDialog
          meetingId={meetingId}
          conclusion={edited}
          items={props.items}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}
