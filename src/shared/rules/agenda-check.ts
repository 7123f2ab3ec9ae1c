import type { AgendaPart, ContentClass } from './agenda.ts'
import {
  type CheckedAgenda,
  type CheckedItem,
  type Finding,
  type Mend,
  mendAdd,
  mendMinutes,
  usage,
} from './agenda-finding.ts'
import { checkDraft, checkStep, checkTask } from './agenda-preparation-check.ts'
import { checkReview } from './agenda-review-check.ts'
import { percent } from './attendance.ts'
import { isRegular, isThemed } from './meeting.ts'
import { quoted } from './quoted.ts'
import { ruleSetName } from './rule-set.ts'
import { plannedInWords } from './theme-plan.ts'
import { usageSource } from './thresholds.ts'
import { formatVietnameseDate } from './vietnamese-date.ts'

/**
 * "Kiểm tra chương trình": what is still amiss with an agenda, what matters most first, each with the rule or the
 * usage it comes from and, where one operation can mend it, that operation. Says the same for the same input.
 */
export function checkAgenda(agenda: CheckedAgenda): Finding[] {
  const findings = [
    ...checkLength(agenda),
    ...checkPeople(agenda),
    ...checkLastResolution(agenda),
    ...checkDiscussion(agenda),
    ...checkTheme(agenda),
    ...checkDraft(agenda),
    ...agenda.steps.flatMap((step) => checkStep(agenda, step)),
    ...agenda.tasks.map((task) => checkTask(agenda, task)),
    ...checkReading(agenda),
    ...checkProfessional(agenda),
    ...checkOwners(agenda),
    ...checkReview(agenda),
  ]
  // Stable, so that findings of one weight keep the order they are looked for in.
  return findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

const severities = ['must', 'should', 'note']

/** Only the cell's own monthly meeting has the order that the shares and the review of last month belong to. */
const followsOrder = ({ meeting }: CheckedAgenda) => isRegular(meeting)

const minutesOf = (items: readonly CheckedItem[], ...classes: ContentClass[]) =>
  items.reduce((sum, item) => (classes.includes(item.contentClass) ? sum + item.plannedMinutes : sum), 0)

const totalOf = (items: readonly CheckedItem[]) => items.reduce((sum, item) => sum + item.plannedMinutes, 0)

/** The item of a class that takes longest, the first of those that are alike. */
function longest(items: readonly CheckedItem[], ...classes: ContentClass[]): CheckedItem | undefined {
  return items
    .filter((item) => classes.includes(item.contentClass))
    .reduce<CheckedItem | undefined>(
      (found, item) => (found && found.plannedMinutes >= item.plannedMinutes ? found : item),
      undefined,
    )
}

/** Makes the longest item of a class longer, or adds one where there is none. */
function lengthen(
  agenda: CheckedAgenda,
  minutes: number,
  item: { part: AgendaPart; contentClass: ContentClass; title: string },
): Mend | null {
  const found = longest(agenda.items, item.contentClass)
  return found ? mendMinutes(found, found.plannedMinutes + minutes) : mendAdd(agenda, item, minutes)
}

const discussion = { part: 'main', contentClass: 'discussion', title: 'Thảo luận' } as const
const partyBuilding = {
  part: 'main',
  contentClass: 'partyBuilding',
  title: 'Công tác xây dựng Đảng',
} as const

function checkLength(agenda: CheckedAgenda): Finding[] {
  const { minimum } = agenda
  const total = totalOf(agenda.items)
  if (minimum === null || total >= minimum.minutes) return []
  const missing = minimum.minutes - total
  return [
    {
      kind: 'tooShort',
      severity: 'must',
      sentence: `Chương trình dài ${total} phút, thiếu ${missing} phút so với tối thiểu ${minimum.minutes} phút.`,
      source: minimum.rule,
      mend: lengthen(agenda, missing, discussion),
    },
  ]
}

function checkPeople(agenda: CheckedAgenda): Finding[] {
  return [...checkPerson(agenda, 'chairId', 'Chủ trì'), ...checkPerson(agenda, 'minuteTakerId', 'Thư ký')]
}

function checkPerson(agenda: CheckedAgenda, field: 'chairId' | 'minuteTakerId', office: string): Finding[] {
  const { meeting, suggested } = agenda
  const id = meeting[field]
  const person = agenda.people.find((each) => each.id === id)
  if (id !== null && person?.takesPart) return []
  const other = suggested[field]
  const name = agenda.people.find((each) => each.id === other)?.fullName
  return [
    {
      kind: id === null ? `${field}Missing` : `${field}NotTakingPart`,
      severity: 'must',
      sentence:
        id === null
          ? `Chưa có ${office.toLowerCase()}.`
          : `${office} ${person?.fullName ?? ''} không thuộc diện dự sinh hoạt tại chi bộ vào ngày ${formatVietnameseDate(meeting.heldOn)}.`,
      source: agenda.ruleSet ? ruleSetName(agenda.ruleSet) : usage,
      mend:
        other === null || name === undefined
          ? null
          : {
              label: `Chọn ${name}`,
              operation: 'meetings.update',
              input: { ...meeting, [field]: other },
            },
    },
  ]
}

function checkLastResolution(agenda: CheckedAgenda): Finding[] {
  if (!followsOrder(agenda) || agenda.items.some((item) => item.contentClass === 'lastResolution')) return []
  return [
    {
      kind: 'noLastResolution',
      severity: 'must',
      sentence: 'Chưa có mục đánh giá kết quả thực hiện nghị quyết tháng trước.',
      source: agenda.ruleSet ? ruleSetName(agenda.ruleSet) : usage,
      mend: mendAdd(
        agenda,
        { part: 'main', contentClass: 'lastResolution', title: 'Kết quả thực hiện nghị quyết tháng trước' },
        5,
      ),
    },
  ]
}

function checkDiscussion(agenda: CheckedAgenda): Finding[] {
  // The committee talks all the time; its agenda names no discussion apart.
  if (agenda.meeting.kind === 'committee') return []
  const least = agenda.thresholds.discussionPercentAtLeast
  const total = totalOf(agenda.items)
  const minutes = minutesOf(agenda.items, 'discussion')
  // As many minutes as make the share right although they make the whole longer too.
  const missing = least === 100 ? null : Math.ceil((least * total - minutes * 100) / (100 - least))
  if (!agenda.items.some((item) => item.contentClass === 'discussion')) {
    return [
      {
        kind: 'noDiscussion',
        severity: 'must',
        sentence: 'Chưa có mục thảo luận.',
        source: agenda.ruleSet ? ruleSetName(agenda.ruleSet) : usage,
        mend: mendAdd(agenda, discussion, Math.max(20, missing ?? 0)),
      },
    ]
  }
  if (minutes * 100 >= least * total) return []
  return [
    {
      kind: 'littleDiscussion',
      severity: 'should',
      sentence: `Thảo luận chiếm ${minutes}/${total} phút (${percent(minutes, total)}), nên có ít nhất ${least}%.`,
      source: usageSource,
      mend: missing === null ? null : lengthen(agenda, missing, discussion),
    },
  ]
}

function checkTheme(agenda: CheckedAgenda): Finding[] {
  const { meeting, ruleSet, items } = agenda
  if (isThemed(meeting) && !items.some((item) => item.contentClass === 'theme')) {
    return [
      {
        kind: 'noTheme',
        severity: 'must',
        sentence: 'Buổi này có sinh hoạt chuyên đề nhưng chương trình chưa có mục chuyên đề.',
        source: ruleSet ? ruleSetName(ruleSet) : usage,
        mend: mendAdd(agenda, { part: 'themed', contentClass: 'theme', title: 'Trình bày chuyên đề' }, 30),
      },
    ]
  }
  const least = ruleSet?.values.themedSessionsPerQuarter?.value
  if (!ruleSet || least === undefined || meeting.kind !== 'regular' || agenda.themedInQuarter >= least) {
    return []
  }
  const month = Number(meeting.period.slice(5))
  const quarter = ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)]
  const last = month % 3 === 0
  const planned = agenda.themeToMeet
  // A day of its own is planned after this meeting: nothing has to be mended in this one.
  const later = planned?.sessionDay != null && planned.sessionDay > meeting.heldOn
  return [
    {
      kind: 'themedMissing',
      severity: last && !later ? 'must' : 'note',
      sentence: `Quý ${quarter}/${meeting.period.slice(0, 4)} mới có ${agenda.themedInQuarter} trên ít nhất ${least} buổi sinh hoạt chuyên đề${last ? ', và đây là tháng cuối quý' : ''}.${planned ? ` Kế hoạch có chuyên đề ${plannedInWords(planned)}, chưa có buổi họp.` : ''}`,
      source: ruleSetName(ruleSet),
      mend: {
        label: 'Kết hợp chuyên đề vào buổi này',
        operation: 'meetings.update',
        input: { ...meeting, kind: 'regularThemed', theme: meeting.theme || (planned?.title ?? '') },
      },
    },
  ]
}

function checkReading(agenda: CheckedAgenda): Finding[] {
  if (!followsOrder(agenda)) return []
  const most = agenda.thresholds.readingPercentAtMost
  const total = totalOf(agenda.items)
  const minutes = minutesOf(agenda.items, 'formalities', 'ideology')
  if (minutes * 100 <= most * total) return []
  const item = longest(agenda.items, 'formalities', 'ideology')
  return [
    {
      kind: 'muchReading',
      severity: 'should',
      sentence: `Thủ tục, đọc và trình bày chiếm ${minutes}/${total} phút (${percent(minutes, total)}), nên nhiều nhất ${most}%.`,
      source: usageSource,
      mend: item ? lessen(agenda, item, minutes, total, most, discussion) : null,
    },
  ]
}

function checkProfessional(agenda: CheckedAgenda): Finding[] {
  if (!followsOrder(agenda)) return []
  const most = agenda.thresholds.professionalPercentAtMost
  const minutes = minutesOf(agenda.items, 'professional')
  const both = minutes + minutesOf(agenda.items, 'partyBuilding')
  if (minutes * 100 <= most * both) return []
  const item = longest(agenda.items, 'professional')
  return [
    {
      kind: 'muchProfessional',
      severity: 'should',
      sentence: `Chuyên môn ${minutes} phút, xây dựng Đảng ${both - minutes} phút: chuyên môn chiếm ${percent(minutes, both)}, nên nhiều nhất ${most}%. Chi bộ định hướng lãnh đạo, không điều hành chuyên môn.`,
      source: usageSource,
      mend: item ? lessen(agenda, item, minutes, both, most, partyBuilding) : null,
    },
  ]
}

/**
 * Brings a share of a whole down to `most` percent: by shortening its longest item where the meeting still reaches
 * its minimum, else by giving more time to `instead`. Null where neither can.
 */
function lessen(
  agenda: CheckedAgenda,
  item: CheckedItem,
  part: number,
  whole: number,
  most: number,
  instead: { part: AgendaPart; contentClass: ContentClass; title: string },
): Mend | null {
  const less = most === 100 ? 0 : Math.ceil((part * 100 - most * whole) / (100 - most))
  const stillLongEnough = totalOf(agenda.items) - less >= (agenda.minimum?.minutes ?? 0)
  if (less < item.plannedMinutes && stillLongEnough) return mendMinutes(item, item.plannedMinutes - less)
  return most === 0 ? null : lengthen(agenda, Math.ceil((part * 100) / most - whole), instead)
}

/** One finding for all of them: a new agenda has a dozen, and what must be mended would be lost among them. */
function checkOwners(agenda: CheckedAgenda): Finding[] {
  const { chairId, id: meetingId } = agenda.meeting
  const waiting = agenda.items.filter((item) => item.ownerId === null)
  const [first] = waiting
  if (!first) return []
  const chair = agenda.people.find((person) => person.id === chairId && person.takesPart)
  const all = waiting.length === 1 ? '' : ` cả ${waiting.length} mục`
  return [
    {
      kind: 'noOwner',
      severity: 'should',
      sentence:
        waiting.length === 1
          ? `Mục ${quoted(first.title)} chưa có người phụ trách.`
          : `${waiting.length} mục chưa có người phụ trách, đầu tiên là ${quoted(first.title)}.`,
      source: usage,
      mend: chair
        ? {
            label: `Giao ${chair.fullName}${all}`,
            operation: 'agenda.assignRest',
            input: { meetingId, ownerId: chair.id },
          }
        : null,
    },
  ]
}
