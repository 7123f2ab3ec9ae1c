import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useEffect } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { Cell } from '../../shared/contract/cell.ts'
import { cellKindNames, cellKinds } from '../../shared/rules/cell.ts'
import { showFieldErrors } from '../api/form-errors.ts'
import { useWrite } from '../api/hooks.ts'
import { useAutosave } from '../ui/autosave.ts'
import { ChoiceField } from '../ui/choice-field.tsx'

const empty: Cell = {
  name: '',
  upperBody: '',
  kind: 'office',
  place: '',
  abbreviation: 'CB',
  meetingPlace: '',
}

/** The first start: nothing is known yet, so everything is saved together. */
export function NewCellForm(props: { onSaved: () => void }) {
  const save = useWrite('cell.update')
  const form = useForm<Cell>({ defaultValues: empty })
  const { setFocus } = form
  // The first thing a new user types goes into the first field.
  useEffect(() => setFocus('name'), [setFocus])
  const onSubmit = form.handleSubmit((cell) =>
    save.mutate(cell, {
      onSuccess: props.onSaved,
      onError: (error) => showFieldErrors(error, form.setError),
    }),
  )
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <CellFields form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            Lưu và tiếp tục
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The settings: each change is saved at once. */
export function KnownCellForm(props: { cell: Cell }) {
  const save = useWrite('cell.update')
  const form = useForm<Cell>({ defaultValues: props.cell })
  const autosave = useAutosave(form, props.cell, (cell) =>
    save.mutateAsync(cell, { onError: (error) => showFieldErrors(error, form.setError) }),
  )
  return (
    <form {...autosave} noValidate>
      <CellFields form={form} />
    </form>
  )
}

/** What the program must know of the cell. */
function CellFields({ form }: { form: UseFormReturn<Cell> }) {
  const { errors } = form.formState
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <TextInput
        label="Tên chi bộ"
        description="Như ghi trên văn bản"
        placeholder="Ví dụ: Chi bộ Phòng Quản lý đào tạo"
        required
        {...form.register('name')}
        error={errors.name?.message}
      />
      <TextInput
        label="Cấp ủy cấp trên"
        description="Ghi ở dòng trên cùng bên trái của văn bản"
        placeholder="Ví dụ: Đảng bộ Trường Chính trị tỉnh"
        required
        {...form.register('upperBody')}
        error={errors.upperBody?.message}
      />
      <ChoiceField
        control={form.control}
        name="kind"
        label="Loại chi bộ"
        description="Để chọn chương trình họp mẫu phù hợp"
        choices={cellKinds}
        names={cellKindNames}
      />
      <TextInput
        label="Địa danh"
        description="Đứng trước ngày tháng trên văn bản"
        placeholder="Ví dụ: Hà Giang"
        required
        {...form.register('place')}
        error={errors.place?.message}
      />
      <TextInput
        label="Chữ viết tắt trong số văn bản"
        description="Ví dụ CB cho số 05-NQ/CB"
        required
        {...form.register('abbreviation')}
        error={errors.abbreviation?.message}
      />
      <TextInput
        label="Nơi họp thường dùng"
        description="Điền sẵn cho cuộc họp mới, có thể để trống"
        {...form.register('meetingPlace')}
        error={errors.meetingPlace?.message}
      />
    </SimpleGrid>
  )
}
