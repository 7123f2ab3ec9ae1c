import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { type Role, roleNames } from '../../shared/rules/member.ts'
import { type SigningForm, signingFormNames, signingForms } from '../../shared/rules/signing.ts'
import { SearchSelect } from './search-select.tsx'
import styles from './signing-line.module.css'

type Shown = {
  form: SigningForm
  signer: { memberId: number; fullName: string } | null
  office: string
  lines: readonly string[]
  name: string
  advice: string | null
}
type Chosen = { form: SigningForm; memberId: number | null; office: string }

/** "T/M CHI BỘ, BÍ THƯ, Nguyễn Văn An". */
export const signingWords = ({ lines, name }: Pick<Shown, 'lines' | 'name'>) =>
  [...lines, name || 'chưa có ai giữ chức vụ này'].join(', ')

/** Who signs a paper and how, on one line, with the fields to change it; each is saved as it is left. */
export function SigningLine(props: {
  /** Whose signature: "Người ký", or the name of a kind of papers. */
  label: string
  signing: Shown
  /** Whether the fields are shown, and who may be chosen in them. */
  open: boolean
  onOpen: (open: boolean) => void
  people: readonly { memberId: number; fullName: string; role: Role }[]
  onChoose: (chosen: Chosen) => void
}) {
  const { label, signing, open } = props
  return (
    <div>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm">
          <b>{label}:</b> {signingWords(signing)}
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          style={{ flexShrink: 0 }}
          aria-expanded={open}
          aria-label={`${open ? 'Xong' : 'Đổi chữ ký'}: ${label}`}
          onClick={() => props.onOpen(!open)}
        >
          {open ? 'Xong' : 'Đổi chữ ký'}
        </Button>
      </Group>
      {open && <SigningFields {...props} />}
      {signing.advice !== null && (
        <Text size="sm" className="soft" role="status">
          {signing.advice}
        </Text>
      )}
    </div>
  )
}

function SigningFields({ label, signing, people, onChoose }: Parameters<typeof SigningLine>[0]) {
  const { form, signer, office } = signing
  const memberId = signer?.memberId ?? null
  const choices = people.map((person) => ({
    value: String(person.memberId),
    label:
      person.role === 'member'
        ? person.fullName
        : `${person.fullName} (${roleNames[person.role].toLowerCase()})`,
  }))
  if (signer && !people.some((person) => person.memberId === signer.memberId))
    choices.push({ value: String(signer.memberId), label: signer.fullName })
  const leaveOffice = (typed: string) => {
    if (typed.trim() !== office) onChoose({ form, memberId, office: typed })
  }
  return (
    <fieldset className={styles.fields} aria-label={`Chữ ký: ${label}`}>
      <Select
        label="Hình thức ký"
        size="xs"
        data={signingForms.map((value) => ({ value, label: signingFormNames[value] }))}
        value={form}
        allowDeselect={false}
        // Another form is signed by another office: who was chosen for this one goes with it.
        onChange={(value) => {
          const next = signingForms.find((each) => each === value)
          if (next && next !== form) onChoose({ form: next, memberId: null, office: '' })
        }}
      />
      <SearchSelect
        label="Họ và tên"
        placeholder={signer ? '' : signing.name || 'Chưa có ai giữ chức vụ này'}
        size="xs"
        choices={choices}
        value={memberId === null ? null : String(memberId)}
        onChange={(value) => onChoose({ form, memberId: value === null ? null : Number(value), office: '' })}
      />
      <TextInput
        key={`${form} ${memberId} ${office}`}
        label="Chức vụ"
        size="xs"
        autoComplete="off"
        maxLength={100}
        placeholder={office === '' ? (signing.lines.at(-1) ?? '') : ''}
        defaultValue={office}
        onBlur={(event) => leaveOffice(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // It may stand in a form that issues the paper.
          event.preventDefault()
          leaveOffice(event.currentTarget.value)
        }}
      />
    </fieldset>
  )
}
