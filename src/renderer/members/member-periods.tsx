import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { Controller, type UseFormReturn, useFieldArray } from 'react-hook-form'
import type { MemberFields } from '../../shared/contract/member-fields.ts'
import { roleNames, roles, statuses, statusNames } from '../../shared/rules/member.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DateField } from '../ui/date-field.tsx'

type Form = UseFormReturn<MemberFields>

/**
 * Status and role as stretches of time: every past meeting is judged by the list of its own day, so nothing is
 * overwritten, a change begins a new line.
 */
export function MemberPeriods(props: { form: Form }) {
  return (
    <Group align="flex-start" gap="xl">
      <StatusPeriods form={props.form} />
      <RolePeriods form={props.form} />
    </Group>
  )
}

function StatusPeriods({ form }: { form: Form }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'statuses' })
  const errors = form.formState.errors.statuses
  return (
    <Stack gap="xs" flex="3 1 640px">
      <Title order={2}>Diện sinh hoạt theo thời gian</Title>
      <PeriodHeadings first="Diện" firstWidth={210} />
      {fields.map((field, index) => (
        <Group key={field.id} gap="xs" wrap="nowrap" align="flex-start">
          <ChoiceField
            control={form.control}
            name={`statuses.${index}.status`}
            aria-label={`Diện sinh hoạt, dòng ${index + 1}`}
            choices={statuses}
            names={statusNames}
            w={210}
          />
          <PeriodDates form={form} list="statuses" index={index} errors={errors?.[index]} />
          <TextInput
            aria-label={`Ghi chú, dòng ${index + 1}`}
            placeholder="Ghi chú"
            {...form.register(`statuses.${index}.note`)}
            flex={1}
          />
          <Button
            variant="subtle"
            color="dark"
            px="xs"
            onClick={() => remove(index)}
            disabled={fields.length === 1}
            title={fields.length === 1 ? 'Cần ít nhất một dòng' : `Bỏ dòng ${index + 1}`}
          >
            Bỏ
          </Button>
        </Group>
      ))}
      {errors?.message && (
        <Text c="red" size="sm" role="alert">
          {errors.message}
        </Text>
      )}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => append({ status: 'exempt', fromDate: '', toDate: null, note: '' })}
        >
          Thêm giai đoạn
        </Button>
      </div>
    </Stack>
  )
}

function RolePeriods({ form }: { form: Form }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'roles' })
  const errors = form.formState.errors.roles
  return (
    <Stack gap="xs" flex="2 1 440px">
      <Title order={2}>Chức vụ Đảng theo thời gian</Title>
      {fields.length === 0 && (
        <Text size="sm" className="soft">
          Không giữ chức vụ: đảng viên.
        </Text>
      )}
      {fields.length > 0 && <PeriodHeadings first="Chức vụ" firstWidth={140} />}
      {fields.map((field, index) => (
        <Group key={field.id} gap="xs" wrap="nowrap" align="flex-start">
          <ChoiceField
            control={form.control}
            name={`roles.${index}.role`}
            aria-label={`Chức vụ, dòng ${index + 1}`}
            choices={roles}
            names={roleNames}
            w={140}
          />
          <PeriodDates form={form} list="roles" index={index} errors={errors?.[index]} />
          <Button
            variant="subtle"
            color="dark"
            px="xs"
            onClick={() => remove(index)}
            title={`Bỏ dòng ${index + 1}`}
          >
            Bỏ
          </Button>
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => append({ role: 'committeeMember', fromDate: '', toDate: null })}
        >
          Thêm chức vụ
        </Button>
      </div>
    </Stack>
  )
}

function PeriodHeadings(props: { first: string; firstWidth: number }) {
  return (
    <Group gap="xs" wrap="nowrap" aria-hidden>
      <Text size="sm" fw={500} w={props.firstWidth}>
        {props.first}
      </Text>
      <Text size="sm" fw={500} w={140}>
        Từ ngày
      </Text>
      <Text size="sm" fw={500} w={140}>
        Đến ngày
      </Text>
    </Group>
  )
}

function PeriodDates(props: {
  form: Form
  list: 'statuses' | 'roles'
  index: number
  errors: { fromDate?: { message?: string }; toDate?: { message?: string } } | undefined
}) {
  const { form, list, index, errors } = props
  return (
    <>
      <Controller
        control={form.control}
        name={`${list}.${index}.fromDate`}
        render={({ field }) => (
          <DateField
            ariaLabel={`Từ ngày, dòng ${index + 1}`}
            value={field.value === '' ? null : field.value}
            onChange={(date) => field.onChange(date ?? '')}
            error={errors?.fromDate?.message}
            w={140}
          />
        )}
      />
      <Controller
        control={form.control}
        name={`${list}.${index}.toDate`}
        render={({ field }) => (
          <DateField
            ariaLabel={`Đến ngày, dòng ${index + 1}`}
            value={field.value}
            onChange={field.onChange}
            error={errors?.toDate?.message}
            placeholder="đến nay"
            w={140}
          />
        )}
      />
    </>
  )
}
