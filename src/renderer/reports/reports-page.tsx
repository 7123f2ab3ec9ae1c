import { Button, NavLink, Select, Stack, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ReportInput } from '../../shared/contract/reports.ts'
import { dueWords } from '../../shared/rules/report-calendar.ts'
import { reportPath } from '../../shared/rules/report-path.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import { reportNames, reportWords, usualPeriod } from '../../shared/rules/reports.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { EmptyState, Page, Sheet } from '../ui/page.tsx'
import { ChartPicture } from './chart-picture.tsx'
import { FactsDialog } from './facts-dialog.tsx'
import { type FigurePlace, FigureTable } from './figure-table.tsx'
import { PeriodChoice, periodProblem } from './period-choice.tsx'
import { PrintedPages } from './printed-pages.tsx'
import { PackExport, ReportExport } from './report-export.tsx'
import styles from './reports.module.css'

const help: Help = {
  about:
    'Chọn báo cáo và kỳ báo cáo, xem trước số liệu rồi ghi thành tệp Excel. Số có gạch chân mở ra danh sách những dấu, lượt, việc làm nên số đó; dấu điểm danh mở ra điều đã ghi.',
  keys: [
    { keys: '← →', does: 'Đổi tháng, quý, 6 tháng, năm; trong bảng: sang ô bên' },
    { keys: '↑ ↓', does: 'Chuyển dòng trong bảng' },
    { keys: 'Enter', does: 'Trong bảng: mở số đang chọn' },
  ],
}

/** The report centre: which report, of which period, its figures, and the workbook. */
export function ReportsPage(props: { report: string | null; period: ReportPeriod | null }) {
  useHelp(help)
  const [, navigate] = useLocation()
  const today = useToday()
  const due = useRead('reportCalendar.get', {}).data?.due
  const report = reportNames.find((name) => name === props.report) ?? 'rollBook'
  // Days typed half are no address yet.
  const [typed, setTyped] = useState<ReportPeriod | null>(null)
  const known = props.period ?? usualPeriod(report, today)
  const period = typed ?? known
  const problem = periodProblem(period)
  const choose = (next: ReportPeriod) => {
    const whole = periodProblem(next) === null
    setTyped(whole ? null : next)
    if (whole) navigate(reportPath({ report, ...next }))
  }
  // On a small screen the list would take a third of the room of what is looked at.
  const narrow = useMediaQuery('(max-width: 1249px)', false, { getInitialValueInEffect: false })
  const choices = reportNames.map((name) => {
    const next = due?.find((each) => each.report === name)
    return {
      name,
      path: reportPath(next ?? { report: name, ...usualPeriod(name, today) }),
      dueWords: next && `Hạn ${formatVietnameseDate(next.dueOn).slice(0, 5)}, ${dueWords(next.dueOn, today)}`,
    }
  })
  return (
    <Page
      title="Báo cáo"
      subtitle="Chọn báo cáo và kỳ, xem trước, ghi thành tệp Excel"
      actions={
        <>
          <Button variant="default" onClick={() => navigate('/bao-cao/dien-bieu')}>
            Điền biểu của cấp trên
          </Button>
          <Button variant="default" onClick={() => navigate('/bao-cao/lich')}>
            Lịch báo cáo
          </Button>
          <Button variant="default" onClick={() => navigate('/bao-cao/phat-bieu')}>
            Biểu đồ phát biểu
          </Button>
        </>
      }
    >
      <div className={styles.centre} data-narrow={narrow || undefined}>
        {!narrow && (
          <nav className={styles.list} aria-label="Các báo cáo">
            {choices.map(({ name, path, dueWords }) => (
              <NavLink
                key={name}
                component={Link}
                href={path}
                label={reportWords[name].label}
                description={dueWords}
                active={name === report}
                aria-current={name === report ? 'page' : undefined}
              />
            ))}
          </nav>
        )}
        <Stack gap="sm" className={styles.report}>
          <Sheet label="Khoảng thời gian">
            <PackExport period={period} problem={problem}>
              {narrow && (
                <Select
                  label="Báo cáo"
                  data={choices.map(({ name }) => ({ value: name, label: reportWords[name].label }))}
                  renderOption={({ option }) => (
                    <div>
                      {option.label}
                      <Text size="sm" className="soft">
                        {choices.find(({ name }) => name === option.value)?.dueWords}
                      </Text>
                    </div>
                  )}
                  maxDropdownHeight={400}
                  value={report}
                  allowDeselect={false}
                  comboboxProps={{ width: 420, position: 'bottom-start' }}
                  onChange={(chosen) => {
                    const choice = choices.find(({ name }) => name === chosen)
                    if (choice) navigate(choice.path)
                  }}
                  w={250}
                />
              )}
              <PeriodChoice period={period} onChange={choose} />
            </PackExport>
          </Sheet>
          {problem === null ? (
            <Preview key={report} input={{ report, ...period }} />
          ) : (
            <Text role="alert">{problem}</Text>
          )}
        </Stack>
      </div>
    </Page>
  )
}

function Preview({ input }: { input: ReportInput }) {
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState<FigurePlace | null>(null)
  const preview = useRead('reports.preview', input)
  if (preview.error) return <Refusal message={preview.error.message} />
  if (!preview.data) return <Loading />
  const { title, something, tables } = preview.data
  if (!something) {
    return (
      <EmptyState sentence={`${title}: kỳ này chưa có gì được ghi nên chưa có gì để báo cáo.`}>
        <Button onClick={() => navigate('/cuoc-hop')}>Tới các cuộc họp</Button>
      </EmptyState>
    )
  }
  const opens = tables.some(({ rows }) => rows.some(({ cells }) => cells.some(({ facts }) => facts)))
  return (
    <Sheet label={title}>
      <ReportExport input={input}>
        <div className={styles.heading}>
          <Title order={2}>{title}</Title>
          <Text size="sm" className="soft">
            {reportWords[input.report].about}
            {opens && ' Số, dấu gạch chân mở ra được: bấm vào, hoặc đi bằng phím mũi tên rồi Enter.'}
          </Text>
          <PrintedPages input={input} />
        </div>
      </ReportExport>
      <Stack gap="lg" className={styles.paper}>
        {tables.map((table) => (
          <div key={table.key}>
            {tables.length > 1 && <h3 className={styles.titles}>{table.title}</h3>}
            {table.rows.length > 0 && <FigureTable table={table} onOpen={setOpened} />}
            {table.notes.map((note) => (
              <p key={note} className={styles.note}>
                {note}
              </p>
            ))}
            {table.charts.map((chart) => (
              <ChartPicture key={chart.title} chart={chart} />
            ))}
          </div>
        ))}
      </Stack>
      <FactsDialog report={input} place={opened} onClose={() => setOpened(null)} />
    </Sheet>
  )
}
