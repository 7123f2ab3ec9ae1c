import { useEffect, useRef } from 'react'

export type Shortcut = {
  /** A key as `KeyboardEvent.key` names it, in lower case: 'k', 'delete', 'f1'. */
  key: string
  ctrl?: boolean
  alt?: boolean
  run: () => void
  /** Works inside text fields too; one-key shortcuts never should. */
  inTextFields?: boolean
}

/** Whether keys typed here are text: shortcuts must not take them away. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A choice just clicked keeps the focus, but nothing is typed into it: Ctrl+Z still means the last change.
  if (target instanceof HTMLInputElement && /^(radio|checkbox|button)$/.test(target.type)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/**
 * Whether a window lies over the screen that a bare key would otherwise act on; while its button is at work the page
 * has the focus.
 */
function isInDialog(target: EventTarget | null): boolean {
  if (target === document.body) return document.querySelector('[aria-modal="true"]') !== null
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}

/** Listens for keys while the component is on screen. Keys of an input method being composed are left alone. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      const shortcut = latest.current.find(
        (candidate) =>
          candidate.key === event.key.toLowerCase() &&
          (candidate.ctrl ?? false) === (event.ctrlKey || event.metaKey) &&
          (candidate.alt ?? false) === event.altKey,
      )
      if (!shortcut || (!shortcut.inTextFields && isTextField(event.target))) return
      if (!shortcut.ctrl && !shortcut.alt && !shortcut.inTextFields && isInDialog(event.target)) return
      event.preventDefault()
      shortcut.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
