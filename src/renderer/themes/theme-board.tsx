import {
  closestCorners,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { errorSentences } from '../../shared/contract/errors.ts'
import type { ThemeBoard as Board, BoardQuarter } from '../../shared/contract/themes.ts'
import { quarterMoveProblem, stepTheme, type ThemePlace } from '../../shared/rules/theme-board.ts'
import type { PlannedTheme } from '../../shared/rules/theme-plan.ts'
import { useWrite } from '../api/hooks.ts'
import { onRemoved, sayRefused } from '../ui/messages.tsx'
import { placeOfTarget } from './drag-target.ts'
import { dragWords } from './drag-words.ts'
import { QuarterColumn } from './quarter-column.tsx'
import type { CardStep } from './theme-card.tsx'
import styles from './themes.module.css'
import { useMoves } from './use-moves.ts'

const altSteps: Readonly<Record<string, CardStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'before',
  ArrowRight: 'after',
}

/**
 * The four quarters side by side. One card is active; arrows go from card to card, Alt with arrows takes the card
 * along. `addingTo`: the quarter a new theme is being written for.
 */
export function ThemeBoard(props: {
  board: Board
  addingTo: number | null
  onAddTo: (quarter: number | null) => void
  /** Tells in which quarter the active card stands. */
  onQuarter: (quarter: number) => void
}) {
  const { shown: quarters, put } = useMoves(props.board)
  const remove = useWrite('themes.remove')
  const [chosenId, setChosenId] = useState<number | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const cards = quarters.flatMap(({ themes }) => themes)
  const activeId = cards.some(({ id }) => id === chosenId) ? chosenId : (cards[0]?.id ?? null)

  const focusOn = useRef<number | null>(null)
  const focusCard = (id: number | undefined) => {
    if (id === undefined) return
    focusOn.current = id
    setChosenId(id)
  }
  // Runs after every drawing: a card that was moved exists again only then. One that went to another quarter by
  // itself (undo) takes the focus along too, before a neighbour gets it (`keepFocus`).
  const focused = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (focused.current && !focused.current.isConnected && document.activeElement === document.body)
      focusOn.current ??= activeId
    const card = frame.current?.querySelector<HTMLElement>(`[data-theme="${focusOn.current}"] a`)
    if (!card) return
    focusOn.current = null
    card.focus()
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const store = (to: ThemePlace | null) => {
    const theme = cards.find(({ id }) => id === to?.id)
    if (!to || !theme) return
    const problem = to.quarter === theme.quarter ? null : quarterMoveProblem(theme)
    if (problem !== null) sayRefused(errorSentences[problem])
    else put(to)
    focusCard(theme.id)
  }
  const takeAway = (theme: PlannedTheme) => {
    const next = cards[cards.indexOf(theme) + 1] ?? cards[cards.indexOf(theme) - 1]
    remove.mutate(
      { id: theme.id },
      onRemoved(`chuyên đề “${theme.title}”`, () => focusCard(next?.id)),
    )
  }
  const onKeyDown = (event: KeyboardEvent, theme: PlannedTheme) => {
    if (event.ctrlKey || event.metaKey) return
    const step = event.altKey ? altSteps[event.key] : undefined
    const target = event.altKey ? undefined : neighbour(quarters, theme, event.key)
    if (step) store(stepTheme(quarters, theme.id, step))
    else if (target) focusCard(target.id)
    else if (event.key === 'Delete') takeAway(theme)
    else return
    event.preventDefault()
  }

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) store(placeOfTarget(quarters, Number(active.id), over.id))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCorners}
      onDragEnd={onDragEnd}
      accessibility={dragWords(quarters)}
    >
      <div className={styles.frame} ref={frame}>
        <div className={styles.board}>
          {quarters.map((column) => (
            <QuarterColumn
              key={column.quarter}
              year={props.board.year}
              column={column}
              activeId={activeId}
              adding={props.addingTo === column.quarter}
              onAdd={() => props.onAddTo(column.quarter)}
              onAdded={(id) => {
                props.onAddTo(null)
                focusCard(id ?? undefined)
              }}
              onCardKey={onKeyDown}
              onCardFocus={(theme, card) => {
                focused.current = card
                setChosenId(theme.id)
                props.onQuarter(theme.quarter)
              }}
              onStep={(theme, step) => store(stepTheme(quarters, theme.id, step))}
            />
          ))}
        </div>
      </div>
    </DndContext>
  )
}

/** The card that an arrow, Home or End leads to from another: in its quarter, or as high in the next one with any. */
function neighbour(
  quarters: readonly BoardQuarter[],
  theme: PlannedTheme,
  key: string,
): PlannedTheme | undefined {
  const column = quarters.find(({ quarter }) => quarter === theme.quarter)?.themes ?? []
  const place = column.indexOf(theme)
  const beside = (columns: readonly BoardQuarter[]) => {
    const themes = columns.find((each) => each.themes.length > 0)?.themes
    return themes?.[Math.min(place, themes.length - 1)]
  }
  switch (key) {
    case 'ArrowUp':
      return column[place - 1]
    case 'ArrowDown':
      return column[place + 1]
    case 'ArrowLeft':
      return beside(quarters.filter(({ quarter }) => quarter < theme.quarter).reverse())
    case 'ArrowRight':
      return beside(quarters.filter(({ quarter }) => quarter > theme.quarter))
    case 'Home':
      return quarters.flatMap(({ themes }) => themes)[0]
    case 'End':
      return quarters.flatMap(({ themes }) => themes).at(-1)
    default:
      return undefined
  }
}
