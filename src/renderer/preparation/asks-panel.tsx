import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { SpeakerAsk } from '../../shared/contract/preparation.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { sayDone } from '../ui/messages.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { AskDialog } from './ask-dialog.tsx'
import styles from './preparation.module.css'

/** Whom to ask before the meeting to speak, on which item and with what question. */
export function AsksPanel(props: { meetingId: number }) {
  const asks = useRead('asks.list', { meetingId: props.meetingId })
  const [editing, setEditing] = useState<SpeakerAsk | 'new' | null>(null)
  if (!asks.data || asks.isPlaceholderData) return null
  const waiting = asks.data.filter((ask) => ask.askedOn === null).length
  const state =
    asks.data.length === 0
      ? 'chưa chọn ai'
      : `${asks.data.length} lời mời${waiting > 0 ? `, ${waiting} chưa nói` : ''}`
  return (
    <SidePanel
      title="Mời phát biểu"
      state={state}
      tone={waiting === 0 && asks.data.length > 0 ? 'good' : 'warn'}
    >
      {asks.data.length === 0 && (
        <Text size="sm">Chọn người nên phát biểu ở từng mục và câu hỏi gợi ý, rồi in phiếu đưa trước.</Text>
      )}
      <ul className={styles.asks}>
        {asks.data.map((ask) => (
          <Ask key={ask.id} ask={ask} onEdit={() => setEditing(ask)} />
        ))}
      </ul>
      <Button className={styles.add} size="xs" variant="default" onClick={() => setEditing('new')}>
        Mời thêm người
      </Button>
      <AskDialog
        key={editing === null ? 'closed' : editing === 'new' ? 'new' : editing.id}
        meetingId={props.meetingId}
        editing={editing}
        onClose={() => setEditing(null)}
      />
    </SidePanel>
  )
}

function Ask(props: { ask: SpeakerAsk; onEdit: () => void }) {
  const { ask } = props
  const { id, question, prepared } = ask
  const asked = ask.askedOn !== null
  const update = useWrite('asks.update')
  const remove = useWrite('asks.remove')
  const button = (label: string, run: () => void) => (
    <Button
      size="compact-sm"
      variant="default"
      onClick={run}
      aria-label={`${label}: ${ask.fullName}, mục ${ask.itemTitle}`}
    >
      {label}
    </Button>
  )
  return (
    <li className={styles.ask}>
      <b>{ask.fullName}</b> <span className="soft">{ask.itemTitle}</span>
      {question !== '' && <div className={styles.question}>{question}</div>}
      <div className={styles.standing} data-state={ask.askedOn === null ? 'open' : 'done'}>
        {ask.askedOn === null ? 'Chưa nói trước' : `Đã nói ngày ${formatVietnameseDate(ask.askedOn)}`}
        {prepared && '; có tham luận'}
      </div>
      <div className={styles.line}>
        {button(asked ? 'Chưa nói' : 'Đã nói', () =>
          update.mutate({ id, question, prepared, asked: !asked }),
        )}
        {button(prepared ? 'Không tham luận' : 'Có tham luận', () =>
          update.mutate({ id, question, prepared: !prepared, asked }),
        )}
        {button('Sửa', props.onEdit)}
        {button('Bỏ', () =>
          remove.mutate(
            { id: ask.id },
            { onSuccess: () => sayDone(`Đã bỏ lời mời ${ask.fullName}. Ctrl+Z để lấy lại.`) },
          ),
        )}
      </div>
    </li>
  )
}
