import { Anchor, Button, Table, Text } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import type { ReportCalendar } from '../../shared/contract/report-calendar.ts'
import { dueWords } from '../../shared/rules/report-calendar.ts'
import { reportPath } from '../../shared/rules/report-path.ts'
import { reportPeriodName } from '../../shared/rules/report-period.ts'
import { type ReportName, reportWords } from '../../shared/rules/reports.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { DueRules } from './due-rules.tsx'
import styles from './reports.module.css'

const help: Help = {
  about:
    'Báo cáo nào nộp cho ai, ngày nào. Hạn do cấp trên từng nơi đặt: sửa ở bảng dưới, mỗi ô tự lưu khi rời đi.',
  keys: [{ keys: 'Tab, Enter', does: 'Tới một báo cáo và mở nó' }],
}

/** What is due to whom, what was sent, and the days this cell goes by. */
export function ReportCalendarPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const calendar = useRead('reportCalendar.get', {})
  if (calendar.error) return <Refusal message={calendar.error.message} />
  if (!calendar.data) return <Loading />
  return (
    <Page
      title="Lịch báo cáo"
      subtitle="Báo cáo nào nộp cho ai, hạn ngày nào"
      actions={
        <Button variant="default" onClick={() => navigate('/bao-cao')}>
          Tới các báo cáo
        </Button>
      }
    >
      <Section title="Cần gửi">
        <DueTable calendar={calendar.data} />
      </Section>
      {calendar.data.sent.length > 0 && (
        <Section title="Đã gửi gần đây">
          <SentTable sent={calendar.data.sent} />
        </Section>
      )}
      <Section title="Hạn và nơi nhận">
        <Text size="sm" className="soft" mb="xs">
          Mỗi nơi một hạn: sửa cho đúng nơi mình, ô nào rời đi là lưu. Để trống số ngày thì không nhắc.
        </Text>
        <DueRules calendar={calendar.data} />
      </Section>
    </Page>
  )
}

function DueTable({ calendar }: { calendar: ReportCalendar }) {
  const today = useToday()
  const markSent = useWrite('reportCalendar.markSent')
  if (calendar.due.length === 0)
    return <Text className="soft">Không còn báo cáo nào chờ gửi. Hạn của từng báo cáo đặt ở bảng dưới.</Text>
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Báo cáo</Table.Th>
          <Table.Th>Kỳ</Table.Th>
          <Table.Th>Nơi nhận</Table.Th>
          <Table.Th>Hạn</Table.Th>
          <Table.Th>
            <span className={styles.hidden}>Đánh dấu</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {calendar.due.map((due) => {
          const { report, fromDate, toDate, recipient, dueOn } = due
          const words = `${reportWords[report].label}, ${reportPeriodName({ fromDate, toDate })}`
          return (
            <Table.Tr key={`${report} ${fromDate}`}>
              <Table.Td>
                <Anchor component={Link} href={reportPath(due)}>
                  {reportWords[report].label}
                </Anchor>
              </Table.Td>
              <Table.Td>{reportPeriodName({ fromDate, toDate })}</Table.Td>
              <Table.Td>{recipient}</Table.Td>
              <Table.Td className={styles.day}>
                <span className={dueOn < today ? styles.late : undefined}>
                  {formatVietnameseDate(dueOn)}, {dueWords(dueOn, today)}
                </span>
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Đánh dấu đã gửi: ${words}`}
                  onClick={() => markSent.mutate({ report, fromDate, toDate })}
                >
                  Đánh dấu đã gửi
                </Button>
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

/** What was marked as sent, each to be taken back where it was marked by mistake. */
function SentTable({ sent }: { sent: ReportCalendar['sent'] }) {
  const unmark = useWrite('reportCalendar.unmarkSent')
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Báo cáo</Table.Th>
          <Table.Th>Kỳ</Table.Th>
          <Table.Th>Ngày gửi</Table.Th>
          <Table.Th>
            <span className={styles.hidden}>Bỏ đánh dấu</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sent.map(({ id, report, fromDate, toDate, sentOn }) => {
          const label = reportWords[report as ReportName]?.label ?? report
          const period = reportPeriodName({ fromDate, toDate })
          return (
            <Table.Tr key={id}>
              <Table.Td>{label}</Table.Td>
              <Table.Td>{period}</Table.Td>
              <Table.Td>{formatVietnameseDate(sentOn)}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="dark"
                  aria-label={`Bỏ đánh dấu: ${label}, ${period}`}
                  onClick={() => unmark.mutate({ id })}
                >
                  Bỏ đánh dấu
                </Button>
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
