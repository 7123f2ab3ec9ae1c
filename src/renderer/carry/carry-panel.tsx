import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { CarryOver } from '../../shared/contract/carry.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { type CarryKind, carryKindNames, carryKinds, type Proposal } from '../../shared/rules/carry.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { sayDone } from '../ui/messages.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import styles from './carry.module.css'

/** As many of a kind as are shown before the rest is asked for. */
const shownAtFirst = 5

/** What earlier meetings left: each taken onto the agenda by one key, noted as done, or put aside with a word why. */
export function CarryPanel(props: { meetingId: number }) {
  const { meetingId } = props
  const carry = useRead('carry.list', { meetingId })
  const [asking, setAsking] = useState<string | null>(null)

  if (!carry.data || carry.isPlaceholderData) return null
  const { proposals, dropped } = carry.data
  if (proposals.length === 0 && dropped.length === 0) return null
  const pressing = proposals.filter((proposal) => proposal.pressing).length
  const state =
    proposals.length === 0
      ? `đã gác lại ${dropped.length}`
      : `${proposals.length} đề nghị${pressing > 0 ? `, ${pressing} đến hạn` : ''}`
  return (
    <SidePanel title="Việc buổi trước" state={state} tone={pressing > 0 ? 'warn' : 'good'}>
      <div className={styles.groups}>
        {carryKinds.map((kind) => (
          <Group
            key={kind}
            kind={kind}
            meetingId={meetingId}
            proposals={proposals.filter((proposal) => proposal.kind === kind)}
            asking={asking}
            onAsk={setAsking}
            onGone={() => setAsking(null)}
          />
        ))}
        <Dropped dropped={dropped} />
      </div>
    </SidePanel>
  )
}

const keyOf = ({ kind, sourceId }: Proposal) => `${kind} ${sourceId}`

function Group(props: {
  kind: CarryKind
  meetingId: number
  proposals: readonly Proposal[]
  asking: string | null
  onAsk: (key: string | null) => void
  onGone: () => void
}) {
  const { kind, proposals } = props
  const [all, setAll] = useState(false)
  if (proposals.length === 0) return null
  const shown = all ? proposals : proposals.slice(0, shownAtFirst)
  const name = carryKindNames[kind]
  return (
    <section aria-label={name}>
      <p className={styles.heading}>
        {name} ({proposals.length})
      </p>
      <ul className={styles.list}>
        {shown.map((proposal) => (
          <Line
            key={keyOf(proposal)}
            meetingId={props.meetingId}
            proposal={proposal}
            asking={props.asking === keyOf(proposal)}
            onAsk={(asking) => props.onAsk(asking ? keyOf(proposal) : null)}
            onGone={props.onGone}
          />
        ))}
      </ul>
      {shown.length < proposals.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          Xem thêm {proposals.length - shown.length}
        </Button>
      )}
    </section>
  )
}

function Line(props: {
  meetingId: number
  proposal: Proposal
  asking: boolean
  onAsk: (asking: boolean) => void
  onGone: () => void
}) {
  const { meetingId, proposal, onGone } = props
  const create = useWrite('agenda.create')
  const markDone = useMarkDone()
  const aside = useRef<HTMLButtonElement>(null)
  const gone = (said: string) => {
    onGone()
    sayDone(`${said}. Ctrl+Z để lấy lại.`)
  }
  const cancel = () => {
    props.onAsk(false)
    // The button comes back only once the question is gone.
    requestAnimationFrame(() => aside.current?.focus())
  }
  return (
    <li className={styles.line} data-pressing={proposal.pressing || undefined}>
      <b>{proposal.title}</b>
      <div className={styles.why}>{proposal.why}</div>
      {props.asking ? (
        <DropForm meetingId={meetingId} proposal={proposal} onCancel={cancel} onDone={onGone} />
      ) : (
        <div className={styles.buttons}>
          <Button
            size="compact-sm"
            variant="default"
            loading={create.isPending}
            onClick={() =>
              create.mutate(
                { meetingId, ...proposal.item },
                { onSuccess: () => gone(`Đã đưa “${proposal.item.title}” vào chương trình`) },
              )
            }
            aria-label={`Đưa vào chương trình: ${proposal.title}`}
          >
            Đưa vào
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => markDone(proposal, () => gone(`Đã ghi xong “${proposal.title}”`))}
            aria-label={`Đã xong: ${proposal.title}`}
          >
            Đã xong
          </Button>
          <Button
            ref={aside}
            size="compact-sm"
            variant="default"
            onClick={() => props.onAsk(true)}
            aria-label={`Gác lại: ${proposal.title}`}
          >
            Gác lại
          </Button>
        </div>
      )}
    </li>
  )
}

/** What comes back is done, whatever it is: an item finished after all, a conclusion or a task carried out today. */
function useMarkDone() {
  const today = useToday()
  const item = useWrite('agenda.setFinished')
  const conclusion = useWrite('conclusions.setDone')
  const task = useWrite('tasks.setDone')
  return ({ kind, sourceId: id }: Proposal, onSuccess: () => void) => {
    if (kind === 'item') item.mutate({ id, finished: true }, { onSuccess })
    else if (kind === 'conclusion') conclusion.mutate({ id, doneOn: today }, { onSuccess })
    else task.mutate({ id, doneOn: today }, { onSuccess })
  }
}

function DropForm(props: {
  meetingId: number
  proposal: Proposal
  onCancel: () => void
  onDone: () => void
}) {
  const { kind, sourceId, title } = props.proposal
  const drop = useWrite('carry.drop', { toldInPlace: true })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '')
    drop.mutate({ meetingId: props.meetingId, kind, sourceId, reason }, { onSuccess: props.onDone })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    props.onCancel()
  }
  const refused = drop.error instanceof AppError ? (drop.error.fields?.reason ?? drop.error.message) : null
  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <TextInput
        name="reason"
        size="xs"
        label="Vì sao gác lại"
        aria-label={`Vì sao gác lại: ${title}`}
        autoFocus
        autoComplete="off"
        maxLength={2000}
        error={refused}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm" loading={drop.isPending}>
          Gác lại (Enter)
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onCancel}>
          Thôi (Esc)
        </Button>
      </div>
    </form>
  )
}

function Dropped(props: { dropped: CarryOver['dropped'] }) {
  const restore = useWrite('carry.restore')
  if (props.dropped.length === 0) return null
  return (
    <section aria-label="Đã gác lại">
      <p className={styles.heading}>Đã gác lại ({props.dropped.length})</p>
      <ul className={styles.list}>
        {props.dropped.map((drop) => (
          <li key={drop.id} className={styles.line}>
            {drop.title}
            <div className={styles.why}>
              {formatVietnameseDate(drop.droppedOn)}: {drop.reason}
            </div>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => restore.mutate({ id: drop.id })}
              aria-label={`Đề nghị lại: ${drop.title}`}
            >
              Đề nghị lại
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
