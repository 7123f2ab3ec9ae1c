import { Link } from 'wouter'
import { remarkKindNames } from '../../shared/rules/remark.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead } from '../api/hooks.ts'
import { Section } from '../ui/section.tsx'
import styles from './remarks.module.css'

/** What meetings noted of a member, newest first; nothing where nothing was. */
export function MemberRemarks(props: { memberId: number }) {
  const remarks = useRead('remarks.ofMember', { memberId: props.memberId })
  if (!remarks.data || remarks.data.length === 0) return null
  return (
    <Section title="Ghi nhận tại các buổi họp">
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
    </Section>
  )
}
