import { Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AppError } from '../../shared/contract/errors.ts'
import type { RegisterType } from '../../shared/rules/paper-register.ts'
import { useWrite } from '../api/hooks.ts'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'
import { onRemoved, sayDone } from '../ui/messages.tsx'
import { Findings, NumberFields, useNumberInHand } from './number-fields.tsx'

/** A noted number being corrected (`id` not null), or where a new one starts: the type, and a number left out. */
export type OutsideStart = {
  id: number | null
  code: string
  number: { issuedOn: string; number: number } | null
  title: string
}

/** Notes a number given outside the program, or corrects one. */
export function OutsideDialog(props: {
  start: OutsideStart
  types: readonly RegisterType[]
  onClose: () => void
}) {
  const { start } = props
  const [code, setCode] = useState(start.code)
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const inHand = useNumberInHand({
    code,
    start: start.number,
    exceptOutsideId: start.id,
    asksTerm: (terms) => terms.length === 0,
  })
  const add = useWrite('register.add', { toldInPlace: true })
  const update = useWrite('register.update', { toldInPlace: true })
  const remove = useWrite('register.remove')
  if (!inHand) return null
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const title = String(new FormData(event.currentTarget).get('title') ?? '')
    try {
      const settled =
        title.trim() === '' ? { wrong: { title: 'Chưa nhập trích yếu' } } : await inHand.settle()
      if ('wrong' in settled) {
        setWrong(settled.wrong)
        return
      }
      const fields = { code, title, ...settled }
      if (start.id === null) await add.mutateAsync(fields)
      else await update.mutateAsync({ id: start.id, ...fields })
      sayDone(`Đã ghi số ${inHand.symbol} vào sổ.`)
      props.onClose()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      setWrong(Object.keys(error.fields).length > 0 ? error.fields : { title: error.message })
    }
  }
  const { id } = start
  return (
    <Dialog
      title={start.id === null ? 'Thêm số đã cấp ngoài chương trình' : 'Sửa số đã cấp ngoài chương trình'}
      opened
      onClose={props.onClose}
      size={620}
    >
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Select
            label="Thể loại"
            data={props.types.map((type) => ({ value: type.code, label: `${type.name} (${type.code})` }))}
            value={code}
            onChange={(chosen) => chosen && setCode(chosen)}
            allowDeselect={false}
            data-autofocus={start.number === null ? true : undefined}
            error={wrong.code}
            w={260}
          />
          <NumberFields inHand={inHand} wrong={wrong} autoFocus={false} />
          <TextInput
            name="title"
            label="Tên loại và trích yếu"
            description="Ví dụ: Công văn về việc cử đảng viên dự lớp bồi dưỡng"
            required
            autoComplete="off"
            maxLength={2000}
            data-autofocus={start.number === null ? undefined : true}
            defaultValue={start.title}
            error={wrong.title}
          />
          <Findings findings={inHand.findings} still="ghi" />
          <DialogFoot
            save="Ghi vào sổ"
            saving={add.isPending || update.isPending}
            onClose={props.onClose}
            remove={
              id === null
                ? null
                : {
                    label: 'Xóa khỏi sổ',
                    run: () => remove.mutate({ id }, onRemoved('khỏi sổ', props.onClose)),
                  }
            }
          />
        </Stack>
      </form>
    </Dialog>
  )
}
