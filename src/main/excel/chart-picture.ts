import { createRequire } from 'node:module'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { type Chart, drawChart, type Shape } from '../../shared/rules/chart.ts'
import { pngOf } from './png.ts'

/** Size of a chart's picture in a workbook, in points of the screen (96 to the inch). */
export const pictureSize = { width: 760, height: 280 }

// More dots than the screen shows, so that it prints sharply.
const scale = 1.5

/** The pictures drawn last: the workbook of all reports shows again what the single ones showed. */
const drawn = new Map<string, Buffer>()
const mostDrawn = 20

/**
 * A chart as a PNG, drawn without a browser. Null where this machine has no canvas for it: the chart's table stands in
 * the workbook anyway.
 */
export async function chartPicture(chart: Chart): Promise<Buffer | null> {
  const key = JSON.stringify(chart)
  const known = drawn.get(key)
  if (known) return known
  const library = await canvasLibrary()
  if (!library) return null
  const canvas = library.createCanvas(pictureSize.width * scale, pictureSize.height * scale)
  const pen = canvas.getContext('2d')
  pen.scale(scale, scale)
  for (const shape of drawChart(chart, pictureSize.width, pictureSize.height)) draw(pen, shape)
  const png = pngOf(canvas.data(), canvas.width, canvas.height)
  if (drawn.size >= mostDrawn) drawn.clear()
  drawn.set(key, png)
  return png
}

/** The canvas with our letters, which take longer to load than a picture to draw; null where there is none. */
export async function canvasLibrary(): Promise<typeof import('@napi-rs/canvas') | null> {
  // The letters are ours on every machine; looking through its own fonts takes longer than all the drawing.
  process.env.DISABLE_SYSTEM_FONTS_LOAD = '1'
  const library = await import('@napi-rs/canvas').catch(() => null)
  if (!library) return null
  const { GlobalFonts } = library
  const { resolve } = createRequire(import.meta.url)
  for (const weight of [400, 700]) {
    for (const subset of ['vietnamese', 'latin']) {
      const family = `Chart ${subset} ${weight}`
      if (!GlobalFonts.has(family))
        GlobalFonts.registerFromPath(
          resolve(`@fontsource/tinos/files/tinos-${subset}-${weight}-normal.woff2`),
          family,
        )
    }
  }
  return library
}

function draw(pen: SKRSContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'rect':
      pen.fillStyle = shape.fill
      pen.fillRect(shape.x, shape.y, shape.width, shape.height)
      return
    case 'line':
      pen.strokeStyle = shape.stroke
      pen.lineWidth = 1
      pen.beginPath()
      pen.moveTo(shape.x1, shape.y1)
      pen.lineTo(shape.x2, shape.y2)
      pen.stroke()
      return
    case 'text': {
      const weight = shape.bold ? 700 : 400
      pen.fillStyle = shape.fill
      // The letters with marks first: taken apart they would stand beside their marks.
      pen.font = `${shape.size}px "Chart vietnamese ${weight}", "Chart latin ${weight}"`
      pen.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
      pen.fillText(shape.text, shape.x, shape.y)
    }
  }
}
