import { Button } from '@mantine/core'
import { type Finding, type Mend, severityNames } from '../../shared/rules/agenda-finding.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { sayDone } from '../ui/messages.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import styles from './check-panel.module.css'

/** "Kiểm tra chương trình": what is amiss, where that is said, and a key that mends it. */
export function CheckPanel(props: { meetingId: number }) {
  const check = useRead('agenda.check', { meetingId: props.meetingId })
  const mend = useMend()
  if (!check.data || check.isPlaceholderData) return null
  const findings = check.data
  const must = findings.filter((finding) => finding.severity === 'must').length
  const state =
    findings.length === 0
      ? 'Đạt'
      : must > 0
        ? `${must} điều phải sửa${findings.length > must ? `, ${findings.length - must} điều nên xem` : ''}`
        : `${findings.length} điều nên xem`
  return (
    <SidePanel
      title="Kiểm tra chương trình"
      state={state}
      tone={must > 0 ? 'bad' : findings.length > 0 ? 'warn' : 'good'}
    >
      {findings.length === 0 ? (
        <span>Không thấy điều gì cần sửa.</span>
      ) : (
        <ul className={styles.findings}>
          {findings.map((finding) => (
            <FindingLine key={finding.sentence} finding={finding} mending={mend.pending} onMend={mend.run} />
          ))}
        </ul>
      )}
    </SidePanel>
  )
}

function FindingLine(props: { finding: Finding; mending: boolean; onMend: (mend: Mend) => void }) {
  const { severity, sentence, source, mend } = props.finding
  return (
    <li className={styles.finding} data-severity={severity}>
      <b className={styles.severity}>{severityNames[severity]}.</b> {sentence}{' '}
      <span className="soft">({source})</span>
      {mend && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            className={styles.mend}
            disabled={props.mending}
            onClick={() => props.onMend(mend)}
            aria-label={`Sửa giúp: ${mend.label}`}
          >
            Sửa giúp: {mend.label}
          </Button>
        </div>
      )}
    </li>
  )
}

/** Carries out a mend, which is an operation like any other and can be undone like one. */
function useMend() {
  const create = useWrite('agenda.create')
  const change = useWrite('agenda.update')
  const assign = useWrite('agenda.assignRest')
  const meeting = useWrite('meetings.update')
  const preparation = useWrite('preparation.mark')
  const run = (mend: Mend) => {
    const done = { onSuccess: () => sayDone(`${mend.label}: đã xong. Ctrl+Z để lấy lại.`) }
    switch (mend.operation) {
      case 'agenda.create':
        return create.mutate(mend.input, done)
      case 'agenda.update':
        return change.mutate(mend.input, done)
      case 'agenda.assignRest':
        return assign.mutate(mend.input, done)
      case 'meetings.update':
        return meeting.mutate(mend.input, done)
      case 'preparation.mark':
        return preparation.mutate(mend.input, done)
    }
  }
  return {
    run,
    pending: [create, change, assign, meeting, preparation].some(({ isPending }) => isPending),
  }
}
