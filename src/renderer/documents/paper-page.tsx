import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Input } from '../../shared/contract/index.ts'
import type { Paper } from '../../shared/documents/papers.ts'
import { isNumbered, type NumberedOf } from '../../shared/rules/numbered-paper.ts'
import { writtenPapers } from '../../shared/rules/written-paper.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal, sayDone, Waiting } from '../ui/messages.tsx'
import { EmptyState } from '../ui/page.tsx'
import { PrintPreview } from '../ui/print-preview.tsx'
import { useSettled } from '../ui/settled.ts'
import { loadPdfReader } from '../ui/use-pdf.ts'
import styles from './documents.module.css'
import { PaperList } from './paper-list.tsx'
import { printHere } from './print-page.ts'

const help: Help = {
  about:
    'Mọi văn bản của buổi họp, đúng như khi in ra giấy, đủ số trang. Chọn văn bản ở cột bên trái. Ghi chú riêng của bí thư không bao giờ có trong văn bản phát cho người khác.',
  keys: [
    { keys: 'Ctrl+P', does: 'In' },
    { keys: '↑ ↓', does: 'Chọn văn bản khác (trong danh sách văn bản)' },
    { keys: '↑ ↓ PgUp PgDn', does: 'Xem các trang (sau khi chuyển vào phần trang bằng Tab)' },
  ],
}

/** Where what a paper lacks is entered; the path follows the meeting's own address. */
const mends: Record<Paper, { path: string; label: string }> = {
  notice: { path: '/sua', label: 'Sửa thông tin buổi họp' },
  agenda: { path: '', label: 'Lập chương trình' },
  slips: { path: '', label: 'Mời người phát biểu' },
  blankSignIn: { path: '/diem-danh', label: 'Mở danh sách điểm danh' },
  runningSheet: { path: '', label: 'Lập chương trình' },
  signIn: { path: '/diem-danh', label: 'Điểm danh' },
  score: { path: '/cham-diem', label: 'Chấm điểm' },
  minutes: { path: '/van-ban/bien-ban', label: 'Soạn biên bản' },
  resolution: { path: '/van-ban/nghi-quyet', label: 'Soạn nghị quyết' },
  conclusionNotice: { path: '/van-ban/thong-bao', label: 'Soạn thông báo' },
}

const isWritten = (paper: Paper) => writtenPapers.some((each) => each === paper)

/** How a paper that carries a number is shown: with its issues; `actions` are what else can be done with it. */
export type ShowNumbered = (of: NumberedOf, actions: ReactNode) => ReactNode

/** The papers of a meeting as they will be printed. */
export function PaperPage(props: { meetingId: number; numbered: ShowNumbered }) {
  useHelp(help)
  useEffect(() => {
    loadPdfReader()
  }, [])
  const [chosen, setChosen] = useState<Paper | null>(null)
  // Each paper is printed to be shown: going down the list by the arrows prints only the one stopped at.
  const settled = useSettled(chosen)
  const list = useRead('documents.list', { meetingId: props.meetingId })
  if (list.error) return <Refusal message={list.error.message} />
  if (!list.data) return <Loading />
  const shown = list.data.find(({ paper }) => paper === (chosen ?? 'agenda')) ?? list.data[0]
  if (!shown) return null
  const mend = mends[shown.paper]
  return (
    <>
      <nav className={styles.links} aria-label="Liên quan đến văn bản">
        <Link href={`/cuoc-hop/${props.meetingId}/van-ban/dan-len-so-tay`}>Chép lên Sổ tay đảng viên</Link>
        <Link href="/van-ban/so">Sổ đăng ký văn bản</Link>
      </nav>
      <div className={styles.papers}>
        <PaperList papers={list.data} shown={shown.paper} onShow={setChosen} />
        {settled !== chosen ? (
          <Waiting />
        ) : shown.ready ? (
          <div key={shown.paper} className={styles.shown}>
            {isNumbered(shown.paper) ? (
              props.numbered(
                { paper: shown.paper, meetingId: props.meetingId },
                isWritten(shown.paper) && (
                  <Button
                    size="xs"
                    variant="default"
                    component={Link}
                    href={`/cuoc-hop/${props.meetingId}${mend.path}`}
                  >
                    {mend.label}
                  </Button>
                ),
              )
            ) : (
              <ShownPaper paper={shown.paper} meetingId={props.meetingId} />
            )}
          </div>
        ) : (
          <EmptyState sentence={`${shown.words} nên chưa có gì để in.`}>
            <Button component={Link} href={`/cuoc-hop/${props.meetingId}${mend.path}`}>
              {mend.label}
            </Button>
          </EmptyState>
        )}
      </div>
    </>
  )
}

/** One paper as it will be printed: of a meeting as it stands, or as it was issued. */
export function ShownPaper(paper: Input<'documents.pdf'>) {
  const pdf = useRead('documents.pdf', paper)
  const print = useWrite('documents.print')
  const savePdf = useWrite('documents.savePdf')
  const saveWord = useWrite('documents.saveWord')
  const saySaved = (saved: { path: string } | null) => saved && sayDone(`Đã lưu ${saved.path}`)
  if (pdf.error) return <Refusal message={pdf.error.message} />
  if (!pdf.data || pdf.isPlaceholderData) return <Loading />
  return (
    <PrintPreview
      base64={pdf.data.base64}
      printing={print.isPending}
      onPrint={() =>
        print.mutate(paper, { onSuccess: ({ handled, html }) => (handled ? undefined : printHere(html)) })
      }
      savingPdf={savePdf.isPending}
      onSavePdf={() => savePdf.mutate(paper, { onSuccess: saySaved })}
      savingWord={saveWord.isPending}
      onSaveWord={() => saveWord.mutate(paper, { onSuccess: saySaved })}
    />
  )
}
