import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { pngOf } from '../../../src/main/excel/png.ts'

test('a picture comes back dot by dot, whatever reads it', async () => {
  const [width, height] = [37, 11]
  const dots = Buffer.alloc(width * height * 4, 255)
  for (let at = 0; at < dots.length; at++) if (at % 4 < 3) dots[at] = (at * 31) % 256
  const image = await loadImage(pngOf(dots, width, height))
  expect([image.width, image.height]).toEqual([width, height])
  const pen = createCanvas(width, height).getContext('2d')
  pen.drawImage(image, 0, 0)
  expect(Buffer.from(pen.getImageData(0, 0, width, height).data).equals(dots)).toBe(true)
})

test('what repeats takes little room', () => {
  expect(pngOf(Buffer.alloc(1000 * 500 * 4, 200), 1000, 500).length).toBeLessThan(20_000)
})
