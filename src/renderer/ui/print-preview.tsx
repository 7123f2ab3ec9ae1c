import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { useElementSize, useViewportSize } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { Refusal, Waiting } from './messages.tsx'
import { PdfPage } from './pdf-page.tsx'
import styles from './print-preview.module.css'
import { useShortcuts } from './shortcuts.ts'
import { usePdf } from './use-pdf.ts'

/** The widest a sheet gets: beyond that its letters only grow larger than on paper. */
const widest = 1000
/** What stands above a sheet when it is looked at as a whole: the shell's head, the bar, the space around. */
const above = 48 + 56 + 32

type Fit = 'width' | 'page'

/** The pages of a PDF as they will be printed, with their true number, and what can be done with them. */
export function PrintPreview(props: {
  base64: string
  onPrint: () => void
  printing: boolean
  onSavePdf: () => void
  savingPdf: boolean
  onSaveWord: () => void
  savingWord: boolean
}) {
  const pdf = usePdf(props.base64)
  const [fit, setFit] = useState<Fit>('width')
  const desk = useElementSize<HTMLDivElement>()
  const viewport = useViewportSize()
  useShortcuts([{ key: 'p', ctrl: true, inTextFields: true, run: props.onPrint }])

  const pages = pdf.state === 'read' && desk.width > 0 ? pdf.pages : []
  const { sheets, shown } = useSheetInSight(pages.length)
  const widthOf = (page: (typeof pages)[number]) => {
    const { width, height } = page.getViewport({ scale: 1 })
    const whole = Math.floor(((viewport.height - above) * width) / height)
    return Math.min(Math.floor(desk.width), fit === 'page' ? whole : widest)
  }
  return (
    <section className={styles.preview} aria-label="Xem trước bản in">
      <div className={styles.bar}>
        <Group gap="xs">
          <Button onClick={props.onPrint} loading={props.printing}>
            In (Ctrl+P)
          </Button>
          <Button variant="default" onClick={props.onSavePdf} loading={props.savingPdf}>
            Lưu PDF
          </Button>
          <Button variant="default" onClick={props.onSaveWord} loading={props.savingWord}>
            Lưu Word
          </Button>
        </Group>
        <Text role="status" className="num">
          {pages.length > 0 && `Trang ${shown}/${pages.length}`}
        </Text>
        <SegmentedControl
          aria-label="Cỡ trang trên màn hình"
          value={fit}
          onChange={(value) => setFit(value === 'page' ? 'page' : 'width')}
          data={[
            { value: 'width', label: 'Vừa chiều rộng' },
            { value: 'page', label: 'Cả trang' },
          ]}
        />
      </div>
      <div className={styles.desk}>
        <div ref={desk.ref} className={styles.measured}>
          {pdf.state === 'reading' && <Waiting />}
          {pdf.state === 'unreadable' && (
            <Refusal message="Không hiện được bản xem trước. Bản in và tệp PDF không bị ảnh hưởng. Hãy mở lại màn hình này." />
          )}
          <div ref={sheets} className={styles.pages}>
            {pages.map((page) => (
              <PdfPage
                key={page.pageNumber}
                page={page}
                width={widthOf(page)}
                label={`Trang ${page.pageNumber}/${pages.length}`}
              />
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}

/** Which of the `count` sheets in `sheets` crosses the middle of the window, from 1. */
function useSheetInSight(count: number) {
  const sheets = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(1)
  useEffect(() => {
    const elements = [...(sheets.current?.children ?? [])].slice(0, count)
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.find((each) => each.isIntersecting)
        if (entry) setShown(elements.indexOf(entry.target) + 1)
      },
      { rootMargin: '-50% 0px -50% 0px' },
    )
    for (const element of elements) observer.observe(element)
    return () => observer.disconnect()
  }, [count])
  return { sheets, shown: Math.min(shown, Math.max(count, 1)) }
}
