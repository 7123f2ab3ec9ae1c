import type { PDFPageProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useState } from 'react'

type ReadPdf = { pages: PDFPageProxy[]; close: () => void }
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
  useEffect(() => (typeof pdf === 'object' ? pdf.close : undefined), [pdf])
  return typeof pdf === 'object' ? { state: 'read', pages: pdf.pages } : { state: pdf }
}

/** The reader is large, so it is loaded when a paper is looked at: call early, while the PDF is being made. */
export const loadPdfReader = () => import('pdfjs-dist')

async function readPdf(base64: string): Promise<ReadPdf> {
  const { getDocument, GlobalWorkerOptions } = await loadPdfReader()
  GlobalWorkerOptions.workerSrc = workerUrl
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  // The content policy lets no WebAssembly run; only pictures in rare formats would need it.
  const task = getDocument({ data, useWasm: false })
  const pdf = await task.promise
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  const pages = await Promise.all(numbers.map((number) => pdf.getPage(number)))
  return { pages, close: () => void task.destroy() }
}
