import { Alert, Button, Group } from '@mantine/core'
import { Link } from 'wouter'
import { printedPagesWords } from '../../shared/rules/printed-pages.ts'
import { reportPeriod } from '../../shared/rules/report-period.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { sayDone } from '../ui/messages.tsx'

/** What goes out of a year's plan, and what comes in. `planned`: whether the year has a theme at all. */
export function YearActions(props: { year: number; planned: boolean; today: string }) {
  const { year, planned, today } = props
  const save = useWrite('themes.exportPlan')
  const day = today.startsWith(`${year}-`) ? today : `${year}-12-31`
  const quarter = reportPeriod('quarter', day)
  return (
    <Group gap="xs">
      {planned && (
        <>
          <Button component={Link} href={`/chuyen-de/nam/${year}/van-ban`} variant="default">
            Kế hoạch, phiếu giao (in)
          </Button>
          <Button
            variant="default"
            loading={save.isPending}
            onClick={() =>
              save.mutate(
                { year },
                {
                  onSuccess: (saved) =>
                    saved && sayDone(`Đã lưu ${saved.path}, in ra ${printedPagesWords(saved.sheets)}`),
                },
              )
            }
          >
            Ghi kế hoạch ra Excel
          </Button>
          <Button
            component={Link}
            href={`/bao-cao/xem/themes/${quarter.fromDate}/${quarter.toDate}`}
            variant="default"
          >
            Báo cáo quý
          </Button>
        </>
      )}
      <Button component={Link} href="/chuyen-de/nhap" variant="default">
        Nhập kế hoạch từ Excel
      </Button>
    </Group>
  )
}

/** That three people carry more than half of the year, where they do. */
export function YearBurden(props: { year: number }) {
  const burden = useRead('themes.burden', { year: props.year })
  if (!burden.data) return null
  return (
    <Alert color="yellow" variant="light" p="xs" role="status">
      {burden.data}
    </Alert>
  )
}
