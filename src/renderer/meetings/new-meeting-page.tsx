import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { MeetingFields } from '../../shared/contract/meetings.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Loading, sayDone } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { MeetingForm } from './meeting-form.tsx'

/** Fields whose defaults depend on the kind and the day. */
const following = ['period', 'startTime', 'place', 'chairId', 'minuteTakerId'] as const

/** A new meeting: what can be known beforehand is filled in, and follows the kind and the day chosen. */
export function NewMeetingPage() {
  const today = useRead('office.status', {}).data?.today
  const start = useRead('meetings.defaults', { kind: 'regular', heldOn: today ?? '2000-01-01' })
  if (!today || start.data?.heldOn !== today) return <Loading />
  return <NewMeeting start={start.data} />
}

function NewMeeting(props: { start: MeetingFields }) {
  const [, navigate] = useLocation()
  const create = useWrite('meetings.create')
  const form = useForm<MeetingFields>({ defaultValues: props.start })
  const kind = form.watch('kind')
  const heldOn = form.watch('heldOn')
  const [asked, setAsked] = useState({ kind: props.start.kind, heldOn: props.start.heldOn })
  useEffect(() => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(heldOn)) setAsked({ kind, heldOn })
  }, [kind, heldOn])
  const defaults = useRead('meetings.defaults', asked).data
  useShortcuts([{ key: 'escape', run: () => navigate('/cuoc-hop') }])
  const { resetField, formState } = form
  const { dirtyFields } = formState
  useEffect(() => {
    if (defaults?.kind !== asked.kind || defaults.heldOn !== asked.heldOn) return
    // What the user typed stays; the rest follows the kind and the day.
    for (const name of following) {
      if (!dirtyFields[name]) resetField(name, { defaultValue: defaults[name] })
    }
  }, [defaults, asked, dirtyFields, resetField])

  return (
    <Page
      title="Thêm cuộc họp"
      subtitle="Cuộc họp mới có sẵn chương trình mẫu theo loại; sửa được ngay sau đó"
    >
      <Sheet>
        <MeetingForm
          form={form}
          submit="Thêm cuộc họp"
          onSubmit={async (fields) => {
            const meeting = await create.mutateAsync(fields)
            sayDone(`Đã thêm ${meetingTitle(meeting.kind, meeting.period)}`)
            navigate(`/cuoc-hop/${meeting.id}`)
          }}
          onCancel={() => navigate('/cuoc-hop')}
        />
      </Sheet>
    </Page>
  )
}
