import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOn, smallest } from '../../../src/main/electron/window-place.ts'

const office = { x: 0, y: 0, width: 1366, height: 728 }
const beside = { x: 1366, y: 0, width: 1920, height: 1040 }
const place = { x: 50, y: 40, width: 1100, height: 650, maximized: false }

describe('where the window opens', () => {
  it('is the middle of the first screen, no larger than it, the first time', () => {
    expect(placeOn([office], undefined)).toEqual({ width: 1280, height: 728 })
    expect(placeOn([beside], undefined)).toEqual({ width: 1280, height: 800 })
  })

  it('is where it was, on either screen', () => {
    expect(placeOn([office], place)).toEqual({ x: 50, y: 40, width: 1100, height: 650 })
    const far = { ...place, x: 1500, width: 1700, height: 1000 }
    expect(placeOn([office, beside], far)).toEqual({ x: 1500, y: 40, width: 1700, height: 1000 })
  })

  it('is the first screen when the other is gone', () => {
    expect(placeOn([office], { ...place, x: 1500, width: 1700 })).toEqual({ width: 1366, height: 650 })
  })

  it('shrinks to a smaller screen', () => {
    expect(placeOn([office], { ...place, width: 1900, height: 1000 })).toMatchObject({
      width: 1366,
      height: 728,
    })
  })

  it('can always be reached with the mouse and is never too small', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    const size = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const found = placeOn([office, beside], { x, y, width, height, maximized: false })
        expect(found.width).toBeGreaterThanOrEqual(smallest.width)
        expect(found.height).toBeGreaterThanOrEqual(smallest.height)
        if (found.x === undefined || found.y === undefined) return
        const { x: left, y: top, width: across = 0 } = found
        // A piece of the title bar wide enough to grab lies on one of the screens.
        const grabbed = [office, beside].some(
          (area) =>
            top >= area.y &&
            top < area.y + area.height &&
            Math.min(left + across, area.x + area.width) - Math.max(left, area.x) >= 100,
        )
        expect(grabbed).toBe(true)
      }),
    )
  })
})
