import type { Announcements, UniqueIdentifier } from '@dnd-kit/core'
import type { BoardQuarter } from '../../shared/contract/themes.ts'
import { quarterName } from '../../shared/rules/theme.ts'
import { quarterOfTarget } from './drag-target.ts'

/** What a screen reader says while a theme is dragged, in Vietnamese instead of the library's English. */
export function dragWords(quarters: readonly BoardQuarter[]) {
  const title = (id: UniqueIdentifier) =>
    quarters.flatMap(({ themes }) => themes).find((theme) => theme.id === id)?.title ?? ''
  const place = (id: UniqueIdentifier) => quarterName(quarterOfTarget(quarters, id) ?? 0)
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Đã nhấc chuyên đề ${title(active.id)}, đang ở ${place(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `Chuyên đề ${title(active.id)} đang ở ${place(over.id)}.` : 'Ngoài bảng.',
    onDragEnd: ({ active, over }) =>
      over ? `Đã đặt chuyên đề ${title(active.id)} vào ${place(over.id)}.` : 'Đã trả chuyên đề về chỗ cũ.',
    onDragCancel: ({ active }) => `Đã thôi, chuyên đề ${title(active.id)} về chỗ cũ.`,
  }
  return {
    announcements,
    screenReaderInstructions: {
      draggable:
        'Nhấn phím cách để nhấc chuyên đề, mũi tên để đưa đi, phím cách để đặt xuống, Esc để thôi. Hoặc dùng Alt cùng mũi tên trên thẻ.',
    },
  }
}
