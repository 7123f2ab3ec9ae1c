import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { Agenda } from '../../shared/contract/agenda.ts'
import type { AgendaPart } from '../../shared/rules/agenda.ts'
import { minutesMissing } from '../../shared/rules/rule-set.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal, sayDone } from '../ui/messages.tsx'
import { EmptyState } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import styles from './agenda.module.css'
import { AgendaTable } from './agenda-table.tsx'
import { CheckPanel } from './check-panel.tsx'

const help: Help = {
  about:
    'Chương trình của buổi họp: thứ tự, người phụ trách, số phút và giờ dự kiến. Ghi chú riêng không bao giờ được in.',
  keys: [
    { keys: '↑ ↓', does: 'Chuyển mục' },
    { keys: 'Alt+↑ Alt+↓', does: 'Đưa mục lên, xuống' },
    { keys: 'Enter hoặc F2', does: 'Sửa mục' },
    { keys: 'Insert', does: 'Thêm mục vào cùng phần' },
    { keys: 'Delete', does: 'Xóa mục' },
    { keys: 'H', does: 'Lịch sử của mục qua các buổi; ghi mục đã xong hay chưa' },
    { keys: 'Esc', does: 'Đóng mục đang sửa' },
  ],
}

/**
 * Prepares a meeting: its agenda in order, with the clock time of each item and the minimum to be reached, what is
 * still amiss with it, and `beside` it what else has to be prepared.
 */
export function AgendaPage(props: { meetingId: number; beside: ReactNode }) {
  useHelp(help)
  const agenda = useRead('agenda.list', { meetingId: props.meetingId })
  if (agenda.error) return <Refusal message={agenda.error.message} />
  if (!agenda.data || agenda.isPlaceholderData) return <Loading />
  return (
    <div className={styles.desk}>
      <div className={styles.work}>
        <KnownAgenda meetingId={props.meetingId} agenda={agenda.data} />
      </div>
      <aside className={styles.aside} aria-label="Chuẩn bị">
        {agenda.data.items.length > 0 && <CheckPanel meetingId={props.meetingId} />}
        {props.beside}
      </aside>
    </div>
  )
}

function KnownAgenda(props: { meetingId: number; agenda: Agenda }) {
  const { meetingId, agenda } = props
  const [addingTo, setAddingTo] = useState<AgendaPart | null>(null)
  const [replacing, setReplacing] = useState(false)
  const [activeId, setActiveId] = useState<number | null>(null)
  const applyTemplate = useWrite('agenda.applyTemplate')

  // The row or button from which the user began to add: it gets the focus back when they give up.
  const opener = useRef<Element | null>(null)
  const add = () => {
    opener.current = document.activeElement
    setAddingTo(agenda.items.find((item) => item.id === activeId)?.part ?? 'main')
  }
  const endAdding = (id: number | null) => {
    setAddingTo(null)
    if (id === null && opener.current instanceof HTMLElement) opener.current.focus()
  }
  useShortcuts([{ key: 'insert', run: add }])
  const fillFromTemplate = () => {
    setReplacing(false)
    applyTemplate.mutate(
      { meetingId },
      { onSuccess: () => sayDone('Đã dùng chương trình mẫu. Ctrl+Z để lấy lại bản cũ.') },
    )
  }

  if (agenda.items.length === 0 && addingTo === null) {
    return (
      <EmptyState sentence="Buổi họp này chưa có chương trình.">
        <Button onClick={fillFromTemplate} loading={applyTemplate.isPending}>
          Dùng chương trình mẫu
        </Button>
        <Button variant="default" onClick={add}>
          Thêm mục
        </Button>
      </EmptyState>
    )
  }
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="sm">
        <AgendaSum agenda={agenda} />
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => setReplacing(true)} loading={applyTemplate.isPending}>
            Dùng chương trình mẫu
          </Button>
          <Button onClick={add}>Thêm mục</Button>
        </Group>
      </Group>
      <AgendaTable
        meetingId={meetingId}
        items={agenda.items}
        activeId={activeId}
        onActive={setActiveId}
        addingTo={addingTo}
        onAdded={endAdding}
      />
      <ConfirmDialog
        title="Dùng chương trình mẫu"
        opened={replacing}
        sentence={`${agenda.items.length} mục hiện có (${agenda.totalMinutes} phút), cùng ghi chú riêng của chúng, sẽ được thay bằng chương trình mẫu của loại buổi này. Có thể hoàn tác bằng Ctrl+Z.`}
        confirm="Thay bằng chương trình mẫu"
        onConfirm={fillFromTemplate}
        onClose={() => setReplacing(false)}
      />
    </>
  )
}

/** The sum of the agenda, when it would end, and what the rule of the day says about its length. */
function AgendaSum(props: { agenda: Agenda }) {
  const { items, totalMinutes, endsAt, minimum } = props.agenda
  const missing = minutesMissing(totalMinutes, minimum)
  const begins = items[0]?.startsAt ?? endsAt
  return (
    <div role="status" className={styles.sum}>
      <Text>
        <b className="num">
          {totalMinutes} phút, từ {begins} đến {endsAt}
        </b>
        {minimum && missing === 0 && (
          <span className="soft">
            {' '}
            · đủ tối thiểu {minimum.minutes} phút theo {minimum.rule}
          </span>
        )}
        {!minimum && <span className="soft"> · loại buổi này chưa có quy định thời lượng tối thiểu</span>}
      </Text>
      {minimum && missing > 0 && (
        <div className={styles.warning}>
          <b>Thiếu {missing} phút</b> so với tối thiểu {minimum.minutes} phút theo {minimum.rule}.
        </div>
      )}
    </div>
  )
}
