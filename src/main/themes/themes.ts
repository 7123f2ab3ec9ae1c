import { AppError } from '../../shared/contract/errors.ts'
import type { themesContract } from '../../shared/contract/themes.ts'
import { fold } from '../../shared/rules/fold.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { ruleSetOn } from '../../shared/rules/rule-set.ts'
import { quarterName, themeStepNames } from '../../shared/rules/theme.ts'
import { dueDayProblem } from '../../shared/rules/theme-steps.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import type { HandlersOf } from '../api/context.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import { checkChanges, monthProblem, preparerProblem, refuse, titleProblem } from './theme-checks.ts'
import { writeContributors, writeLinks, writeQuestions, writeSubjects } from './theme-lists.ts'
import { makeMeeting } from './theme-meeting.ts'
import { copyYear, moveTheme, nextPosition, takeOver } from './theme-places.ts'
import { threadOf } from './theme-thread.ts'
import {
  boardOf,
  existingTheme,
  foundThemes,
  kindsOfThemes,
  meetingsForTheme,
  peopleForTheme,
  wholeTheme,
  yearsOfThemes,
} from './themes-queries.ts'

/** The year's themed sessions: what they are about, who prepares them, by when, and what was done. */
export const themesHandlers = {
  'themes.years': ({ db, today }) => yearsOfThemes(db, today),

  'themes.board': ({ db, today }, { year }) => boardOf(db, year, today),

  'themes.search': ({ db, today }, { typed }) => foundThemes(db, typed, today),

  'themes.get': ({ db, today }, { id }) => wholeTheme(db, id, today),

  'themes.thread': ({ db }, { id }) => threadOf(db, id),

  'themes.kinds': ({ db }) => kindsOfThemes(db),

  'themes.meetings': async ({ db, today }, { id }) =>
    meetingsForTheme(db, await existingTheme(db, id, today)),

  'themes.people': async ({ db, today }, { id }) =>
    peopleForTheme(db, await existingTheme(db, id, today), today),

  'themes.create': async ({ db, describe }, fields) => {
    const title = fields.title.trim()
    refuse({
      title: await titleProblem(db, fields.year, title, null),
      month: monthProblem(fields.month, fields),
    })
    const position = await nextPosition(db, fields.year, fields.quarter)
    const { id } = await db
      .insertInto('theme')
      .values({ ...fields, title, titleFolded: fold(title), position })
      .returning('id')
      .executeTakeFirstOrThrow()
    describe(`Thêm chuyên đề ${quoted(title)}, ${quarterName(fields.quarter)}/${fields.year}`)
    return { id }
  },

  'themes.update': async ({ db, today, describe }, { id, ...changes }) => {
    const theme = await existingTheme(db, id, today)
    await checkChanges(db, theme, changes, today)
    const title = changes.title?.trim() ?? theme.title
    describe(`Sửa chuyên đề ${quoted(title)}`)
    if (Object.keys(changes).length === 0) return null
    await db
      .updateTable('theme')
      .set({ ...changes, title, titleFolded: fold(title) })
      .where('id', '=', id)
      .execute()
    // The meeting is called after its theme unless it has a name already.
    if (changes.meetingId)
      await db
        .updateTable('meeting')
        .set({ theme: title })
        .where('id', '=', changes.meetingId)
        .where('theme', '=', '')
        .execute()
    return null
  },

  'themes.remove': async ({ db, today, describe }, { id }) => {
    const { title } = await existingTheme(db, id, today)
    describe(`Xóa chuyên đề ${quoted(title)}`)
    await db.deleteFrom('theme').where('id', '=', id).execute()
    return null
  },

  'themes.move': async ({ db, today, describe }, { id, quarter, place }) => {
    const theme = await existingTheme(db, id, today)
    describe(
      quarter === theme.quarter
        ? `Đổi thứ tự chuyên đề ${quoted(theme.title)}`
        : `Chuyển chuyên đề ${quoted(theme.title)} sang ${quarterName(quarter)}`,
    )
    await moveTheme(db, theme, quarter, place)
    return null
  },

  'themes.setStep': async ({ db, today, describe }, { id, step, dueOn, doneOn }) => {
    const theme = await existingTheme(db, id, today)
    const { sessionDay } = theme
    const ruleSet = sessionDay && ruleSetOn(ruleSets, sessionDay)
    refuse({
      dueOn: dueOn && dueDayProblem(step, dueOn, sessionDay, ruleSet || null),
      doneOn: doneOn !== null && doneOn > today ? 'Ngày xong chưa tới' : null,
    })
    const name = `${themeStepNames[step].toLowerCase()} của chuyên đề ${quoted(theme.title)}`
    const done = doneOn === null ? 'chưa xong' : `xong ngày ${formatVietnameseDate(doneOn)}`
    describe(`Ghi ${name}: ${done}${dueOn === null ? '' : `, hạn ${formatVietnameseDate(dueOn)}`}`)
    if (dueOn === null && doneOn === null)
      await db.deleteFrom('themeStep').where('themeId', '=', id).where('step', '=', step).execute()
    else
      await db
        .insertInto('themeStep')
        .values({ themeId: id, step, dueOn, doneOn })
        .onConflict((conflict) => conflict.columns(['themeId', 'step']).doUpdateSet({ dueOn, doneOn }))
        .execute()
    return null
  },

  'themes.setContributors': async ({ db, today, describe }, { id, contributors }) => {
    const theme = await existingTheme(db, id, today)
    const wrong: Record<string, string | null> = {}
    const seen = new Set<number>()
    for (const [index, { memberId }] of contributors.entries()) {
      const known = theme.contributors.some((contributor) => contributor.memberId === memberId)
      // Whoever has the task already is pointed out on the page; taking over or reordering is not refused for them.
      wrong[`contributors.${index}.memberId`] = seen.has(memberId)
        ? 'Người này đã có tên ở trên'
        : known
          ? null
          : await preparerProblem(db, memberId, theme, today)
      seen.add(memberId)
    }
    refuse(wrong)
    describe(`Người phát biểu tham luận của chuyên đề ${quoted(theme.title)}`)
    await writeContributors(db, id, contributors)
    return null
  },

  'themes.makeMeeting': async ({ db, today, describe }, { id, into }) => {
    const theme = await wholeTheme(db, id, today)
    const meetingId = await makeMeeting(db, theme, into, today)
    describe(`${into === 'own' ? 'Tạo buổi' : 'Ghép vào buổi thường kỳ'} chuyên đề ${quoted(theme.title)}`)
    return { meetingId }
  },

  'themes.setQuestions': async ({ db, today, describe }, { id, questions }) => {
    const theme = await existingTheme(db, id, today)
    describe(`Câu hỏi thảo luận của chuyên đề ${quoted(theme.title)}`)
    await writeQuestions(db, id, questions)
    return null
  },

  'themes.setLinks': async ({ db, today, describe }, { id, links }) => {
    const theme = await existingTheme(db, id, today)
    describe(`Tệp kèm theo chuyên đề ${quoted(theme.title)}`)
    await writeLinks(db, id, links)
    return null
  },

  'themes.setSubjects': async ({ db, today, describe }, { id, subjects }) => {
    const theme = await existingTheme(db, id, today)
    describe(`Lĩnh vực của chuyên đề ${quoted(theme.title)}`)
    await writeSubjects(db, id, subjects)
    return null
  },

  'themes.copyYear': async ({ db, describe }, { fromYear, toYear }) => {
    if (fromYear === toYear) throw new AppError('invalid-input', { toYear: 'Hãy chọn hai năm khác nhau' })
    describe(`Chép kế hoạch chuyên đề năm ${fromYear} sang năm ${toYear}`)
    return copyYear(db, fromYear, toYear)
  },

  'themes.takeOver': async ({ db, today, describe }, { id, year, quarter }) => {
    const theme = await existingTheme(db, id, today)
    describe(`Chuyển chuyên đề ${quoted(theme.title)} sang ${quarterName(quarter)}/${year}`)
    return { id: await takeOver(db, theme, year, quarter, today) }
  },
} satisfies HandlersOf<typeof themesContract>
