import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import type { KeyboardEvent } from 'react'
import { Link } from 'wouter'
import { errorSentences } from '../../shared/contract/errors.ts'
import { quarterName, themeStepNames } from '../../shared/rules/theme.ts'
import { quarterMoveProblem } from '../../shared/rules/theme-board.ts'
import { heldOn, type PlannedTheme, themeProblems } from '../../shared/rules/theme-plan.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import styles from './themes.module.css'

export type CardStep = 'up' | 'down' | 'before' | 'after'

/** One theme on the board: what, who, when, and in words what is amiss. */
export function ThemeCard(props: {
  theme: PlannedTheme
  /** The card that Tab comes to; the others and their buttons are left out of the round. */
  active: boolean
  first: boolean
  last: boolean
  onKeyDown: (event: KeyboardEvent, theme: PlannedTheme) => void
  onFocus: (card: Element) => void
  onStep: (step: CardStep) => void
}) {
  const { theme } = props
  const sortable = useSortable({ id: theme.id })
  const tabIndex = props.active ? 0 : -1
  const stuck = quarterMoveProblem(theme)
  const away = stuck === null ? undefined : errorSentences[stuck]
  const problems = themeProblems(theme)
  const button = (label: string, step: CardStep, unable: string | undefined) => (
    <button
      type="button"
      className={styles.button}
      tabIndex={tabIndex}
      aria-label={`${label}: ${theme.title}`}
      disabled={unable !== undefined}
      title={unable}
      onClick={() => props.onStep(step)}
    >
      {label}
    </button>
  )
  return (
    <li
      ref={sortable.setNodeRef}
      data-theme={theme.id}
      className={`${styles.card} ${sortable.isDragging ? styles.dragged : ''}`}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
      onFocus={(event) => props.onFocus(event.currentTarget)}
    >
      <div className={styles.head}>
        <Link
          href={`/chuyen-de/${theme.id}`}
          className={styles.title}
          tabIndex={tabIndex}
          onKeyDown={(event) => props.onKeyDown(event, theme)}
        >
          {theme.title}
        </Link>
        <button
          type="button"
          className={styles.handle}
          ref={sortable.setActivatorNodeRef}
          {...sortable.attributes}
          {...sortable.listeners}
          tabIndex={tabIndex}
          aria-label={`Kéo để chuyển: ${theme.title}`}
          title="Kéo để chuyển"
        >
          ⠿
        </button>
      </div>
      {theme.kind !== '' && <div className="soft">{theme.kind}</div>}
      <div>{preparersInWords(theme)}</div>
      <div className={heldOn(theme) === null ? undefined : styles.good}>{dayInWords(theme)}</div>
      {problems.map((problem) => (
        <div key={problem} className={styles.bad}>
          {problem}
        </div>
      ))}
      <div className={styles.buttons}>
        {button('Lên', 'up', props.first ? 'Đã ở đầu quý' : undefined)}
        {button('Xuống', 'down', props.last ? 'Đã ở cuối quý' : undefined)}
        {theme.quarter > 1 && button(`Về ${quarterName(theme.quarter - 1)}`, 'before', away)}
        {theme.quarter < 4 && button(`Sang ${quarterName(theme.quarter + 1)}`, 'after', away)}
      </div>
    </li>
  )
}

function preparersInWords({ lead, contributors }: PlannedTheme): string {
  const others = contributors.length > 0 ? `, tham luận ${contributors.length} người` : ''
  return `${lead ? `Chuẩn bị: ${lead.fullName}` : 'Chưa có người chuẩn bị'}${others}`
}

/** When it was or will be held, and what comes next before that. */
function dayInWords(theme: PlannedTheme): string {
  const held = heldOn(theme)
  if (held !== null) return `Đã sinh hoạt ngày ${formatVietnameseDate(held)}`
  if (theme.sessionDay === null)
    return theme.month === null ? 'Chưa định ngày' : `Tháng ${theme.month}, chưa định ngày`
  const next = theme.steps.find(({ doneOn, step }) => doneOn === null && step !== 'held')
  const todo =
    next?.dueOn && next.dueOn < theme.sessionDay
      ? `; tiếp theo: ${themeStepNames[next.step].toLowerCase()} ${formatVietnameseDate(next.dueOn)}`
      : ''
  return `Sinh hoạt ngày ${formatVietnameseDate(theme.sessionDay)}${todo}`
}
