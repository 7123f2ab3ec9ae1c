import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { ClosingStep } from '../../shared/rules/closing.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Loading, Refusal, sayDone } from '../ui/messages.tsx'
import { momentInWords } from '../ui/moment.ts'
import { Section } from '../ui/section.tsx'
import styles from './decisions.module.css'

/** Where each kind of gap is mended: the address below the meeting's own, and its name. */
const steps: Record<ClosingStep, { path: string; label: string }> = {
  meeting: { path: '/sua', label: 'Sửa thông tin' },
  attendance: { path: '/diem-danh', label: 'Điểm danh' },
  running: { path: '/dieu-hanh', label: 'Điều hành' },
  speaking: { path: '/phat-bieu', label: 'Phát biểu' },
  decisions: { path: '/ket-luan', label: 'Kết luận' },
  score: { path: '/cham-diem', label: 'Chấm điểm' },
}

/** What is not recorded yet, the end of the meeting, and what was changed after it. */
export function ClosingSection(props: { meetingId: number }) {
  const { meetingId } = props
  const closing = useRead('closing.get', { meetingId })
  const close = useWrite('closing.close')
  const reopen = useWrite('closing.reopen')
  if (closing.error) return <Refusal message={closing.error.message} />
  if (!closing.data) return <Loading />
  const { closedAt, missing, changes } = closing.data
  const end = () =>
    close.mutate(
      { meetingId },
      { onSuccess: () => sayDone('Đã kết thúc cuộc họp. Vẫn sửa được, và chỗ sửa sẽ được ghi lại.') },
    )
  return (
    <Section
      title="Kết thúc cuộc họp"
      actions={
        closedAt === null ? (
          <Button size="xs" onClick={end} loading={close.isPending}>
            Kết thúc
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            onClick={() => reopen.mutate({ meetingId })}
            loading={reopen.isPending}
          >
            Mở lại
          </Button>
        )
      }
    >
      {closedAt !== null && <p className={styles.quorum}>Đã kết thúc lúc {momentInWords(closedAt)}.</p>}
      {missing.length === 0 ? (
        <p className={styles.none}>Đã ghi đủ, không còn gì thiếu.</p>
      ) : (
        <>
          <span>Còn {missing.length} điều chưa ghi (không bắt buộc):</span>
          <ul className={styles.missing}>
            {missing.map(({ step, sentence }) => (
              <li key={sentence}>
                {sentence}
                {step !== 'decisions' && (
                  <>
                    {' · '}
                    <Link href={`/cuoc-hop/${meetingId}${steps[step].path}`}>{steps[step].label}</Link>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {changes.length > 0 && (
        <>
          <p className={styles.after}>Sửa sau khi kết thúc ({changes.length})</p>
          <ul className={styles.changes}>
            {changes.map((change) => (
              <li key={change.doneAt + change.description}>
                <span className="num soft">{momentInWords(change.doneAt)}</span>: {change.description}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
