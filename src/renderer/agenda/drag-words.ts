import type { Announcements, UniqueIdentifier } from '@dnd-kit/core'
import type { AgendaItem } from '../../shared/contract/agenda.ts'

/** What a screen reader says while an item is dragged, in Vietnamese instead of the library's English. */
export function dragWords(items: readonly AgendaItem[]) {
  const place = (id: UniqueIdentifier) => items.findIndex((item) => item.id === id) + 1
  const title = (id: UniqueIdentifier) => items.find((item) => item.id === id)?.title ?? ''
  const announcements: Announcements = {
    onDragStart: ({ active }) =>
      `Đã nhấc mục ${title(active.id)}, đang ở vị trí ${place(active.id)} trên ${items.length}.`,
    onDragOver: ({ active, over }) =>
      over
        ? `Mục ${title(active.id)} đang ở vị trí ${place(over.id)} trên ${items.length}.`
        : 'Ngoài chương trình.',
    onDragEnd: ({ active, over }) =>
      over ? `Đã đặt mục ${title(active.id)} vào vị trí ${place(over.id)}.` : 'Đã trả mục về chỗ cũ.',
    onDragCancel: ({ active }) => `Đã thôi, mục ${title(active.id)} về chỗ cũ.`,
  }
  return {
    announcements,
    screenReaderInstructions: {
      draggable:
        'Nhấn phím cách để nhấc mục, mũi tên lên xuống để đưa đi, phím cách để đặt xuống, Esc để thôi. Hoặc dùng Alt cùng mũi tên trên dòng.',
    },
  }
}
