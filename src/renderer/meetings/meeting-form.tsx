import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Controller, type UseFormReturn } from 'react-hook-form'
import type { MeetingFields } from '../../shared/contract/meetings.ts'
import {
  isThemed,
  meetingKindNames,
  meetingKinds,
  meetingModeNames,
  meetingModes,
} from '../../shared/rules/meeting.ts'
import { roleNames } from '../../shared/rules/member.ts'
import { useRead } from '../api/hooks.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { SearchSelect } from '../ui/search-select.tsx'
import { TimeField } from '../ui/time-field.tsx'
import styles from './meeting-form.module.css'

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** What a meeting is: kind, period, day, time, place, who chairs and who writes. */
export function MeetingFormFields({ form }: { form: UseFormReturn<MeetingFields> }) {
  const { errors } = form.formState
  const kind = form.watch('kind')
  const people = usePeople(form.watch('heldOn'), [form.watch('chairId'), form.watch('minuteTakerId')])
  const person = (name: 'chairId' | 'minuteTakerId', label: string) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <SearchSelect
          label={label}
          placeholder="Chưa phân công"
          choices={people}
          value={field.value === null ? null : String(field.value)}
          onChange={(value) => field.onChange(value === null ? null : Number(value))}
          error={errors[name]?.message}
        />
      )}
    />
  )
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="md" verticalSpacing="xs" className={styles.fields}>
        <ChoiceField
          control={form.control}
          name="kind"
          label="Loại"
          choices={meetingKinds}
          names={meetingKindNames}
          autoFocus
        />
        <Controller
          control={form.control}
          name="heldOn"
          render={({ field }) => (
            <DateField
              label="Ngày họp"
              value={field.value}
              onChange={(date) => field.onChange(date ?? '')}
              required
              error={errors.heldOn?.message}
              w="100%"
            />
          )}
        />
        <Controller
          control={form.control}
          name="period"
          render={({ field }) => (
            <DateField
              label="Kỳ sinh hoạt (tháng)"
              precision="month"
              value={field.value}
              onChange={(month) => field.onChange(month ?? '')}
              required
              error={errors.period?.message}
              w="100%"
            />
          )}
        />
        <Controller
          control={form.control}
          name="startTime"
          render={({ field }) => (
            <TimeField
              label="Giờ bắt đầu"
              value={field.value}
              onChange={field.onChange}
              required
              error={errors.startTime?.message}
              w="100%"
            />
          )}
        />
        <TextInput
          label="Địa điểm"
          required
          autoComplete="off"
          {...form.register('place')}
          error={errors.place?.message}
        />
        <ChoiceField
          control={form.control}
          name="mode"
          label="Hình thức"
          choices={meetingModes}
          names={meetingModeNames}
        />
        {person('chairId', 'Chủ trì')}
        {person('minuteTakerId', 'Thư ký ghi biên bản')}
      </SimpleGrid>
      {isThemed({ kind }) && (
        <TextInput
          label="Tên chuyên đề"
          autoComplete="off"
          {...form.register('theme')}
          error={errors.theme?.message}
        />
      )}
      <SimpleGrid cols={2} spacing="md" className={styles.fields}>
        <Textarea
          label="Đại biểu, khách mời"
          description="Mỗi dòng một người, kèm chức vụ nếu cần. Có trong thông báo, danh sách ký tên, biên bản, nghị quyết"
          autosize
          minRows={2}
          {...form.register('guests')}
          error={errors.guests?.message}
        />
        <Textarea
          label="Ghi chú"
          autosize
          minRows={2}
          {...form.register('note')}
          error={errors.note?.message}
        />
      </SimpleGrid>
    </Stack>
  )
}

/** Members as choices, as of the meeting's day: those who take part, and whoever is already chosen. */
function usePeople(heldOn: string, chosen: readonly (number | null)[]) {
  const [day, setDay] = useState(heldOn)
  useEffect(() => {
    if (isDay(heldOn)) setDay(heldOn)
  }, [heldOn])
  const members = useRead('members.list', { date: day })
  return (members.data ?? [])
    .filter(
      (row) =>
        row.status === 'full' ||
        row.status === 'probationary' ||
        row.status === 'temporaryHere' ||
        chosen.includes(row.id),
    )
    .map((row) => ({
      value: String(row.id),
      label: row.role === 'member' ? row.fullName : `${row.fullName} (${roleNames[row.role].toLowerCase()})`,
    }))
}
