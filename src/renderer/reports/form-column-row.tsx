import { Button, NativeSelect, Text, TextInput } from '@mantine/core'
import type { FormColumn, ReadForm } from '../../shared/contract/forms.ts'
import { formFigureNames, formFigures } from '../../shared/rules/form-figure.ts'
import { type FormNote, formNoteSentence } from '../../shared/rules/form-note.ts'
import type { FormValue } from '../../shared/rules/form-value.ts'
import styles from './form.module.css'

/** `value`: what its figure comes to, null where it has none. `of`: what it is of where that is not the whole period. */
export type ColumnOfForm = {
  heading: ReadForm['columns'][number]
  column: FormColumn | undefined
  value: FormValue | null
  of: string | null
  isNew: boolean
  isOld: boolean
  notes: readonly FormNote[]
}

/** A column of a form: what it is filled with, what that comes to, and what is to be told of its cell. */
export function FormColumnRow(
  props: ColumnOfForm & { onChange: (next: Partial<FormColumn>) => void; onOpen: (value: FormValue) => void },
) {
  const { column, value, of, isNew, isOld, notes, onChange, onOpen } = props
  const { letter, heading } = props.heading
  return (
    <tr>
      <td>{letter}</td>
      <td>
        {heading}
        {of && <Text className={styles.told}>{of}</Text>}
        {isNew && <Text className={styles.told}>Không có trong biểu lần trước: hãy xem lại.</Text>}
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`Cột ${letter} điền bằng`}
          value={column?.figure ?? ''}
          onChange={(event) =>
            onChange({ figure: formFigures.find((each) => each === event.currentTarget.value) ?? null })
          }
          data={[
            { value: '', label: 'Tự ghi, hoặc để nguyên' },
            ...formFigures.map((each) => ({ value: each, label: formFigureNames[each] })),
          ]}
        />
      </td>
      <td>
        {value ? (
          value.facts ? (
            <Button
              size="compact-sm"
              variant="subtle"
              color="dark"
              className={styles.figure}
              aria-label={`${heading}: ${value.shown}, xem căn cứ`}
              onClick={() => onOpen(value)}
            >
              {value.shown}
            </Button>
          ) : value.shown === '' ? (
            <span className="soft">chưa có số liệu: để nguyên</span>
          ) : (
            value.shown
          )
        ) : (
          <TextInput
            key={column?.words}
            size="xs"
            aria-label={`Cột ${letter} tự ghi: ${heading}`}
            placeholder="để nguyên"
            defaultValue={column?.words}
            maxLength={2000}
            autoComplete="off"
            onBlur={(event) => {
              if (event.currentTarget.value !== (column?.words ?? ''))
                onChange({ words: event.currentTarget.value })
            }}
          />
        )}
        {isOld && <Text className={styles.told}>Chữ đã ghi lần trước: hãy xem lại cho kỳ này.</Text>}
        {notes.map((note) => (
          <Text key={note.kind} className={styles.told}>
            {formNoteSentence(note)}
          </Text>
        ))}
      </td>
    </tr>
  )
}
