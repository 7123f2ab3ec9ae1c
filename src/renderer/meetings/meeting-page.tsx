import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { MeetingFields } from '../../shared/contract/meetings.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { Loading, Refusal, sayDone } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { MeetingForm } from './meeting-form.tsx'

/** Corrects what a meeting is, or removes it. */
export function MeetingPage(props: { meetingId: number }) {
  const meeting = useRead('meetings.get', { id: props.meetingId })
  if (meeting.error) return <Refusal message={meeting.error.message} />
  if (!meeting.data) return <Loading />
  const { id, chairName, minuteTakerName, ...fields } = meeting.data
  return <KnownMeeting key={JSON.stringify(fields)} id={id} fields={fields} />
}

function KnownMeeting(props: { id: number; fields: MeetingFields }) {
  const { id, fields } = props
  const [, navigate] = useLocation()
  const [removing, setRemoving] = useState(false)
  const form = useForm<MeetingFields>({ defaultValues: fields })
  const update = useWrite('meetings.update')
  const remove = useWrite('meetings.remove')
  useShortcuts([{ key: 'escape', run: () => navigate(`/cuoc-hop/${id}`) }])
  const title = meetingTitle(fields.kind, fields.period)
  return (
    <Page title={title} subtitle="Sửa thông tin cuộc họp">
      <Sheet>
        <MeetingForm
          form={form}
          submit="Lưu thay đổi"
          onSubmit={async (changed) => {
            await update.mutateAsync({ id, ...changed })
            sayDone(`Đã lưu ${meetingTitle(changed.kind, changed.period)}`)
            navigate(`/cuoc-hop/${id}`)
          }}
          onCancel={() => navigate(`/cuoc-hop/${id}`)}
          extra={
            <Button variant="default" onClick={() => setRemoving(true)}>
              Xóa cuộc họp
            </Button>
          }
        />
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
            {
              onSuccess: () => {
                sayDone(`Đã xóa ${title}. Ctrl+Z để lấy lại.`)
                navigate('/cuoc-hop')
              },
            },
          )
        }
      />
    </Page>
  )
}
