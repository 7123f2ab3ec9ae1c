import { Button, Text } from '@mantine/core'
import type { PreparerProposal, ProposedPreparer } from '../../shared/contract/theme-advice.ts'
import { useRead } from '../api/hooks.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import styles from './advice.module.css'

type Role = {
  label: string
  proposal: PreparerProposal
  key: string
  take: (person: ProposedPreparer) => void
}

/** Who might prepare the theme, each with the reasons, the second best beside; one key takes the first. */
export function PreparersAdvice(props: {
  themeId: number
  onLead: (memberId: number) => void
  onContributor: (person: ProposedPreparer) => void
}) {
  const advice = useRead('themes.preparers', { id: props.themeId })
  const { lead = null, contributor = null, others = [] } = advice.data ?? {}
  const roles: Role[] = [
    ...(lead
      ? [
          {
            label: 'Chuẩn bị chính',
            proposal: lead,
            key: 'g',
            take: (person: ProposedPreparer) => props.onLead(person.memberId),
          },
        ]
      : []),
    ...(contributor
      ? [{ label: 'Tham luận', proposal: contributor, key: 't', take: props.onContributor }]
      : []),
  ]
  useShortcuts(
    roles.map(({ key, proposal, take }) => ({
      key,
      alt: true,
      inTextFields: true,
      run: () => take(proposal.best),
    })),
  )
  if (roles.length === 0 && others.length === 0) return null
  return (
    <section aria-label="Gợi ý người chuẩn bị" className={styles.advice}>
      <Text fw={500} size="sm">
        Gợi ý người chuẩn bị
      </Text>
      {roles.map(({ label, proposal, key, take }) => (
        <div key={key} className={styles.role}>
          <span className={styles.label}>{label}</span>
          <Proposed person={proposal.best} label={label} hint={`Alt+${key.toUpperCase()}`} onTake={take} />
          {proposal.second && <Proposed person={proposal.second} label={label} hint={null} onTake={take} />}
        </div>
      ))}
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>Không thể giao: {others.length} người</summary>
          {others.map(({ memberId, fullName, why }) => (
            <div key={memberId}>
              {fullName}: {why}
            </div>
          ))}
        </details>
      )}
    </section>
  )
}

function Proposed(props: {
  person: ProposedPreparer
  label: string
  /** The key that takes them; null for the second best. */
  hint: string | null
  onTake: (person: ProposedPreparer) => void
}) {
  const { person, hint } = props
  return (
    <div className={styles.person}>
      <div>
        <b>{person.fullName}</b>
        {hint === null && <span className="soft"> (người kế tiếp)</span>}
        <div className="soft">{person.reasons.join('; ')}</div>
      </div>
      <Button
        size="compact-sm"
        variant={hint === null ? 'default' : 'filled'}
        aria-label={`${props.label}: giao ${person.fullName}`}
        onClick={() => props.onTake(person)}
      >
        Giao{hint === null ? '' : ` (${hint})`}
      </Button>
    </div>
  )
}
