import type { Kysely } from 'kysely'
import { templateRows } from '../../shared/rules/agenda-template.ts'
import type { MeetingKind } from '../../shared/rules/meeting.ts'
import { officersOn } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'
import { agendaTemplates } from './agenda-templates.ts'

type Meeting = {
  id: number
  kind: MeetingKind
  heldOn: string
  chairId: number | null
  minuteTakerId: number | null
}

/** Writes the usual agenda of the meeting's kind, for this kind of cell and the people of that day. */
export async function insertTemplateAgenda(db: Kysely<Schema>, meeting: Meeting): Promise<void> {
  const cell = await db.selectFrom('cell').select('kind').executeTakeFirst()
  const officers = await officersOn(db, meeting.heldOn)
  const rows = templateRows(agendaTemplates[meeting.kind], cell?.kind ?? null, {
    chair: meeting.chairId,
    deputy: officers.find((officer) => officer.role === 'deputy')?.memberId ?? null,
    minuteTaker: meeting.minuteTakerId,
  })
  await db
    .insertInto('agendaItem')
    .values(rows.map((row) => ({ meetingId: meeting.id, ...row })))
    .execute()
}
