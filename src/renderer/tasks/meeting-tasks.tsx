import { Button, Kbd } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Task } from '../../shared/contract/tasks.ts'
import { useRead, useToday } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Section } from '../ui/section.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { dueColumn, ownersOf } from './task-columns.tsx'
import { TaskDialog } from './task-form.tsx'
import styles from './tasks.module.css'
import { useMarkDone } from './use-mark-done.ts'

/** The tasks a meeting gave, and those to be reported on at it. */
export function MeetingTasks(props: { meetingId: number }) {
  const { meetingId } = props
  const today = useToday()
  const tasks = useRead('tasks.ofMeeting', { meetingId })
  const meeting = useRead('meetings.get', { id: meetingId })
  const markDone = useMarkDone()
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const add = () => setEditing('new')
  useShortcuts([{ key: 'n', run: add }])
  const columns = useMemo((): GridColumn<Task>[] => {
    const title: GridColumn<Task> = {
      key: 'title',
      heading: 'Nhiệm vụ và người làm',
      cell: (task) => (
        <>
          <b>{task.title}</b>
          <div>{ownersOf(task)}</div>
          {task.meetingId !== meetingId && (
            <span className="soft">
              Báo cáo tại buổi này, giao từ: {task.meetingTitle ?? 'ngoài cuộc họp'}
            </span>
          )}
        </>
      ),
    }
    return [title, dueColumn(today)]
  }, [meetingId, today])
  const error = tasks.error ?? meeting.error
  if (error) return <Refusal message={error.message} />
  if (!tasks.data || !meeting.data) return <Loading />
  const edited = tasks.data.find((task) => task.id === editing) ?? null
  return (
    <Section
      title="Nhiệm vụ"
      actions={
        <Button size="xs" variant="default" onClick={add} rightSection={<Kbd size="xs">N</Kbd>}>
          Giao nhiệm vụ
        </Button>
      }
    >
      {tasks.data.length === 0 ? (
        <p className={styles.none}>Chưa giao nhiệm vụ nào.</p>
      ) : (
        <DataGrid
          label="Nhiệm vụ của cuộc họp"
          columns={columns}
          rows={tasks.data}
          rowKey={(task) => task.id}
          onOpen={(task) => setEditing(task.id)}
          keys={{ x: markDone }}
          maxHeight="none"
        />
      )}
      {(editing === 'new' || edited) && (
        <TaskDialog
          task={edited}
          meeting={{ id: meetingId, heldOn: meeting.data.heldOn }}
          today={today}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}
