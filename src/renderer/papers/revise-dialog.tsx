import { Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AppError } from '../../shared/contract/errors.ts'
import type { IssuedPaper } from '../../shared/contract/issuing.ts'
import type { NumberedOf } from '../../shared/rules/numbered-paper.ts'
import { signedOf } from '../../shared/rules/signing.ts'
import { useToday, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'
import { sayDone } from '../ui/messages.tsx'
import { PaperSigning } from './paper-signing.tsx'

/** Issues a paper again under its number, with the reason; every earlier issue stays. */
export function ReviseDialog(props: { of: NumberedOf; last: IssuedPaper; onClose: () => void }) {
  const { of, last } = props
  const [issuedOn, setIssuedOn] = useState<string | null>(useToday())
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const signed = signedOf(of)
  const revise = useWrite('papers.revise', { toldInPlace: true })
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    if (issuedOn === null) {
      setWrong({ issuedOn: 'Hãy nhập ngày ban hành' })
      return
    }
    revise.mutate(
      { of, issuedOn, reason },
      {
        onSuccess: () => {
          sayDone(`Đã ban hành lại số ${last.symbol}. Các bản trước vẫn được giữ.`)
          props.onClose()
        },
        onError: (error) => setWrong(error instanceof AppError ? error.fields : {}),
      },
    )
  }
  return (
    <Dialog title="Ban hành lại" opened onClose={props.onClose} size={520}>
      <form noValidate onSubmit={save}>
        <Stack gap="sm">
          <Text>Giữ số {last.symbol}. Bản đã ban hành trước đây không thay đổi, vẫn mở và in lại được.</Text>
          <DateField
            label="Ngày ban hành"
            required
            value={issuedOn}
            onChange={setIssuedOn}
            error={wrong.issuedOn}
          />
          <Textarea
            name="reason"
            label="Lý do sửa"
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={2000}
            error={wrong.reason}
          />
          {signed && <PaperSigning of={signed} />}
          <DialogFoot save="Ban hành lại" saving={revise.isPending} onClose={props.onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
