import { Link } from 'wouter'
import { type MissingFact, type MissingStep, paperFieldNames } from '../../shared/rules/written-paper.ts'
import { SidePanel } from '../ui/side-panel.tsx'
import styles from './papers.module.css'

/** Where each kind of fact is entered: the address below the meeting's own, and its name. */
const steps: Record<Exclude<MissingStep, 'here'>, { path: string; label: string }> = {
  meeting: { path: '/sua', label: 'Sửa thông tin' },
  attendance: { path: '/diem-danh', label: 'Điểm danh' },
  running: { path: '/dieu-hanh', label: 'Điều hành' },
  speaking: { path: '/phat-bieu', label: 'Phát biểu' },
  decisions: { path: '/ket-luan', label: 'Kết luận' },
  score: { path: '/cham-diem', label: 'Chấm điểm' },
}

/** What the paper still lacks, each with the way to where it is entered. */
export function MissingFacts(props: { meetingId: number; missing: readonly MissingFact[] }) {
  const { missing } = props
  return (
    <SidePanel
      title="Dữ kiện"
      state={missing.length === 0 ? 'đã đủ để ký' : `còn thiếu ${missing.length}`}
      tone={missing.length === 0 ? 'good' : 'warn'}
    >
      {missing.length === 0 ? (
        <p className={styles.none}>Mọi phần của văn bản đều đã có nội dung.</p>
      ) : (
        <ul className={styles.missing}>
          {missing.map(({ field, sentence, step }) => (
            <li key={field + sentence}>
              <b>{paperFieldNames[field]}:</b> {sentence}
              {' · '}
              {step === 'here' ? (
                <span className="soft">ghi vào đoạn dưới đây</span>
              ) : (
                <Link href={`/cuoc-hop/${props.meetingId}${steps[step].path}`}>{steps[step].label}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  )
}
