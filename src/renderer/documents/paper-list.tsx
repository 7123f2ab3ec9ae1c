import { type Paper, type PaperStanding, paperNames } from '../../shared/documents/papers.ts'
import styles from './documents.module.css'

/** Every paper of a meeting in the order of the work, each with where it stands; one is looked at. */
export function PaperList(props: {
  papers: readonly ({ paper: Paper } & PaperStanding)[]
  shown: Paper
  onShow: (paper: Paper) => void
}) {
  return (
    <fieldset className={styles.list}>
      <legend className={styles.heading}>Văn bản của buổi họp</legend>
      {props.papers.map(({ paper, words }) => (
        <label key={paper} className={styles.paper}>
          <input
            type="radio"
            name="paper"
            aria-label={paperNames[paper]}
            aria-describedby={`paper-${paper}`}
            checked={paper === props.shown}
            onChange={() => props.onShow(paper)}
          />
          <span>
            <span className={styles.name}>{paperNames[paper]}</span>
            <span id={`paper-${paper}`} className={styles.standing}>
              {words}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
