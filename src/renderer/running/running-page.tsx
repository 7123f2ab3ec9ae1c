import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useRead } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { isTextField } from '../ui/shortcuts.ts'
import { AgendaColumn } from './agenda-column.tsx'
import { FairnessColumn } from './fairness-column.tsx'
import styles from './running.module.css'
import { focusQueueField, SpeakingColumn } from './speaking-column.tsx'

const help: Help = {
  about:
    'Điều hành cuộc họp từ một màn hình: mục đang tiến hành, người đang nói, hàng chờ, ai nên được mời. Giờ được lưu lại ngay, tắt máy giữa chừng cũng không mất.',
  keys: [
    { keys: 'Alt+N', does: 'Tới ô xếp hàng: gõ hai chữ đầu của tên, Enter' },
    { keys: 'Alt+B', does: 'Mời người đầu hàng (người đang nói được kết thúc)' },
    { keys: 'Alt+U', does: 'Tính giờ ngay, ghi tên người nói sau' },
    { keys: 'Alt+L', does: 'Xếp hàng người có tham luận ở mục đang tiến hành' },
    { keys: 'Alt+T', does: 'Tạm dừng: xếp người đang nói lên đầu hàng chờ' },
    { keys: 'Alt+K', does: 'Kết thúc lượt đang nói' },
    { keys: 'Alt+S', does: 'Đổi người đang nói' },
    { keys: 'Alt+M', does: 'Sang mục tiếp của chương trình' },
    { keys: 'Alt+X', does: 'Kết thúc mục đang tiến hành' },
    { keys: 'Alt+G', does: 'Ghi nhận: biểu dương, nhắc nhở, kiến nghị, việc khác' },
  ],
}

/** One screen from which a meeting is run; `remarks` notes what it commends or asks for. */
export function RunningPage(props: { meetingId: number; remarks: ReactNode }) {
  useHelp(help)
  const { meetingId } = props
  const live = useRead('running.live', { meetingId })
  const now = live.data?.now
  const offset = useMemo(() => (now === undefined ? 0 : Date.parse(now) - Date.now()), [now])
  const ready = live.data !== undefined
  const frame = useRestOfWindow(ready)
  useEffect(() => {
    if (ready && !isTextField(document.activeElement)) focusQueueField()
  }, [ready])
  if (live.error) return <Refusal message={live.error.message} />
  if (!live.data) return <Loading />
  const { items, plannedStart, fairness, silent, papers, invited, notInvited } = live.data
  return (
    <div ref={frame} className={styles.page}>
      <AgendaColumn
        meetingId={meetingId}
        items={items}
        plannedStart={plannedStart}
        now={live.data.now}
        offset={offset}
        remarks={props.remarks}
      />
      <SpeakingColumn meetingId={meetingId} live={live.data} offset={offset} />
      <FairnessColumn
        meetingId={meetingId}
        fairness={fairness}
        silent={silent}
        papers={papers}
        invited={invited}
        notInvited={notInvited}
      />
    </div>
  )
}

/** Below the screen stands the page's own margin. */
const marginBelow = 24

/** Makes an element, once shown, reach down to the window's edge, whatever stands above it: all in one view. */
function useRestOfWindow(shown: boolean) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const reachDown = () => {
      const shownElement = element.current
      if (!shown || !shownElement) return
      const top = shownElement.getBoundingClientRect().top + window.scrollY
      shownElement.style.height = `${window.innerHeight - top - marginBelow}px`
    }
    reachDown()
    window.addEventListener('resize', reachDown)
    return () => window.removeEventListener('resize', reachDown)
  }, [shown])
  return element
}
