import { type FormEvent, useRef, useState } from 'react'

/**
 * The text in the field of a searchable Select, from `label` on. What somebody is typing is theirs until they choose or
 * leave: the library would write the chosen name over it when the list comes late or the choice is read anew.
 */
export function useSearchText(label: string) {
  const [search, setSearch] = useState(label)
  const typedIn = useRef<HTMLInputElement>(null)
  const settle = () => {
    typedIn.current = null
  }
  return {
    search,
    /** To be called when something is chosen by other means than the library's list. */
    settle,
    /** For the Select. */
    field: {
      searchValue: search,
      onInput: (event: FormEvent<HTMLInputElement>) => {
        typedIn.current = event.currentTarget
      },
      onSearchChange: (text: string) => {
        const field = typedIn.current
        if (field === null || field !== document.activeElement || field.value === text) setSearch(text)
      },
      onOptionSubmit: settle,
      onClear: settle,
    },
  }
}
