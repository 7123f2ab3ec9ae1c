import type { AgendaItem } from '../../shared/contract/agenda.ts'
import { OptionalSelect } from '../ui/optional-select.tsx'

/** Which item of the agenda something belongs to, or the whole meeting. */
export function ItemSelect(props: {
  items: readonly AgendaItem[]
  value: number | null
  onChange: (agendaItemId: number | null) => void
  error?: string | undefined
}) {
  return (
    <OptionalSelect
      label="Mục trong chương trình"
      noneLabel="Chung cả buổi"
      choices={props.items.map((item, index) => ({ id: item.id, label: `${index + 1}. ${item.title}` }))}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
    />
  )
}
