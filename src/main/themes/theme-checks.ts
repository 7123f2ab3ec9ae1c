import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { ThemeChanges } from '../../shared/contract/themes.ts'
import { fold } from '../../shared/rules/fold.ts'
import { statusNames, statusOn } from '../../shared/rules/member.ts'
import { judgedDay, liesInQuarter, monthsOf, quarterName, quarterOf } from '../../shared/rules/theme.ts'
import type { PlannedTheme } from '../../shared/rules/theme-plan.ts'
import { sessionDayProblem } from '../../shared/rules/theme-steps.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>
type Place = { year: number; quarter: number }

/** Why a month cannot be planned in a quarter, or null. */
export function monthProblem(month: number | null, { quarter }: Place): string | null {
  if (month === null || quarterOf(month) === quarter) return null
  return `Tháng ${month} không thuộc ${quarterName(quarter)} (tháng ${monthsOf(quarter).join(', ')})`
}

/** Why a theme cannot be called so in its year, or null; `exceptId` is the theme itself. */
export async function titleProblem(
  db: Db,
  year: number,
  title: string,
  exceptId: number | null,
): Promise<string | null> {
  const twin = await db
    .selectFrom('theme')
    .select(['id', 'quarter'])
    .where('year', '=', year)
    .where('titleFolded', '=', fold(title))
    .executeTakeFirst()
  if (!twin || twin.id === exceptId) return null
  return `Năm ${year} đã có chuyên đề tên này ở ${quarterName(twin.quarter)}. Hãy đặt tên khác`
}

/**
 * Why somebody cannot prepare a theme, or null: not in the list, or no longer (or not yet) of the cell on the day
 * of its session.
 */
export async function preparerProblem(
  db: Db,
  memberId: number,
  theme: Place & { month: number | null; sessionDay: string | null },
  today: string,
): Promise<string | null> {
  const member = await db
    .selectFrom('member')
    .select(['fullName', 'removedAt'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member || member.removedAt !== null) return 'Không có người này trong danh sách đảng viên'
  const periods = await db
    .selectFrom('memberStatus')
    .select(['status', 'fromDate', 'toDate'])
    .where('memberId', '=', memberId)
    .orderBy('fromDate')
    .execute()
  const day = judgedDay(theme, today)
  const status = statusOn(periods, day)
  const when =
    theme.sessionDay === null
      ? `ngày ${formatVietnameseDate(day)}`
      : `ngày sinh hoạt ${formatVietnameseDate(day)}`
  switch (status) {
    case 'movedAway':
    case 'removed':
    case 'deceased':
      return `${member.fullName} ${statusNames[status].toLowerCase()} trước ${when}. Hãy chọn người khác`
    case null:
      return `${member.fullName} không sinh hoạt ở chi bộ vào ${when}. Hãy chọn người khác`
    default:
      return null
  }
}

/**
 * Refuses changes to a theme that cannot be, each with a sentence beside its field: a title the year has already, a
 * month, a day or a meeting outside its quarter, a session before a deadline set by hand, somebody who is gone.
 */
export async function checkChanges(
  db: Db,
  theme: PlannedTheme,
  changes: ThemeChanges,
  today: string,
): Promise<void> {
  const wrong: Record<string, string | null> = {}
  if (changes.title !== undefined) wrong.title = await titleProblem(db, theme.year, changes.title, theme.id)
  if (changes.month !== undefined) wrong.month = monthProblem(changes.month, theme)
  const meetingId = changes.meetingId === undefined ? (theme.meeting?.id ?? null) : changes.meetingId
  const recorded = theme.steps.map(({ step, dueOn, dueByHand, doneOn }) => ({
    step,
    dueOn: dueByHand ? dueOn : null,
    doneOn,
  }))
  if (changes.sessionOn)
    wrong.sessionOn =
      dayProblem(changes.sessionOn, theme) ??
      (meetingId === null ? sessionDayProblem(changes.sessionOn, recorded) : null)
  let sessionDay = changes.sessionOn === undefined ? theme.sessionDay : changes.sessionOn
  if (changes.meetingId) {
    const meeting = await db
      .selectFrom('meeting')
      .select(['kind', 'period', 'heldOn'])
      .where('id', '=', changes.meetingId)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    sessionDay = meeting?.heldOn ?? null
    wrong.meetingId =
      meeting === undefined
        ? 'Không tìm thấy cuộc họp này'
        : meeting.kind !== 'themed' && meeting.kind !== 'regularThemed'
          ? 'Buổi này không có sinh hoạt chuyên đề'
          : !liesInQuarter(meeting.period, theme.year, theme.quarter)
            ? `Buổi này thuộc tháng ${meeting.period.slice(5)}/${meeting.period.slice(0, 4)}, ngoài ${quarterName(theme.quarter)}/${theme.year} của chuyên đề`
            : sessionDayProblem(meeting.heldOn, recorded)
  }
  if (changes.leadId)
    wrong.leadId = await preparerProblem(db, changes.leadId, { ...theme, sessionDay }, today)
  refuse(wrong)
}

function dayProblem(day: string, { year, quarter }: Place): string | null {
  if (liesInQuarter(day, year, quarter)) return null
  if (!day.startsWith(`${year}-`))
    return `Ngày ${formatVietnameseDate(day)} ngoài năm ${year} của kế hoạch. Hãy chọn ngày trong ${quarterName(quarter)}/${year}`
  return `Ngày ${formatVietnameseDate(day)} thuộc ${quarterName(quarterOf(Number(day.slice(5, 7))))}. Hãy chuyển chuyên đề sang quý đó trước, hoặc chọn ngày trong ${quarterName(quarter)}`
}

/** Refuses where any field has a sentence. */
export function refuse(wrong: Readonly<Record<string, string | null>>): void {
  const fields = Object.fromEntries(
    Object.entries(wrong).flatMap(([field, sentence]) => (sentence === null ? [] : [[field, sentence]])),
  )
  if (Object.keys(fields).length > 0) throw new AppError('invalid-input', fields)
}
