import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { layoutPointNames, layoutPoints } from '../../../src/shared/documents/layout-points.ts'
import { usualLayout } from '../../support/paper-layout.ts'
import { readPdf } from '../../support/pdf-text.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'

let test: TestProgram
let meetingId = 0
beforeEach(async () => {
  test = startProgram({ host: { printToPdf: printHtmlToPdf } })
  await test.call('cell.update', sampleCell)
  const defaults = await test.call('meetings.defaults', { kind: 'regular', heldOn: '2026-11-28' })
  meetingId = (await test.call('meetings.create', { ...defaults, place: 'Phòng họp' })).id
})
afterEach(() => test.close())
afterAll(closeChromium)

const layout = async () => (await test.call('documents.get', { paper: 'agenda', meetingId })).layout
const sample = async () => readPdf(Buffer.from((await test.call('layout.sample', {})).base64, 'base64'))

it('is what is usual until the cell chooses, and again when it undoes', async () => {
  const { choices, points, rule } = await test.call('layout.get', {})
  expect(rule).toBe('Hướng dẫn 05-HD/VPTW ngày 27/05/2026')
  for (const point of layoutPointNames) expect(choices[point]).toBe(points[point].usual)
  expect(await layout()).toEqual(usualLayout)
  await test.call('layout.choose', { point: 'numberColon', value: 'with' })
  expect(await layout()).toEqual({ ...usualLayout, numberColon: true })
  expect((await test.call('history.status', {})).undo).toBe('Thể thức văn bản: Số văn bản, Số: 05-NQ/CB')
  await test.call('history.undo', {})
  expect(await layout()).toEqual(usualLayout)
})

it('every choice of every point changes something on paper, and what is usual leaves no trace', async () => {
  for (const point of layoutPointNames) {
    const { usual } = (await test.call('layout.get', {})).points[point]
    for (const value of Object.keys(layoutPoints[point].choices)) {
      await test.call('layout.choose', { point, value })
      if (value === usual) expect(await layout()).toEqual(usualLayout)
      else expect(await layout()).not.toEqual(usualLayout)
    }
    await test.call('layout.choose', { point, value: usual })
  }
  expect(await layout()).toEqual(usualLayout)
})

it('refuses what is no choice', async () => {
  await expect(test.call('layout.choose', { point: 'numberColon', value: '18' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

it('is shown on two pages of a made-up paper of this cell', async () => {
  await test.call('layout.choose', { point: 'cellSignsAs', value: 'committee' })
  const pages = await sample()
  const lines = pages.map((page) => page.lines)
  expect(lines[0]?.[0]).toBe('ĐẢNG BỘ TRƯỜNG ĐẢNG CỘNG SẢN VIỆT NAM')
  expect(lines[0]?.join('\n')).toContain('T/M CHI ỦY')
  expect(lines[1]).toEqual(['2', 'Trang thứ hai có số trang ở giữa, phía trên.'])
  expect(lines).toHaveLength(2)
})
