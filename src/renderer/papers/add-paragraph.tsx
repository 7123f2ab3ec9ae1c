import { Stack, Text, Textarea } from '@mantine/core'
import type { FormEvent, KeyboardEvent } from 'react'
import { useForm } from 'react-hook-form'
import type { StandingParagraph } from '../../shared/rules/paper-edits.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { paperFieldNames, type WrittenPaper } from '../../shared/rules/written-paper.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'

/** Adds a paragraph of one's own behind another. */
export function AddParagraph(props: {
  paper: WrittenPaper
  meetingId: number
  after: StandingParagraph
  onClose: () => void
}) {
  const { paper, meetingId, after } = props
  const add = useWrite('papers.add')
  const form = useForm({ defaultValues: { text: '' } })
  const save = () =>
    add.mutate(
      { paper, meetingId, afterKey: after.key, text: form.getValues('text') },
      { onSuccess: props.onClose, onError: (error) => showFieldErrors(error, form.setError) },
    )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }
  return (
    <Dialog title="Thêm đoạn" opened onClose={props.onClose} size={620}>
      <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
        <Stack gap="sm">
          <Text size="sm" className="soft">
            Sau: {quoted(after.text || paperFieldNames[after.field])}
          </Text>
          <Textarea
            label="Nội dung đoạn"
            required
            data-autofocus
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2000}
            {...form.register('text')}
            error={form.formState.errors.text?.message}
          />
          <DialogFoot save="Thêm (Ctrl+Enter)" saving={add.isPending} onClose={props.onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
