import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import type { KeyboardEvent } from 'react'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import { contentClassNames } from '../../shared/rules/agenda.ts'
import { itemStateNames } from '../../shared/rules/item-state.ts'
import styles from './agenda.module.css'

/** One item of the agenda: when it begins, what it is, who leads it, how long, and what can be done with it. */
export function AgendaRow(props: {
  item: AgendaItem
  /** Minutes from the start of the meeting to the end of this item. */
  sum: number
  /** The row that Tab comes to; the buttons of the others are left out of the round. */
  active: boolean
  first: boolean
  last: boolean
  onKeyDown: (event: KeyboardEvent, item: AgendaItem) => void
  onFocus: () => void
  onStep: (by: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
  onHistory: () => void
}) {
  const { item } = props
  const past = pastOf(item)
  const sortable = useSortable({ id: item.id })
  const tabIndex = props.active ? 0 : -1
  const button = (label: string, onClick: () => void, unable?: string) => (
    <button
      type="button"
      className={styles.button}
      tabIndex={tabIndex}
      aria-label={`${label} mục ${item.title}`}
      disabled={unable !== undefined}
      title={unable}
      onClick={onClick}
    >
      {label}
    </button>
  )
  return (
    <tr
      ref={sortable.setNodeRef}
      data-item={item.id}
      className={`${styles.item} ${sortable.isDragging ? styles.dragged : ''}`}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
      tabIndex={tabIndex}
      onKeyDown={(event) => props.onKeyDown(event, item)}
      onFocus={props.onFocus}
      onDoubleClick={props.onEdit}
    >
      <td>
        <button
          type="button"
          className={styles.handle}
          ref={sortable.setActivatorNodeRef}
          {...sortable.attributes}
          {...sortable.listeners}
          tabIndex={tabIndex}
          aria-label={`Kéo để đổi chỗ mục ${item.title}`}
          title="Kéo để đổi chỗ"
        >
          ⠿
        </button>
      </td>
      <td className="num">{item.startsAt}</td>
      <td>
        {item.title}
        {past !== '' && (
          <div>
            <button
              type="button"
              className={styles.past}
              tabIndex={tabIndex}
              aria-label={`Lịch sử mục ${item.title}: ${past}`}
              onClick={props.onHistory}
            >
              {past}
            </button>
          </div>
        )}
        {item.privateNote !== '' && (
          <div className={styles.note}>
            <b>Riêng của bí thư, không in:</b> {item.privateNote}
          </div>
        )}
      </td>
      <td>{item.ownerName ?? <span className="soft">chưa phân công</span>}</td>
      <td>{contentClassNames[item.contentClass]}</td>
      <td className={`num ${styles.right}`}>
        <b>{item.plannedMinutes}</b> <span className="soft">/ {props.sum}</span>
      </td>
      <td>
        <div className={styles.buttons}>
          {button('Lên', () => props.onStep(-1), props.first ? 'Đã ở đầu chương trình' : undefined)}
          {button('Xuống', () => props.onStep(1), props.last ? 'Đã ở cuối chương trình' : undefined)}
          {button('Sửa', props.onEdit)}
          {button('Xóa', props.onRemove)}
        </div>
      </td>
    </tr>
  )
}

/** What is known of an item from before, and how it ended; nothing for one that is new and still to come. */
function pastOf({ state, earlierMeetings }: AgendaItem): string {
  const parts = []
  if (state === 'unfinished' || state === 'notRun' || state === 'finished') parts.push(itemStateNames[state])
  if (earlierMeetings > 0) parts.push(`Đã có ở ${earlierMeetings} buổi trước`)
  return parts.join(' · ')
}
