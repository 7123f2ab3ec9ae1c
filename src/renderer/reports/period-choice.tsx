import { Button, Group, SegmentedControl } from '@mantine/core'
import {
  type ReportPeriod,
  type ReportStretch,
  reportPeriod,
  reportStretches,
  reportStretchNames,
  stretchOf,
} from '../../shared/rules/report-period.ts'
import { useToday } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'

/** Why a period cannot be reported on yet, or null. */
export function periodProblem({ fromDate, toDate }: ReportPeriod): string | null {
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (!isDay(fromDate) || !isDay(toDate)) return 'Hãy nhập đủ ngày bắt đầu và ngày kết thúc.'
  return fromDate > toDate ? 'Ngày bắt đầu phải trước ngày kết thúc.' : null
}

/** A stretch of the calendar by one click, the one before or after it, or any two days typed in. */
export function PeriodChoice(props: { period: ReportPeriod; onChange: (period: ReportPeriod) => void }) {
  const today = useToday()
  const { period, onChange } = props
  const stretch = periodProblem(period) === null ? stretchOf(period) : null
  const step = (steps: number) => stretch && onChange(reportPeriod(stretch, period.fromDate, steps))
  return (
    <>
      <SegmentedControl
        aria-label="Báo cáo theo"
        data={reportStretches.map((value) => ({ value, label: reportStretchNames[value] }))}
        // Two days typed in are none of these.
        value={stretch ?? ''}
        onChange={(value) => onChange(reportPeriod(value as ReportStretch, today))}
      />
      <Group gap={4}>
        <Button variant="default" px="xs" onClick={() => step(-1)} disabled={stretch === null}>
          Kỳ trước
        </Button>
        <Button variant="default" px="xs" onClick={() => step(1)} disabled={stretch === null}>
          Kỳ sau
        </Button>
      </Group>
      <Group gap={8} wrap="nowrap">
        <DateField
          label="Từ ngày"
          value={period.fromDate || null}
          onChange={(day) => onChange({ ...period, fromDate: day ?? '' })}
          w={112}
        />
        <DateField
          label="Đến ngày"
          value={period.toDate || null}
          onChange={(day) => onChange({ ...period, toDate: day ?? '' })}
          w={112}
        />
      </Group>
    </>
  )
}
