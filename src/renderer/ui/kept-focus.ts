/**
 * Keeps the focus where the work is. A browser drops it to the top of the page when the element that has it goes
 * away (a window saved and closed, a row taken out, a button that cannot be pressed any more), and whoever works by
 * keyboard would have to come all the way back. Here it goes to what took that place, to the neighbour, to what a
 * window was opened from, or to the heading of the screen.
 */
export function keepFocus(): void {
  document.addEventListener('focusin', () => {
    onItsWay = false
    look()
  })
  // On its way down, so before whoever changes the page because a field is left.
  document.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget) moves()
      else queueMicrotask(left)
    },
    true,
  )
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'data-loading', 'aria-busy', 'hidden'],
  })
}

/** An element and what stands before and after it. */
type Level = { node: Element; before: Element | null; after: Element | null }

/** Where the focus is in the page or in one window over it: the element with all that it lies in, inside first. */
type Place = { layer: Element; levels: Level[]; left: boolean }

/** The page first, then each window over it. */
const places: Place[] = []

const focusables =
  'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex]:not(body)'

/** Stands in what is still being read (`Waiting`). */
const waiting = '[data-waiting]'

/** A button that cannot be pressed only as long as what it began is under way: it has the focus again afterwards. */
const atWork = '[data-loading], [aria-busy="true"]'

/**
 * Between two fields the focus is nowhere, and leaving the first may change the page: taken back then, it would never
 * come to the second.
 */
let onItsWay = false

function moves(): void {
  onItsWay = true
  setTimeout(() => {
    if (!onItsWay) return
    // It has not come: where it was to go can no longer have it.
    onItsWay = false
    look()
  })
}

/** Notes where the focus is, or brings it back when what had it is gone. */
function look(): void {
  if (onItsWay) return
  const active = document.activeElement
  if (active && active !== document.body && !isUnable(active)) note(active)
  else if (places.length > 0 && !places.at(-1)?.left) bringBack()
}

/** Something lost the focus to nothing: whoever clicked beside everything means that, a vanished element does not. */
function left(): void {
  const place = places.at(-1)
  const element = place?.levels[0]?.node
  if (!place || !element || document.activeElement !== document.body || !document.hasFocus()) return
  if (isThere(element)) place.left = true
  else look()
}

function note(element: Element): void {
  const layer = element.closest('[role="dialog"]') ?? topOf(element)
  const known = places.findIndex((place) => place.layer === layer)
  if (known >= 0) places.length = known
  // What lies below may change meanwhile: neighbours are noted anew as long as they are there.
  for (const place of places)
    if (place.levels[0]?.node.isConnected) place.levels = levelsOf(place.levels[0].node)
  places.push({ layer, levels: levelsOf(element), left: false })
}

function topOf(element: Element): Element {
  let top = element
  while (top.parentElement && top.parentElement !== document.body) top = top.parentElement
  return top
}

function levelsOf(element: Element): Level[] {
  const levels: Level[] = []
  for (let node: Element | null = element; node && node !== document.body; node = node.parentElement)
    levels.push({ node, before: node.previousElementSibling, after: node.nextElementSibling })
  return levels
}

function bringBack(): void {
  for (let place = places.at(-1); place; place = places.at(-1)) {
    // A window that is gone has no place of its own: what lies beside it in the page has nothing to do with it.
    const found = place.layer.isConnected ? nearest(place) : null
    // A button at work, or a screen still being read: what comes then is looked at again.
    if (found === 'later') return
    if (found) {
      found.focus({ preventScroll: found === place.levels[0]?.node })
      return
    }
    places.pop()
    // Also where somebody had clicked beside everything before the window came.
    const below = places.at(-1)
    if (below) below.left = false
  }
  headingIn(document.body)?.focus()
}

function nearest({ levels }: Place): HTMLElement | 'later' | null {
  const element = levels[0]?.node
  if (!element) return null
  if (isThere(element)) return element as HTMLElement
  if (element.isConnected && element.matches(atWork)) return 'later'
  const gone = levels.findLastIndex(({ node }) => !node.isConnected || !isVisible(node))
  const lost = levels[Math.max(gone, 0)]
  const around = levels.slice(Math.max(gone, 0) + 1).map(({ node }) => node)
  if (!lost || around.length === 0) return null
  const replaced = between(lost, around[0])
  if (replaced.some((each) => each.matches(waiting) || each.querySelector(waiting))) return 'later'
  for (const each of replaced) {
    const found = headingIn(each) ?? first(each)
    if (found) return found
  }
  const beside = counterpart(lost, lost.after, element) ?? counterpart(lost, lost.before, element)
  if (beside) return beside
  for (const node of around) {
    const found = headingIn(node) ?? (isThere(node) ? (node as HTMLElement) : first(node))
    if (found) return found
  }
  return null
}

/** What stands now where the lost one stood. */
function between({ node, before, after }: Level, within: Element | undefined): Element[] {
  if (!within || node.isConnected) return []
  const all = [...within.children]
  const from = before ? all.indexOf(before) + 1 : 0
  const to = after && after.parentElement === within ? all.indexOf(after) : all.length
  return all.slice(from, to)
}

/** In the neighbour: of a line like the lost one the same control, else the nearest. */
function counterpart(lost: Level, neighbour: Element | null, element: Element): HTMLElement | null {
  if (!neighbour?.isConnected) return null
  if (isThere(neighbour)) return neighbour as HTMLElement
  const inside = [...neighbour.querySelectorAll<HTMLElement>(focusables)]
  const reached = inside.filter(isReached)
  if (neighbour.tagName !== lost.node.tagName)
    return (neighbour === lost.after ? reached[0] : reached.at(-1)) ?? null
  const before = [...lost.node.querySelectorAll(focusables)]
  const same = before.length === inside.length ? inside[before.indexOf(element)] : undefined
  return same && isThere(same) ? same : (reached[0] ?? null)
}

function first(within: Element): HTMLElement | null {
  const all = [within, ...within.querySelectorAll(focusables)] as HTMLElement[]
  return all.find(isReached) ?? null
}

function headingIn(within: Element): HTMLElement | null {
  const heading = within.querySelector<HTMLElement>('h1')
  if (heading) heading.tabIndex = -1
  return heading
}

function isThere(element: Element): boolean {
  return element.isConnected && element.matches(focusables) && !isUnable(element) && isVisible(element)
}

/** Whether Tab comes there; of choices, to the one in force. */
function isReached(element: HTMLElement): boolean {
  return isThere(element) && element.tabIndex >= 0 && !element.matches('input[type="radio"]:not(:checked)')
}

function isUnable(element: Element): boolean {
  return element.matches(':disabled')
}

function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}
