import { Button, Kbd } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../api/hooks.ts'
import { sayDone } from '../ui/messages.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { NewRemarkDialog } from './remark-form.tsx'

/** Notes a remark while the meeting runs, on the item under way; what was noted stands with the conclusions. */
export function RunningRemark(props: { meetingId: number }) {
  const [noting, setNoting] = useState(false)
  const open = () => setNoting(true)
  useShortcuts([{ key: 'g', alt: true, inTextFields: true, run: open }])
  return (
    <>
      <Button size="xs" variant="default" onClick={open} rightSection={<Kbd size="xs">Alt+G</Kbd>}>
        Ghi nhận
      </Button>
      {noting && <LiveDialog meetingId={props.meetingId} onClose={() => setNoting(false)} />}
    </>
  )
}

function LiveDialog(props: { meetingId: number; onClose: () => void }) {
  const live = useRead('running.live', { meetingId: props.meetingId })
  if (!live.data) return null
  const { people, items } = live.data
  const underWay = items.find(({ runs }) => runs.some(({ stoppedAt }) => stoppedAt === null))
  return (
    <NewRemarkDialog
      meetingId={props.meetingId}
      kind="commendation"
      agendaItemId={underWay?.id ?? null}
      choices={{ people, items }}
      onNoted={() => sayDone('Đã ghi nhận. Xem và sửa ở bước Kết luận.')}
      onClose={props.onClose}
    />
  )
}
