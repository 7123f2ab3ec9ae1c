import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useLocation } from 'wouter'
import type { MeetingFields } from '../../shared/contract/meetings.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, sayDone } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { MeetingFormFields } from './meeting-form.tsx'

const help: Help = {
  about:
    'Chọn loại và ngày họp, các ô khác đã điền sẵn theo đó; ô nào sửa tay thì giữ nguyên. Thêm xong là có ngay chương trình mẫu.',
  keys: [
    { keys: 'Enter', does: 'Thêm cuộc họp' },
    { keys: 'Esc', does: 'Về danh sách, không thêm (khi con trỏ không ở trong ô)' },
  ],
}

/** Fields whose defaults depend on the kind and the day. */
const following = ['period', 'startTime', 'place', 'chairId', 'minuteTakerId'] as const

/** A new meeting: what can be known beforehand is filled in, and follows the kind and the day chosen. */
export function NewMeetingPage() {
  useHelp(help)
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

  const onSubmit = form.handleSubmit((fields) =>
    create.mutate(fields, {
      onSuccess: (meeting) => {
        sayDone(`Đã thêm ${meetingTitle(meeting.kind, meeting.period)}`)
        navigate(`/cuoc-hop/${meeting.id}`)
      },
      onError: (error) => showFieldErrors(error, form.setError),
    }),
  )
  return (
    <Page
      title="Thêm cuộc họp"
      subtitle="Cuộc họp mới có sẵn chương trình mẫu theo loại; sửa được ngay sau đó"
    >
      <Sheet>
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="md">
            <MeetingFormFields form={form} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={() => navigate('/cuoc-hop')}>
                Hủy
              </Button>
              <Button type="submit" loading={create.isPending}>
                Thêm cuộc họp
              </Button>
            </Group>
          </Stack>
        </form>
      </Sheet>
    </Page>
  )
}
