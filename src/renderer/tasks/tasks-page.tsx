import { Button, Group, Kbd, SegmentedControl, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Task } from '../../shared/contract/tasks.ts'
import { fold } from '../../shared/rules/fold.ts'
import { sortByGivenName } from '../../shared/rules/person-name.ts'
import { isOverdue } from '../../shared/rules/task.ts'
import { useRead, useToday } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { EmptyState, Page } from '../ui/page.tsx'
import { SearchSelect } from '../ui/search-select.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { dueColumn, ownersOf } from './task-columns.tsx'
import { TaskDialog } from './task-form.tsx'
import styles from './tasks.module.css'
import { useMarkDone } from './use-mark-done.ts'

const help: Help = {
  about:
    'Mọi nhiệm vụ chi bộ đã giao, việc gần hạn ở trên. Nhiệm vụ được giao ở bước Kết luận của cuộc họp, hoặc thêm ngay tại đây.',
  keys: [
    { keys: '↑ ↓', does: 'Chuyển dòng' },
    { keys: 'X', does: 'Ghi nhiệm vụ đang chọn đã xong hôm nay; ở danh sách đã xong: mở lại' },
    { keys: 'Enter', does: 'Sửa nhiệm vụ, cả ngày hoàn thành' },
    { keys: 'Insert', does: 'Thêm nhiệm vụ' },
    { keys: '/', does: 'Tới ô tìm' },
  ],
}

const searchId = 'tim-nhiem-vu'

function columnsFor(today: string): GridColumn<Task>[] {
  return [
    { key: 'title', heading: 'Nhiệm vụ', cell: (task) => <b>{task.title}</b> },
    { key: 'owners', heading: 'Người làm', cell: ownersOf, width: '22%' },
    dueColumn(today),
    {
      key: 'meeting',
      heading: 'Giao từ, báo cáo tại',
      cell: (task) => (
        <>
          {task.meetingTitle ?? 'Ngoài cuộc họp'}
          {task.reportMeetingTitle && <div className="soft">Báo cáo: {task.reportMeetingTitle}</div>}
        </>
      ),
      width: '27%',
    },
  ]
}

/** Every task of the cell: open ones by their day, or those done in the last year. */
export function TasksPage() {
  useHelp(help)
  const today = useToday()
  const [state, setState] = useState<'open' | 'done'>('open')
  const [query, setQuery] = useState('')
  const [owner, setOwner] = useState<string | null>(null)
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const tasks = useRead('tasks.list', { state })
  const markDone = useMarkDone()
  const columns = useMemo(() => columnsFor(today), [today])
  useShortcuts([
    { key: '/', run: () => document.getElementById(searchId)?.focus() },
    { key: 'insert', run: () => setEditing('new') },
  ])
  const shown = useMemo(() => {
    const words = fold(query).split(' ')
    return (tasks.data ?? []).filter((task) => {
      const text = fold(`${task.title} ${ownersOf(task)} ${task.meetingTitle ?? ''}`)
      const owned = owner === null || task.owners.some((each) => String(each.memberId) === owner)
      return owned && words.every((word) => text.includes(word))
    })
  }, [tasks.data, query, owner])
  if (tasks.error) return <Refusal message={tasks.error.message} />
  if (!tasks.data) return <Loading />
  const edited = tasks.data.find((task) => task.id === editing) ?? null
  const overdue = shown.filter((task) => isOverdue(task, today)).length
  return (
    <Page
      title="Nhiệm vụ"
      subtitle={
        state === 'open'
          ? `${shown.length} việc đang làm${overdue > 0 ? `, ${overdue} việc quá hạn` : ''}`
          : `${shown.length} việc đã xong trong 12 tháng qua`
      }
      actions={<Button onClick={() => setEditing('new')}>Thêm nhiệm vụ</Button>}
    >
      <Group gap="md" align="flex-end">
        <TextInput
          id={searchId}
          label="Tìm"
          placeholder="Việc, người, cuộc họp; không cần dấu"
          defaultValue=""
          onChange={(event) => setQuery(event.currentTarget.value)}
          w={280}
        />
        <SearchSelect
          label="Người làm"
          placeholder="Mọi người"
          choices={ownerChoices(tasks.data)}
          value={owner}
          onChange={setOwner}
          w={220}
        />
        <SegmentedControl
          aria-label="Nhiệm vụ đang làm hay đã xong"
          value={state}
          onChange={(value) => setState(value === 'done' ? 'done' : 'open')}
          data={[
            { value: 'open', label: 'Đang làm' },
            { value: 'done', label: 'Đã xong' },
          ]}
        />
        <p className={styles.hint}>
          <Kbd size="xs">X</Kbd> {state === 'open' ? 'xong hôm nay' : 'mở lại'} · <Kbd size="xs">Enter</Kbd>{' '}
          sửa
        </p>
      </Group>
      {shown.length === 0 ? (
        <EmptyState sentence={emptySentence(tasks.data.length, state)}>
          {tasks.data.length === 0 && state === 'open' && (
            <Button onClick={() => setEditing('new')}>Thêm nhiệm vụ</Button>
          )}
        </EmptyState>
      ) : (
        <DataGrid
          label={state === 'open' ? 'Nhiệm vụ đang làm' : 'Nhiệm vụ đã xong'}
          columns={columns}
          rows={shown}
          rowKey={(task) => task.id}
          onOpen={(task) => setEditing(task.id)}
          keys={{ x: markDone }}
          maxHeight="calc(100vh - 210px)"
        />
      )}
      {(editing === 'new' || edited) && (
        <TaskDialog task={edited} meeting={null} today={today} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}

function emptySentence(all: number, state: 'open' | 'done'): string {
  if (all > 0) return 'Không có nhiệm vụ nào khớp với điều đang tìm.'
  return state === 'open'
    ? 'Không có nhiệm vụ nào đang làm. Nhiệm vụ được giao ở bước Kết luận của cuộc họp, hoặc thêm tại đây.'
    : 'Trong 12 tháng qua chưa có nhiệm vụ nào xong.'
}

/** Whoever has one of these tasks, by given name. */
function ownerChoices(tasks: readonly Task[]) {
  const names = new Map(
    tasks.flatMap((task) => task.owners.map((each) => [each.memberId, each.fullName] as const)),
  )
  return sortByGivenName([...names], ([, fullName]) => fullName).map(([memberId, fullName]) => ({
    value: String(memberId),
    label: fullName,
  }))
}
