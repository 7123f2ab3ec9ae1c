import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Theme } from '../../shared/contract/themes.ts'
import { placeLastInPart } from '../../shared/rules/agenda.ts'
import { minimumOn } from '../../shared/rules/rule-set.ts'
import { themedItems } from '../../shared/rules/theme-agenda.ts'
import { officersOn } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'
import { ruleSets } from '../resources/rule-sets.ts'
import { insertTemplateAgenda } from '../resources/template-agenda.ts'

type Db = Kysely<Schema>

/**
 * Makes the meeting a theme is held in, on its session's day, or takes it into the regular meeting of its month, which
 * becomes one with a theme. Its themed part is made of the theme; who prepared a paper is asked to speak. Throws
 * `invalid-input` where the theme has a meeting already, has no day, or the month no regular meeting to come.
 */
export async function makeMeeting(
  db: Db,
  theme: Theme,
  into: 'own' | 'regular',
  today: string,
): Promise<number> {
  if (theme.meeting !== null)
    throw new AppError('invalid-input', { meetingId: 'Chuyên đề này đã có buổi sinh hoạt' })
  const meeting = into === 'own' ? await ownMeeting(db, theme) : await regularMeeting(db, theme, today)
  await db
    .updateTable('meeting')
    .set({ kind: meeting.kind, theme: theme.title })
    .where('id', '=', meeting.id)
    .execute()
  await db.updateTable('theme').set({ meetingId: meeting.id }).where('id', '=', theme.id).execute()
  await fillThemedPart(db, theme, meeting)
  return meeting.id
}

type Session = { id: number; kind: 'themed' | 'regularThemed'; heldOn: string; chairId: number | null }

async function ownMeeting(db: Db, theme: Theme): Promise<Session> {
  const heldOn = theme.sessionOn
  if (heldOn === null)
    throw new AppError('invalid-input', { meetingId: 'Hãy ghi ngày sinh hoạt dự kiến trước' })
  const cell = await db.selectFrom('cell').select('meetingPlace').executeTakeFirst()
  const last = await db
    .selectFrom('meeting')
    .where('removedAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .select(['startTime', 'place'])
    .executeTakeFirst()
  const officers = await officersOn(db, heldOn)
  const chair = officers.find((officer) => officer.role === 'secretary') ?? officers[0]
  const others = officers.filter((officer) => officer !== chair)
  const taker = others.find((officer) => officer.role === 'committeeMember') ?? others[0]
  const fields = {
    kind: 'themed' as const,
    heldOn,
    chairId: chair?.memberId ?? null,
    minuteTakerId: taker?.memberId ?? null,
  }
  const { id } = await db
    .insertInto('meeting')
    .values({
      ...fields,
      period: heldOn.slice(0, 7),
      startTime: last?.startTime ?? '08:00',
      place: last?.place ?? cell?.meetingPlace ?? '',
      mode: 'inPerson',
      theme: theme.title,
      note: '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertTemplateAgenda(db, { id, ...fields })
  return { id, ...fields }
}

async function regularMeeting(db: Db, theme: Theme, today: string): Promise<Session> {
  const month = theme.month === null ? null : `${theme.year}-${String(theme.month).padStart(2, '0')}`
  const period = theme.sessionOn?.slice(0, 7) ?? month
  const meeting =
    period === null
      ? undefined
      : await db
          .selectFrom('meeting')
          .where('kind', '=', 'regular')
          .where('period', '=', period)
          .where('heldOn', '>=', today)
          .where('closedAt', 'is', null)
          .where('removedAt', 'is', null)
          .orderBy('heldOn')
          .select(['id', 'heldOn', 'chairId'])
          .executeTakeFirst()
  if (!meeting)
    throw new AppError('invalid-input', {
      meetingId: 'Tháng của chuyên đề chưa có buổi sinh hoạt thường kỳ sắp tới',
    })
  return { ...meeting, kind: 'regularThemed' }
}

/** Puts the theme's items in place of the themed part, and asks whoever prepared a paper. */
async function fillThemedPart(db: Db, theme: Theme, meeting: Session): Promise<void> {
  await db.deleteFrom('agendaItem').where('meetingId', '=', meeting.id).where('part', '=', 'themed').execute()
  const others = await db
    .selectFrom('agendaItem')
    .where('meetingId', '=', meeting.id)
    .orderBy('position')
    .select(['id', 'part', 'plannedMinutes'])
    .execute()
  const rows = themedItems(theme, {
    chairId: meeting.chairId,
    otherMinutes: others.reduce((sum, item) => sum + item.plannedMinutes, 0),
    minimumMinutes: minimumOn(ruleSets, meeting.kind, meeting.heldOn)?.minutes ?? 0,
  })
  let places: { id: number; part: (typeof rows)[number]['part'] }[] = others
  for (const { paper, ...row } of rows) {
    const added = await db
      .insertInto('agendaItem')
      .values({
        ...row,
        meetingId: meeting.id,
        themeId: theme.id,
        position: places.length + 1,
        privateNote: '',
        taskId: null,
      })
      .returning(['id', 'part'])
      .executeTakeFirstOrThrow()
    places = placeLastInPart(places, added)
    if (paper && row.ownerId !== null)
      await db
        .insertInto('speakerAsk')
        .values({
          meetingId: meeting.id,
          agendaItemId: added.id,
          memberId: row.ownerId,
          question: '',
          askedAt: null,
          prepared: 1,
        })
        .execute()
  }
  for (const [index, { id }] of places.entries())
    await db
      .updateTable('agendaItem')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute()
}
