import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { Controller, type FieldPath, type UseFormReturn, useForm } from 'react-hook-form'
import type { MemberFields } from '../../shared/contract/member-fields.ts'
import type { Member } from '../../shared/contract/members.ts'
import { sexes, sexNames } from '../../shared/rules/member.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { MemberPeriods } from './member-periods.tsx'

/** What a new member starts from: a full member as of today. */
function newMember(today: string): MemberFields {
  return {
    fullName: '',
    sex: null,
    birthDate: null,
    cardNumber: null,
    identityNumber: null,
    fileNumber: null,
    admittedOn: null,
    officialOn: null,
    job: '',
    politicalTheory: '',
    residenceCell: '',
    phone: '',
    note: '',
    statuses: [{ status: 'full', fromDate: today, toDate: null, note: '' }],
    roles: [],
  }
}

/** A new member: saved when the button says so, since half a person is none. */
export function NewMemberForm(props: {
  today: string
  onAdded: (member: Member) => void
  onCancel: () => void
}) {
  const create = useWrite('members.create')
  const form = useForm<MemberFields>({ defaultValues: newMember(props.today) })
  const onSubmit = form.handleSubmit((fields) =>
    create.mutate(fields, {
      onSuccess: props.onAdded,
      onError: (error) => showFieldErrors(error, form.setError),
    }),
  )
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <MemberFormFields form={form} isNew />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onCancel}>
            Hủy
          </Button>
          <Button type="submit" loading={create.isPending}>
            Thêm đảng viên
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** A known member: each change is saved at once. */
export function KnownMemberForm(props: { id: number; member: MemberFields }) {
  const update = useWrite('members.update')
  const form = useForm<MemberFields>({ defaultValues: props.member })
  const autosave = useAutosave(form, props.member, async (fields) => {
    // A new line of periods is no period before it has a day to begin on.
    if ([...fields.statuses, ...fields.roles].some(({ fromDate }) => fromDate === '')) return
    await update.mutateAsync(
      { id: props.id, ...fields },
      { onError: (error) => showFieldErrors(error, form.setError) },
    )
  })
  return (
    <form {...autosave} noValidate>
      <MemberFormFields form={form} />
    </form>
  )
}

/** Everything about one member on one page. */
function MemberFormFields({ form, isNew }: { form: UseFormReturn<MemberFields>; isNew?: boolean }) {
  const { errors } = form.formState
  const textField = (
    name: FieldPath<MemberFields> & keyof MemberFields,
    label: string,
    more: { required?: boolean; autoFocus?: boolean; placeholder?: string } = {},
  ) => (
    <TextInput
      label={label}
      required={more.required ?? false}
      placeholder={more.placeholder ?? ''}
      autoFocus={more.autoFocus ?? false}
      autoComplete="off"
      {...form.register(name)}
      error={errors[name]?.message}
    />
  )
  const dateField = (name: 'birthDate' | 'admittedOn' | 'officialOn', label: string, description: string) => (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <DateField
          label={label}
          description={description}
          precision={name === 'birthDate' ? 'partial' : 'day'}
          value={field.value}
          onChange={field.onChange}
          error={errors[name]?.message}
          w="100%"
        />
      )}
    />
  )
  return (
    <Stack gap="md">
      <SimpleGrid cols={4} spacing="md" verticalSpacing="sm">
        {textField('fullName', 'Họ và tên', { required: true, autoFocus: isNew ?? false })}
        <ChoiceField
          control={form.control}
          name="sex"
          label="Giới tính"
          placeholder="Chưa ghi"
          choices={sexes}
          names={sexNames}
        />
        {textField('cardNumber', 'Số thẻ đảng viên', { placeholder: '00.000000' })}
        {textField('identityNumber', 'Số căn cước')}
        {dateField('birthDate', 'Ngày sinh', 'Chỉ có năm cũng được')}
        {dateField('admittedOn', 'Ngày vào Đảng', 'Ngày kết nạp, dự bị')}
        {dateField('officialOn', 'Ngày chính thức', 'Để trống nếu còn dự bị')}
        {textField('fileNumber', 'Số lý lịch')}
        {textField('job', 'Chức vụ, công việc')}
        {textField('politicalTheory', 'Lý luận chính trị')}
        {textField('residenceCell', 'Chi bộ nơi cư trú')}
        {textField('phone', 'Điện thoại')}
      </SimpleGrid>
      <MemberPeriods form={form} />
      <Textarea
        label="Ghi chú"
        autosize
        minRows={2}
        {...form.register('note')}
        error={errors.note?.message}
      />
    </Stack>
  )
}
