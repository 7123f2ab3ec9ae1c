import { type ComboboxItem, type ComboboxItemGroup, Select } from '@mantine/core'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { fold } from '../../shared/rules/fold.ts'
import { guestsOf } from '../../shared/rules/meeting-record.ts'
import { chooseByEnter, useSearchText } from '../ui/search-text.ts'

/** Who speaks: one of the members, or a guest by name. */
export type Speaker = { memberId: number; guestName: null } | { memberId: null; guestName: string }

export type Person = { memberId: number; fullName: string }

const guestPrefix = 'guest:'
const guestLabel = (name: string) => `Khách: ${name}`

/**
 * A member by any part of the name, without marks, those present first; a guest known of the meeting; or, where nobody
 * has the name typed, a guest of that name.
 */
export function SpeakerSelect(props: {
  id?: string
  present: readonly Person[]
  others: readonly Person[]
  /** Guests known of the meeting. */
  guests: readonly string[]
  value: Speaker | null
  onChange: (speaker: Speaker | null) => void
  error?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}) {
  const { value } = props
  const { search, settle, field } = useSearchText(labelOf(props))
  const [opened, setOpened] = useState(false)
  const typed = search.trim().replace(/^Khách:\s*/u, '')
  // Whoever is chosen first: their own way of writing the name is what the field holds.
  const guests = guestsOf({
    guests: [...(value?.guestName ? [value.guestName] : []), ...props.guests],
    turns: typed === '' ? [] : [{ guestName: typed }],
  })
  const item = (person: Person): ComboboxItem => ({ value: String(person.memberId), label: person.fullName })
  const known = (name: string) =>
    [...props.present, ...props.others].some((person) => fold(person.fullName) === fold(name))
  const data: ComboboxItemGroup<ComboboxItem>[] = [
    { group: 'Có mặt', items: props.present.map(item) },
    { group: 'Người khác', items: props.others.map(item) },
    {
      group: 'Khách mời',
      items: guests
        .filter((name) => !known(name))
        .map((name) => ({ value: guestPrefix + name, label: guestLabel(name) })),
    },
  ].filter((group) => group.items.length > 0)

  const choose = (chosen: string | null) => {
    if (chosen === null) props.onChange(null)
    else if (chosen.startsWith(guestPrefix))
      props.onChange({ memberId: null, guestName: chosen.slice(guestPrefix.length) })
    else props.onChange({ memberId: Number(chosen), guestName: null })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (typed === '' || search === labelOf(props)) return
    const matches = narrow(data, search).flatMap(({ items }) => items)
    chooseByEnter(event, matches, {
      opened,
      open: () => setOpened(true),
      choose: (match) => {
        settle()
        choose(match.value)
        setOpened(false)
      },
    })
  }
  return (
    <Select
      ref={props.inputRef}
      {...(props.id ? { id: props.id } : {})}
      label="Người phát biểu"
      placeholder="Gõ tên, không cần dấu"
      data={data}
      value={value ? String(value.memberId ?? guestPrefix + value.guestName) : null}
      onChange={choose}
      {...field}
      filter={({ options, search: text }) => narrow(options as ComboboxItemGroup<ComboboxItem>[], text)}
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onKeyDownCapture={onKeyDown}
      maxDropdownHeight={320}
      error={props.error}
      w="100%"
    />
  )
}

function labelOf(props: {
  present: readonly Person[]
  others: readonly Person[]
  value: Speaker | null
}): string {
  const { value } = props
  if (value === null) return ''
  if (value.memberId === null) return guestLabel(value.guestName)
  return (
    [...props.present, ...props.others].find(({ memberId }) => memberId === value.memberId)?.fullName ?? ''
  )
}

/** Keeps who matches every word typed, which the guest of just that name does too. */
function narrow(groups: ComboboxItemGroup<ComboboxItem>[], text: string): ComboboxItemGroup<ComboboxItem>[] {
  const words = fold(text).split(' ')
  // From the beginning of a word: "hanh" is for Hạnh, not for Khánh.
  const matches = (name: string) => words.every((word) => ` ${fold(name)}`.includes(` ${word}`))
  return groups
    .map(({ group, items }) => ({
      group,
      items: items.filter((item) => matches(item.label)),
    }))
    .filter(({ items }) => items.length > 0)
}
