import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import { paperToWord } from '../../../src/main/documents/word-document.ts'
import type { Input } from '../../../src/shared/contract/index.ts'
import type { PaperDocument } from '../../../src/shared/documents/blocks.ts'
import type { PaperLayout } from '../../../src/shared/documents/paper-layout.ts'
import { papers } from '../../../src/shared/documents/papers.ts'
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
let next = 0
/** Every paper there is: of the next meeting of the sample office, or of the last one held where that has none yet. */
const made: {
  paper: Input<'documents.get'>['paper']
  name: string
  document: LaidOut
  pdf: Uint8Array
  pages: number
  word: Uint8Array
}[] = []

async function make(wanted: Input<'documents.get'>): Promise<void> {
  const document = await test.call('documents.get', wanted)
  const { base64, pages } = await test.call('documents.pdf', wanted)
  const word = await paperToWord(document, document.layout)
  const pdf = Buffer.from(base64, 'base64')
  made.push({ paper: wanted.paper, name: document.name, document, pdf, pages, word })
}

beforeAll(async () => {
  test = startProgram({ host: { printToPdf: printHtmlToPdf } })
  await test.call('office.openSample', {})
  const meetings = await test.call('meetings.list', { year: 2026 })
  next = meetings.findLast(({ heldOn }) => heldOn >= '2026-11-21')?.id ?? 0
  const held = meetings.find(({ heldOn }) => heldOn < '2026-11-21')?.id ?? 0
  const early = ['notice', 'agenda', 'slips', 'blankSignIn', 'runningSheet']
  for (const paper of papers) {
    const meetingId = early.includes(paper) ? next : held
    const list = await test.call('documents.list', { meetingId })
    if (list.find((each) => each.paper === paper)?.ready) await make({ paper, meetingId })
  }
  await make({ paper: 'themePlan', year: 2026 })
}, 120_000)
afterAll(async () => {
  test.close()
  await closeChromium()
})

describe('every paper of the sample office', () => {
  it('says on screen, on paper and in Word the same in the same order', async () => {
    expect(made.length).toBeGreaterThan(papers.length / 2)
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
    const { items } = await test.call('agenda.list', { meetingId: next })
    const notes = items.map(({ privateNote }) => privateNote.trim()).filter((note) => note !== '')
    expect(notes.length).toBeGreaterThan(0)
    for (const note of notes) {
      const withIt = made.filter((each) => said(each).includes(note)).map(({ paper }) => paper)
      expect(withIt).toEqual(['runningSheet'])
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
