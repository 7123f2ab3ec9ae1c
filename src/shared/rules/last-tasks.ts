import { percent } from './attendance.ts'
import { daysBetween } from './calendar.ts'
import type { MeetingRecord, TaskFact } from './meeting-record.ts'
import { openingState } from './task.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'
import { fact, type PaperParagraph, paragraph } from './written-paper.ts'

/** What became of a task by a day; what was done later had not been done then. */
export function taskResult(task: TaskFact, asOf: string): string {
  if (task.doneOn !== null && task.doneOn <= asOf) {
    const late = task.dueOn === null ? 0 : daysBetween(task.dueOn, task.doneOn)
    return `Hoàn thành ngày ${formatVietnameseDate(task.doneOn)}${late > 0 ? `, chậm ${late} ngày` : ''}`
  }
  if (task.dueOn === null || task.dueOn >= asOf) return 'Đang thực hiện'
  return `Chưa hoàn thành, quá hạn ${daysBetween(task.dueOn, asOf)} ngày`
}

/** The table that puts each task beside its result: the last resolution's, then what earlier ones left open. */
export function lastTaskParagraphs({ last, asOf }: MeetingRecord): PaperParagraph[] {
  const tasks = last?.tasks ?? []
  const earlier = last?.earlier ?? []
  const given =
    tasks.length === 0
      ? 'Kỳ trước không giao nhiệm vụ.'
      : `Đã hoàn thành ${doneOf(tasks, asOf)} nhiệm vụ (${percent(doneBy(tasks, asOf), tasks.length)}).`
  const carried =
    earlier.length === 0
      ? ''
      : ` Nhiệm vụ các kỳ trước chuyển sang: đã hoàn thành ${doneOf(earlier, asOf)} nhiệm vụ.`
  return [
    paragraph('lastTasks', 'lastTasks', `${given}${carried}`, {
      facts: [
        ...(tasks.length === 0 ? [] : [fact('Hoàn thành', doneOf(tasks, asOf))]),
        ...(earlier.length === 0 ? [] : [fact('Các kỳ trước hoàn thành', doneOf(earlier, asOf))]),
      ],
    }),
    ...tasks.map((task, index) => taskRow(task, openingState(task, null), index + 1, asOf)),
    ...earlier.map((task, index) =>
      taskRow(task, openingState(task, task.givenIn), tasks.length + index + 1, asOf),
    ),
  ]
}

const doneBy = (tasks: readonly TaskFact[], asOf: string) =>
  tasks.filter((task) => task.doneOn !== null && task.doneOn <= asOf).length

const doneOf = (tasks: readonly TaskFact[], asOf: string) => `${doneBy(tasks, asOf)}/${tasks.length}`

function taskRow(task: TaskFact, state: string, ordinal: number, asOf: string): PaperParagraph {
  const result = taskResult(task, asOf)
  return {
    ...paragraph(`lastTask.${task.id}`, 'lastTasks', result, {
      facts: [
        fact('Nhiệm vụ', task.title),
        fact('Người thực hiện', task.owners.join(', ') || 'chưa giao'),
        fact('Tình trạng đầu kỳ', state),
        fact('Kết quả', result),
      ],
    }),
    style: 'row',
    cells: [String(ordinal), task.title, task.owners.join(', '), state],
  }
}

/** Those of the table that are past their day. */
export function overdueTasks({ last, asOf }: Pick<MeetingRecord, 'last' | 'asOf'>): TaskFact[] {
  return [...(last?.tasks ?? []), ...(last?.earlier ?? [])].filter(
    (task) => task.dueOn !== null && task.dueOn < asOf && (task.doneOn === null || task.doneOn > asOf),
  )
}
