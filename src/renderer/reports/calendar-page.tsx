import { Anchor, Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ReportCalendar } from '../../shared/contract/report-calendar.ts'
import {
  type DueAnchor,
  type DueRule,
  dueAnchorNames,
  dueAnchors,
  dueWords,
} from '../../shared/rules/report-calendar.ts'
import { reportPath } from '../../shared/rules/report-path.ts'
import { reportPeriodName } from '../../shared/rules/report-period.ts'
import { type ReportName, reportStretchWords, reportWords } from '../../shared/rules/reports.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
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
      <Section title="Sắp đến hạn">
        <DueTable calendar={calendar.data} />
      </Section>
      <Section title="Hạn và nơi nhận">
        <Rules rules={calendar.data.rules} />
      </Section>
      {calendar.data.sent.length > 0 && (
        <Section title="Đã gửi gần đây">
          <Stack gap={2}>
            {calendar.data.sent.map(({ report, fromDate, toDate, sentOn }) => (
              <Text key={`${report} ${fromDate} ${toDate}`} size="sm">
                {formatVietnameseDate(sentOn)}: {reportWords[report as ReportName]?.label ?? report},{' '}
                {reportPeriodName({ fromDate, toDate })}
              </Text>
            ))}
          </Stack>
        </Section>
      )}
    </Page>
  )
}

function DueTable({ calendar }: { calendar: ReportCalendar }) {
  const today = useToday()
  const markSent = useWrite('reportCalendar.markSent')
  if (calendar.due.length === 0)
    return <Text className="soft">Chưa có báo cáo nào đến hạn. Đặt hạn ở bảng dưới.</Text>
  return (
    <Table>
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
              <Table.Td className={dueOn < today ? styles.late : undefined}>
                {formatVietnameseDate(dueOn)}, {dueWords(dueOn, today)}
              </Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Đã gửi: ${words}`}
                  onClick={() => markSent.mutate({ report, fromDate, toDate })}
                >
                  Đã gửi
                </Button>
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

function Rules({ rules }: { rules: ReportCalendar['rules'] }) {
  return (
    <Stack gap="sm">
      {rules.map((rule) => (
        <RuleForm key={`${rule.report} ${rule.recipient} ${rule.anchor} ${rule.day}`} rule={rule} />
      ))}
    </Stack>
  )
}

/** One report's recipient and day; each field is saved as it is left. */
function RuleForm({ rule }: { rule: DueRule & { source: string } }) {
  const { report, source } = rule
  const setDue = useWrite('reportCalendar.setDue')
  const recipient = useRef<HTMLInputElement>(null)
  const day = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const save = (anchor: DueAnchor) => {
    const typed = day.current?.value.trim() ?? ''
    const number = typed === '' ? null : Number(typed)
    if (number !== null && !(/^\d+$/.test(typed) && number >= 1 && number <= 31)) {
      setProblem('Hãy nhập số từ 1 đến 31, hoặc để trống')
      return
    }
    setProblem(null)
    const next = { report, recipient: recipient.current?.value.trim() ?? '', anchor, day: number }
    const same = next.recipient === rule.recipient && next.anchor === rule.anchor && next.day === rule.day
    if (!same && !setDue.isPending) setDue.mutate(next)
  }
  const label = reportWords[report].label
  return (
    <fieldset className={styles.rule}>
      <legend>
        {label} ({reportStretchWords(report)})
      </legend>
      <Group gap="sm" align="flex-start">
        <TextInput
          ref={recipient}
          label="Nơi nhận"
          defaultValue={rule.recipient}
          maxLength={200}
          w={230}
          onBlur={() => save(rule.anchor)}
        />
        <Select
          label="Hạn tính theo"
          data={dueAnchors.map((value) => ({ value, label: dueAnchorNames[value] }))}
          value={rule.anchor}
          onChange={(value) => value && save(value as DueAnchor)}
          w={300}
        />
        <TextInput
          ref={day}
          label="Ngày thứ mấy"
          defaultValue={rule.day === null ? '' : String(rule.day)}
          inputMode="numeric"
          autoComplete="off"
          w={140}
          error={problem}
          onBlur={() => save(rule.anchor)}
        />
      </Group>
      <Text size="sm" className="soft">
        {source === ''
          ? 'Chưa thấy nơi nào quy định ngày nộp: để trống ngày thì không nhắc.'
          : `Mặc định: ${source}.`}
      </Text>
    </fieldset>
  )
}
