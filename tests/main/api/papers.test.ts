import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { paperToWord } from '../../../src/main/documents/word-document.ts'
import type { PaperDocument } from '../../../src/shared/documents/blocks.ts'
import type { PaperLayout } from '../../../src/shared/documents/paper-layout.ts'
import type { Paper } from '../../../src/shared/documents/papers.ts'
import {
  htmlTexts,
  lettersOf,
  pageLetters,
  printedByLibreOffice,
  wordTexts,
} from '../../support/paper-text.ts'
import { readPdf } from '../../support/pdf-text.ts'
import { startProgram, type TestProgram } from '../../support/program.ts'
import { noWriter } from '../../support/word.ts'

type LaidOut = PaperDocument & { layout: PaperLayout }

let test: TestProgram
const meetingIds: number[] = []
/** Every paper that the last meeting held and the next one of the sample office can make. */
const made: {
  paper: Paper
  name: string
  document: LaidOut
  pdf: Uint8Array
  pages: number
  word: Uint8Array
}[] = []

beforeAll(async () => {
  test = startProgram({ host: { printToPdf: printHtmlToPdf } })
  await test.call('office.openSample', {})
  const meetings = await test.call('meetings.list', { year: 2026 })
  const held = meetings.find(({ heldOn }) => heldOn < '2026-11-21')
  const next = meetings.findLast(({ heldOn }) => heldOn >= '2026-11-21')
  meetingIds.push(held?.id ?? 0, next?.id ?? 0)
  for (const meetingId of meetingIds)
    for (const { paper, ready } of await test.call('documents.list', { meetingId })) {
      if (!ready) continue
      const document = await test.call('documents.get', { paper, meetingId })
      const { base64, pages } = await test.call('documents.pdf', { paper, meetingId })
      const word = await paperToWord(document, document.layout)
      made.push({ paper, name: document.name, document, pdf: Buffer.from(base64, 'base64'), pages, word })
    }
}, 120_000)
afterAll(async () => {
  test.close()
  await closeChromium()
})

describe('every paper of the sample office', () => {
  it('says on screen, on paper and in Word the same in the same order', async () => {
    expect(made.length).toBeGreaterThan(2)
    for (const { name, document, pdf, pages, word } of made) {
      const texts = htmlTexts(document, document.layout)
      expect(texts.length, name).toBeGreaterThan(3)
      expect(await wordTexts(word), name).toEqual(texts)
      const read = await readPdf(pdf)
      expect(read, name).toHaveLength(pages)
      expect(pageLetters(read, document), name).toBe(lettersOf(texts))
    }
  })

  it('keeps private notes to the one sheet that is the chair\u2019s own', async () => {
    const said = ({ document }: (typeof made)[number]) => htmlTexts(document, document.layout).join('\n')
    for (const meetingId of meetingIds) {
      const { items } = await test.call('agenda.list', { meetingId })
      for (const { privateNote } of items.filter((item) => item.privateNote.trim() !== '')) {
        const [note = ''] = privateNote.trim().split('\n')
        const papersWithIt = made.filter((each) => said(each).includes(note)).map(({ paper }) => paper)
        expect(papersWithIt).toEqual(['runningSheet'])
      }
    }
  })

  it.skipIf(noWriter !== null)(
    `says the same when LibreOffice prints its Word file${noWriter ? ` (${noWriter})` : ''}`,
    async () => {
      const printed = await printedByLibreOffice(made.map(({ word }) => word))
      expect(printed).toHaveLength(made.length)
      for (const [index, { name, document }] of made.entries()) {
        const letters = pageLetters(printed[index] ?? [], document)
        expect(letters, name).toBe(lettersOf(htmlTexts(document, document.layout)))
      }
    },
    120_000,
  )
})
