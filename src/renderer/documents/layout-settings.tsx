import { Select, SimpleGrid, Text } from '@mantine/core'
import { useEffect } from 'react'
import { type LayoutPoint, layoutPointNames, layoutPoints } from '../../shared/documents/layout-points.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Loading, Refusal } from '../ui/messages.tsx'
import { PdfPage } from '../ui/pdf-page.tsx'
import { Section } from '../ui/section.tsx'
import { loadPdfReader, usePdf } from '../ui/use-pdf.ts'
import styles from './documents.module.css'
import { SigningSettings } from './signing-settings.tsx'

/** Where offices lay papers out differently: what this cell does, seen at once on a small paper. */
export function LayoutSettings() {
  useEffect(() => {
    loadPdfReader()
  }, [])
  const layout = useRead('layout.get', {})
  const choose = useWrite('layout.choose')
  if (layout.error) return <Refusal message={layout.error.message} />
  if (!layout.data) return <Loading />
  const { choices, points, rule } = layout.data
  return (
    <>
      <Section title="Thể thức văn bản">
        <Text size="sm" className="soft" mb="sm">
          Khổ giấy, lề, phông chữ theo {rule}. Những điểm các nơi trình bày khác nhau thì chi bộ tự chọn; văn
          bản làm từ nay về sau theo cách đã chọn.
        </Text>
        <div className={styles.layout}>
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" verticalSpacing="sm">
            {layoutPointNames.map((point) => (
              <Select
                key={point}
                label={layoutPoints[point].label}
                description={points[point].source}
                data={dataOf(point, points[point].usual)}
                value={choices[point]}
                allowDeselect={false}
                onChange={(value) => value !== null && choose.mutate({ point, value })}
              />
            ))}
          </SimpleGrid>
          <LayoutSample />
        </div>
      </Section>
      <SigningSettings />
    </>
  )
}

function dataOf(point: LayoutPoint, usual: string) {
  return Object.entries(layoutPoints[point].choices).map(([value, label]) => ({
    value,
    label: value === usual ? `${label} (thường dùng)` : label,
  }))
}

const sampleWidth = 380

function LayoutSample() {
  const sample = useRead('layout.sample', {})
  if (sample.error) return <Refusal message={sample.error.message} />
  if (!sample.data) return <Loading />
  return <LayoutPages base64={sample.data.base64} />
}

function LayoutPages(props: { base64: string }) {
  const pdf = usePdf(props.base64)
  const pages = pdf.state === 'read' ? pdf.pages : []
  return (
    <section className={styles.sample} aria-label="Xem thử thể thức">
      {pages.map((page, index) => (
        <div key={page.pageNumber} className={index === 0 ? styles.firstPage : styles.nextPage}>
          <PdfPage page={page} width={sampleWidth} label={`Trang ${page.pageNumber} xem thử thể thức`} />
        </div>
      ))}
    </section>
  )
}
