import {
  type CheckedAgenda,
  type CheckedItem,
  type Finding,
  usage,
  type WaitingTask,
} from './agenda-finding.ts'
import { daysBetween } from './calendar.ts'
import { fold } from './fold.ts'
import type { StepStanding } from './preparation.ts'
import { quoted } from './quoted.ts'
import { ruleSetName } from './rule-set.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** Where a resolution is to be put to the vote; the review of last month's is another class of item. */
const passesResolution = (item: CheckedItem) =>
  item.contentClass === 'conclusion' && fold(item.title).includes('nghi quyet')

/** A resolution is to be passed and there is no word of a draft: more pressing once its day is over. */
export function checkDraft(agenda: CheckedAgenda): Finding[] {
  const { steps, items, ruleSet } = agenda
  const draft = steps.find((standing) => standing.step === 'draft')
  const item = items.find(passesResolution)
  if (!draft || !item || (draft.state !== 'open' && draft.state !== 'late')) return []
  const due = formatVietnameseDate(draft.dueOn)
  const when = draft.state === 'late' ? `chậm ${draft.lateDays} ngày so với hạn ${due}` : `hạn ${due}`
  return [
    {
      kind: 'noDraft',
      severity: draft.state === 'late' ? 'must' : 'note',
      sentence: `Mục ${quoted(item.title)} thông qua nghị quyết nhưng chưa có dự thảo, ${when}.`,
      source: ruleSet ? ruleSetName(ruleSet) : usage,
      mend: {
        label: 'Ghi đã có dự thảo hôm nay',
        operation: 'preparation.mark',
        input: { meetingId: agenda.meeting.id, step: 'draft', doneOn: agenda.today, note: draft.note },
      },
    },
  ]
}

export function checkStep(agenda: CheckedAgenda, standing: StepStanding): Finding[] {
  const { step, state, lateDays } = standing
  if ((step !== 'notice' && step !== 'papers') || (state !== 'late' && state !== 'doneLate')) return []
  const what = step === 'notice' ? 'Thông báo' : 'Tài liệu'
  const due = formatVietnameseDate(standing.dueOn)
  return [
    {
      kind: step === 'notice' ? 'noticeLate' : 'papersLate',
      severity: state === 'doneLate' ? 'note' : standing.byRule ? 'must' : 'should',
      sentence:
        state === 'late'
          ? `${what} chưa gửi, chậm ${lateDays} ngày so với hạn ${due}.`
          : `${what} đã gửi chậm ${lateDays} ngày so với hạn ${due}.`,
      source: standing.source,
      mend:
        state === 'doneLate'
          ? null
          : {
              label: 'Ghi đã gửi hôm nay',
              operation: 'preparation.mark',
              input: { meetingId: agenda.meeting.id, step, doneOn: agenda.today, note: standing.note },
            },
    },
  ]
}

/** A task that waits is taken up as part of the review of what was decided. */
export function checkTask(agenda: CheckedAgenda, task: WaitingTask): Finding {
  const late = task.dueOn === null ? 0 : daysBetween(task.dueOn, agenda.today)
  const when =
    late > 0
      ? `quá hạn ${late} ngày`
      : task.dueOn === null
        ? 'hẹn báo cáo ở buổi này'
        : `đến hạn ${formatVietnameseDate(task.dueOn)}`
  const earlier = task.earlierAgendas > 0 ? `, đã có trong ${task.earlierAgendas} chương trình trước` : ''
  return {
    kind: 'taskWaiting',
    severity: late > 0 ? 'should' : 'note',
    sentence: `Nhiệm vụ ${quoted(task.title)} ${when}${earlier}, chưa có trong chương trình.`,
    source: usage,
    mend: {
      label: `Đưa ${quoted(task.title)} vào chương trình, ${taskMinutes} phút`,
      operation: 'agenda.create',
      input: {
        meetingId: agenda.meeting.id,
        taskId: task.id,
        part: 'main',
        contentClass: 'lastResolution',
        title: `Báo cáo nhiệm vụ: ${task.title}`.slice(0, 2000),
        ownerId: task.ownerId,
        plannedMinutes: taskMinutes,
        privateNote: '',
      },
    },
  }
}

const taskMinutes = 3
