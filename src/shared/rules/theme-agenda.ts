import type { AgendaPart, ContentClass } from './agenda.ts'

export type ThemedItem = {
  part: AgendaPart
  contentClass: ContentClass
  title: string
  ownerId: number | null
  plannedMinutes: number
  /** Whoever speaks on it has prepared a paper. */
  paper: boolean
}

const longestTitle = 2000
/** As the agenda templates have it: the program's own proposal, no rule. */
const minutes = { aim: 3, leadPaper: 15, discussion: 20, conclusion: 5 }

/**
 * The themed part of a meeting: its aim, the lead paper, each contribution with its speaker and minutes, a discussion
 * of the prepared questions, evaluation and conclusion. The discussion is made as much longer as the whole meeting
 * lacks: `otherMinutes` are those of its other items, `minimumMinutes` what the rule-set in force asks for.
 */
export function themedItems(
  theme: {
    title: string
    aim: string
    leadId: number | null
    contributors: readonly { memberId: number; topic: string; minutes: number }[]
    questions: readonly string[]
  },
  meeting: { chairId: number | null; otherMinutes: number; minimumMinutes: number },
): ThemedItem[] {
  const item = (
    contentClass: ContentClass,
    title: string,
    ownerId: number | null,
    plannedMinutes: number,
    paper = false,
  ): ThemedItem => ({
    part: 'themed',
    contentClass,
    title: title.slice(0, longestTitle),
    ownerId,
    plannedMinutes,
    paper,
  })
  const aim = theme.aim.trim()
  const questions = theme.questions.map((question, index) => `${index + 1}) ${question.trim()}`).join(' ')
  const items = [
    item(
      'theme',
      aim === '' ? 'Nêu mục đích, yêu cầu của chuyên đề' : `Nêu mục đích: ${aim}`,
      meeting.chairId,
      minutes.aim,
    ),
    item('theme', `Trình bày chuyên đề: ${theme.title}`, theme.leadId, minutes.leadPaper, true),
    ...theme.contributors.map((each) =>
      item('theme', `Tham luận: ${each.topic.trim() || theme.title}`, each.memberId, each.minutes, true),
    ),
    item(
      'discussion',
      questions === '' ? 'Thảo luận chuyên đề' : `Thảo luận chuyên đề: ${questions}`,
      meeting.chairId,
      minutes.discussion,
    ),
    item('conclusion', 'Đánh giá chất lượng và kết luận chuyên đề', meeting.chairId, minutes.conclusion),
  ]
  const total = items.reduce((sum, each) => sum + each.plannedMinutes, meeting.otherMinutes)
  const missing = Math.max(0, meeting.minimumMinutes - total)
  return items.map((each) =>
    each.contentClass === 'discussion' ? { ...each, plannedMinutes: each.plannedMinutes + missing } : each,
  )
}
