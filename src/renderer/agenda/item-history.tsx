import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { ItemHistory as History, ItemMeeting } from '../../shared/contract/agenda.ts'
import { itemStateNames } from '../../shared/rules/item-state.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import styles from './item-history.module.css'

/** An item over the meetings: when, how long, what was concluded, how it ended; and what the secretary says of it. */
export function ItemHistory(props: { itemId: number; onClose: () => void }) {
  const history = useRead('agenda.history', { id: props.itemId })
  return (
    <Dialog title="Lịch sử của mục" opened onClose={props.onClose} size={820}>
      {history.error ? (
        <Refusal message={history.error.message} />
      ) : history.data ? (
        <Stack gap="sm">
          <Text fw={500}>{history.data.title}</Text>
          <Meetings itemId={props.itemId} meetings={history.data.meetings} />
          <Followed history={history.data} />
          <Said itemId={props.itemId} finished={history.data.finished} />
        </Stack>
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

function Meetings(props: { itemId: number; meetings: readonly ItemMeeting[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Buổi họp</th>
          <th className={styles.minutes}>Phút dự kiến / thực</th>
          <th>Kết luận</th>
          <th className={styles.state}>Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {props.meetings.map((meeting) => (
          <tr key={meeting.itemId} aria-current={meeting.itemId === props.itemId || undefined}>
            <td>
              <Link href={`/cuoc-hop/${meeting.meetingId}`}>{formatVietnameseDate(meeting.heldOn)}</Link>
              <div className="soft">{meeting.meetingTitle}</div>
              <div>{meeting.title}</div>
            </td>
            <td className={`num ${styles.minutes}`}>
              {meeting.plannedMinutes} / {meeting.ranMinutes ?? '–'}
            </td>
            <td>
              {meeting.conclusions.length === 0
                ? '–'
                : meeting.conclusions.map(({ content, doneOn }) => (
                    <div key={content}>
                      {content}
                      {doneOn && <span className="soft"> (đã thực hiện {formatVietnameseDate(doneOn)})</span>}
                    </div>
                  ))}
            </td>
            <td>{itemStateNames[meeting.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What came of it and when it was put aside. */
function Followed(props: { history: History }) {
  const { tasks, drops } = props.history
  return (
    <>
      {tasks.length > 0 && (
        <section aria-label="Nhiệm vụ">
          <b>Nhiệm vụ</b>
          <ul className={styles.list}>
            {tasks.map((task) => (
              <li key={task.id}>
                {task.title}:{' '}
                {task.doneOn
                  ? `đã xong ngày ${formatVietnameseDate(task.doneOn)}`
                  : `còn mở, ${task.dueOn ? `hạn ${formatVietnameseDate(task.dueOn)}` : 'không có hạn'}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {drops.length > 0 && (
        <section aria-label="Đã gác lại">
          <b>Đã gác lại</b>
          <ul className={styles.list}>
            {drops.map((drop) => (
              <li key={drop.droppedOn + drop.meetingTitle + drop.reason}>
                {formatVietnameseDate(drop.droppedOn)}, {drop.meetingTitle}: {drop.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const words: { finished: boolean | null; label: string }[] = [
  { finished: null, label: 'Theo đồng hồ' },
  { finished: true, label: 'Đã xong' },
  { finished: false, label: 'Chưa xong' },
]

/** The secretary's own word, which stands before the clock. */
function Said(props: { itemId: number; finished: boolean | null }) {
  const say = useWrite('agenda.setFinished')
  return (
    <Group gap="xs" role="group" aria-label="Bí thư ghi mục này">
      <Text size="sm">Bí thư ghi mục này:</Text>
      {words.map(({ finished, label }) => (
        <Button
          key={label}
          size="xs"
          variant={finished === props.finished ? 'filled' : 'default'}
          aria-pressed={finished === props.finished}
          onClick={() => say.mutate({ id: props.itemId, finished })}
        >
          {label}
        </Button>
      ))}
    </Group>
  )
}
