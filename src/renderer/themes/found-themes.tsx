import { useLocation } from 'wouter'
import type { FoundTheme } from '../../shared/contract/themes.ts'
import { quarterName } from '../../shared/rules/theme.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { EmptyState } from '../ui/page.tsx'

const columns: GridColumn<FoundTheme>[] = [
  {
    key: 'when',
    heading: 'Năm, quý',
    cell: ({ year, quarter }) => `${quarterName(quarter)}/${year}`,
    width: 110,
  },
  {
    key: 'title',
    heading: 'Chuyên đề',
    cell: ({ title, kind }) => (
      <>
        <b>{title}</b>
        {kind !== '' && <div className="soft">{kind}</div>}
      </>
    ),
  },
  {
    key: 'lead',
    heading: 'Người chuẩn bị',
    cell: ({ leadName }) => leadName ?? <span className="soft">chưa phân công</span>,
    width: 180,
  },
  {
    key: 'session',
    heading: 'Sinh hoạt',
    cell: ({ heldOn, sessionDay }) =>
      sessionDay === null ? (
        <span className="soft">chưa định ngày</span>
      ) : (
        <>
          <span className="num">{formatVietnameseDate(sessionDay)}</span>
          <div className="soft">{heldOn === null ? 'dự kiến, chưa sinh hoạt' : 'đã sinh hoạt'}</div>
        </>
      ),
    width: 170,
  },
]

/** Themes of all years that have the words typed, newest first. */
export function FoundThemes(props: { typed: string }) {
  const [, navigate] = useLocation()
  const found = useRead('themes.search', { typed: props.typed.slice(0, 200) })
  if (found.error) return <Refusal message={found.error.message} />
  if (!found.data) return <Loading />
  if (found.data.length === 0) return <EmptyState sentence="Không có chuyên đề nào khớp với điều đang tìm." />
  return (
    <DataGrid
      label="Chuyên đề tìm thấy"
      columns={columns}
      rows={found.data}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/chuyen-de/${row.id}`)}
    />
  )
}
