import { MultiSelect } from '@mantine/core'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { fold } from '../../shared/rules/fold.ts'
import { chooseByEnter } from './search-text.ts'

export type Choosable = { memberId: number; fullName: string }

/** Any number of people, found without marks; what is told of each stands in the list and below the field. */
export function PeopleSelect<Person extends Choosable>(props: {
  label: string
  /** Everybody who can be chosen, and whoever is chosen already. */
  people: readonly Person[]
  value: readonly number[]
  onChange: (memberIds: number[]) => void
  tell?: (person: Person) => string
  error?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}) {
  const { tell } = props
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const chosen = props.value.flatMap((id) => props.people.find((person) => person.memberId === id) ?? [])
  const free = props.people.filter((person) => !props.value.includes(person.memberId))
  const toldOf = new Map(props.people.map((person) => [String(person.memberId), tell?.(person)]))

  // The list closes with each choice: the next Enter means the form, not one more person.
  const choose = (memberIds: number[]) => {
    props.onChange(memberIds)
    setSearch('')
    setOpened(false)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (search.trim() === '') return
    const found = free.filter((person) => matches(person.fullName, search))
    chooseByEnter(
      event,
      found.map(({ memberId, fullName }) => ({ memberId, label: fullName })),
      {
        opened,
        open: () => setOpened(true),
        choose: ({ memberId }) => choose([...props.value, memberId]),
      },
    )
  }
  return (
    <MultiSelect
      ref={props.inputRef}
      label={props.label}
      placeholder={props.value.length === 0 ? 'Gõ tên, không cần dấu' : ''}
      description={tell && chosen.map((person) => `${person.fullName}: ${tell(person)}`).join(' · ')}
      data={props.people.map((person) => ({ value: String(person.memberId), label: person.fullName }))}
      value={props.value.map(String)}
      onChange={(ids) => choose(ids.map(Number))}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options, search: text }) =>
        options.filter((option) => 'label' in option && matches(option.label, text))
      }
      renderOption={({ option }) => (
        <span>
          <b>{option.label}</b>
          {tell && <> – {toldOf.get(option.value)}</>}
        </span>
      )}
      hidePickedOptions
      selectFirstOptionOnChange
      openOnFocus={false}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onKeyDownCapture={onKeyDown}
      nothingFoundMessage="Không tìm thấy"
      maxDropdownHeight={260}
      error={props.error}
    />
  )
}

/** From the beginning of a word: "hanh" is for Hạnh, not for Khánh. */
function matches(name: string, text: string): boolean {
  return fold(text)
    .split(' ')
    .every((word) => ` ${fold(name)}`.includes(` ${word}`))
}
