import { quoted } from './quoted.ts'

/** What is known of a meeting when it is to be closed. */
export type ClosingFacts = {
  /** Obliged to come, and of those without a mark. */
  obliged: number
  unmarked: number
  chairKnown: boolean
  minuteTakerKnown: boolean
  /** Titles of items not ended, and who speaks still by the clock. */
  runningItems: readonly string[]
  runningSpeakers: readonly string[]
  turns: number
  /** Of those, turns of somebody whose name is still to be noted. */
  unnamedTurns: number
  /** Who prepared a paper and has not spoken. */
  silentPapers: readonly string[]
  conclusions: number
  /** Whether it commended or reminded anybody; null where that is not asked of a meeting of this kind. */
  praised: boolean | null
  /** `counted`: its numbers are there; `entitledByRoll`: what the roll gives today. */
  votes: readonly { subject: string; counted: boolean; entitled: number; entitledByRoll: number }[]
  tasks: readonly { title: string; owned: boolean; dated: boolean }[]
  /** Lines of its score without points; null: not scored, though meetings of this kind are. */
  unscoredLines: number | null
}

/** The step of the meeting on which a finding is mended. */
export type ClosingStep = 'meeting' | 'attendance' | 'running' | 'speaking' | 'decisions' | 'score'

export type ClosingFinding = { step: ClosingStep; sentence: string }

/** What is not recorded yet, in the order of the meeting. Nothing of it hinders closing. */
export function closingFindings(facts: ClosingFacts): ClosingFinding[] {
  const findings: ClosingFinding[] = []
  const find = (step: ClosingStep, sentence: string) => findings.push({ step, sentence })
  if (!facts.chairKnown) find('meeting', 'Chưa ghi ai chủ trì')
  if (!facts.minuteTakerKnown) find('meeting', 'Chưa ghi ai là thư ký')
  if (facts.obliged > 0 && facts.unmarked === facts.obliged) find('attendance', 'Chưa điểm danh')
  else if (facts.unmarked > 0) find('attendance', `Còn ${facts.unmarked} người chưa điểm danh`)
  for (const title of facts.runningItems) find('running', `Mục ${quoted(title)} vẫn đang tiến hành`)
  for (const name of facts.runningSpeakers) find('speaking', `Lượt phát biểu của ${name} vẫn đang tính giờ`)
  if (facts.turns === 0) find('speaking', 'Chưa ghi lượt phát biểu nào')
  if (facts.unnamedTurns > 0)
    find('speaking', `Còn ${facts.unnamedTurns} lượt phát biểu chưa ghi tên người nói`)
  for (const vote of facts.votes) {
    if (!vote.counted) find('decisions', `Biểu quyết ${quoted(vote.subject)} chưa có số phiếu`)
    if (vote.entitled !== vote.entitledByRoll)
      find(
        'decisions',
        `Biểu quyết ${quoted(vote.subject)} tính trên ${vote.entitled} người, theo danh sách điểm danh là ${vote.entitledByRoll}`,
      )
  }
  for (const name of facts.silentPapers)
    find('speaking', `${name} có tham luận chuẩn bị nhưng chưa phát biểu`)
  if (facts.conclusions === 0) find('decisions', 'Chưa ghi kết luận nào')
  if (facts.praised === false) find('decisions', 'Chưa ghi biểu dương, nhắc nhở')
  for (const task of facts.tasks) {
    if (!task.owned) find('decisions', `Nhiệm vụ ${quoted(task.title)} chưa có người làm`)
    if (!task.dated) find('decisions', `Nhiệm vụ ${quoted(task.title)} chưa có hạn`)
  }
  if (facts.unscoredLines === null) find('score', 'Chưa chấm điểm chất lượng buổi họp')
  else if (facts.unscoredLines > 0)
    find('score', `Phiếu chấm điểm còn ${facts.unscoredLines} dòng chưa có điểm`)
  return findings
}
