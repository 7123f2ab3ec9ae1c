import { Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AppError } from '../../shared/contract/errors.ts'
import { paperName } from '../../shared/documents/papers.ts'
import { type NumberedOf, numberedPaperCodes } from '../../shared/rules/numbered-paper.ts'
import { signedOf } from '../../shared/rules/signing.ts'
import { useWrite } from '../api/hooks.ts'
import { Dialog, DialogFoot } from '../ui/dialog.tsx'
import { sayDone } from '../ui/messages.tsx'
import { Findings, NumberFields, useNumberInHand } from './number-fields.tsx'
import { PaperSigning } from './paper-signing.tsx'

/** Gives a paper its number and day and keeps it as it stands. The start of the committee's term is asked once. */
export function IssueDialog(props: { of: NumberedOf; missing: number; onClose: () => void }) {
  const { of } = props
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const inHand = useNumberInHand({
    code: numberedPaperCodes[of.paper],
    start: null,
    exceptOutsideId: null,
    asksTerm: (_terms, term) => term === null,
  })
  const signed = signedOf(of)
  const issue = useWrite('papers.issue', { toldInPlace: true })
  if (!inHand) return null
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const settled = await inHand.settle()
      if ('wrong' in settled) {
        setWrong(settled.wrong)
        return
      }
      await issue.mutateAsync({ of, ...settled })
      sayDone(`Đã ban hành số ${inHand.symbol}. Bản này được giữ nguyên từ nay.`)
      props.onClose()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      setWrong(Object.keys(error.fields).length > 0 ? error.fields : { issuedOn: error.message })
    }
  }
  return (
    <Dialog
      title={`Ban hành ${paperName(of.paper).toLocaleLowerCase('vi')}`}
      opened
      onClose={props.onClose}
      size={560}
    >
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <NumberFields inHand={inHand} wrong={wrong} autoFocus />
          {signed && <PaperSigning of={signed} />}
          <Findings
            findings={[
              ...inHand.findings,
              ...(props.missing > 0 ? [`Văn bản còn thiếu ${props.missing} dữ kiện.`] : []),
            ]}
            still="ban hành"
          />
          <DialogFoot save="Ban hành" saving={issue.isPending} onClose={props.onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
