import { Button, Kbd, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../shared/contract/index.ts'
import { remarkKindNames } from '../../shared/rules/remark.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead } from '../api/hooks.ts'
import { Section } from '../ui/section.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { NewRemarkDialog } from './remark-form.tsx'
import styles from './remarks.module.css'

/** What meetings noted of a member, newest first, and another to be noted; nothing before the first meeting. */
export function MemberRemarks(props: { memberId: number }) {
  const { memberId } = props
  const remarks = useRead('remarks.ofMember', { memberId })
  const meetings = useRead('remarks.meetings', {})
  const [noting, setNoting] = useState(false)
  const [latest] = meetings.data ?? []
  const add = () => latest && setNoting(true)
  useShortcuts([{ key: 'g', run: add }])
  if (!remarks.data || !meetings.data || !latest) return null
  return (
    <Section
      title="Ghi nhận tại các buổi họp"
      actions={
        <Button size="xs" variant="default" onClick={add} rightSection={<Kbd size="xs">G</Kbd>}>
          Thêm ghi nhận
        </Button>
      }
    >
      {remarks.data.length === 0 && (
        <p className={styles.none}>Chưa buổi họp nào biểu dương, nhắc nhở hay ghi nhận đồng chí này.</p>
      )}
      <ul className={styles.list}>
        {remarks.data.map(({ id, kind, content, meetingId, meetingTitle, heldOn }) => (
          <li key={id}>
            <b>{remarkKindNames[kind]}</b>: {content}
            <span className="soft">
              {' · '}
              <span className="num">{formatVietnameseDate(heldOn)}</span> ·{' '}
              <Link href={`/cuoc-hop/${meetingId}/ket-luan`}>{meetingTitle}</Link>
            </span>
          </li>
        ))}
      </ul>
      {noting && (
        <MemberDialog
          memberId={memberId}
          meetings={meetings.data}
          latest={latest.id}
          onClose={() => setNoting(false)}
        />
      )}
    </Section>
  )
}

/** A remark of one meeting, the latest unless another is chosen, of this member alone and no item in particular. */
function MemberDialog(props: {
  memberId: number
  meetings: Output<'remarks.meetings'>
  latest: number
  onClose: () => void
}) {
  const [meetingId, setMeetingId] = useState(props.latest)
  return (
    <NewRemarkDialog
      meetingId={meetingId}
      kind="commendation"
      agendaItemId={null}
      memberIds={[props.memberId]}
      choices={null}
      onClose={props.onClose}
    >
      <NativeSelect
        label="Tại buổi họp"
        data={props.meetings.map(({ id, title, heldOn }) => ({
          value: String(id),
          label: `${title}, ngày ${formatVietnameseDate(heldOn)}`,
        }))}
        value={String(meetingId)}
        onChange={(event) => setMeetingId(Number(event.currentTarget.value))}
      />
    </NewRemarkDialog>
  )
}
