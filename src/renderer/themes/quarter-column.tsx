import { useDroppable } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Anchor, Button } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { Link } from 'wouter'
import type { BoardQuarter } from '../../shared/contract/themes.ts'
import { quarterName } from '../../shared/rules/theme.ts'
import type { PlannedTheme } from '../../shared/rules/theme-plan.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { columnTarget } from './drag-target.ts'
import { NewTheme } from './new-theme.tsx'
import { type CardStep, ThemeCard } from './theme-card.tsx'
import styles from './themes.module.css'

/** A quarter: how it stands in words, its themes, its sessions without a theme, and a line for a new one. */
export function QuarterColumn(props: {
  year: number
  column: BoardQuarter
  activeId: number | null
  adding: boolean
  onAdd: () => void
  /** Ends adding with the theme added last, if any. */
  onAdded: (id: number | null) => void
  onCardKey: (event: KeyboardEvent, theme: PlannedTheme) => void
  onCardFocus: (theme: PlannedTheme, card: Element) => void
  onStep: (theme: PlannedTheme, step: CardStep) => void
}) {
  const { column } = props
  // Whoever gave up adding stands again where they began.
  const gaveUp = useRef(false)
  const { quarter, standing, themes, loose } = column
  const target = useDroppable({ id: columnTarget(quarter) })
  const name = quarterName(quarter)
  return (
    <section
      ref={target.setNodeRef}
      className={styles.column}
      data-over={target.isOver || undefined}
      aria-label={name}
    >
      <h2 className={styles.quarter}>{name}</h2>
      <div className={styles.standing} data-state={standing.state} title={standing.source ?? undefined}>
        {standing.sentence}
      </div>
      <SortableContext items={themes.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ul className={styles.cards} aria-label={`Chuyên đề ${name}`}>
          {themes.map((theme, index) => (
            <ThemeCard
              key={theme.id}
              theme={theme}
              active={theme.id === props.activeId}
              first={index === 0}
              last={index === themes.length - 1}
              onKeyDown={props.onCardKey}
              onFocus={(card) => props.onCardFocus(theme, card)}
              onStep={(step) => props.onStep(theme, step)}
            />
          ))}
        </ul>
      </SortableContext>
      {loose.map((session) => (
        <div key={session.meetingId} className={styles.loose}>
          <Anchor component={Link} href={`/cuoc-hop/${session.meetingId}`}>
            {session.title}
          </Anchor>
          <div className="soft">
            {session.held ? 'Đã sinh hoạt' : 'Buổi họp'} ngày {formatVietnameseDate(session.heldOn)}, ngoài kế
            hoạch chuyên đề
          </div>
        </div>
      ))}
      {props.adding ? (
        <NewTheme
          year={props.year}
          quarter={quarter}
          onClose={(id) => {
            gaveUp.current = id === null
            props.onAdded(id)
          }}
        />
      ) : (
        <Button
          variant="subtle"
          color="dark"
          size="xs"
          fullWidth
          autoFocus={gaveUp.current}
          onClick={props.onAdd}
          aria-label={`Thêm chuyên đề vào ${name}`}
        >
          Thêm chuyên đề
        </Button>
      )}
    </section>
  )
}
