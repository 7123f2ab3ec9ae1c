import { Link } from 'wouter'
import { useRead } from '../api/hooks.ts'
import styles from './advice.module.css'

/** What the theme still lacks and which earlier one it resembles, in words; a suggestion only. */
export function ThemeHints(props: { themeId: number }) {
  const read = useRead('themes.hints', { id: props.themeId })
  if (!read.data) return null
  const { hints, alike } = read.data
  if (hints.length + alike.length === 0) return null
  return (
    <section aria-label="Gợi ý hoàn thiện chuyên đề" className={styles.advice}>
      <ul className={styles.hints}>
        {hints.map(({ field, words }) => (
          <li key={field}>{words}</li>
        ))}
        {alike.map(({ id, words }) => (
          <li key={id}>
            {words} <Link href={`/chuyen-de/${id}`}>Xem chuyên đề đó</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
