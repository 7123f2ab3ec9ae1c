import type { KeyboardEvent } from 'react'
import type { SheetCriterion } from '../../shared/contract/score-sheets.ts'
import { pointsText, readPoints } from '../../shared/rules/score.ts'
import { scoreFactTitles } from '../../shared/rules/score-sheet.ts'
import { useWrite } from '../api/hooks.ts'
import { KeptField } from './kept-field.tsx'
import styles from './scores.module.css'

/** One line of a sheet as it is written: title, the two maxima, the steps, and what can be done with the line. */
export function SheetLineRow(props: {
  line: SheetCriterion
  number: number
  first: boolean
  last: boolean
  /** A sheet of the program, or one that is used: only to be read. */
  fixed: boolean
  onSteps: () => void
  onAdd: () => void
}) {
  const { line, number } = props
  const update = useWrite('scoreSheets.updateLine')
  const move = useWrite('scoreSheets.moveLine')
  const remove = useWrite('scoreSheets.removeLine')
  if (props.fixed)
    return (
      <tr>
        <td className={styles.number}>{number}</td>
        <td>{line.title}</td>
        <td className={styles.points}>{pointsText(line.maximum)}</td>
        <td className={styles.points}>{pointsText(line.maximumThemed)}</td>
        <td>
          <Steps line={line} />
        </td>
      </tr>
    )
  const storeTitle = (title: string) => {
    if (title === '') return 'Chưa nhập tiêu chí'
    update.mutate({ id: line.id, title })
    return null
  }
  const storePoints = (column: 'maximum' | 'maximumThemed') => (typed: string) => {
    const points = readPoints(typed)
    if (points === null || points === undefined || points > 100) return 'Từ 0 đến 100'
    // Months with a theme follow the other ones until they are given a maximum of their own.
    const follows = column === 'maximum' && line.maximumThemed === line.maximum
    if (column === 'maximum')
      update.mutate({ id: line.id, maximum: points, ...(follows ? { maximumThemed: null } : {}) })
    else update.mutate({ id: line.id, maximumThemed: points === line.maximum ? null : points })
    return null
  }
  const step = (by: 1 | -1) => move.mutate({ id: line.id, step: by })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      step(event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault()
      props.onAdd()
    } else if (event.ctrlKey && event.key === 'Delete') {
      event.preventDefault()
      remove.mutate({ id: line.id })
    }
  }
  // Each has its keys in the fields of the line, so Tab need not come to four more places in every line.
  const button = (label: string, run: () => void, unable?: string) => (
    <button
      type="button"
      className={styles.action}
      tabIndex={-1}
      aria-label={`${label} dòng ${number}: ${line.title}`}
      disabled={unable !== undefined}
      title={unable}
      onClick={run}
    >
      {label}
    </button>
  )
  return (
    <tr>
      <td className={styles.number}>{number}</td>
      <td>
        <KeptField
          label={`Tiêu chí dòng ${number}`}
          stored={line.title}
          store={storeTitle}
          column="title"
          onKeyDown={onKeyDown}
          long
          maxLength={2000}
        />
      </td>
      <td>
        <KeptField
          label={`Điểm tối đa dòng ${number}: ${line.title}`}
          stored={pointsText(line.maximum)}
          store={storePoints('maximum')}
          column="maximum"
          onKeyDown={onKeyDown}
          numeric
          maxLength={6}
        />
      </td>
      <td>
        <KeptField
          label={`Điểm tối đa tháng có chuyên đề dòng ${number}: ${line.title}`}
          stored={pointsText(line.maximumThemed)}
          store={storePoints('maximumThemed')}
          column="maximumThemed"
          onKeyDown={onKeyDown}
          numeric
          maxLength={6}
        />
      </td>
      <td>
        <Steps line={line} />
        <button
          type="button"
          className={styles.action}
          aria-label={`${line.scale ? 'Sửa' : 'Đặt'} mức điểm dòng ${number}: ${line.title}`}
          onClick={props.onSteps}
        >
          {line.scale ? 'Sửa' : 'Đặt'} mức điểm
        </button>
      </td>
      <td>
        <div className={styles.actions}>
          {button('Lên', () => step(-1), props.first ? 'Đã ở đầu phiếu' : undefined)}
          {button('Xuống', () => step(1), props.last ? 'Đã ở cuối phiếu' : undefined)}
          {button('Thêm', props.onAdd)}
          {button('Xóa', () => remove.mutate({ id: line.id }))}
        </div>
      </td>
    </tr>
  )
}

/** What the line goes by, in words. */
function Steps(props: { line: SheetCriterion }) {
  const { facts, scale, rule, gap } = props.line
  const told = facts.map((fact) => scoreFactTitles[fact]).join('; ')
  return (
    <>
      {told === '' ? (
        <span className="soft">Người chấm quyết định</span>
      ) : (
        <div>{scale ? told : `Nêu căn cứ: ${told}`}</div>
      )}
      {rule !== '' && <div className={styles.rule}>{rule}</div>}
      {gap !== '' && (
        <details className={styles.rule}>
          <summary>Chỗ phiếu chưa nêu rõ</summary>
          {gap}
        </details>
      )}
    </>
  )
}
