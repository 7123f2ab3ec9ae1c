import type { WindowPlace } from './remembered.ts'

type Area = { x: number; y: number; width: number; height: number }

/** Fits a 1366x768 screen at 125 %; the page is laid out down to this size. */
export const smallest = { width: 1000, height: 560 }
const usual = { width: 1280, height: 800 }

/**
 * Where to open the window, in screen points: where it was, if its title bar can still be reached on one of
 * the screens present now (`areas` are their work areas); otherwise centred on the first, never larger than it.
 */
export function placeOn(areas: readonly Area[], last: WindowPlace | undefined): Partial<Area> {
  if (last) {
    for (const area of areas) {
      const place = { x: last.x, y: last.y, ...sizeWithin(last, area) }
      if (reaches(area, place)) return place
    }
  }
  return sizeWithin(last ?? usual, areas[0] ?? usual)
}

function reaches(area: Area, place: Area): boolean {
  const across = Math.min(area.x + area.width, place.x + place.width) - Math.max(area.x, place.x)
  const titleBarInside = place.y >= area.y && place.y <= area.y + area.height - 40
  return titleBarInside && across >= 100
}

function sizeWithin(size: { width: number; height: number }, area: { width: number; height: number }) {
  const between = (low: number, wanted: number, high: number) => Math.max(low, Math.min(wanted, high))
  return {
    width: between(smallest.width, size.width, area.width),
    height: between(smallest.height, size.height, area.height),
  }
}
