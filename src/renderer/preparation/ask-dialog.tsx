import { Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { AppError } from '../../shared/contract/errors.ts'
import type { SpeakerAsk } from '../../shared/contract/preparation.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'
import { SearchSelect } from '../ui/search-select.tsx'

/** Chooses an item, a person and a question; of a known invitation only the question changes. */
export function AskDialog(props: {
  meetingId: number
  editing: SpeakerAsk | 'new' | null
  onClose: () => void
}) {
  const { editing, onClose } = props
  return (
    <Dialog
      title={editing === 'new' ? 'Mời người phát biểu' : 'Sửa câu hỏi'}
      opened={editing !== null}
      onClose={onClose}
      size={560}
    >
      {editing === 'new' && <NewAsk meetingId={props.meetingId} onClose={onClose} />}
      {editing !== null && editing !== 'new' && <KnownAsk ask={editing} onClose={onClose} />}
    </Dialog>
  )
}

function NewAsk(props: { meetingId: number; onClose: () => void }) {
  const { meetingId } = props
  const agenda = useRead('agenda.list', { meetingId })
  const sheet = useRead('attendance.sheet', { meetingId })
  const create = useWrite('asks.create')
  const [itemId, setItemId] = useState<string | null>(null)
  const [memberId, setMemberId] = useState<string | null>(null)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const items = agenda.data?.items ?? []
  const usual = items.find((item) => item.contentClass === 'discussion')?.id
  const chosenItem = itemId ?? (usual === undefined ? null : String(usual))
  const store = (question: string) => {
    if (chosenItem === null || memberId === null) {
      setWrong({
        ...(chosenItem === null && { agendaItemId: 'Hãy chọn mục' }),
        ...(memberId === null && { memberId: 'Hãy chọn người' }),
      })
      return
    }
    create.mutate(
      { meetingId, agendaItemId: Number(chosenItem), memberId: Number(memberId), question },
      {
        onSuccess: props.onClose,
        onError: (error) => setWrong(error instanceof AppError ? { ...error.fields } : {}),
      },
    )
  }
  return (
    <AskForm question="" save="Thêm lời mời" saving={create.isPending} onSave={store} onClose={props.onClose}>
      <SearchSelect
        label="Người được mời"
        placeholder="Gõ tên"
        choices={(sheet.data ?? [])
          .filter((row) => row.obliged)
          .map((row) => ({ value: String(row.memberId), label: row.fullName }))}
        value={memberId}
        onChange={setMemberId}
        error={wrong.memberId}
      />
      <SearchSelect
        label="Mục chương trình"
        placeholder="Chọn mục"
        choices={items.map((item, index) => ({
          value: String(item.id),
          label: `${index + 1}. ${item.title}`,
        }))}
        value={chosenItem}
        onChange={setItemId}
        error={wrong.agendaItemId}
      />
    </AskForm>
  )
}

function KnownAsk(props: { ask: SpeakerAsk; onClose: () => void }) {
  const { ask } = props
  const update = useWrite('asks.update')
  return (
    <AskForm
      question={ask.question}
      save="Lưu câu hỏi"
      saving={update.isPending}
      onSave={(question) =>
        update.mutate(
          { id: ask.id, question, prepared: ask.prepared, asked: ask.askedOn !== null },
          { onSuccess: props.onClose },
        )
      }
      onClose={props.onClose}
    >
      <Text>
        <b>{ask.fullName}</b>, mục {ask.itemTitle}
      </Text>
    </AskForm>
  )
}

function AskForm(props: {
  question: string
  save: string
  saving: boolean
  onSave: (question: string) => void
  onClose: () => void
  children: ReactNode
}) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave(String(new FormData(event.currentTarget).get('question') ?? '').trim())
      }}
    >
      <Stack gap="sm">
        {props.children}
        <Textarea
          name="question"
          label="Câu hỏi gợi ý (in trên phiếu)"
          defaultValue={props.question}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <DialogFoot save={props.save} saving={props.saving} onClose={props.onClose} />
      </Stack>
    </form>
  )
}
