import { NativeSelect, Table, Text, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { ReportCalendar } from '../../shared/contract/report-calendar.ts'
import { type DueAnchor, dueAnchorNames, dueAnchors, dueWords } from '../../shared/rules/report-calendar.ts'
import { reportPeriodName } from '../../shared/rules/report-period.ts'
import { reportStretchWords, reportWords } from '../../shared/rules/reports.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useToday, useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import styles from './reports.module.css'

type Rule = ReportCalendar['rules'][number]

/** To whom each report goes and by what day it is reckoned; a line saves itself as each of its fields is left. */
export function DueRules({ calendar }: { calendar: ReportCalendar }) {
  return (
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="24%">Báo cáo</Table.Th>
          <Table.Th w="20%">Nơi nhận</Table.Th>
          <Table.Th w={250}>Hạn tính theo</Table.Th>
          <Table.Th w={90}>Số ngày</Table.Th>
          <Table.Th>Hạn gần nhất</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {calendar.rules.map((rule) => (
          <RuleLine
            key={rule.report}
            rule={rule}
            next={calendar.due.find(({ report }) => report === rule.report) ?? null}
          />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function RuleLine({ rule, next }: { rule: Rule; next: ReportCalendar['due'][number] | null }) {
  const today = useToday()
  const { report, source } = rule
  const setDue = useWrite('reportCalendar.setDue')
  const saved = {
    recipient: rule.recipient,
    anchor: rule.anchor,
    day: rule.day === null ? '' : String(rule.day),
  }
  const form = useForm({ defaultValues: saved })
  const autosave = useAutosave(form, saved, async ({ recipient, anchor, day }) => {
    const typed = day.trim()
    const number = typed === '' ? null : Number(typed)
    if (number !== null && !(/^\d+$/.test(typed) && number >= 1 && number <= 31)) {
      form.setError('day', { message: 'Hãy nhập số từ 1 đến 31, hoặc để trống' })
      throw new RangeError('not a day')
    }
    await setDue.mutateAsync({
      report,
      recipient: recipient.trim(),
      anchor: anchor as DueAnchor,
      day: number,
    })
  })
  const leave = { onBlur: autosave.onBlur, onInput: autosave.onInput }
  const { label } = reportWords[report]
  return (
    <>
      <Table.Tr data-noted={source !== '' || undefined} className={styles.ruled}>
        <Table.Td>
          {label} <span className="soft">({reportStretchWords(report)})</span>
        </Table.Td>
        <Table.Td>
          <TextInput
            aria-label={`Nơi nhận: ${label}`}
            maxLength={200}
            autoComplete="off"
            {...form.register('recipient')}
            {...leave}
          />
        </Table.Td>
        <Table.Td>
          <NativeSelect
            aria-label={`Hạn tính theo: ${label}`}
            data={dueAnchors.map((value) => ({ value, label: dueAnchorNames[value] }))}
            {...form.register('anchor')}
            {...leave}
          />
        </Table.Td>
        <Table.Td>
          <TextInput
            aria-label={`Số ngày: ${label}`}
            inputMode="numeric"
            autoComplete="off"
            w={64}
            error={form.formState.errors.day?.message}
            {...form.register('day')}
            {...leave}
          />
        </Table.Td>
        <Table.Td>
          {next ? (
            <>
              {formatVietnameseDate(next.dueOn)}
              <Text size="sm" className={next.dueOn < today ? styles.late : 'soft'}>
                {reportPeriodName(next)}, {dueWords(next.dueOn, today)}
              </Text>
            </>
          ) : (
            <span className="soft">{rule.day === null ? 'không nhắc' : 'chưa có'}</span>
          )}
        </Table.Td>
      </Table.Tr>
      {source !== '' && (
        <Table.Tr>
          <Table.Td colSpan={5} pt={0}>
            <Text size="sm" className="soft">
              Mặc định: {source}.
            </Text>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
