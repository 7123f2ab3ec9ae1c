import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { VisuallyHidden } from '@mantine/core'
import { Fragment, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import {
  type AgendaPart,
  type AgendaPlace,
  agendaPartNames,
  agendaParts,
  agendaTotals,
  moveOneStep,
  moveOnto,
} from '../../shared/rules/agenda.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { onRemoved } from '../ui/messages.tsx'
import styles from './agenda.module.css'
import { KnownItemForm, NewItemForm } from './agenda-item-form.tsx'
import { AgendaRow } from './agenda-row.tsx'
import { dragWords } from './drag-words.ts'
import { ItemHistory } from './item-history.tsx'

const columnCount = 7

/** The agenda in its parts. One row is active; arrows move between rows, Alt with arrows moves the row. */
export function AgendaTable(props: {
  meetingId: number
  items: readonly AgendaItem[]
  activeId: number | null
  onActive: (id: number | null) => void
  /** The part a new item is being written for, or null. */
  addingTo: AgendaPart | null
  /** The new item's id, or null when the user gave up. */
  onAdded: (id: number | null) => void
}) {
  const { meetingId, onActive } = props
  const [editingId, setEditingId] = useState<number | null>(null)
  const [historyOf, setHistoryOf] = useState<number | null>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const reorder = useWrite('agenda.reorder')
  const remove = useWrite('agenda.remove')

  // While a new order is on its way to the database the rows already stand in it.
  const [wanted, setWanted] = useState<AgendaPlace[] | null>(null)
  const queue = useRef(Promise.resolve())
  const waiting = useRef(0)
  // Read here, not only above: an order let go and the items that stand in it must be drawn together, or a row would
  // jump back for a moment and lose its focus.
  const read = useRead('agenda.list', { meetingId })
  const stored = read.data && !read.isPlaceholderData ? read.data.items : props.items
  const items = useMemo(() => inOrder(stored, wanted), [stored, wanted])
  const running = useMemo(() => runningSums(items), [items])
  const activeId = items.some((item) => item.id === props.activeId) ? props.activeId : (items[0]?.id ?? null)

  const totals = agendaTotals(items).parts
  const parts = agendaParts.filter(
    (part) => part === props.addingTo || totals.some((total) => total.part === part),
  )

  const focusOn = useRef<number | null>(null)
  const focusRow = (id: number | null) => {
    focusOn.current = id
    onActive(id)
  }
  const endAdding = (id: number | null) => {
    props.onAdded(id)
    if (id !== null) focusRow(id)
  }

  // Runs after every drawing: a row that was edited or moved exists again only then.
  useEffect(() => {
    const id = focusOn.current
    if (id === null || editingId !== null) return
    const row = body.current?.querySelector<HTMLElement>(`[data-item="${id}"]`)
    if (!row) return
    focusOn.current = null
    row.focus()
    row.scrollIntoView({ block: 'nearest' })
  })

  const store = (places: readonly AgendaPlace[] | null) => {
    if (places === null) return
    const order = places.map(({ id, part }) => ({ id, part }))
    setWanted(order)
    waiting.current++
    const settle = () => {
      waiting.current--
      if (waiting.current === 0) setWanted(null)
    }
    // One after the other: two on their way at the same time may arrive in the wrong order.
    queue.current = queue.current
      .then(() => reorder.mutateAsync({ meetingId, items: order }))
      .then(settle, settle)
  }
  const step = (id: number, by: -1 | 1) => {
    focusRow(id)
    store(moveOneStep(items, id, by))
  }
  const removeItem = (item: AgendaItem) => {
    const index = items.indexOf(item)
    const next = items[index + 1] ?? items[index - 1]
    remove.mutate(
      { id: item.id },
      onRemoved(`mục “${item.title}”`, () => focusRow(next?.id ?? null)),
    )
  }

  const onRowKey = (event: KeyboardEvent, item: AgendaItem) => {
    if (event.target !== event.currentTarget) return
    const index = items.indexOf(item)
    const goTo: Record<string, AgendaItem | undefined> = {
      ArrowUp: items[index - 1],
      ArrowDown: items[index + 1],
      Home: items[0],
      End: items.at(-1),
    }
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      step(item.id, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === 'Enter' || event.key === 'F2') {
      setEditingId(item.id)
    } else if (event.key.toLowerCase() === 'h' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      setHistoryOf(item.id)
    } else if (event.key === 'Delete') {
      removeItem(item)
    } else if (event.key in goTo) {
      focusRow(goTo[event.key]?.id ?? item.id)
    } else {
      return
    }
    event.preventDefault()
  }

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    onActive(Number(active.id))
    if (over && over.id !== active.id) store(moveOnto(items, Number(active.id), Number(over.id)))
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={dragWords(items)}
    >
      <div className={styles.frame}>
        <table className={styles.table} aria-label="Chương trình buổi họp">
          <thead>
            <tr>
              <th className={styles.handleColumn}>
                <VisuallyHidden>Kéo</VisuallyHidden>
              </th>
              <th className={styles.timeColumn}>Giờ</th>
              <th>Nội dung</th>
              <th className={styles.ownerColumn}>Người phụ trách</th>
              <th className={styles.classColumn}>Loại nội dung</th>
              <th className={`${styles.minutesColumn} ${styles.right}`}>Phút / cộng</th>
              <th className={styles.buttonsColumn}>Thao tác</th>
            </tr>
          </thead>
          <tbody ref={body}>
            <SortableContext items={items.map((item) => item.id)} strategy={verticalListSortingStrategy}>
              {parts.map((part) => (
                <Fragment key={part}>
                  <tr>
                    <th colSpan={columnCount} scope="rowgroup" className={styles.part}>
                      {agendaPartNames[part]}: {totals.find((total) => total.part === part)?.minutes ?? 0}{' '}
                      phút
                    </th>
                  </tr>
                  {items.map((item, index) =>
                    item.part !== part ? null : item.id === editingId ? (
                      <tr key={item.id}>
                        <td colSpan={columnCount} className={styles.editing}>
                          <KnownItemForm
                            meetingId={meetingId}
                            item={item}
                            onDone={() => {
                              setEditingId(null)
                              focusRow(item.id)
                            }}
                          />
                        </td>
                      </tr>
                    ) : (
                      <AgendaRow
                        key={item.id}
                        item={item}
                        sum={running[index] ?? 0}
                        active={item.id === activeId}
                        first={index === 0}
                        last={index === items.length - 1}
                        onKeyDown={onRowKey}
                        onFocus={() => onActive(item.id)}
                        onStep={(by) => step(item.id, by)}
                        onEdit={() => setEditingId(item.id)}
                        onRemove={() => removeItem(item)}
                        onHistory={() => setHistoryOf(item.id)}
                      />
                    ),
                  )}
                  {props.addingTo === part && (
                    <tr>
                      <td colSpan={columnCount} className={styles.editing}>
                        <NewItemForm meetingId={meetingId} part={part} onDone={endAdding} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </SortableContext>
          </tbody>
        </table>
      </div>
      {historyOf !== null && <ItemHistory itemId={historyOf} onClose={() => setHistoryOf(null)} />}
    </DndContext>
  )
}

/** The items in another order of the same places; as they are while the two do not tell of the same items. */
function inOrder(items: readonly AgendaItem[], places: readonly AgendaPlace[] | null): readonly AgendaItem[] {
  if (places === null) return items
  const byId = new Map(items.map((item) => [item.id, item]))
  return places.flatMap(({ id, part }) => {
    const item = byId.get(id)
    return item ? [{ ...item, part }] : []
  })
}

function runningSums(items: readonly AgendaItem[]): number[] {
  let sum = 0
  return items.map((item) => {
    sum += item.plannedMinutes
    return sum
  })
}
