import { useEffect } from 'react'
import { isTextField } from './shortcuts.ts'

/** Parts of the screen that are still being read, and the keys that came meanwhile. */
let waits = 0
let kept: KeyboardEvent[] = []
let handingOn = false

/**
 * Keeps what is typed while the component stands in place of a screen still being read, and hands it to that screen
 * as soon as it is there: whoever goes on typing must not wait for the first figures. Keys aimed at a text field
 * already on screen are left alone.
 */
export function useKeptKeys(): void {
  useEffect(() => {
    waits++
    // A second time changes nothing: the same listener is only ever there once.
    window.addEventListener('keydown', keep, true)
    window.addEventListener('pointerdown', forget, true)
    return () => {
      waits--
      // By then what comes in its place has its shortcuts and its focus.
      queueMicrotask(() => void handOn())
    }
  }, [])
}

function keep(event: KeyboardEvent): void {
  if (!event.isTrusted || event.isComposing || event.repeat || event.ctrlKey || event.metaKey) return
  if (!handingOn && isTextField(event.target)) return
  const begins = event.key.length === 1 && event.key !== ' '
  const goesOn = event.key === ' ' || /^(Enter|Backspace|ArrowDown|ArrowUp)$/.test(event.key)
  // Alone these mean the link or button in focus.
  if (!begins && !(goesOn && (kept.length > 0 || handingOn))) return
  event.preventDefault()
  event.stopImmediatePropagation()
  kept.push(event)
}

/** Whoever reaches for the mouse has thought of something else. */
function forget(): void {
  kept = []
}

async function handOn(): Promise<void> {
  if (waits > 0 || handingOn) return
  handingOn = true
  for (let event = kept.shift(); event; event = waits === 0 ? kept.shift() : undefined) {
    type(event)
    // What the key changed is on screen before the next one comes.
    await new Promise((drawn) => setTimeout(drawn))
  }
  handingOn = false
  if (waits > 0) return
  window.removeEventListener('keydown', keep, true)
  window.removeEventListener('pointerdown', forget, true)
}

/** Does what the key would have done, had it come now. */
function type({ key, code, altKey, shiftKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  const inText = isTextField(target) && !altKey
  // The only way to type into a field so that it is told as of a real key.
  if (inText && key.length === 1) document.execCommand('insertText', false, key)
  else if (inText && key === 'Backspace') document.execCommand('delete')
  else {
    const again = { key, code, altKey, shiftKey, bubbles: true, cancelable: true }
    const taken = !target.dispatchEvent(new KeyboardEvent('keydown', again))
    if (!taken && key === 'Enter' && target instanceof HTMLInputElement) target.form?.requestSubmit()
  }
}
