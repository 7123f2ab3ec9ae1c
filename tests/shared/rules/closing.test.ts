import { describe, expect, it } from 'vitest'
import { type ClosingFacts, closingFindings } from '../../../src/shared/rules/closing.ts'

const whole: ClosingFacts = {
  obliged: 20,
  unmarked: 0,
  chairKnown: true,
  minuteTakerKnown: true,
  runningItems: [],
  runningSpeakers: [],
  turns: 5,
  unnamedTurns: 0,
  silentPapers: [],
  conclusions: 2,
  praised: true,
  votes: [{ subject: 'Nghị quyết tháng', counted: true, entitled: 20, entitledByRoll: 20 }],
  tasks: [{ title: 'Nộp báo cáo', owned: true, dated: true }],
  unscoredLines: 0,
}

describe('what is missing when a meeting is closed', () => {
  it('is nothing when all is recorded', () => {
    expect(closingFindings(whole)).toEqual([])
    // A meeting without votes or tasks is whole too.
    expect(closingFindings({ ...whole, votes: [], tasks: [] })).toEqual([])
    expect(closingFindings({ ...whole, obliged: 0 })).toEqual([])
    expect(closingFindings({ ...whole, praised: null })).toEqual([])
  })

  const vote = { subject: 'Dự toán', counted: true, entitled: 20, entitledByRoll: 20 }
  const task = { title: 'Dọn kho', owned: true, dated: true }
  it.each<[Partial<ClosingFacts>, string, string]>([
    [{ chairKnown: false }, 'meeting', 'Chưa ghi ai chủ trì'],
    [{ minuteTakerKnown: false }, 'meeting', 'Chưa ghi ai là thư ký'],
    [{ unmarked: 20 }, 'attendance', 'Chưa điểm danh'],
    [{ unmarked: 3 }, 'attendance', 'Còn 3 người chưa điểm danh'],
    [{ runningSpeakers: ['Lê Thị Bình'] }, 'speaking', 'Lượt phát biểu của Lê Thị Bình vẫn đang tính giờ'],
    [{ runningItems: ['Thảo luận'] }, 'running', 'Mục “Thảo luận” vẫn đang tiến hành'],
    [{ unnamedTurns: 2 }, 'speaking', 'Còn 2 lượt phát biểu chưa ghi tên người nói'],
    [{ turns: 0 }, 'speaking', 'Chưa ghi lượt phát biểu nào'],
    [{ unscoredLines: null }, 'score', 'Chưa chấm điểm chất lượng buổi họp'],
    [{ unscoredLines: 4 }, 'score', 'Phiếu chấm điểm còn 4 dòng chưa có điểm'],
    [{ votes: [{ ...vote, counted: false }] }, 'decisions', 'Biểu quyết “Dự toán” chưa có số phiếu'],
    [
      { votes: [{ ...vote, entitledByRoll: 19 }] },
      'decisions',
      'Biểu quyết “Dự toán” tính trên 20 người, theo danh sách điểm danh là 19',
    ],
    [{ conclusions: 0 }, 'decisions', 'Chưa ghi kết luận nào'],
    [{ praised: false }, 'decisions', 'Chưa ghi biểu dương, nhắc nhở'],
    [{ tasks: [{ ...task, owned: false }] }, 'decisions', 'Nhiệm vụ “Dọn kho” chưa có người làm'],
    [{ tasks: [{ ...task, dated: false }] }, 'decisions', 'Nhiệm vụ “Dọn kho” chưa có hạn'],
  ])('%o -> %s: %s', (missing, step, sentence) => {
    expect(closingFindings({ ...whole, ...missing })).toEqual([{ step, sentence }])
  })
})
