import { Alert, Button, Group, NativeSelect, Select, Text, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FormColumn, ReadForm } from '../../shared/contract/forms.ts'
import { formFigureNames, formFigures, placeOfFigure } from '../../shared/rules/form-figure.ts'
import { formValue } from '../../shared/rules/form-value.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import type { ChosenFile } from '../api/read-file.ts'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Sheet } from '../ui/page.tsx'
import { FactsDialog } from './facts-dialog.tsx'
import type { FigurePlace } from './figure-table.tsx'
import styles from './form.module.css'

/** As they were filled the last time; a form not seen before as its headings suggest. */
function columnsOf(form: ReadForm, known: FormColumn[] | null): FormColumn[] {
  return form.columns.map(({ position, suggested }) => {
    const own = known?.find((each) => each.position === position)
    return {
      position,
      figure: own ? own.figure : known ? null : suggested,
      words: own?.words ?? '',
    }
  })
}

/** The columns of a form, each with what it is filled with, what that comes to, and the button that writes it. */
export function FormColumns(props: {
  file: ChosenFile
  form: ReadForm
  period: ReportPeriod
  known: FormColumn[] | null
}) {
  const { form, file, period, known } = props
  const report = { report: 'summary', ...period } as const
  const preview = useRead('reports.preview', report)
  // What was just chosen counts at once, before it is stored and read again.
  const [columns, setColumns] = useState(() => columnsOf(form, known))
  // Until what was sent last has come back, what is read may be older than what is on screen.
  const sent = useRef<string | null>(null)
  useEffect(() => {
    const stored = columnsOf(form, known)
    if (sent.current === null) setColumns(stored)
    else if (sent.current === JSON.stringify(stored)) sent.current = null
  }, [form, known])
  const [row, setRow] = useState<number | null>(form.ownRow)
  const [opened, setOpened] = useState<FigurePlace | null>(null)
  const [done, setDone] = useState<{ path: string; skipped: string[] } | null>(null)
  const map = useWrite('forms.map')
  const fill = useWrite('forms.fill')
  if (preview.error) return <Refusal message={preview.error.message} />
  if (!preview.data) return <Loading />
  const figures = preview.data

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
  const cells = form.columns.flatMap(({ position, letter }) => {
    const column = columns.find((each) => each.position === position)
    const value = column?.figure ? formValue(figures.tables, column.figure).cell : column?.words.trim()
    return value === null || value === undefined || value === '' ? [] : [{ letter, value }]
  })
  const write = () => {
    if (row === null) return
    if (known === null) remember(columns)
    fill.mutate({ ...file, sheet: form.sheet, row, cells }, { onSuccess: (saved) => saved && setDone(saved) })
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
            label: `Dòng ${each.row}: ${each.name}`,
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
            {hindrance ?? `Sẽ ghi ${cells.length} ô`}
          </Text>
          <Button onClick={write} disabled={hindrance !== null} loading={fill.isPending}>
            Ghi vào biểu
          </Button>
        </Group>
      </Group>
      <Text size="sm" className="soft" mb="xs">
        {known
          ? 'Biểu có các cột này đã được ghép trước đây: dùng lại cách ghép cũ, sửa ở đâu lưu ở đó.'
          : 'Biểu mới gặp lần đầu: chương trình đề nghị theo tiêu đề, hãy xem lại từng cột. Cách ghép sẽ được nhớ.'}
      </Text>
      {done && (
        <Alert color="green.9" variant="light" title="Đã ghi biểu" role="status" mb="xs">
          <span className={styles.ink}>
            {done.path}
            {done.skipped.length > 0 &&
              `. Giữ nguyên ${done.skipped.join(', ')}: ô có công thức hoặc bị gộp vào ô khác.`}
          </span>
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
            {form.columns.map(({ position, letter, heading }) => {
              const column = columns.find((each) => each.position === position)
              const figure = column?.figure ?? null
              const value = figure && formValue(figures.tables, figure)
              return (
                <tr key={position}>
                  <td>{letter}</td>
                  <td>{heading}</td>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={`Cột ${letter} điền bằng`}
                      value={figure ?? ''}
                      onChange={(event) =>
                        change(position, {
                          figure: formFigures.find((each) => each === event.currentTarget.value) ?? null,
                        })
                      }
                      data={[
                        { value: '', label: 'Tự ghi, hoặc để nguyên' },
                        ...formFigures.map((each) => ({ value: each, label: formFigureNames[each] })),
                      ]}
                    />
                  </td>
                  <td>
                    {figure && value ? (
                      value.facts ? (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="dark"
                          className={styles.figure}
                          aria-label={`${heading}: ${value.shown}, xem căn cứ`}
                          onClick={() =>
                            setOpened({ ...placeOfFigure(figure), words: `${heading}: ${value.shown}` })
                          }
                        >
                          {value.shown}
                        </Button>
                      ) : (
                        value.shown
                      )
                    ) : (
                      <TextInput
                        key={column?.words}
                        size="xs"
                        aria-label={`Cột ${letter} tự ghi: ${heading}`}
                        placeholder="để nguyên"
                        defaultValue={column?.words}
                        maxLength={2000}
                        autoComplete="off"
                        onBlur={(event) => {
                          if (event.currentTarget.value !== (column?.words ?? ''))
                            change(position, { words: event.currentTarget.value })
                        }}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <FactsDialog report={report} place={opened} onClose={() => setOpened(null)} />
    </Sheet>
  )
}
