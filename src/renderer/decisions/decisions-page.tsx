import type { ReactNode } from 'react'
import { useRead } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { ClosingSection } from './closing-section.tsx'
import { ConclusionsSection } from './conclusions-section.tsx'
import styles from './decisions.module.css'
import { VotesSection } from './votes-section.tsx'

const help: Help = {
  about:
    'Ghi những gì cuộc họp đã biểu quyết, kết luận, giao việc và ghi nhận (biểu dương, nhắc nhở, kiến nghị…), rồi kết thúc cuộc họp. Biểu quyết tính trên mọi đảng viên chính thức được triệu tập, kể cả người vắng; đảng viên dự bị không tính. Chọn một dòng để sửa.',
  keys: [
    { keys: 'B', does: 'Ghi biểu quyết' },
    { keys: 'K', does: 'Ghi kết luận' },
    { keys: 'N', does: 'Giao nhiệm vụ' },
    { keys: 'G', does: 'Ghi nhận: biểu dương, nhắc nhở, kiến nghị, việc khác' },
    { keys: 'Enter', does: 'Sửa dòng đang chọn' },
    { keys: 'X', does: 'Ghi nhiệm vụ hay kết luận đang chọn đã xong hôm nay; lần nữa: mở lại' },
  ],
}

/** What a meeting decided: votes, conclusions, the tasks it gave, what it noted beside them, and its end. */
export function DecisionsPage(props: { meetingId: number; tasks: ReactNode; remarks: ReactNode }) {
  useHelp(help)
  const { meetingId } = props
  const agenda = useRead('agenda.list', { meetingId })
  if (agenda.error) return <Refusal message={agenda.error.message} />
  if (!agenda.data) return <Loading />
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <VotesSection meetingId={meetingId} items={agenda.data.items} />
        <ConclusionsSection meetingId={meetingId} items={agenda.data.items} />
      </div>
      <div className={styles.beside}>
        {props.tasks}
        {props.remarks}
      </div>
      <ClosingSection meetingId={meetingId} />
    </div>
  )
}
