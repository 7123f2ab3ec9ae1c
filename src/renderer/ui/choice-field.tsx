import { Select, type SelectProps } from '@mantine/core'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'

/** A form's field for one of a few named choices, such as a kind. */
export function ChoiceField<Values extends FieldValues, Choice extends string>({
  control,
  name,
  choices,
  names,
  ...look
}: Pick<
  SelectProps,
  'label' | 'aria-label' | 'description' | 'placeholder' | 'autoFocus' | 'className' | 'w'
> & {
  control: Control<Values>
  name: FieldPath<Values>
  choices: readonly Choice[]
  names: Record<Choice, string>
}) {
  const { field } = useController({ control, name })
  return (
    <Select
      data={choices.map((value) => ({ value, label: names[value] }))}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      {...look}
    />
  )
}
