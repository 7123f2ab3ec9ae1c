import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { SheetSummary } from '../../shared/contract/score-sheets.ts'
import { useToday, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'

const empty = 'empty'

/** Asks for what a new sheet is: the lines of which one, its name, from when it holds, and whether in that one's place. */
export function CopyDialog(props: {
  sheets: readonly SheetSummary[]
  /** The sheet copied to begin with. */
  from: string | null
  /** A new version is wanted: it takes the place of the one copied. */
  version: boolean
  onClose: () => void
  onMade: (sheet: string) => void
}) {
  const copy = useWrite('scoreSheets.copy', { toldInPlace: true })
  const today = useToday()
  const [from, setFrom] = useState(props.from ?? empty)
  const [replaces, setReplaces] = useState(props.version)
  const [validFrom, setValidFrom] = useState<string | null>(props.version ? today : null)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const name = useRef<HTMLInputElement>(null)
  const known = props.sheets.find(({ sheet }) => sheet === from)
  const make = () => {
    if (validFrom !== null && !/^\d{4}-\d{2}-\d{2}$/.test(validFrom)) {
      setProblems({ validFrom: 'Ngày chưa đúng' })
      return
    }
    copy.mutate(
      {
        from: from === empty ? null : from,
        name: name.current?.value ?? '',
        validFrom,
        replaces: replaces && from !== empty,
      },
      {
        onSuccess: ({ sheet }) => props.onMade(sheet),
        onError: (error) =>
          setProblems(Object.keys(error.fields).length > 0 ? error.fields : { name: error.message }),
      },
    )
  }
  return (
    <Dialog
      title={props.version ? 'Sửa thành bản mới' : 'Phiếu chấm điểm mới'}
      opened
      onClose={props.onClose}
      size={620}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          make()
        }}
      >
        <Stack gap="sm">
          <TextInput
            ref={name}
            label="Tên phiếu"
            defaultValue={props.version && known ? `${known.name.slice(0, 180)} (bản mới)` : ''}
            maxLength={200}
            autoComplete="off"
            error={problems.name}
            data-autofocus
          />
          {!props.version && (
            <Select
              label="Chép các dòng của phiếu"
              data={[
                { value: empty, label: 'Không chép, bắt đầu từ phiếu trống' },
                ...props.sheets.map(({ sheet, name: title }) => ({ value: sheet, label: title })),
              ]}
              value={from}
              onChange={(chosen) => setFrom(chosen ?? empty)}
            />
          )}
          <DateField
            label="Hiệu lực từ ngày"
            description="Để trống: dùng được cho mọi buổi họp"
            value={validFrom}
            onChange={setValidFrom}
            error={problems.validFrom}
            w={260}
          />
          {!props.version && from !== empty && (
            <Checkbox
              label="Thay phiếu được chép kể từ ngày hiệu lực"
              checked={replaces}
              onChange={(event) => setReplaces(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              Thôi
            </Button>
            <Button type="submit" loading={copy.isPending}>
              Tạo phiếu
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
