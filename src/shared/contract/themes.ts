import { z } from 'zod'
import { themeForms, themeOrigins, themeSteps } from '../rules/theme.ts'
import type { LooseSession, PlannedTheme, QuarterStanding } from '../rules/theme-plan.ts'
import { read, write } from './define.ts'
import { id, isoDate, requiredText, text } from './fields.ts'

const year = z.int().min(1900, 'Năm chưa đúng').max(2200, 'Năm chưa đúng')
const quarter = z.int().min(1, 'Quý từ I đến IV').max(4, 'Quý từ I đến IV')
const month = z.int().min(1, 'Tháng từ 1 đến 12').max(12, 'Tháng từ 1 đến 12').nullable()
const title = requiredText('tên chuyên đề')

export const themeFields = z.strictObject({
  /** Planned month, 1 to 12, in the theme's quarter. */
  month,
  title,
  /** Free text; `themes.kinds` suggests. */
  kind: text,
  origin: z.enum(themeOrigins),
  problem: text,
  figures: text,
  cause: text,
  solution: text,
  aim: text,
  form: z.enum(themeForms),
  /** The planned day; a theme with a meeting takes its day from there. */
  sessionOn: isoDate.nullable(),
  meetingId: id.nullable(),
  leadId: id.nullable(),
  product: text,
  note: text,
})

export type ThemeFields = z.infer<typeof themeFields>

const themeChanges = themeFields.partial()

/** The fields that are to change. */
export type ThemeChanges = z.infer<typeof themeChanges>

const contributor = z.strictObject({
  memberId: id,
  topic: text,
  minutes: z.int().min(1, 'Số phút phải từ 1').max(120, 'Số phút tối đa 120'),
})

export type ThemeContributor = z.infer<typeof contributor> & { id: number; fullName: string }

/** A quarter of the board with its themes in their order. */
export type BoardQuarter = {
  quarter: number
  standing: QuarterStanding
  themes: PlannedTheme[]
  /** Themed sessions of the quarter that belong to no theme. */
  loose: LooseSession[]
}

export type ThemeBoard = { year: number; quarters: BoardQuarter[] }

export type Theme = Omit<ThemeFields, 'meetingId'> & {
  id: number
  year: number
  quarter: number
  leadName: string | null
  /** Its meeting; null where there is none or it was removed. */
  meeting: { id: number; title: string; heldOn: string; closed: boolean } | null
  contributors: ThemeContributor[]
  questions: string[]
  links: { label: string; target: string }[]
  /** What it is about, for finding who knows it. */
  subjects: string[]
  /** As the board shows it, with where every step stands. */
  planned: PlannedTheme
}

/** A theme of any year that a search found. */
export type FoundTheme = {
  id: number
  year: number
  quarter: number
  title: string
  kind: string
  leadName: string | null
  /** The day it was held, or the planned one. */
  sessionDay: string | null
  heldOn: string | null
}

/** A meeting at which a matter came back. */
export type CameBack = { meetingId: number; title: string; heldOn: string }

export type ThreadTask = {
  id: number
  title: string
  owners: string[]
  dueOn: string | null
  doneOn: string | null
  cameBack: CameBack[]
}

/** What came of a theme. Where it has no meeting, all is empty. */
export type ThemeThread = {
  session: {
    meetingId: number
    title: string
    heldOn: string
    obliged: number
    /** How many of those obliged came; null before the roll is called. */
    came: number | null
    /** Who spoke on the theme, each once, in the order they first spoke, and in how many turns. */
    speakers: string[]
    turns: number
  } | null
  conclusions: {
    id: number
    content: string
    doneOn: string | null
    tasks: ThreadTask[]
    cameBack: CameBack[]
  }[]
  /** Tasks a themed meeting gave without a conclusion. */
  otherTasks: ThreadTask[]
  /** Where items of the theme were taken up again. */
  carriedOn: CameBack[]
}

export const themesContract = {
  /** The years that have themes or themed sessions, and this year and the next; newest first. */
  'themes.years': read(z.strictObject({})).returns<number[]>(),
  'themes.board': read(z.strictObject({ year })).returns<ThemeBoard>(),
  /** Themes of all years in which every word typed begins a word, without marks: newest first, at most 100. */
  'themes.search': read(z.strictObject({ typed: text })).returns<FoundTheme[]>(),
  'themes.get': read(z.strictObject({ id })).returns<Theme>(),
  /** From the session to what was concluded, given out, and came back later. */
  'themes.thread': read(z.strictObject({ id })).returns<ThemeThread>(),
  /** The catalogue's kinds, then those that were typed in. */
  'themes.kinds': read(z.strictObject({})).returns<string[]>(),
  /** Themed sessions of a theme's quarter that it may be treated in, by day. */
  'themes.meetings': read(z.strictObject({ id })).returns<{ id: number; title: string; heldOn: string }[]>(),
  /** Who may prepare a theme: whoever takes part on the day of its session, by given name. */
  'themes.people': read(z.strictObject({ id })).returns<{ memberId: number; fullName: string }[]>(),
  /** Adds a theme after the last one of its quarter. */
  'themes.create': write('Thêm chuyên đề', z.strictObject({ year, quarter, month, title })).returns<{
    id: number
  }>(),
  /** Changes only the fields that are named. */
  'themes.update': write('Sửa chuyên đề', themeChanges.extend({ id })).returns<null>(),
  'themes.remove': write('Xóa chuyên đề', z.strictObject({ id })).returns<null>(),
  /**
   * Puts a theme at a place (from 0) among the others of a quarter of its year. In another quarter its month, day
   * and deadlines go along, so many months later or earlier.
   */
  'themes.move': write(
    'Chuyển chuyên đề',
    z.strictObject({ id, quarter, place: z.int().min(0).max(200) }),
  ).returns<null>(),
  /**
   * Makes the meeting a theme is held in, with a themed agenda, or takes it into the regular meeting of its month; who
   * prepared a paper is asked to speak.
   */
  'themes.makeMeeting': write(
    'Tạo buổi sinh hoạt chuyên đề',
    z.strictObject({ id, into: z.enum(['own', 'regular']) }),
  ).returns<{ meetingId: number }>(),
  /** The day a step is due (null: counted from the session) and the day it was done (null: not yet). */
  'themes.setStep': write(
    'Việc chuẩn bị chuyên đề',
    z.strictObject({
      id,
      step: z.enum(themeSteps),
      dueOn: isoDate.nullable(),
      doneOn: isoDate.nullable(),
    }),
  ).returns<null>(),
  /** These contribute, in this order. */
  'themes.setContributors': write(
    'Người phát biểu tham luận',
    z.strictObject({ id, contributors: z.array(contributor).max(50, 'Tối đa 50 người') }),
  ).returns<null>(),
  /** The questions prepared for the discussion, in this order. */
  'themes.setQuestions': write(
    'Câu hỏi thảo luận',
    z.strictObject({ id, questions: z.array(requiredText('câu hỏi')).max(50, 'Tối đa 50 câu hỏi') }),
  ).returns<null>(),
  /** Files and pages that belong to it: a path or an address each, kept as text. */
  'themes.setLinks': write(
    'Tệp kèm theo chuyên đề',
    z.strictObject({
      id,
      links: z
        .array(z.strictObject({ label: text, target: requiredText('đường dẫn') }))
        .max(50, 'Tối đa 50 tệp'),
    }),
  ).returns<null>(),
  'themes.setSubjects': write(
    'Lĩnh vực của chuyên đề',
    z.strictObject({ id, subjects: z.array(requiredText('lĩnh vực')).max(20, 'Tối đa 20 lĩnh vực') }),
  ).returns<null>(),
  /**
   * Starts a year with the themes of another: what they are about, without people, days and what came of them.
   * Those whose title the year has already are left out.
   */
  'themes.copyYear': write(
    'Chép kế hoạch chuyên đề',
    z.strictObject({ fromYear: year, toYear: year }),
  ).returns<{ copied: number; skipped: number }>(),
  /** Plans a theme that was not held once more in another year, with those who were to prepare it. */
  'themes.takeOver': write('Chuyển chuyên đề sang năm khác', z.strictObject({ id, year, quarter })).returns<{
    id: number
  }>(),
}
