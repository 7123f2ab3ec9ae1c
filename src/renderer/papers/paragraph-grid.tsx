import { useMemo, useState } from 'react'
import type { StandingParagraph } from '../../shared/rules/paper-edits.ts'
import {
  isHeading,
  paperFieldNames,
  type WrittenPaper,
  writtenPaperNames,
} from '../../shared/rules/written-paper.ts'
import { useWrite } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { sayDone } from '../ui/messages.tsx'
import { AddParagraph } from './add-paragraph.tsx'
import styles from './papers.module.css'
import { ParagraphEditor } from './paragraph-editor.tsx'

const handWords: Record<StandingParagraph['hand'], string | null> = {
  facts: null,
  edited: 'Đã sửa tay',
  added: 'Tự thêm',
  leftOut: 'Đã bỏ khỏi văn bản',
}

/** The paper paragraph by paragraph: read, edited and put in order with the facts by keyboard. */
export function ParagraphGrid(props: {
  paper: WrittenPaper
  meetingId: number
  paragraphs: readonly StandingParagraph[]
}) {
  const { paper, meetingId } = props
  const [editing, setEditing] = useState<string | null>(null)
  const [addingAfter, setAddingAfter] = useState<StandingParagraph | null>(null)
  const leaveOut = useWrite('papers.leaveOut').mutate
  const takeComputed = useWrite('papers.takeComputed').mutate
  const keepOwn = useWrite('papers.keepOwn').mutate

  const acts = useMemo((): Acts => {
    const place = (row: StandingParagraph) => ({ paper, meetingId, key: row.key })
    return {
      add: setAddingAfter,
      leaveOut: (row) =>
        leaveOut(place(row), { onSuccess: () => sayDone('Đã bỏ đoạn khỏi văn bản. Ctrl+Z để lấy lại.') }),
      take: (row) => takeComputed(place(row), { onSuccess: () => sayDone('Đã lấy lại đoạn theo dữ kiện.') }),
      keep: (row) => keepOwn(place(row), { onSuccess: () => sayDone('Đã giữ đoạn của bạn.') }),
    }
  }, [paper, meetingId, leaveOut, takeComputed, keepOwn])
  const columns = useMemo(
    (): GridColumn<StandingParagraph>[] => [
      {
        key: 'field',
        heading: 'Phần',
        width: 108,
        cell: (row) => <span className="soft">{isHeading(row) ? '' : paperFieldNames[row.field]}</span>,
      },
      {
        key: 'text',
        heading: 'Nội dung',
        cell: (row) =>
          row.key === editing ? (
            <ParagraphEditor
              paper={paper}
              meetingId={meetingId}
              paragraph={row}
              onDone={() => setEditing(null)}
            />
          ) : (
            <ParagraphText row={row} acts={acts} />
          ),
      },
    ],
    [paper, meetingId, editing, acts],
  )
  return (
    <>
      <DataGrid
        label={`Các đoạn: ${writtenPaperNames[paper].toLocaleLowerCase('vi')}`}
        columns={columns}
        rows={props.paragraphs}
        rowKey={(row) => row.key}
        onOpen={(row) => setEditing(row.key)}
        keys={{
          f2: (row) => setEditing(row.key),
          insert: acts.add,
          delete: acts.leaveOut,
          l: acts.take,
          g: acts.keep,
        }}
        maxHeight="none"
      />
      {addingAfter && (
        <AddParagraph
          paper={paper}
          meetingId={meetingId}
          after={addingAfter}
          onClose={() => setAddingAfter(null)}
        />
      )}
    </>
  )
}

type Act = (row: StandingParagraph) => void
type Acts = { add: Act; leaveOut: Act; take: Act; keep: Act }

function ParagraphText(props: { row: StandingParagraph; acts: Acts }) {
  const { row, acts } = props
  const { text, cells, hand, stale, computed } = row
  // A key pressed on a button within the row is the button's, not the row's.
  const act = (does: Act) => (event: { stopPropagation: () => void }) => {
    event.stopPropagation()
    does(row)
  }
  return (
    <div className={styles.paragraph} data-hand={hand} data-style={row.style}>
      {cells.length > 0 && <span className="soft">{cells.filter((cell) => cell !== '').join(' · ')}</span>}
      {text === '' ? (
        <span className={styles.empty}>
          {hand === 'leftOut' ? computed : 'Chưa có nội dung (Enter để ghi)'}
        </span>
      ) : (
        <span className={styles.text}>{text}</span>
      )}
      {row.missing.map(({ sentence }) => (
        <span key={sentence} className={styles.gap}>
          Thiếu: {sentence}
        </span>
      ))}
      {handWords[hand] && (
        <span className={styles.hand}>
          {handWords[hand]}
          {stale === null && computed !== null && (
            <button type="button" className={styles.act} onClick={act(acts.take)}>
              Lấy lại theo dữ kiện (L)
            </button>
          )}
        </span>
      )}
      {stale && (
        <div className={styles.stale}>
          <b>Dữ kiện đã đổi sau khi sửa</b>
          <ul>
            {stale.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          {stale.now !== null && <p>Theo dữ kiện bây giờ: {stale.now === '' ? 'để trống' : stale.now}</p>}
          <span className={styles.acts}>
            <button type="button" className={styles.act} onClick={act(acts.take)}>
              {stale.now === null ? 'Bỏ đoạn này (L)' : 'Lấy theo dữ kiện (L)'}
            </button>
            <button type="button" className={styles.act} onClick={act(acts.keep)}>
              Giữ của tôi (G)
            </button>
          </span>
        </div>
      )}
    </div>
  )
}
