import type { SpeakingTotal } from '../../shared/contract/speaking.ts'
import { percent } from '../../shared/rules/attendance.ts'
import { formatSeconds, hearing } from '../../shared/rules/speaking.ts'
import styles from './speaking.module.css'

/** Who has spoken how much, and above all who has not spoken yet: a click takes them as the next speaker. */
export function TotalsPanel(props: {
  totals: readonly SpeakingTotal[]
  onChoose: (memberId: number) => void
}) {
  const members = props.totals.filter((row) => row.memberId !== null)
  const { there, silent } = hearing(members)
  const called = members.some((row) => row.attended > 0)
  const spoke = props.totals.filter((row) => row.turns > 0)
  const heard = there.length - silent.length
  return (
    <aside className={styles.totals} aria-label="Tổng hợp phát biểu">
      <p className={styles.share}>
        <b className="num">
          {heard}/{there.length}
        </b>{' '}
        {called ? 'người có mặt' : 'người phải dự (chưa điểm danh)'} đã phát biểu{' '}
        <b className="num">({percent(heard, there.length)})</b>
      </p>
      <h2>Chưa phát biểu ({silent.length})</h2>
      {silent.length === 0 ? (
        <p className="soft">Mọi người đều đã phát biểu.</p>
      ) : (
        <ul className={styles.silent}>
          {silent.map((row) => (
            <li key={row.memberId}>
              <button
                type="button"
                onClick={() => row.memberId !== null && props.onChoose(row.memberId)}
                title={`Chọn ${row.speakerName} là người phát biểu tiếp`}
              >
                {row.speakerName}
              </button>
            </li>
          ))}
        </ul>
      )}
      <h2>Đã phát biểu ({spoke.length})</h2>
      {spoke.length > 0 && (
        <table className={styles.spoke}>
          <thead>
            <tr>
              <th scope="col">Họ và tên</th>
              <th scope="col">Lượt</th>
              <th scope="col">Phút</th>
            </tr>
          </thead>
          <tbody>
            {spoke.map((row) => (
              <tr key={row.memberId ?? row.speakerName}>
                <td>
                  {row.speakerName}
                  {row.guestName !== null && ' (khách)'}
                </td>
                <td className="num">{row.turns}</td>
                <td className="num">{formatSeconds(row.speakingSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </aside>
  )
}
