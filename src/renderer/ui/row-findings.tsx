import styles from './row-findings.module.css'

/** How a row of a workbook stands, and what was found in which of its cells. */
export function RowFindings(props: {
  level: 'ok' | 'warning' | 'error'
  /** The level in words. */
  words: string
  findings: readonly { cell: string; message: string }[]
}) {
  return (
    <>
      <span className={styles.level} data-level={props.level}>
        {props.words}
      </span>
      {props.findings.length > 0 && (
        <ul className={styles.findings}>
          {props.findings.map(({ cell, message }) => (
            <li key={`${cell} ${message}`}>
              <span className={styles.address}>{cell}</span>
              {message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
