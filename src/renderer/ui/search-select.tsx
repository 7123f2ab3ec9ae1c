import { type ComboboxItem, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { fold } from '../../shared/rules/fold.ts'
import { chooseByEnter, useSearchText } from './search-text.ts'

/** A choice from a long list, searched without marks: "hoa" finds "Nguyễn Thị Hòa". May be left empty. */
export function SearchSelect(props: {
  label: ReactNode
  /** What stands there while nothing is chosen. */
  placeholder: string
  choices: readonly ComboboxItem[]
  value: string | null
  onChange: (value: string | null) => void
  error?: ReactNode
  description?: ReactNode
  w?: number | string
  className?: string | undefined
  size?: 'xs' | 'sm'
}) {
  const label = props.choices.find(({ value }) => value === props.value)?.label ?? ''
  const text = useSearchText(label)
  const [opened, setOpened] = useState(false)
  const searching = text.search.trim() !== '' && text.search !== label
  const choose = ({ value }: ComboboxItem) => {
    text.settle()
    props.onChange(value)
    setOpened(false)
  }
  return (
    <Select
      label={props.label}
      description={props.description}
      placeholder={props.placeholder}
      data={[...props.choices]}
      value={props.value}
      onChange={props.onChange}
      error={props.error}
      w={props.w ?? 'auto'}
      {...(props.className ? { className: props.className } : {})}
      size={props.size ?? 'sm'}
      searchable
      {...text.field}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onKeyDownCapture={(event) => {
        if (!searching) return
        const matches = props.choices.filter((choice) => matchesAnywhere(choice, text.search))
        chooseByEnter(event, matches, { opened, open: () => setOpened(true), choose })
      }}
      clearable
      clearButtonProps={{ 'aria-label': 'Bỏ chọn' }}
      // The library's clear button is for the mouse only; whoever empties the field means nobody.
      onInput={(event) => {
        text.field.onInput(event)
        if (event.currentTarget.value === '' && props.value !== null) props.onChange(null)
      }}
      nothingFoundMessage="Không tìm thấy"
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && matchesAnywhere(option, search))
      }
    />
  )
}

function matchesAnywhere({ label }: { label: string }, text: string): boolean {
  return fold(text)
    .split(' ')
    .every((word) => fold(label).includes(word))
}
