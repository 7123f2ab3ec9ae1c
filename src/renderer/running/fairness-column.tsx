import { Button } from '@mantine/core'
import { memo, useState } from 'react'
import type { LiveMeeting } from '../../shared/contract/running.ts'
import type { InviteChoice } from '../../shared/rules/invite.ts'
import { useWrite } from '../api/hooks.ts'
import { SearchSelect } from '../ui/search-select.tsx'
import styles from './running.module.css'

type Props = { meetingId: number } & Pick<
  LiveMeeting,
  'fairness' | 'silent' | 'papers' | 'invited' | 'notInvited'
>

/**
 * How evenly the meeting is heard and whom to ask: the secretary's own view, on no paper. Drawn anew only when its
 * figures are: whoever is given the floor should be on screen before them.
 */
export const FairnessColumn = memo(function FairnessColumn(props: Props) {
  const { fairness, silent, papers } = props
  const withPapers = [...new Set(papers.map(({ fullName }) => fullName))]
  return (
    <aside className={styles.column} aria-label="Cân bằng phát biểu">
      <h2>Gợi ý mời phát biểu</h2>
      <Invited meetingId={props.meetingId} invited={props.invited} notInvited={props.notInvited} />
      <h2>Cân bằng phát biểu</h2>
      <table className={styles.fairness} aria-label="Cân bằng phát biểu">
        <tbody>
          {fairness.map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              <td>
                <span className="num">{line.counts}</span>
                {line.share && <div className="soft num">{line.share}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>Chưa phát biểu ({silent.length})</h2>
      <p className={styles.silent}>
        {silent.length === 0
          ? 'Mọi người đều đã phát biểu.'
          : silent.map((member) => member.fullName).join(', ')}
      </p>
      {withPapers.length > 0 && <p>Có tham luận, chưa phát biểu: {withPapers.join(', ')}.</p>}
      <p className="soft">Chỉ để bí thư xem, không in ra văn bản nào.</p>
    </aside>
  )
})

function Invited(props: Pick<Props, 'meetingId' | 'invited' | 'notInvited'>) {
  const { meetingId, invited, notInvited } = props
  const add = useWrite('queue.add')
  const choose = useWrite('running.chooseInvite')
  const [asked, setAsked] = useState<string | null>(null)
  const decide = (memberId: number, choice: InviteChoice | null) =>
    choose.mutate({ meetingId, memberId, choice })
  const answer = notInvited.find((person) => String(person.memberId) === asked)
  return (
    <>
      {invited.length === 0 ? (
        <p className="soft">Chưa có ai để gợi ý lúc này.</p>
      ) : (
        <ol className={styles.invited} aria-label="Gợi ý mời phát biểu">
          {invited.map(({ memberId, fullName, pinned, reasons }) => (
            <li key={memberId}>
              <b>{fullName}</b>
              <div className={styles.reasons}>{reasons.join('; ')}</div>
              <div className={styles.choose}>
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => add.mutate({ meetingId, memberId, guestName: null })}
                  aria-label={`Xếp hàng ${fullName}`}
                >
                  Xếp hàng
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="dark"
                  onClick={() => decide(memberId, pinned ? null : 'pinned')}
                  aria-label={`${pinned ? 'Bỏ ghim' : 'Ghim'} ${fullName}`}
                >
                  {pinned ? 'Bỏ ghim' : 'Ghim'}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="dark"
                  onClick={() => decide(memberId, 'notThisTime')}
                  aria-label={`Không phải lần này: ${fullName}`}
                >
                  Không phải lần này
                </Button>
              </div>
            </li>
          ))}
        </ol>
      )}
      <SearchSelect
        label="Vì sao không gợi ý"
        placeholder="Chọn một người"
        size="xs"
        choices={notInvited.map((person) => ({ value: String(person.memberId), label: person.fullName }))}
        value={answer ? asked : null}
        onChange={setAsked}
      />
      {answer && (
        <p className={styles.why} role="status">
          {answer.fullName}: {answer.why}.{' '}
          {answer.choice === 'notThisTime' && (
            <Button size="compact-xs" variant="default" onClick={() => decide(answer.memberId, null)}>
              Gợi ý lại
            </Button>
          )}
        </p>
      )}
    </>
  )
}
