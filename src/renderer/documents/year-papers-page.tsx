import { Button, SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type YearPaper, yearPaperNames, yearPapers } from '../../shared/documents/papers.ts'
import { isNumbered } from '../../shared/rules/numbered-paper.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { loadPdfReader } from '../ui/use-pdf.ts'
import { type ShowNumbered, ShownPaper } from './paper-page.tsx'

const help: Help = {
  about:
    'Kế hoạch sinh hoạt chuyên đề của năm và phiếu giao cho từng người chuẩn bị, đúng như khi in ra giấy.',
  keys: [
    { keys: 'Ctrl+P', does: 'In' },
    { keys: '↑ ↓ PgUp PgDn', does: 'Xem các trang (sau khi chuyển vào phần trang bằng Tab)' },
    { keys: 'Esc', does: 'Về bảng chuyên đề của năm' },
  ],
}

/** The papers on a year's themed sessions as they will be printed. */
export function YearPapersPage(props: { year: number; numbered: ShowNumbered }) {
  useHelp(help)
  useEffect(() => {
    loadPdfReader()
  }, [])
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<YearPaper>('themePlan')
  const board = `/chuyen-de/nam/${props.year}`
  useShortcuts([{ key: 'escape', run: () => navigate(board) }])
  return (
    <Page
      title={`Văn bản chuyên đề năm ${props.year}`}
      actions={
        <>
          <SegmentedControl
            aria-label="Văn bản"
            value={chosen}
            onChange={(value) => setChosen(yearPapers.find((paper) => paper === value) ?? 'themePlan')}
            data={yearPapers.map((paper) => ({ value: paper, label: yearPaperNames[paper] }))}
          />
          <Button component={Link} href={board} variant="default">
            Về bảng năm {props.year}
          </Button>
        </>
      }
    >
      {isNumbered(chosen) ? (
        props.numbered({ paper: chosen, year: props.year }, null)
      ) : (
        <ShownPaper paper={chosen} year={props.year} />
      )}
    </Page>
  )
}
