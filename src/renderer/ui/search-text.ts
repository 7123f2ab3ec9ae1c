import { type FocusEvent, type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'

/**
 * The text in the field of a searchable Select, from `label` on. What somebody is typing is theirs until they choose or
 * leave: the library would write the chosen name over it when the list comes late or the choice is read anew.
 */
export function useSearchText(label: string) {
  const [search, setSearch] = useState(label)
  const typedIn = useRef<HTMLInputElement>(null)
  const cameTo = useRef<HTMLInputElement>(null)
  // A name that comes late into a field just tabbed to is marked whole, as it would have been: typing replaces it.
  useLayoutEffect(() => {
    if (search !== '' && cameTo.current === document.activeElement) cameTo.current?.select()
  }, [search])
  const settle = () => {
    typedIn.current = null
    cameTo.current = null
  }
  return {
    search,
    /** To be called when something is chosen by other means than the library's list. */
    settle,
    /** For the Select. */
    field: {
      searchValue: search,
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        cameTo.current = event.currentTarget
      },
      onInput: (event: FormEvent<HTMLInputElement>) => {
        typedIn.current = event.currentTarget
        cameTo.current = null
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

/**
 * Enter while the text in a field is only a search: whoever is marked in its list is chosen, else the first that
 * matches; a list closed by Escape, or where nothing matches, is shown. Never is the form around it meant, which would
 * be saved without the one searched for. For `onKeyDownCapture`: the library would choose a second time, from a list
 * that may be a letter behind.
 */
export function chooseByEnter<Item extends { label: string }>(
  event: KeyboardEvent<HTMLInputElement>,
  matches: readonly Item[],
  list: { opened: boolean; open: () => void; choose: (item: Item) => void },
): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.stopPropagation()
  if (!list.opened) {
    list.open()
    return
  }
  const shown = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '')
  const options = [...(shown?.querySelectorAll('[data-combobox-option]') ?? [])]
  const marked = options.findIndex((option) => option.hasAttribute('data-combobox-selected'))
  const match = matches[marked]
  const chosen = match && options[marked]?.textContent?.startsWith(match.label) ? match : matches[0]
  if (chosen) list.choose(chosen)
}
