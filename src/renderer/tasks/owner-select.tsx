import type { Ref } from 'react'
import type { Assignee } from '../../shared/contract/tasks.ts'
import { loadInWords } from '../../shared/rules/task.ts'
import { PeopleSelect } from '../ui/people-select.tsx'

/** Who is to do a task, each with what they have in hand. */
export function OwnerSelect(props: {
  people: readonly Assignee[]
  value: readonly number[]
  onChange: (memberIds: number[]) => void
  error?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}) {
  return <PeopleSelect label="Người làm" tell={loadInWords} {...props} />
}
