import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CameBack, Theme, ThemeThread, ThreadTask } from '../../shared/contract/themes.ts'
import { isOverdue, taskStanding } from '../../shared/rules/task.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead } from '../api/hooks.ts'
import { Section } from '../ui/section.tsx'
import styles from './thread.module.css'

/** The way of a theme from its problem over session, conclusions and tasks to the evidence, with the screens of each. */
export function ThreadSection({ theme, today }: { theme: Theme; today: string }) {
  const thread = useRead('themes.thread', { id: theme.id })
  if (!thread.data) return null
  const { session, conclusions, otherTasks, carriedOn } = thread.data
  return (
    <Section title="Từ vấn đề đến kết quả">
      <dl className={styles.thread}>
        <Step name="Vấn đề">
          {theme.problem === '' ? (
            <span className="soft">Chưa ghi vấn đề cần giải quyết.</span>
          ) : (
            theme.problem
          )}
          {theme.figures !== '' && <div className="soft">{theme.figures}</div>}
        </Step>
        <Step name="Buổi sinh hoạt">
          {session ? (
            <Session session={session} today={today} />
          ) : (
            <span className="soft">Chưa gắn với buổi nào.</span>
          )}
          <Returns words="Mục chưa xong làm tiếp tại" meetings={carriedOn} />
        </Step>
        <Step name="Kết luận, nhiệm vụ">
          {session && conclusions.length + otherTasks.length > 0 ? (
            <ol className={styles.conclusions}>
              {conclusions.map(({ id, content, doneOn, tasks, cameBack }) => (
                <li key={id}>
                  <To href={`/cuoc-hop/${session.meetingId}/ket-luan`}>{content}</To>
                  {doneOn !== null && (
                    <span className={styles.good}>, đã thực hiện ngày {formatVietnameseDate(doneOn)}</span>
                  )}
                  <Returns words="Nêu lại tại" meetings={cameBack} />
                  <Tasks tasks={tasks} today={today} />
                </li>
              ))}
              {otherTasks.length > 0 && (
                <li>
                  Nhiệm vụ không kèm kết luận
                  <Tasks tasks={otherTasks} today={today} />
                </li>
              )}
            </ol>
          ) : (
            <span className="soft">Chưa có kết luận nào.</span>
          )}
        </Step>
        <Step name="Kết quả">
          <Evidence theme={theme} thread={thread.data} />
        </Step>
      </dl>
    </Section>
  )
}

function Step(props: { name: string; children: ReactNode }) {
  return (
    <div className={styles.step}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function To(props: { href: string; children: ReactNode }) {
  return (
    <Anchor component={Link} href={props.href} underline="always" inherit>
      {props.children}
    </Anchor>
  )
}

function Session(props: { session: NonNullable<ThemeThread['session']>; today: string }) {
  const { meetingId, title, heldOn, obliged, came, speakers, turns } = props.session
  return (
    <>
      <To href={`/cuoc-hop/${meetingId}`}>
        {formatVietnameseDate(heldOn)}: {title}
      </To>
      <div>
        {came === null ? (
          <span className="soft">{heldOn > props.today ? 'Chưa đến ngày.' : 'Chưa điểm danh.'}</span>
        ) : (
          <>
            <To href={`/cuoc-hop/${meetingId}/diem-danh`}>
              Dự {came}/{obliged}
            </To>
            .{' '}
            {turns === 0 ? (
              'Chưa ghi ai phát biểu.'
            ) : (
              <>
                <To href={`/cuoc-hop/${meetingId}/phat-bieu`}>{turns} lượt phát biểu</To>:{' '}
                {speakers.join(', ')}.
              </>
            )}
          </>
        )}
      </div>
    </>
  )
}

function Tasks(props: { tasks: readonly ThreadTask[]; today: string }) {
  const { tasks, today } = props
  if (tasks.length === 0) return null
  return (
    <ul className={styles.tasks}>
      {tasks.map((task) => {
        const { id, title, owners, dueOn, doneOn, cameBack } = task
        const state = doneOn === null ? (isOverdue(task, today) ? 'late' : 'open') : 'done'
        return (
          <li key={id}>
            <To href="/nhiem-vu">{title}</To>
            <div>
              {owners.length === 0 ? 'Chưa có người làm' : owners.join(', ')}
              {dueOn !== null && `, hạn ${formatVietnameseDate(dueOn)}`}:{' '}
              <span className={styles.state} data-state={state}>
                {taskStanding(task, today)}
                {doneOn !== null && ` (${formatVietnameseDate(doneOn)})`}
              </span>
            </div>
            <Returns words="Nêu lại tại" meetings={cameBack} />
          </li>
        )
      })}
    </ul>
  )
}

function Returns(props: { words: string; meetings: readonly CameBack[] }) {
  const { words, meetings } = props
  if (meetings.length === 0) return null
  return (
    <div className="soft">
      {words}:{' '}
      {meetings.map(({ meetingId, title, heldOn }, index) => (
        <span key={meetingId}>
          {index > 0 && '; '}
          <To href={`/cuoc-hop/${meetingId}`}>
            {title} ({formatVietnameseDate(heldOn)})
          </To>
        </span>
      ))}
    </div>
  )
}

function Evidence({ theme, thread }: { theme: Theme; thread: ThemeThread }) {
  const tasks = [...thread.conclusions.flatMap((conclusion) => conclusion.tasks), ...thread.otherTasks]
  const done = tasks.filter(({ doneOn }) => doneOn !== null).length
  const reported = theme.planned.steps.find(({ step }) => step === 'reported')?.doneOn ?? null
  const lines = [
    ...(tasks.length > 0 ? [`Xong ${done}/${tasks.length} nhiệm vụ.`] : []),
    ...(theme.product === '' ? [] : [`Sản phẩm: ${theme.product}`]),
    ...(reported === null ? [] : [`Đã báo cáo cấp trên ngày ${formatVietnameseDate(reported)}.`]),
  ]
  if (lines.length + theme.links.length === 0) return <span className="soft">Chưa có gì.</span>
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {theme.links.length > 0 && (
        <div>Tệp: {theme.links.map(({ label, target }) => label || target).join('; ')}</div>
      )}
    </>
  )
}
