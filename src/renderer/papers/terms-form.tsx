import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { AppError } from '../../shared/contract/errors.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import { Loading, onRemoved } from '../ui/messages.tsx'
import { Sheet } from '../ui/page.tsx'

/** The terms of the committee: numbers of papers begin at 01 in each. */
export function TermsForm() {
  const terms = useRead('terms.list', {})
  const add = useWrite('terms.add', { toldInPlace: true })
  const remove = useWrite('terms.remove')
  const [startsOn, setStartsOn] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  if (!terms.data) return <Loading />
  const save = () => {
    if (startsOn === null) {
      setWrong('Hãy nhập ngày bắt đầu')
      return
    }
    add.mutate(
      { startsOn },
      {
        onSuccess: () => {
          setStartsOn(null)
          setWrong(null)
        },
        onError: (error) =>
          setWrong(error instanceof AppError ? (error.fields.startsOn ?? error.message) : null),
      },
    )
  }
  return (
    <Sheet label="Nhiệm kỳ chi ủy">
      <Stack gap="sm">
        <div>
          <Title order={2}>Nhiệm kỳ chi ủy</Title>
          <Text size="sm" className="soft">
            Số văn bản đánh từ 01, liên tục theo từng thể loại trong một nhiệm kỳ.
          </Text>
        </div>
        {terms.data.map((term) => (
          <Group key={term.id} gap="sm">
            <Text>Từ ngày {formatVietnameseDate(term.startsOn)}</Text>
            <Button
              size="xs"
              variant="default"
              onClick={() => remove.mutate({ id: term.id }, onRemoved('nhiệm kỳ'))}
            >
              Xóa
            </Button>
          </Group>
        ))}
        <Group gap="sm" align="flex-start">
          <DateField label="Ngày bắt đầu" value={startsOn} onChange={setStartsOn} error={wrong} />
          <Button mt={26} onClick={save} loading={add.isPending}>
            Ghi nhiệm kỳ
          </Button>
        </Group>
      </Stack>
    </Sheet>
  )
}
