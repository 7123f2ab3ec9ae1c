import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { MeetingFields } from '../../shared/contract/meetings.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, onRemoved, Refusal } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { MeetingFormFields } from './meeting-form.tsx'

const help: Help = {
  about: 'Loại, ngày giờ, địa điểm, chủ trì, thư ký, khách mời của cuộc họp; văn bản và báo cáo lấy từ đây.',
  keys: [
    { keys: 'Tab', does: 'Sang ô tiếp theo, ô vừa rời được lưu' },
    { keys: 'Esc', does: 'Về cuộc họp (khi con trỏ không ở trong ô)' },
  ],
}

/** Corrects what a meeting is, or removes it. */
export function MeetingPage(props: { meetingId: number }) {
  useHelp(help)
  const meeting = useRead('meetings.get', { id: props.meetingId })
  if (meeting.error && !meeting.data) return <Refusal message={meeting.error.message} />
  if (!meeting.data) return <Loading />
  const { id, chairName, minuteTakerName, closedAt, ...fields } = meeting.data
  return <KnownMeeting key={id} id={id} fields={fields} />
}

function KnownMeeting(props: { id: number; fields: MeetingFields }) {
  const { id, fields } = props
  const [, navigate] = useLocation()
  const [removing, setRemoving] = useState(false)
  const form = useForm<MeetingFields>({ defaultValues: fields })
  const update = useWrite('meetings.update')
  const remove = useWrite('meetings.remove')
  const autosave = useAutosave(form, fields, (changed) =>
    update.mutateAsync({ id, ...changed }, { onError: (error) => showFieldErrors(error, form.setError) }),
  )
  const back = () => navigate(`/cuoc-hop/${id}`)
  useShortcuts([{ key: 'escape', run: back }])
  const title = meetingTitle(fields.kind, fields.period)
  return (
    <Page
      title={title}
      subtitle="Thông tin cuộc họp; sửa đến đâu lưu đến đó"
      actions={
        <>
          <Button variant="default" onClick={() => setRemoving(true)}>
            Xóa cuộc họp
          </Button>
          <Button onClick={back}>Về cuộc họp</Button>
        </>
      }
    >
      <Sheet>
        <form {...autosave} noValidate>
          <MeetingFormFields form={form} />
        </form>
      </Sheet>
      <ConfirmDialog
        title="Xóa cuộc họp"
        opened={removing}
        sentence={`${title} ngày ${formatVietnameseDate(fields.heldOn)} sẽ không còn trong danh sách, cùng chương trình, điểm danh và lượt phát biểu của buổi đó. Có thể hoàn tác bằng Ctrl+Z.`}
        confirm="Xóa cuộc họp"
        onClose={() => setRemoving(false)}
        onConfirm={() =>
          remove.mutate(
            { id },
            onRemoved(title, () => navigate('/cuoc-hop')),
          )
        }
      />
    </Page>
  )
}
