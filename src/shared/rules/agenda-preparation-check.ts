import {
  type CheckedAgenda,
  type CheckedItem,
  type Finding,
  usage,
  type WaitingTask,
} from './agenda-finding.ts'
import { agendasWords, dueWords, taskReport } from './carry.ts'
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

/** What is late of the notice and the papers; of other steps the preparation itself tells. */
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

/** An open task that the agenda does not take up yet. */
export function checkTask(agenda: CheckedAgenda, task: WaitingTask): Finding {
  const late = task.dueOn !== null && task.dueOn < agenda.today
  const item = taskReport(task)
  // Who waits without a day waits because a report is due here.
  const when = dueWords({ dueOn: task.dueOn, reportedHere: true }, agenda.today)
  return {
    kind: 'taskWaiting',
    severity: late ? 'should' : 'note',
    sentence: `Nhiệm vụ ${quoted(task.title)} ${when}${agendasWords(task.earlierAgendas)}, chưa có trong chương trình.`,
    source: usage,
    mend: {
      label: `Đưa ${quoted(task.title)} vào chương trình, ${item.plannedMinutes} phút`,
      operation: 'agenda.create',
      input: { meetingId: agenda.meeting.id, ...item },
    },
  }
}
