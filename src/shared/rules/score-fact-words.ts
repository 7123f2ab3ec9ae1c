import { percent } from './attendance.ts'
import { quoted } from './quoted.ts'
import type { MadeOn, ScoreFactName, ScoreFacts } from './score-facts.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/** What is known of a fact, in words: the evidence of its line. */
export function factWords(fact: ScoreFactName, facts: ScoreFacts): string {
  switch (fact) {
    case 'duration':
      return durationWords(facts)
    case 'attendance':
      return attendanceWords(facts)
    case 'absenceRow':
      return absenceWords(facts)
    case 'committee':
      return committeeWords(facts)
    case 'notice':
      return `${dayWords(facts.notice.symbol === '' ? 'Thông báo đảng viên' : `Thông báo số ${facts.notice.symbol}`, facts.notice.members)}; ${dayWords('báo cấp ủy viên theo dõi', facts.notice.upper)}`
    case 'papers': {
      const { doneOn, dueOn, source } = facts.papers
      return `${dayWords('Gửi tài liệu', doneOn)}, hạn ${formatVietnameseDate(dueOn)} (${source})`
    }
    case 'speakers':
      return speakersWords(facts)
    case 'praise': {
      const { commendations, reminders } = facts.praise
      return commendations + reminders === 0
        ? 'Chưa ghi biểu dương, nhắc nhở nào'
        : `${commendations} biểu dương, ${reminders} nhắc nhở`
    }
    case 'criticism': {
      const { self, others } = facts.criticisms
      return self + others === 0
        ? 'Chưa ghi lượt phê bình, tự phê bình nào'
        : `${self} lượt tự phê bình, ${others} lượt phê bình`
    }
    case 'ideology':
      return facts.ideologyMinutes === null
        ? 'Mục chính trị, tư tưởng chưa tính giờ'
        : `Mục chính trị, tư tưởng: ${facts.ideologyMinutes} phút`
    case 'tasks':
      return tasksWords(facts)
    case 'conclusions':
      return facts.conclusions === 0 ? 'Chưa ghi kết luận nào' : `Đã ghi ${facts.conclusions} kết luận`
    case 'adopted':
      return `${facts.adopted.passed} biểu quyết được thông qua, giao ${facts.adopted.tasks} nhiệm vụ`
    case 'minutes':
      return facts.minutes === null ? 'Chưa ghi ngày xong biên bản' : `Biên bản ${madeWords(facts.minutes)}`
    case 'handbook':
      return dayWords('Tài liệu có trên Sổ tay đảng viên điện tử từ', facts.handbookOn)
    case 'upload': {
      const { doneOn, dueOn, source } = facts.upload
      const due = dueOn === null ? '' : `, hạn ${formatVietnameseDate(dueOn)} (${source})`
      return `${dayWords('Đăng tài liệu', doneOn)}${due}`
    }
  }
}

function dayWords(what: string, day: string | null): string {
  return day === null ? `${what}: chưa ghi ngày` : `${what} ngày ${formatVietnameseDate(day)}`
}

function madeWords({ on, symbol }: MadeOn): string {
  const day = `ngày ${formatVietnameseDate(on)}`
  return symbol === '' ? `ghi xong ${day}` : `số ${symbol}, ban hành ${day}`
}

function durationWords({ ran, minimum }: ScoreFacts): string {
  const against = minimum ? `tối thiểu ${minimum.minutes} phút (${minimum.rule})` : 'không có mức tối thiểu'
  if (!ran) return `Chưa tính giờ các mục; ${against}`
  const missing = minimum ? minimum.minutes - ran.minutes : 0
  const distance =
    missing > 0 ? `, thiếu ${missing} phút${halfWords(ran.minutes, minimum?.minutes ?? 0)}` : ''
  return `Họp ${ran.from}–${ran.to}, ${ran.minutes} phút; ${against}${distance}`
}

function halfWords(minutes: number, minimum: number): string {
  const half = minutes * 2 - minimum
  return half === 0 ? ', bằng một nửa' : half < 0 ? ', dưới một nửa' : ''
}

function attendanceWords({ roll }: ScoreFacts): string {
  if (roll.obliged === 0 || roll.unmarked === roll.obliged) return 'Chưa điểm danh'
  const parts = [`Có mặt ${roll.present}/${roll.obliged} (${percent(roll.present, roll.obliged)})`]
  if (roll.excused > 0) parts.push(`vắng có lý do ${roll.excused}`)
  if (roll.unexcused > 0) parts.push(`vắng không lý do ${roll.unexcused}`)
  if (roll.unmarked > 0) parts.push(`còn ${roll.unmarked} người chưa điểm danh`)
  return parts.join(', ')
}

function absenceWords({ absences }: ScoreFacts): string {
  if (!absences) return 'Chưa có quy định về số lần vắng liên tiếp'
  const { limit, exceeding } = absences
  if (exceeding.length === 0) return `Trong năm không ai vắng có lý do quá ${limit.value} lần liên tiếp`
  return exceeding.map(({ fullName, count }) => `${fullName} vắng có lý do ${count} lần liên tiếp`).join(', ')
}

function committeeWords({ committee }: ScoreFacts): string {
  if (committee.alone) return 'Chi bộ chỉ có bí thư: không đánh giá, được đủ điểm'
  if (committee.heldOn === null) return 'Chưa ghi ngày họp chi ủy'
  const held = `Họp chi ủy ngày ${formatVietnameseDate(committee.heldOn)}`
  if (committee.minutes) return `${held}, biên bản ${madeWords(committee.minutes)}`
  return committee.recorded ? `${held}, đã ghi kết luận` : `${held}, chưa thấy biên bản trong chương trình`
}

function speakersWords({ speakers: { turns, there, spoke, unnamedTurns } }: ScoreFacts): string {
  if (turns === 0) return 'Chưa ghi lượt phát biểu nào'
  const unnamed = unnamedTurns > 0 ? `, còn ${unnamedTurns} lượt chưa ghi tên` : ''
  return `${spoke}/${there} người có mặt phát biểu (${percent(spoke, there)})${unnamed}`
}

/** Open tasks named one by one; more would fill the line. */
const mostNamed = 3

function tasksWords({ tasks: { count, done, open } }: ScoreFacts): string {
  if (count === 0) return 'Kỳ trước không giao nhiệm vụ nào đến hạn buổi này'
  const named = open.slice(0, mostNamed).map(quoted).join(', ')
  const others = open.length > mostNamed ? ` và ${open.length - mostNamed} việc khác` : ''
  const rest = open.length > 0 ? `; chưa xong: ${named}${others}` : ''
  return `Xong ${done}/${count} nhiệm vụ kỳ trước giao (${percent(done, count)})${rest}`
}
