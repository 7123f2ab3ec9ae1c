import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ThemeBoard } from '../../shared/contract/themes.ts'
import { fold } from '../../shared/rules/fold.ts'
import { quarterName, quarters } from '../../shared/rules/theme.ts'
import { wasMissed } from '../../shared/rules/theme-board.ts'
import type { PlannedTheme } from '../../shared/rules/theme-plan.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { sayDone } from '../ui/messages.tsx'
import { Section } from '../ui/section.tsx'
import styles from './themes.module.css'

/** What the year before hands on: its themes as a start, and those that were not held, one key each. */
export function LastYear(props: { board: ThemeBoard; today: string }) {
  const { year } = props.board
  const before = useRead('themes.board', { year: year - 1 })
  const copy = useWrite('themes.copyYear')
  const takeOver = useWrite('themes.takeOver')
  const [copying, setCopying] = useState(false)
  if (!before.data || before.data.year !== year - 1) return null
  const planned = new Set(
    props.board.quarters.flatMap(({ themes }) => themes.map(({ title }) => fold(title))),
  )
  const all = before.data.quarters.flatMap(({ themes }) => themes)
  const open = all.filter(({ title }) => !planned.has(fold(title)))
  const missed = open.filter((theme) => wasMissed(theme, props.today))
  if (open.length === 0) return null

  const take = (theme: PlannedTheme, quarter: number) =>
    takeOver.mutate(
      { id: theme.id, year, quarter },
      { onSuccess: () => sayDone(`Đã đưa “${theme.title}” vào ${quarterName(quarter)}/${year}.`) },
    )
  const copyAll = () => {
    setCopying(false)
    copy.mutate(
      { fromYear: year - 1, toYear: year },
      {
        onSuccess: ({ copied, skipped }) =>
          sayDone(
            `Đã chép ${copied} chuyên đề của năm ${year - 1}${skipped > 0 ? `, bỏ qua ${skipped} chuyên đề đã có` : ''}. Ctrl+Z để bỏ.`,
          ),
      },
    )
  }
  const columns: GridColumn<PlannedTheme>[] = [
    { key: 'when', heading: `Năm ${year - 1}`, cell: ({ quarter }) => quarterName(quarter), width: 90 },
    { key: 'title', heading: 'Chuyên đề chưa sinh hoạt', cell: ({ title }) => <b>{title}</b> },
    {
      key: 'take',
      heading: `Đưa vào năm ${year} (phím 1 đến 4)`,
      cell: (theme) => (
        <div className={styles.line}>
          {quarters.map((quarter) => (
            <Button
              key={quarter}
              size="compact-sm"
              variant="default"
              tabIndex={-1}
              aria-label={`Đưa vào ${quarterName(quarter)}/${year}: ${theme.title}`}
              onClick={() => take(theme, quarter)}
            >
              {quarterName(quarter)}
            </Button>
          ))}
        </div>
      ),
      width: 330,
    },
  ]
  return (
    <Section
      title={`Từ năm ${year - 1}`}
      actions={
        <Button size="xs" variant="default" onClick={() => setCopying(true)}>
          Chép kế hoạch năm {year - 1}
        </Button>
      }
    >
      {missed.length === 0 ? (
        <p className="soft">Không có chuyên đề nào của năm {year - 1} bị bỏ lỡ.</p>
      ) : (
        <DataGrid
          label={`Chuyên đề năm ${year - 1} chưa sinh hoạt`}
          columns={columns}
          rows={missed}
          rowKey={({ id }) => id}
          keys={Object.fromEntries(
            quarters.map((quarter) => [String(quarter), (theme: PlannedTheme) => take(theme, quarter)]),
          )}
          maxHeight="none"
        />
      )}
      <ConfirmDialog
        title={`Chép kế hoạch năm ${year - 1}`}
        opened={copying}
        sentence={`${open.length} chuyên đề của năm ${year - 1} được chép sang cùng quý của năm ${year}: tên, loại, vấn đề, nguyên nhân, giải pháp, mục đích, câu hỏi. Người chuẩn bị, số liệu và các ngày để trống, chọn lại cho năm mới. Có thể hoàn tác bằng Ctrl+Z.`}
        confirm="Chép"
        onConfirm={copyAll}
        onClose={() => setCopying(false)}
      />
    </Section>
  )
}
