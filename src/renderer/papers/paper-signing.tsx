import { useState } from 'react'
import type { SignedOf } from '../../shared/rules/signing.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { SigningLine } from '../ui/signing-line.tsx'

/** Who signs one paper: as its kind is signed, until something else is chosen for it. */
export function PaperSigning(props: { of: SignedOf }) {
  const { of } = props
  const [open, setOpen] = useState(false)
  const signing = useRead('signing.get', { of })
  const people = useRead('signing.people', { of }, { enabled: open })
  const choose = useWrite('signing.choose')
  if (!signing.data) return null
  return (
    <SigningLine
      label="Người ký"
      signing={signing.data}
      open={open}
      onOpen={setOpen}
      people={people.data ?? []}
      onChoose={(chosen) => choose.mutate({ of, ...chosen })}
    />
  )
}
