import { Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  nextNumber,
  numberFindings,
  numberInWords,
  paperSymbol,
  type Term,
  termOn,
  usedInTerm,
} from '../../shared/rules/paper-number.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import styles from './papers.module.css'

type Wrong = Readonly<Record<string, string>>

/**
 * A number being chosen: its day, the term that day falls in, what is amiss about it. `exceptOutsideId` is the noted
 * one that is being corrected; `asksTerm` says when the start of the committee's term is still to be asked.
 */
export function useNumberInHand(of: {
  code: string
  start: { issuedOn: string; number: number } | null
  exceptOutsideId: number | null
  asksTerm: (terms: readonly Term[], term: Term | null) => boolean
}) {
  const today = useToday()
  const [issuedOn, setIssuedOn] = useState<string | null>(of.start?.issuedOn ?? today)
  const [startsOn, setStartsOn] = useState<string | null>(null)
  const [typed, setTyped] = useState<string | null>(of.start ? numberInWords(of.start.number) : null)
  const addTerm = useWrite('terms.add', { toldInPlace: true })
  const day = issuedOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(issuedOn) ? issuedOn : today
  const { code, exceptOutsideId } = of
  const { data } = useRead('papers.numbers', { code, issuedOn: day, exceptOutsideId })
  if (!data) return null
  const { terms, used, abbreviation, refusal } = data
  const term = termOn(terms, day)
  const next = nextNumber(terms, used, day)
  const number = typed === null ? next : /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null
  const asksTerm = of.asksTerm(terms, term)
  return {
    issuedOn,
    setIssuedOn,
    setStartsOn,
    typed,
    setTyped,
    term,
    asksTerm,
    next,
    number,
    symbol: paperSymbol(number, code, abbreviation),
    findings: [
      ...(refusal === null ? [] : [refusal]),
      ...(asksTerm || number === null ? [] : numberFindings(usedInTerm(terms, used, day), number, day)),
    ],
    /** What is still to be entered, or the day and number, with the term noted where it was asked. */
    async settle(): Promise<{ wrong: Wrong } | { issuedOn: string; number: number }> {
      if (issuedOn === null || number === null || (asksTerm && startsOn === null))
        return {
          wrong: {
            ...(issuedOn === null && { issuedOn: 'Hãy nhập ngày ban hành' }),
            ...(number === null && { number: 'Hãy nhập số, ví dụ 05' }),
            ...(asksTerm && startsOn === null && { startsOn: 'Hãy nhập ngày bắt đầu nhiệm kỳ' }),
          },
        }
      if (asksTerm && startsOn !== null) await addTerm.mutateAsync({ startsOn })
      return { issuedOn, number }
    },
  }
}

export type NumberInHand = NonNullable<ReturnType<typeof useNumberInHand>>

/** The day and the number, with the term they are counted in; the term's start where it is not known yet. */
export function NumberFields(props: { inHand: NumberInHand; wrong: Wrong; autoFocus: boolean }) {
  const { inHand, wrong } = props
  const { term, next, asksTerm } = inHand
  return (
    <>
      {asksTerm && (
        <DateField
          label="Ngày bắt đầu nhiệm kỳ chi ủy"
          description="Hỏi một lần: số văn bản đánh từ 01 theo từng nhiệm kỳ."
          required
          w={260}
          value={null}
          onChange={inHand.setStartsOn}
          error={wrong.startsOn}
          autoFocus={props.autoFocus}
        />
      )}
      <Group gap="sm" align="flex-start">
        <DateField
          label="Ngày ban hành"
          required
          value={inHand.issuedOn}
          onChange={inHand.setIssuedOn}
          error={wrong.issuedOn}
        />
        <TextInput
          label="Số"
          required
          autoComplete="off"
          inputMode="numeric"
          w={90}
          // The number that is proposed changes with the term of the day, and with the type.
          key={`${term?.id} ${next}`}
          defaultValue={inHand.typed ?? numberInWords(next)}
          onChange={(event) => inHand.setTyped(event.currentTarget.value)}
          error={wrong.number}
          data-autofocus={props.autoFocus && !asksTerm ? true : undefined}
        />
        <Text mt={30}>{`Số ${inHand.symbol}`}</Text>
      </Group>
      {!asksTerm && (
        <Text size="sm" className="soft">
          {term
            ? `Nhiệm kỳ từ ${formatVietnameseDate(term.startsOn)}`
            : 'Trước nhiệm kỳ đầu tiên đã ghi trong Cài đặt'}
          : số tiếp theo là {numberInWords(next)}.
        </Text>
      )}
    </>
  )
}

/** What should be looked at; `still` says what can be done all the same. */
export function Findings(props: { findings: readonly string[]; still: string }) {
  if (props.findings.length === 0) return null
  return (
    <div className={styles.stale} role="status">
      <b>{`Nên xem lại (vẫn ${props.still} được)`}</b>
      <ul>
        {props.findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </div>
  )
}
