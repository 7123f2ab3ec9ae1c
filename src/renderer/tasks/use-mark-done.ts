import type { Task } from '../../shared/contract/tasks.ts'
import { useToday, useWrite } from '../api/hooks.ts'
import { sayDone } from '../ui/messages.tsx'

/** Marks a task as done today, or opens one that was done. */
export function useMarkDone(): (task: Task) => void {
  const today = useToday()
  const setDone = useWrite('tasks.setDone')
  return (task) =>
    setDone.mutate(
      { id: task.id, doneOn: task.doneOn === null ? today : null },
      {
        onSuccess: () =>
          sayDone(
            task.doneOn === null
              ? `Đã xong hôm nay: ${task.title}. Ctrl+Z để lấy lại.`
              : `Đã mở lại: ${task.title}`,
          ),
      },
    )
}
