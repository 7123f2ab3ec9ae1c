import type { ReactNode } from 'react'
import { Link, Redirect } from 'wouter'
import type { Input } from '../../shared/contract/index.ts'
import { type WrittenPaper, writtenPaperNames, writtenPapers } from '../../shared/rules/written-paper.ts'
import { useRead } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { IssueBar, useIssues } from './issue-bar.tsx'
import { MissingFacts } from './missing-facts.tsx'
import styles from './papers.module.css'
import { ParagraphGrid } from './paragraph-grid.tsx'
import { PasteList } from './paste-list.tsx'

/** The last part of each paper's address. */
const addresses: Record<WrittenPaper, string> = {
  minutes: 'bien-ban',
  resolution: 'nghi-quyet',
  conclusionNotice: 'thong-bao',
}
const pasteAddress = 'dan-len-so-tay'

export type WrittenPaperPageProps = {
  meetingId: number
  address: string
  /** The paper as it will be printed, drawn by the documents' own screen. */
  preview: (paper: Input<'documents.pdf'>) => ReactNode
}

/** A paper that writes itself from the facts, where the secretary makes it their own, and issues it. */
export function WrittenPaperPage(props: WrittenPaperPageProps) {
  const { meetingId, address } = props
  const home = `/cuoc-hop/${meetingId}/van-ban`
  const paper = writtenPapers.find((each) => addresses[each] === address)
  if (!paper && address !== pasteAddress) return <Redirect to={home} />
  const links = [
    { href: home, label: 'Mọi văn bản' },
    ...writtenPapers.map((each) => ({
      href: `${home}/${addresses[each]}`,
      label: writtenPaperNames[each],
    })),
    { href: `${home}/${pasteAddress}`, label: 'Chép lên Sổ tay đảng viên' },
  ]
  return (
    <>
      <nav className={styles.links} aria-label="Các văn bản soạn từ dữ kiện">
        {links.map(({ href, label }) => (
          <Link key={href} href={href} aria-current={href === `${home}/${address}` ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {paper ? (
        <PaperInHand paper={paper} meetingId={meetingId} preview={props.preview} />
      ) : (
        <PasteList meetingId={meetingId} />
      )}
    </>
  )
}

const help: Help = {
  about:
    'Văn bản tự viết từ những gì đã ghi của buổi họp. Đoạn nào đã sửa tay thì giữ nguyên; khi dữ kiện đổi, đoạn đó được đánh dấu để xem lại. Bên phải là bản in thật.',
  keys: [
    { keys: '↑ ↓', does: 'Chuyển đoạn' },
    { keys: 'Enter hoặc F2', does: 'Sửa đoạn; Ctrl+Enter hoặc Esc để xong' },
    { keys: 'Insert', does: 'Thêm một đoạn sau đoạn đang chọn' },
    { keys: 'Delete', does: 'Bỏ đoạn khỏi văn bản' },
    { keys: 'L', does: 'Lấy lại đoạn theo dữ kiện' },
    { keys: 'G', does: 'Giữ đoạn của tôi khi dữ kiện đã đổi' },
    { keys: 'Ctrl+P', does: 'In' },
  ],
}

function PaperInHand(props: {
  paper: WrittenPaper
  meetingId: number
  preview: WrittenPaperPageProps['preview']
}) {
  const { preview, ...of } = props
  useHelp(help)
  const inHand = useRead('papers.get', of)
  const issues = useIssues(of)
  const error = inHand.error ?? issues.error
  if (error) return <Refusal message={error.message} />
  if (!inHand.data || !issues.data) return <Loading />
  const { paragraphs, missing } = inHand.data
  return (
    <div className={styles.desk}>
      <div className={styles.writing}>
        <IssueBar {...issues.data} of={of} />
        <MissingFacts meetingId={of.meetingId} missing={missing} />
        <ParagraphGrid {...of} paragraphs={paragraphs} />
      </div>
      <div className={styles.preview}>{preview(issues.data.printed)}</div>
    </div>
  )
}
