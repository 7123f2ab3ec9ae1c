import { useRead } from '../api/hooks.ts'
import styles from './attendance.module.css'

/** Before the roll is called: who would come near a limit by being absent this time, and by which rule. */
export function Forecasts(props: { meetingId: number }) {
  const forecasts = useRead('attendance.forecasts', { meetingId: props.meetingId })
  if (!forecasts.data || forecasts.isPlaceholderData || forecasts.data.length === 0) return null
  return (
    <section className={styles.forecasts} aria-label="Cần chú ý nếu vắng lần này">
      <b>Cần chú ý nếu vắng lần này:</b>
      <ul>
        {forecasts.data.map((forecast) => (
          <li key={`${forecast.memberId} ${forecast.kind}`}>
            <b>{forecast.fullName}</b> {forecast.sentence} <span className="soft">({forecast.source})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
