import { Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { Controller, useForm } from 'react-hook-form'
import type { AgendaItem } from '../../shared/contract/agenda.ts'
import type { Vote, VoteFields } from '../../shared/contract/decisions.ts'
import {
  type VoteMethod,
  type VoteRule,
  type Voters,
  voteMethodNames,
  voteMethods,
  voteProblems,
  voteRuleNames,
  voteRules,
  voteSentence,
} from '../../shared/rules/vote.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'
import { onRemoved } from '../ui/messages.tsx'
import styles from './decisions.module.css'
import { ItemSelect } from './item-select.tsx'

/** A vote as it is typed: numbers are text until they are read. */
type Values = {
  agendaItemId: number | null
  subject: string
  rule: VoteRule
  method: VoteMethod
  entitledCount: string
  presentCount: string
  forCount: string
  againstCount: string
  blankCount: string
}

const numberFields = ['entitledCount', 'presentCount', 'forCount', 'againstCount', 'blankCount'] as const
type NumberField = (typeof numberFields)[number]

const numberLabels: Record<NumberField, string> = {
  entitledCount: 'Được biểu quyết',
  presentCount: 'Có mặt',
  forCount: 'Tán thành',
  againstCount: 'Không tán thành',
  blankCount: 'Không ý kiến',
}

const shown = (count: number | null) => (count === null ? '' : String(count))

function valuesOf(vote: Vote): Values {
  return {
    agendaItemId: vote.agendaItemId,
    subject: vote.subject,
    rule: vote.rule,
    method: vote.method,
    entitledCount: shown(vote.entitledCount),
    presentCount: shown(vote.presentCount),
    forCount: shown(vote.forCount),
    againstCount: shown(vote.againstCount),
    blankCount: shown(vote.blankCount),
  }
}

function newVote(voters: Voters | null): Values {
  return {
    agendaItemId: null,
    subject: '',
    rule: 'moreThanHalf',
    method: 'showOfHands',
    entitledCount: shown(voters?.entitled ?? null),
    presentCount: shown(voters?.present ?? null),
    forCount: '',
    againstCount: '',
    blankCount: '',
  }
}

/** The numbers typed, or the field that is no number. Once votes in favour are there, empty others mean none. */
function readNumbers(values: Values): { numbers: Pick<VoteFields, NumberField> } | { unread: NumberField } {
  const unread = numberFields.find((field) => !/^\s*\d{0,4}\s*$/.test(values[field]))
  if (unread) return { unread }
  const counted = numberFields.slice(2).some((field) => values[field].trim() !== '')
  const read = (field: NumberField) => (values[field].trim() === '' ? null : Number(values[field]))
  if (values.entitledCount.trim() === '') return { unread: 'entitledCount' }
  if (values.presentCount.trim() === '') return { unread: 'presentCount' }
  if (counted && read('forCount') === null) return { unread: 'forCount' }
  return {
    numbers: {
      entitledCount: read('entitledCount') ?? 0,
      presentCount: read('presentCount') ?? 0,
      forCount: read('forCount'),
      againstCount: counted ? (read('againstCount') ?? 0) : null,
      blankCount: counted ? (read('blankCount') ?? 0) : null,
    },
  }
}

/** How the vote stands by what is typed so far; null while a number is missing. */
function sentenceOf(values: Values): string | null {
  const read = readNumbers(values)
  if ('unread' in read) return null
  const { entitledCount: entitled, presentCount: present, forCount, againstCount, blankCount } = read.numbers
  const counts =
    forCount === null || againstCount === null || blankCount === null
      ? null
      : { forCount, againstCount, blankCount }
  const [problem] = Object.values(voteProblems({ entitled, present, counts }))
  return problem ?? voteSentence(values.rule, { entitled, present, counts })
}

/** Notes a vote, or corrects one (`vote` not null). Its numbers start from the roll. */
export function VoteDialog(props: {
  meetingId: number
  vote: Vote | null
  /** Who can vote by the roll; null while the roll is not called. */
  voters: Voters | null
  items: readonly AgendaItem[]
  onClose: () => void
}) {
  const { vote, meetingId } = props
  const form = useForm<Values>({ defaultValues: vote ? valuesOf(vote) : newVote(props.voters) })
  const create = useWrite('votes.create')
  const update = useWrite('votes.update')
  const remove = useWrite('votes.remove')
  const { errors } = form.formState
  const sentence = sentenceOf(form.watch())

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const values = form.getValues()
    form.clearErrors()
    const read = readNumbers(values)
    if ('unread' in read) {
      form.setError(read.unread, { message: 'Hãy nhập một số' }, { shouldFocus: true })
      return
    }
    const { agendaItemId, subject, rule, method } = values
    const fields = { agendaItemId, subject, rule, method, ...read.numbers }
    const told = {
      onSuccess: props.onClose,
      onError: (error: unknown) => showFieldErrors(error, form.setError),
    }
    if (vote) update.mutate({ id: vote.id, ...fields }, told)
    else create.mutate({ meetingId, ...fields }, told)
  }

  return (
    <Dialog title={vote ? 'Sửa biểu quyết' : 'Ghi biểu quyết'} opened onClose={props.onClose} size={760}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Nội dung biểu quyết"
            placeholder="ví dụ: Thông qua nghị quyết tháng 11"
            required
            data-autofocus
            autoComplete="off"
            maxLength={2000}
            {...form.register('subject')}
            error={errors.subject?.message}
          />
          <div className={styles.numbers}>
            {numberFields.map((field) => (
              <TextInput
                key={field}
                label={numberLabels[field]}
                inputMode="numeric"
                autoComplete="off"
                {...form.register(field)}
                error={errors[field]?.message}
              />
            ))}
          </div>
          <p className={styles.outcome} role="status">
            {sentence ?? 'Kết quả hiện ở đây khi đủ số.'}
          </p>
          <div className={styles.about}>
            <ChoiceField
              control={form.control}
              name="rule"
              label="Cần đạt"
              choices={voteRules}
              names={voteRuleNames}
            />
            <ChoiceField
              control={form.control}
              name="method"
              label="Hình thức"
              choices={voteMethods}
              names={voteMethodNames}
            />
          </div>
          <Controller
            control={form.control}
            name="agendaItemId"
            render={({ field }) => (
              <ItemSelect
                items={props.items}
                value={field.value}
                onChange={field.onChange}
                error={errors.agendaItemId?.message}
              />
            )}
          />
          <DialogFoot
            save="Lưu (Enter)"
            onClose={props.onClose}
            remove={
              vote && {
                label: 'Xóa biểu quyết này',
                run: () => remove.mutate({ id: vote.id }, onRemoved('biểu quyết', props.onClose)),
              }
            }
          />
        </Stack>
      </form>
    </Dialog>
  )
}
