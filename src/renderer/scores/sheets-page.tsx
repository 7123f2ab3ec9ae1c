import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { SheetSummary } from '../../shared/contract/score-sheets.ts'
import { meetingKindNames } from '../../shared/rules/meeting.ts'
import { scoredKinds } from '../../shared/rules/score.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, sayDone } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import styles from './scores.module.css'
import { SheetsDialog } from './sheets-dialog.tsx'

const help: Help = {
  about:
    'Các phiếu chấm điểm: phiếu có sẵn trong chương trình và phiếu của chi bộ. Chép một phiếu thành phiếu của chi bộ, nhập từ Excel hoặc lập từ phiếu trống rồi sửa từng dòng. Phiếu đã dùng để chấm thì giữ nguyên, không xóa; sửa nó hay thôi dùng nó là lập bản mới có ngày hiệu lực.',
  keys: [],
}

const addressOf = (sheet: string) => `/cai-dat/phieu-cham/${sheet}`

/** All score sheets: of the program and of the cell, with what each still lacks. */
export function SheetsPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const sheets = useRead('scoreSheets.list', {})
  const remove = useWrite('scoreSheets.remove')
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  if (!sheets.data) return <Loading />
  return (
    <Page
      title="Phiếu chấm điểm"
      subtitle={<Link href="/cai-dat">Về Cài đặt</Link>}
      actions={
        <>
          <Button variant="default" onClick={() => setOpen('import')}>
            Nhập từ Excel
          </Button>
          <Button onClick={() => setOpen('new')}>Phiếu mới</Button>
        </>
      }
    >
      <Sheet label="Các phiếu chấm điểm">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Phiếu</th>
              <th scope="col">Hiệu lực từ</th>
              <th scope="col">Dùng cho</th>
              <th scope="col">Đã chấm</th>
              <th scope="col">Việc</th>
            </tr>
          </thead>
          <tbody>
            {sheets.data.map((sheet) => (
              <tr key={sheet.sheet}>
                <td>
                  <Link href={addressOf(sheet.sheet)}>{sheet.name}</Link>
                  <div className={styles.rule}>
                    {sheet.own === null ? 'Có sẵn trong chương trình' : 'Phiếu của chi bộ'}
                    {sheet.replaces !== null && `, thay phiếu “${sheet.replaces}”`}
                  </div>
                  {sheet.problems.length > 0 && (
                    <div className={styles.changed}>Chưa dùng được: {sheet.problems[0]}</div>
                  )}
                </td>
                <td>{sheet.validFrom === null ? 'mọi ngày' : formatVietnameseDate(sheet.validFrom)}</td>
                <td>{kindWords(sheet)}</td>
                <td>{sheet.used === 0 ? 'chưa' : `${sheet.used} buổi`}</td>
                <td>
                  {sheet.own !== null && sheet.used > 0 && <span className="soft">giữ nguyên</span>}
                  {sheet.own !== null && sheet.used === 0 && (
                    <button
                      type="button"
                      className={styles.action}
                      aria-label={`Xóa phiếu ${sheet.name}`}
                      onClick={() =>
                        remove.mutate(
                          { id: sheet.own ?? 0 },
                          { onSuccess: () => sayDone('Đã xóa phiếu. Ctrl+Z để lấy lại.') },
                        )
                      }
                    >
                      Xóa
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      <SheetsDialog
        opened={open === 'import'}
        onClose={() => setOpen(null)}
        onAdded={(sheet) => navigate(addressOf(sheet))}
      />
      {open === 'new' && (
        <CopyDialog
          sheets={sheets.data}
          from={sheets.data[0]?.sheet ?? null}
          version={false}
          onClose={() => setOpen(null)}
          onMade={(sheet) => navigate(addressOf(sheet))}
        />
      )}
    </Page>
  )
}

function kindWords({ kinds }: SheetSummary): string {
  if (kinds.length === scoredKinds.length) return 'mọi buổi có chấm điểm'
  const words = kinds.map((kind) => meetingKindNames[kind].toLowerCase()).join('; ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
