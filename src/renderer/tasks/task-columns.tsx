import type { Task } from '../../shared/contract/tasks.ts'
import { isOverdue, taskStanding } from '../../shared/rules/task.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { GridColumn } from '../ui/data-grid.tsx'
import styles from './tasks.module.css'

/** The names of those who have to do it. */
export function ownersOf(task: Task): string {
  return task.owners.map((owner) => owner.fullName).join(', ') || 'chưa có người làm'
}

/** Its day, and how it stands towards that day in words. */
export function dueColumn(today: string): GridColumn<Task> {
  return {
    key: 'dueOn',
    heading: 'Hạn',
    cell: (task) => (
      <>
        {task.dueOn && <span className="num">{formatVietnameseDate(task.dueOn)}</span>}
        <div className={isOverdue(task, today) ? styles.overdue : 'soft'}>
          {task.doneOn
            ? `${taskStanding(task, today)} (${formatVietnameseDate(task.doneOn)})`
            : taskStanding(task, today)}
        </div>
      </>
    ),
    width: 150,
  }
}
