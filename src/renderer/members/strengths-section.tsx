import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { Strengths } from '../../shared/contract/strengths.ts'
import { fold } from '../../shared/rules/fold.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import { Section } from '../ui/section.tsx'

const mostOffered = 8

/** What a member is strong in: entered here once, and what grew from the themes they prepared. */
export function StrengthsSection(props: { memberId: number }) {
  const strengths = useRead('strengths.get', { memberId: props.memberId })
  if (!strengths.data) return null
  return (
    <Section title="Thế mạnh">
      <Known key={props.memberId} memberId={props.memberId} strengths={strengths.data} />
    </Section>
  )
}

type Fields = { subjects: string }

function Known({ memberId, strengths }: { memberId: number; strengths: Strengths }) {
  const set = useWrite('strengths.set', { toldInPlace: true })
  const saved: Fields = { subjects: strengths.entered.join(', ') }
  const form = useForm<Fields>({ defaultValues: saved })
  // Stored as it is left, not while it is typed: what comes back has its commas in order.
  const { onBlur, onSubmit } = useAutosave(form, saved, ({ subjects }) =>
    set.mutateAsync(
      { memberId, subjects: subjectsIn(subjects) },
      {
        onError: (error) =>
          form.setError('subjects', { message: Object.values(error.fields)[0] ?? error.message }),
      },
    ),
  )
  const entered = new Set(strengths.entered.map(fold))
  const offered = strengths.known.filter((subject) => !entered.has(fold(subject))).slice(0, mostOffered)
  // What stands in the field may not have come back yet, so it goes along.
  const add = (subject: string) =>
    set.mutate({ memberId, subjects: [...subjectsIn(form.getValues('subjects')), subject] })
  return (
    <Stack gap="xs">
      <form onBlur={onBlur} onSubmit={onSubmit} noValidate>
        <TextInput
          label="Lĩnh vực am hiểu"
          description="Cách nhau bằng dấu phẩy, ví dụ: chuyển đổi số, dân vận. Dùng để gợi ý người chuẩn bị chuyên đề và người nên mời phát biểu."
          autoComplete="off"
          {...form.register('subjects')}
          error={form.formState.errors.subjects?.message}
        />
      </form>
      {offered.length > 0 && (
        <Group gap={6}>
          <Text size="sm" className="soft">
            Thêm nhanh:
          </Text>
          {offered.map((subject) => (
            <Button
              key={subject}
              size="compact-sm"
              variant="default"
              aria-label={`Thêm thế mạnh ${subject}`}
              onClick={() => add(subject)}
            >
              {subject}
            </Button>
          ))}
        </Group>
      )}
      <Text size="sm">
        Từ các chuyên đề đã chuẩn bị:{' '}
        {strengths.grown.length === 0
          ? 'chưa có.'
          : `${strengths.grown
              .map(
                ({ subject, themes, lastOn }) =>
                  `${subject} (${themes} chuyên đề, gần nhất ${formatVietnameseDate(lastOn)})`,
              )
              .join('; ')}.`}
      </Text>
    </Stack>
  )
}

/** The subjects named in a text with commas. */
function subjectsIn(text: string): string[] {
  return text
    .split(',')
    .map((subject) => subject.trim())
    .filter((subject) => subject !== '')
}
