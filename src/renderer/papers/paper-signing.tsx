import type { SignedOf } from '../../shared/rules/signing.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { SigningLine } from '../ui/signing-line.tsx'

/** Who signs one paper: as its kind is signed, until something else is chosen for it. */
export function PaperSigning(props: { of: SignedOf }) {
  const { of } = props
  const { data } = useRead('signing.get', { of })
  const choose = useWrite('signing.choose')
  if (!data) return null
  return (
    <SigningLine
      label="Người ký"
      signing={data.signing}
      people={data.people}
      onChoose={(chosen) => choose.mutate({ of, ...chosen })}
    />
  )
}
