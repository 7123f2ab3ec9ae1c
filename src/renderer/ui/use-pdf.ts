import type { PDFPageProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useState } from 'react'

type ReadPdf = { pages: PDFPageProxy[]; close: () => Promise<void> }
export type PdfPages =
  | { state: 'reading' }
  | { state: 'unreadable' }
  | { state: 'read'; pages: readonly PDFPageProxy[] }

/** The pages of a PDF (base64). The last document stays until the next one is read, so the screen does not blink. */
export function usePdf(base64: string): PdfPages {
  const [pdf, setPdf] = useState<ReadPdf | 'reading' | 'unreadable'>('reading')
  useEffect(() => {
    let wanted = true
    readPdf(base64).then(
      (read) => (wanted ? setPdf(read) : read.close()),
      () => wanted && setPdf('unreadable'),
    )
    return () => {
      wanted = false
    }
  }, [base64])
  // A document is closed only once its pages have left the screen: until then they may be drawn again.
  useEffect(() => {
    if (typeof pdf === 'object') return () => void pdf.close()
  }, [pdf])
  return typeof pdf === 'object' ? { state: 'read', pages: pdf.pages } : { state: pdf }
}

/** The reader is large, so it is loaded when a paper is looked at: call early, while the PDF is being made. */
export const loadPdfReader = () => import('pdfjs-dist')

async function readPdf(base64: string): Promise<ReadPdf> {
  const { getDocument, PDFWorker } = await loadPdfReader()
  // Started by us: the library takes Electron's scheme for a foreign origin and reaches for a blob, which is refused.
  const thread = new Worker(workerUrl, { type: 'module' })
  const broken = new Promise<never>((_resolve, reject) => {
    thread.addEventListener('error', (event) => {
      event.preventDefault()
      reject(new Error('The PDF reader did not start.'))
    })
  })
  const worker = PDFWorker.create({ port: thread })
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  // The content policy lets no WebAssembly run; only pictures in rare formats would need it.
  const task = getDocument({ data, worker, useWasm: false })
  const close = async () => {
    await task.destroy()
    worker.destroy()
    thread.terminate()
  }
  try {
    const pdf = await Promise.race([task.promise, broken])
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
    return { pages: await Promise.all(numbers.map((number) => pdf.getPage(number))), close }
  } catch (error) {
    // Not waited for: a thread that never started answers nothing.
    thread.terminate()
    throw error
  }
}
