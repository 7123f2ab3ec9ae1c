import type { Kysely } from 'kysely'
import { type InviteReason, strengthReason } from '../../shared/rules/invite.ts'
import type { Schema } from '../db/schema.ts'

/** The item under way, those not begun, and the members who have said nothing yet. */
type Now = { running: number | null; waiting: ReadonlySet<number>; silent: ReadonlySet<number> }

/**
 * Reasons that other work gives to ask somebody: they were asked beforehand to speak on the item under way or on one
 * still to come, or they owe this meeting a report on a task, which whoever has spoken has given. By member.
 */
export async function reasonsElsewhere(
  db: Kysely<Schema>,
  meetingId: number,
  { running, waiting, silent }: Now,
): Promise<Map<number, InviteReason[]>> {
  const reasons = new Map<number, InviteReason[]>()
  const give = (memberId: number, reason: InviteReason) => {
    const list = reasons.get(memberId)
    if (list) list.push(reason)
    else reasons.set(memberId, [reason])
  }
  const asks = await db
    .selectFrom('speakerAsk')
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .select(['memberId', 'agendaItemId', 'question', 'prepared'])
    .execute()
  for (const { memberId, agendaItemId, question, prepared } of asks) {
    const about = question === '' ? '' : `: ${question}`
    const words = prepared === 1 ? 'có tham luận' : 'đã mời trước'
    if (agendaItemId === running) give(memberId, { weight: 20, words: `${words} về mục này${about}` })
    else if (waiting.has(agendaItemId)) give(memberId, { weight: 3, words: `${words} về mục sau${about}` })
  }
  const tasks = await db
    .selectFrom('task')
    .innerJoin('taskOwner', 'taskOwner.taskId', 'task.id')
    .where('reportMeetingId', '=', meetingId)
    .where('doneOn', 'is', null)
    .orderBy('task.id')
    .select(['memberId', 'title'])
    .execute()
  for (const { memberId, title } of tasks)
    if (silent.has(memberId))
      give(memberId, { weight: 5, words: `có nhiệm vụ báo cáo tại buổi này: ${title}` })
  for (const [memberId, reason] of await strengthReasons(db, meetingId, running))
    if (silent.has(memberId)) give(memberId, reason)
  return reasons
}

/** Whose strengths match the item under way, or the theme it belongs to. */
async function strengthReasons(
  db: Kysely<Schema>,
  meetingId: number,
  running: number | null,
): Promise<[number, InviteReason][]> {
  const strengths = await db
    .selectFrom('memberStrength')
    .select(['memberId', 'subject'])
    .orderBy('id')
    .execute()
  if (running === null || strengths.length === 0) return []
  const about = await db
    .selectFrom('agendaItem')
    .leftJoin('theme', (join) =>
      join.on((eb) =>
        eb.or([
          eb('theme.id', '=', eb.ref('agendaItem.themeId')),
          eb.and([eb('theme.meetingId', '=', meetingId), eb('agendaItem.part', '=', 'themed')]),
        ]),
      ),
    )
    .leftJoin('themeSubject', 'themeSubject.themeId', 'theme.id')
    .where('agendaItem.id', '=', running)
    .select(['agendaItem.title', 'theme.title as themeTitle', 'themeSubject.subject'])
    .execute()
  const item = {
    title: about[0]?.title ?? '',
    subjects: [...about.map(({ themeTitle }) => themeTitle), ...about.map(({ subject }) => subject)].filter(
      (subject) => subject !== null,
    ),
  }
  return [...Map.groupBy(strengths, ({ memberId }) => memberId)].flatMap(([memberId, own]) => {
    const reason = strengthReason(
      own.map(({ subject }) => subject),
      item,
    )
    return reason ? [[memberId, reason] as [number, InviteReason]] : []
  })
}
