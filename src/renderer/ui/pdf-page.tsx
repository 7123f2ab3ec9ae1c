import type { PDFPageProxy, RenderTask } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'
import styles from './print-preview.module.css'

/** One page as the printer will have it, `width` pixels wide on screen. */
export function PdfPage(props: { page: PDFPageProxy; width: number; label: string }) {
  const { page, width } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const natural = page.getViewport({ scale: 1 })
  const height = Math.round((width * natural.height) / natural.width)

  useEffect(() => {
    let task: RenderTask | null = null
    // Drawn aside and put on screen whole: a canvas goes white when it is resized.
    const aside = document.createElement('canvas')
    const viewport = page.getViewport({
      scale: (width * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width,
    })
    aside.width = Math.round(viewport.width)
    aside.height = Math.round(viewport.height)
    task = page.render({ canvas: aside, viewport })
    task.promise.then(
      () => {
        if (!canvas.current) return
        canvas.current.width = aside.width
        canvas.current.height = aside.height
        canvas.current.getContext('2d')?.drawImage(aside, 0, 0)
        canvas.current.dataset.drawn = 'true'
      },
      // Cancelled: the page is gone or is being drawn anew.
      () => undefined,
    )
    return () => task?.cancel()
  }, [page, width])

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={props.label}
      className={styles.page}
      style={{ width, height }}
    />
  )
}
