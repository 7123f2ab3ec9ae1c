import { SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import { type ThresholdName, thresholdNames, thresholds } from '../../shared/rules/thresholds.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Loading } from '../ui/messages.tsx'
import { Sheet } from '../ui/page.tsx'

/** The figures of usage that the check of an agenda and the dates of its preparation go by; each saved as it is left. */
export function ThresholdsForm() {
  const settings = useRead('settings.get', {})
  if (!settings.data) return <Loading />
  const known = settings.data
  return (
    <Sheet label="Mức dùng khi chuẩn bị cuộc họp">
      <Stack gap="sm">
        <div>
          <Title order={2}>Chuẩn bị cuộc họp</Title>
          <Text size="sm" className="soft">
            Các mức theo thông lệ, chi bộ tự đặt. Số nào quy định đã ghi thì chương trình lấy theo quy định có
            hiệu lực vào ngày họp.
          </Text>
        </div>
        <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
          {thresholdNames.map((name) => (
            <ThresholdField key={`${name} ${known[name]}`} name={name} value={known[name]} />
          ))}
        </SimpleGrid>
      </Stack>
    </Sheet>
  )
}

function ThresholdField(props: { name: ThresholdName; value: number }) {
  const { label, unit, usual, atLeast, atMost } = thresholds[props.name]
  const update = useWrite('settings.update')
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const leave = () => {
    const typed = field.current?.value.trim() ?? ''
    const value = Number(typed)
    if (!/^\d+$/.test(typed) || value < atLeast || value > atMost) {
      setProblem(`Hãy nhập số từ ${atLeast} đến ${atMost}`)
      return
    }
    setProblem(null)
    if (value !== props.value && !update.isPending) update.mutate({ name: props.name, value })
  }
  return (
    <TextInput
      ref={field}
      label={label}
      description={`Thường là ${usual}${unit === 'percent' ? '%' : ' ngày'}`}
      defaultValue={String(props.value)}
      inputMode="numeric"
      autoComplete="off"
      error={problem}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
      }}
    />
  )
}
