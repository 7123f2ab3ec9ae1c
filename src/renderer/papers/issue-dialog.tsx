import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AppError } from '../../shared/contract/errors.ts'
import {
  nextNumber,
  numberFindings,
  numberInWords,
  paperSymbol,
  termOn,
  usedInTerm,
} from '../../shared/rules/paper-number.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { type WrittenPaper, writtenPaperNames } from '../../shared/rules/written-paper.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { sayDone } from '../ui/messages.tsx'
import styles from './papers.module.css'

/** Gives a paper its number and day and keeps it as it stands. The start of the committee's term is asked once. */
export function IssueDialog(props: {
  paper: WrittenPaper
  meetingId: number
  missing: number
  onClose: () => void
}) {
  const { paper, meetingId } = props
  const today = useToday()
  const [issuedOn, setIssuedOn] = useState<string | null>(today)
  const [startsOn, setStartsOn] = useState<string | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const day = issuedOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(issuedOn) ? issuedOn : today
  const numbers = useRead('papers.numbers', { paper, issuedOn: day })
  const addTerm = useWrite('terms.add', { toldInPlace: true })
  const issue = useWrite('papers.issue', { toldInPlace: true })
  if (!numbers.data) return null
  const { terms, used, code, abbreviation, refusal } = numbers.data
  const term = termOn(terms, day)
  const next = nextNumber(terms, used, day)
  const number = typed === null ? next : /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null
  const findings = [
    ...(refusal === null ? [] : [refusal]),
    ...(term && number !== null ? numberFindings(usedInTerm(terms, used, day), number, day) : []),
    ...(props.missing > 0 ? [`Văn bản còn thiếu ${props.missing} dữ kiện.`] : []),
  ]
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (issuedOn === null || number === null || (term === null && startsOn === null)) {
      setWrong({
        ...(issuedOn === null && { issuedOn: 'Hãy nhập ngày ban hành' }),
        ...(number === null && { number: 'Hãy nhập số, ví dụ 05' }),
        ...(term === null && startsOn === null && { startsOn: 'Hãy nhập ngày bắt đầu nhiệm kỳ' }),
      })
      return
    }
    try {
      if (term === null && startsOn !== null) await addTerm.mutateAsync({ startsOn })
      await issue.mutateAsync({ paper, meetingId, number, issuedOn })
      sayDone(`Đã ban hành số ${paperSymbol(number, code, abbreviation)}. Bản này được giữ nguyên từ nay.`)
      props.onClose()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      setWrong(Object.keys(error.fields).length > 0 ? error.fields : { issuedOn: error.message })
    }
  }
  return (
    <Dialog
      title={`Ban hành ${writtenPaperNames[paper].toLocaleLowerCase('vi')}`}
      opened
      onClose={props.onClose}
      size={560}
    >
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          {term === null && (
            <DateField
              label="Ngày bắt đầu nhiệm kỳ chi ủy"
              description="Hỏi một lần: số văn bản đánh từ 01 theo từng nhiệm kỳ."
              required
              w={260}
              value={startsOn}
              onChange={setStartsOn}
              error={wrong.startsOn}
            />
          )}
          <Group gap="sm" align="flex-start">
            <DateField
              label="Ngày ban hành"
              required
              value={issuedOn}
              onChange={setIssuedOn}
              error={wrong.issuedOn}
            />
            <TextInput
              label="Số"
              required
              autoComplete="off"
              inputMode="numeric"
              w={90}
              // The number that is proposed changes with the term of the day.
              key={`${term?.id} ${next}`}
              defaultValue={typed ?? numberInWords(next)}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={wrong.number}
              data-autofocus={term === null ? undefined : true}
            />
            <Text mt={30}>{`Số ${paperSymbol(number, code, abbreviation)}`}</Text>
          </Group>
          {term && (
            <Text size="sm" className="soft">
              Nhiệm kỳ từ {formatVietnameseDate(term.startsOn)}: số tiếp theo là {numberInWords(next)}.
            </Text>
          )}
          {findings.length > 0 && (
            <div className={styles.stale} role="status">
              <b>Nên xem lại (vẫn ban hành được)</b>
              <ul>
                {findings.map((finding) => (
                  <li key={finding}>{finding}</li>
                ))}
              </ul>
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              Thôi
            </Button>
            <Button type="submit" loading={issue.isPending}>
              Ban hành
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
