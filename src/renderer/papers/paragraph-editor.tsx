import { Button, Group, Textarea } from '@mantine/core'
import { type FocusEvent, type FormEvent, type KeyboardEvent, useRef } from 'react'
import { useForm } from 'react-hook-form'
import type { StandingParagraph } from '../../shared/rules/paper-edits.ts'
import type { WrittenPaper } from '../../shared/rules/written-paper.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import styles from './papers.module.css'

/** One paragraph being written by hand, stored as it is typed. */
export function ParagraphEditor(props: {
  paper: WrittenPaper
  meetingId: number
  paragraph: StandingParagraph
  onDone: () => void
}) {
  const { paper, meetingId, paragraph } = props
  const write = useWrite('papers.write', { toldInPlace: true })
  const form = useForm({ defaultValues: { text: paragraph.text } })
  const place = { paper, meetingId, key: paragraph.key }
  const autosave = useAutosave(form, { text: paragraph.text }, ({ text }) =>
    write.mutateAsync({ ...place, text }).catch((error: unknown) => {
      showFieldErrors(error, form.setError)
      throw error
    }),
  )
  const frame = useRef<HTMLFormElement>(null)

  /** Back to the row, unless the text was refused: then it stays where it can be mended. */
  const onSubmit = async (event: FormEvent) => {
    const row = frame.current?.closest('tr')
    const within = frame.current?.contains(document.activeElement) ?? false
    if (!(await autosave.onSubmit(event))) return
    if (within) row?.focus()
    props.onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && (event.key !== 'Enter' || !event.ctrlKey)) return
    event.preventDefault()
    event.stopPropagation()
    frame.current?.requestSubmit()
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !frame.current?.contains(relatedTarget)) frame.current?.requestSubmit()
  }
  return (
    <form
      ref={frame}
      noValidate
      onInput={autosave.onInput}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onSubmit={(event) => void onSubmit(event)}
    >
      {paragraph.cells.length > 0 && (
        <span className="soft">{paragraph.cells.filter((cell) => cell !== '').join(' · ')}</span>
      )}
      <Textarea
        label={paragraph.style === 'row' ? 'Kết quả thực hiện' : 'Nội dung đoạn'}
        autoFocus
        autosize
        minRows={2}
        maxRows={14}
        {...form.register('text')}
        error={form.formState.errors.text?.message}
      />
      <Group gap="xs" mt={6} className={styles.acts}>
        <Button size="xs" type="submit">
          Xong (Ctrl+Enter)
        </Button>
      </Group>
    </form>
  )
}
