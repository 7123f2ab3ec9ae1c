import type { AgendaPart, ContentClass } from './agenda.ts'
import { daysBetween } from './calendar.ts'
import { fold } from './fold.ts'
import type { ItemState } from './item-state.ts'
import { quoted } from './quoted.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

export const carryKinds = ['item', 'conclusion', 'task'] as const
export type CarryKind = (typeof carryKinds)[number]

export const carryKindNames: Record<CarryKind, string> = {
  item: 'Mục chưa xong',
  conclusion: 'Kết luận chưa thực hiện',
  task: 'Nhiệm vụ còn mở',
}

/** What a proposal was made of: an item, a conclusion or a task, by its id. */
export type CarrySource = { kind: CarryKind; sourceId: number }

/** A new item of an agenda as it is stored, with what it follows up. */
export type CarriedItem = {
  part: AgendaPart
  contentClass: ContentClass
  title: string
  ownerId: number | null
  plannedMinutes: number
  privateNote: string
  carriedFromId?: number
  conclusionId?: number
  taskId?: number
}

/** A proposal put aside for one meeting, with the word why. */
export type CarryDrop = CarrySource & {
  id: number
  meetingId: number
  meetingTitle: string
  reason: string
  droppedOn: string
}

export type PastItem = Pick<
  CarriedItem,
  'part' | 'contentClass' | 'title' | 'ownerId' | 'plannedMinutes' | 'privateNote'
> & {
  id: number
  state: ItemState
  /** The secretary said so; the clock did not. */
  said: boolean
  meetingTitle: string
}

export type PastConclusion = {
  id: number
  content: string
  meetingTitle: string
  doneOn: string | null
  /** How many tasks came of it, done or not. */
  tasks: number
  /** On how many earlier agendas it stood, as in a task. */
  earlierAgendas: number
}

export type OpenTask = {
  id: number
  title: string
  dueOn: string | null
  /** To be reported on at this very meeting. */
  reportedHere: boolean
  /** The first of those who have it. */
  ownerId: number | null
  ownerName: string | null
  /** What it carries out; null where no conclusion gave it. */
  conclusion: string | null
  earlierAgendas: number
}

/** What lies behind a regular meeting to come. */
export type CarryFacts = {
  meeting: { id: number; heldOn: string; chairId: number | null }
  today: string
  /** The agenda as it stands. */
  agenda: readonly {
    title: string
    carriedFromId: number | null
    conclusionId: number | null
    taskId: number | null
  }[]
  /** Items of the last regular meeting before it, and of those of the cell held since. */
  items: readonly PastItem[]
  /** Of the cell's meetings of the last year. */
  conclusions: readonly PastConclusion[]
  /** All that are not done, given before the meeting. */
  tasks: readonly OpenTask[]
  /** Every time one of these was put aside, the newest first. */
  drops: readonly CarryDrop[]
}

export type Proposal = CarrySource & {
  title: string
  /** Why it comes back: "quá hạn 6 ngày, của Lò Thị Én; đã gác lại ở ...". */
  why: string
  /** Late, or due by this meeting. */
  pressing: boolean
  item: CarriedItem
}

/** Minutes for the report on a task or on a conclusion. */
const reportMinutes = 3
const longestTitle = 2000

/**
 * What should come back on the agenda of a regular meeting, in the order item, conclusion, task, what presses first:
 * - an item of the last regular meeting (or one since) that was not taken up or not finished, unless this agenda has
 *   one of the same words: what every meeting has does not come back. What is mere form comes back only where the
 *   secretary says that it is not finished;
 * - a conclusion that nobody noted as carried out and that gave no task: one that did comes back as its tasks, and is
 *   carried out once they are;
 * - a task still open.
 * Nothing that stands on the agenda already, and nothing put aside for this meeting.
 */
export function carryProposals(facts: CarryFacts): Proposal[] {
  const { agenda, meeting } = facts
  const words = new Set(agenda.map((item) => fold(item.title)))
  const has = (key: 'carriedFromId' | 'conclusionId' | 'taskId', id: number) =>
    agenda.some((item) => item[key] === id)
  const items = facts.items
    .filter(comesBack)
    .filter((item) => !has('carriedFromId', item.id) && !words.has(fold(item.title)))
    .map(itemProposal)
  const conclusions = facts.conclusions
    .filter(({ id, doneOn, tasks }) => doneOn === null && tasks === 0 && !has('conclusionId', id))
    .map((conclusion) => conclusionProposal(conclusion, meeting.chairId))
  const tasks = facts.tasks
    .filter(({ id }) => !has('taskId', id))
    .map((task) => taskProposal(task, facts))
    .sort((a, b) => Number(b.pressing) - Number(a.pressing))
  return [...items, ...conclusions, ...tasks].flatMap((proposal) => {
    const drops = facts.drops.filter(
      (drop) => drop.kind === proposal.kind && drop.sourceId === proposal.sourceId,
    )
    if (drops.some((drop) => drop.meetingId === meeting.id)) return []
    const last = drops[0]
    if (!last) return [proposal]
    return [{ ...proposal, why: `${proposal.why}; đã gác lại ở ${last.meetingTitle}: ${last.reason}` }]
  })
}

function comesBack({ state, said, contentClass }: PastItem): boolean {
  const form = contentClass === 'formalities' || contentClass === 'conclusion'
  return (state === 'unfinished' && (said || !form)) || (state === 'notRun' && !form)
}

function itemProposal({ id, state, said: _said, meetingTitle, ...item }: PastItem): Proposal {
  return {
    kind: 'item',
    sourceId: id,
    title: item.title,
    why: `${state === 'notRun' ? 'chưa tiến hành' : 'chưa xong'} ở ${meetingTitle}`,
    pressing: false,
    // A regular meeting has no themed part of its own.
    item: { ...item, part: item.part === 'themed' ? 'main' : item.part, carriedFromId: id },
  }
}

function conclusionProposal(conclusion: PastConclusion, chairId: number | null): Proposal {
  const { id, content, meetingTitle, earlierAgendas } = conclusion
  return {
    kind: 'conclusion',
    sourceId: id,
    title: content,
    why: `kết luận của ${meetingTitle}, chưa ghi ngày thực hiện${agendasWords(earlierAgendas)}`,
    pressing: false,
    item: reportItem(`Kết quả thực hiện kết luận: ${content}`, chairId, { conclusionId: id }),
  }
}

function taskProposal(task: OpenTask, { today, meeting }: CarryFacts): Proposal {
  const { dueOn } = task
  const owner = task.ownerName === null ? ', chưa có người làm' : `, của ${task.ownerName}`
  const from = task.conclusion === null ? '' : `, thực hiện kết luận ${quoted(task.conclusion)}`
  return {
    kind: 'task',
    sourceId: task.id,
    title: task.title,
    why: `${dueWords(task, today)}${owner}${from}${agendasWords(task.earlierAgendas)}`,
    pressing: task.reportedHere || (dueOn !== null && dueOn <= meeting.heldOn),
    item: taskReport(task),
  }
}

/** When a task is due, seen from a day: "quá hạn 6 ngày", "hẹn báo cáo ở buổi này", "đến hạn 18/12/2026". */
export function dueWords(task: { dueOn: string | null; reportedHere: boolean }, today: string): string {
  const late = task.dueOn === null ? 0 : daysBetween(task.dueOn, today)
  if (late > 0) return `quá hạn ${late} ngày`
  if (task.dueOn !== null) return `đến hạn ${formatVietnameseDate(task.dueOn)}`
  return task.reportedHere ? 'hẹn báo cáo ở buổi này' : 'không có hạn'
}

/** ", đã có trong 2 chương trình trước", or nothing. */
export function agendasWords(earlierAgendas: number): string {
  return earlierAgendas > 0 ? `, đã có trong ${earlierAgendas} chương trình trước` : ''
}

/** A task that waits is taken up as part of the review of what was decided. */
export function taskReport(task: { id: number; title: string; ownerId: number | null }): CarriedItem {
  return reportItem(`Báo cáo nhiệm vụ: ${task.title}`, task.ownerId, { taskId: task.id })
}

function reportItem(
  title: string,
  ownerId: number | null,
  about: { conclusionId: number } | { taskId: number },
): CarriedItem {
  return {
    part: 'main',
    contentClass: 'lastResolution',
    title: title.slice(0, longestTitle),
    ownerId,
    plannedMinutes: reportMinutes,
    privateNote: '',
    ...about,
  }
}
