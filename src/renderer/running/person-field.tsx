import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { speakerChoices } from '../../shared/rules/speaker-choices.ts'
import styles from './running.module.css'

export type Person = { memberId: number; fullName: string; came: boolean | null }
export type Speaker = { memberId: number | null; guestName: string | null }

type Choice = { key: string; label: string; soft: string; speaker: Speaker }

/**
 * Two letters of a given name and Enter: that member or known guest, or else a guest of that name. The field empties
 * itself for the next one.
 */
export function PersonField(props: {
  id: string
  label: string
  people: readonly Person[]
  guests: readonly string[]
  onChoose: (speaker: Speaker) => void
  /** Ctrl+Z while nothing is typed: there is no text to take back, so it means the last step. */
  onUndo?: () => void
  /** Takes the focus when its dialog opens. */
  focused?: boolean
}) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const choices = choicesFor(props.people, props.guests, typed)
  const shown = Math.min(active, choices.length - 1)

  const clear = () => {
    if (input.current) input.current.value = ''
    setTyped('')
    setActive(0)
  }
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    clear()
    props.onChoose(choice.speaker)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const steps: Record<string, () => void> = {
      ArrowDown: () => setActive(Math.min(shown + 1, choices.length - 1)),
      ArrowUp: () => setActive(Math.max(shown - 1, 0)),
      Enter: () => choose(choices[shown]),
      ...(typed === '' ? {} : { Escape: clear }),
    }
    const takesBack = event.key === 'z' && event.ctrlKey && typed === '' ? props.onUndo : undefined
    const step = takesBack ?? steps[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    step()
  }
  return (
    <div className={styles.personField}>
      <label htmlFor={props.id}>{props.label}</label>
      <input
        ref={input}
        id={props.id}
        className={styles.input}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${listId}-${shown}` : undefined}
        autoComplete="off"
        data-autofocus={props.focused}
        placeholder="Hai chữ đầu của tên, rồi Enter"
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
        }}
        onBlur={() => setTyped('')}
        onFocus={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label="Những người tìm thấy"
        className={styles.choices}
        hidden={choices.length === 0}
      >
        {choices.map((choice, index) => (
          <div
            key={choice.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === shown}
            // The field keeps the focus, or the list would be gone before the click.
            onMouseDown={(event) => {
              event.preventDefault()
              choose(choice)
            }}
          >
            {choice.label} <span className="soft">{choice.soft}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

function choicesFor(people: readonly Person[], guests: readonly string[], typed: string): Choice[] {
  return speakerChoices(people, guests, typed).map((choice) =>
    choice.kind === 'member'
      ? {
          key: String(choice.person.memberId),
          label: choice.person.fullName,
          soft: choice.person.came === false ? 'vắng' : '',
          speaker: { memberId: choice.person.memberId, guestName: null },
        }
      : {
          key: `guest ${choice.guestName}`,
          label: `Khách: ${choice.guestName}`,
          soft: '',
          speaker: { memberId: null, guestName: choice.guestName },
        },
  )
}
