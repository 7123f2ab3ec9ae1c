import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type ReportPeriod, reportPeriod, reportPeriodName } from '../../shared/rules/report-period.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { EmptyState, Page, Sheet } from '../ui/page.tsx'
import { PeriodChoice, periodProblem } from './period-choice.tsx'
import { RollBookExport } from './roll-book-export.tsx'
import { RollBookFigures } from './roll-book-figures.tsx'

const help: Help = {
  about:
    'Chọn khoảng thời gian, xem trước số liệu dự sinh hoạt và phát biểu, rồi ghi thành sổ Excel để in và nộp cấp trên.',
  keys: [
    { keys: '← →', does: 'Đổi tháng, quý, 6 tháng, năm' },
    { keys: '↑ ↓', does: 'Chuyển dòng trong bảng' },
  ],
}

/** `Sổ theo dõi dự sinh hoạt và phát biểu`: its period, its figures, and the workbook. */
export function ReportsPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const [period, setPeriod] = useState<ReportPeriod>(reportPeriod('year', useToday()))
  const problem = periodProblem(period)
  return (
    <Page
      title="Báo cáo"
      subtitle="Sổ theo dõi dự sinh hoạt và phát biểu: xem số liệu, ghi thành tệp Excel để in và nộp"
      actions={
        <Button variant="default" onClick={() => navigate('/bao-cao/phat-bieu')}>
          Biểu đồ phát biểu
        </Button>
      }
    >
      <Sheet label="Khoảng thời gian">
        <PeriodChoice period={period} onChange={setPeriod} />
      </Sheet>
      {problem === null ? <RollBook period={period} /> : <Text>{problem}</Text>}
    </Page>
  )
}

function RollBook({ period }: { period: ReportPeriod }) {
  const [, navigate] = useLocation()
  const summary = useRead('reports.rollBook', period)
  if (summary.error) return <Refusal message={summary.error.message} />
  if (!summary.data) return <Loading />
  const name =
    reportPeriodName(period) ??
    `Từ ${formatVietnameseDate(period.fromDate)} đến ${formatVietnameseDate(period.toDate)}`
  if (summary.data.meetings + summary.data.committeeMeetings === 0) {
    return (
      <EmptyState sentence={`${name} chưa có buổi sinh hoạt nào được điểm danh nên chưa có gì để báo cáo.`}>
        <Button onClick={() => navigate('/cuoc-hop')}>Tới các cuộc họp</Button>
      </EmptyState>
    )
  }
  const { uncalled } = summary.data
  return (
    <Sheet label={`Số liệu ${name}`}>
      {/* Another period is another book: what was said of the last one would mislead. */}
      <RollBookExport key={`${period.fromDate} ${period.toDate}`} period={period}>
        <div>
          <Text component="h2" fz="md" fw={700} m={0}>
            {name}
          </Text>
          {uncalled > 0 && (
            <Text size="sm">{uncalled} buổi đã qua chưa điểm danh nên không tính vào số liệu.</Text>
          )}
        </div>
      </RollBookExport>
      <RollBookFigures summary={summary.data} />
    </Sheet>
  )
}
