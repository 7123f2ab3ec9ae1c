import { Alert, Button, Checkbox, Group, Select, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FormColumn, FormMapping, ReadForm } from '../../shared/contract/forms.ts'
import { afterFilling, beforeFilling, formCells } from '../../shared/rules/form-cells.ts'
import { formFigureNames, isSameCell, placeOfFigure } from '../../shared/rules/form-figure.ts'
import type { FormNote } from '../../shared/rules/form-note.ts'
import { periodOfHeading } from '../../shared/rules/form-period.ts'
import { type FormValue, formValue } from '../../shared/rules/form-value.ts'
import { type ReportPeriod, reportPeriodName } from '../../shared/rules/report-period.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useReads, useToday, useWrite } from '../api/hooks.ts'
import type { ChosenFile } from '../api/read-file.ts'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Sheet } from '../ui/page.tsx'
import { FactsDialog } from './facts-dialog.tsx'
import type { FigurePlace } from './figure-table.tsx'
import styles from './form.module.css'
import { FormColumnRow } from './form-column-row.tsx'

/** As they were filled the last time; what was not there then, as its heading suggests. */
function columnsOf(form: ReadForm, known: FormMapping | null): FormColumn[] {
  return form.columns.map(({ position, suggested }) => {
    const own = known?.columns.find((each) => each.position === position)
    return {
      position,
      figure: own ? own.figure : known?.exact ? null : suggested,
      words: own?.words ?? '',
    }
  })
}

/** The columns of a form, each with what it is filled with, what that comes to, and the button that writes it. */
export function FormColumns(props: {
  reading: number
  file: ChosenFile
  form: ReadForm
  period: ReportPeriod
  known: FormMapping | null
}) {
  const { form, file, period, known } = props
  const today = useToday()
  const parts = form.columns.map(({ heading }) => periodOfHeading(heading, period))
  const periods = distinct([period, ...parts.filter((part) => part !== 'outside')])
  const previews = useReads(
    'reports.preview',
    periods.map((each) => ({ report: 'summary', ...each })),
  )
  // What was just chosen counts at once, before it is stored and read again.
  const [columns, setColumns] = useState(() => columnsOf(form, known))
  // Until what was sent last has come back, what is read may be older than what is on screen.
  const sent = useRef<string | null>(null)
  useEffect(() => {
    const stored = columnsOf(form, known)
    if (sent.current === null) setColumns(stored)
    else if (sent.current === JSON.stringify(stored)) sent.current = null
  }, [form, known])
  // Words of the last period are offered again, but nobody has looked at them for this one yet.
  const [before] = useState(known)
  // What is new in a form like an earlier one stays marked while it is looked through, though its columns are stored.
  const shown = before && !before.exact ? before : known
  const [row, setRow] = useState<number | null>(form.ownRow)
  const [raiseRow, setRaiseRow] = useState(false)
  const [opened, setOpened] = useState<{ place: FigurePlace; period: ReportPeriod } | null>(null)
  const [done, setDone] = useState<{ path: string; notes: FormNote[] } | null>(null)
  const map = useWrite('forms.map')
  const fill = useWrite('forms.fill')

  const lines = form.columns.map((heading, index) => {
    const column = columns.find((each) => each.position === heading.position)
    const of = parts[index] ?? period
    const tables = previews.data?.[periods.findIndex((each) => of !== 'outside' && isSame(each, of))]?.tables
    const figure = column?.figure ?? null
    // Nothing is known yet of a month that has not begun, and nothing asked of one that is not in the period.
    const isAsked = of !== 'outside' && of.fromDate <= today
    const value = figure && (isAsked && tables ? formValue(tables, figure) : noValue)
    return { heading, column, figure, of, value }
  })
  const name = form.rows.find((each) => each.row === row)?.name
  const cells = formCells(lines, name === '' ? { letter: form.nameLetter, value: form.cellName } : null)
  const filling = { ...file, sheet: form.sheet, row: row ?? 1, cells, raiseRow }
  const check = useRead('forms.check', filling, {
    enabled: row !== null && cells.length > 0 && previews.data !== undefined,
    key: [props.reading, row, cells, raiseRow],
  })
  if (previews.error) return <Refusal message={previews.error.message} />
  if (!previews.data) return <Loading />
  const notes = row === null || cells.length === 0 ? [] : (check.data ?? [])

  const remember = (as: FormColumn[]) => {
    sent.current = JSON.stringify(as)
    map.mutate(
      { fingerprint: form.fingerprint, title: form.title.slice(0, 2000), columns: as },
      {
        onError: () => {
          sent.current = null
        },
      },
    )
  }
  const change = (position: number, next: Partial<FormColumn>) => {
    setDone(null)
    const changed = columns.map((column) => (column.position === position ? { ...column, ...next } : column))
    setColumns(changed)
    remember(changed)
  }
  const write = () => {
    if (!known?.exact) remember(columns)
    fill.mutate(filling, { onSuccess: (saved) => saved && setDone(saved) })
  }
  const hindrance =
    row === null
      ? 'Hãy chọn dòng của chi bộ trong biểu.'
      : cells.length === 0
        ? 'Chưa có cột nào để ghi.'
        : null

  return (
    <Sheet label="Các cột của biểu">
      <Group justify="space-between" align="flex-end" gap="sm" mb="xs">
        <Select
          label="Dòng của chi bộ trong biểu"
          placeholder="Chọn dòng"
          data={form.rows.map((each) => ({
            value: String(each.row),
            label: `Dòng ${each.row}: ${each.name === '' ? 'chưa ghi tên chi bộ' : each.name}`,
          }))}
          value={row === null ? null : String(row)}
          onChange={(value) => {
            setDone(null)
            setRow(value === null ? null : Number(value))
          }}
          w={340}
        />
        <Group gap="sm">
          <Text size="sm" role={hindrance ? 'status' : undefined}>
            {hindrance ?? beforeFilling(cells.length, notes, lines)}
          </Text>
          <Button onClick={write} disabled={hindrance !== null} loading={fill.isPending}>
            Ghi vào biểu
          </Button>
        </Group>
      </Group>
      {name === '' && (
        <Text size="sm" mb="xs">
          Dòng này chưa có tên: sẽ ghi cả “{form.cellName}” vào cột {form.nameLetter}.
        </Text>
      )}
      {name !== undefined && name !== '' && !isSameCell(name, form.cellName) && (
        <Text size="sm" mb="xs" role="status">
          Dòng đang chọn mang tên “{name}”, không phải “{form.cellName}”.
        </Text>
      )}
      {(raiseRow || notes.some(({ kind }) => kind === 'low')) && (
        <Checkbox
          mb="xs"
          label={`Nâng dòng ${row} để in đủ chữ (chỉ đổi chiều cao của dòng này)`}
          checked={raiseRow}
          onChange={(event) => {
            setDone(null)
            setRaiseRow(event.currentTarget.checked)
          }}
        />
      )}
      {check.error && <Refusal message={check.error.message} />}
      <Text size="sm" className="soft" mb="xs">
        {shown ? knownWords(shown) : newWords}
      </Text>
      {done && (
        <Alert
          color="green"
          variant="light"
          title="Đã ghi biểu"
          role="status"
          mb="xs"
          classNames={{ title: styles.ink, message: styles.ink }}
        >
          {done.path}.{afterFilling(done.notes)}
        </Alert>
      )}
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Cột</th>
              <th scope="col">Tiêu đề trong biểu</th>
              <th scope="col">Điền bằng</th>
              <th scope="col">Sẽ ghi</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ heading, column, figure, of, value }) => (
              <FormColumnRow
                key={heading.position}
                heading={heading}
                column={column}
                value={value}
                of={partWords(of, period)}
                isNew={isNew(shown, heading.position)}
                isOld={isOld(before, column)}
                notes={notes.filter(({ letter }) => letter === heading.letter)}
                onChange={(next) => change(heading.position, next)}
                onOpen={({ shown }) =>
                  figure &&
                  of !== 'outside' &&
                  setOpened({
                    place: { ...placeOfFigure(figure), words: `${heading.heading}: ${shown}` },
                    period: of,
                  })
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      <FactsDialog
        report={{ report: 'summary', ...(opened?.period ?? period) }}
        place={opened?.place ?? null}
        onClose={() => setOpened(null)}
      />
    </Sheet>
  )
}

const isSame = (one: ReportPeriod, other: ReportPeriod) =>
  one.fromDate === other.fromDate && one.toDate === other.toDate

const distinct = (periods: readonly ReportPeriod[]) =>
  periods.filter((each, index) => periods.findIndex((first) => isSame(first, each)) === index)

const noValue: FormValue = { cell: null, shown: '', facts: false }

/** What a column is of where that is not the whole period. */
function partWords(of: ReportPeriod | 'outside', period: ReportPeriod): string | null {
  if (of === 'outside') return 'Tiêu đề nói kỳ khác với kỳ báo cáo.'
  if (isSame(of, period)) return null
  const name =
    reportPeriodName(of) ?? `Từ ${formatVietnameseDate(of.fromDate)} đến ${formatVietnameseDate(of.toDate)}`
  return `Số liệu của ${name.charAt(0).toLowerCase()}${name.slice(1)}.`
}

/** A column that the form most like this one did not have. */
const isNew = (known: FormMapping | null, position: number) =>
  known !== null && !known.exact && !known.columns.some((column) => column.position === position)

/** A column with words that were written the last time and not since. */
const isOld = (before: FormMapping | null, column: FormColumn | undefined) =>
  column !== undefined &&
  column.figure === null &&
  column.words !== '' &&
  (before?.columns ?? []).some(
    ({ position, words }) => position === column.position && words === column.words,
  )

const newWords =
  'Biểu mới gặp lần đầu: chương trình đề nghị theo tiêu đề, hãy xem lại từng cột. Cách ghép sẽ được nhớ.'

function knownWords({ exact, title, lost }: FormMapping): string {
  if (exact) return 'Biểu có các cột này đã được ghép trước đây: dùng lại cách ghép cũ, sửa ở đâu lưu ở đó.'
  const gone = lost.map(({ figure, words }) => `“${figure ? formFigureNames[figure] : words}”`)
  return [
    `Biểu gần giống biểu đã ghép trước đây${title === '' ? '' : ` (${title})`}: cột nào còn đúng tiêu đề cũ thì dùng lại cách ghép cũ, cột khác xin xem lại.`,
    ...(gone.length > 0 ? [`Lần trước còn điền ${gone.join(', ')}: biểu này không còn cột ấy.`] : []),
  ].join(' ')
}
