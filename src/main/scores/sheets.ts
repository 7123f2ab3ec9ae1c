import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { ScorePage } from '../../shared/contract/scores.ts'
import type { Criterion, ScoreSheet } from '../../shared/rules/score.ts'
import { factsOfTitle } from '../../shared/rules/score-facts.ts'
import type { Schema } from '../db/schema.ts'
import { scoreSheets } from '../resources/score-sheets.ts'

type Db = Kysely<Schema>
type Sheet = Pick<ScoreSheet, 'id' | 'name' | 'groups'>

const ownId = (id: number) => `own-${id}`

/** The sheets to choose from, the program's first. */
export async function listSheets(db: Db): Promise<ScorePage['sheets']> {
  const own = await db.selectFrom('scoreSheet').select(['id', 'name']).orderBy('id').execute()
  return [
    ...scoreSheets.map(({ id, name, note }) => ({ sheet: id, name, note, own: null })),
    ...own.map(({ id, name }) => ({ sheet: ownId(id), name, note: '', own: id })),
  ]
}

/** A sheet of the program or of the cell; undefined when it is gone. */
export async function findSheet(db: Db, id: string): Promise<Sheet | undefined> {
  const known = scoreSheets.find((sheet) => sheet.id === id)
  const number = Number(/^own-(\d{1,15})$/.exec(id)?.[1])
  if (known || Number.isNaN(number)) return known
  const own = await db.selectFrom('scoreSheet').select('name').where('id', '=', number).executeTakeFirst()
  if (!own) return undefined
  const rows = await db
    .selectFrom('scoreCriterion')
    .where('scoreSheetId', '=', number)
    .orderBy('position')
    .select(['position', 'groupTitle', 'title', 'maximum'])
    .execute()
  const groups = rows.map(({ position, groupTitle, title, maximum }) => {
    const criterion: Criterion = {
      id: String(position),
      title,
      rule: '',
      gap: '',
      maximum,
      maximumThemed: maximum,
      facts: factsOfTitle(title),
      scale: null,
    }
    return { title: groupTitle, criteria: [criterion] }
  })
  return { id, name: own.name, groups }
}

/** The same, for who cannot do without. Throws `not-found`. */
export async function existingSheet(db: Db, id: string): Promise<Sheet> {
  const sheet = await findSheet(db, id)
  if (!sheet) throw new AppError('not-found')
  return sheet
}

/** The sheet of the last meeting scored, as long as it is there; else the usual one. */
export async function usualSheet(db: Db): Promise<Sheet> {
  const last = await db
    .selectFrom('meetingScore')
    .innerJoin('meeting', 'meeting.id', 'meetingScore.meetingId')
    .where('meeting.removedAt', 'is', null)
    .orderBy('meeting.heldOn', 'desc')
    .select('sheet')
    .executeTakeFirst()
  return (last && (await findSheet(db, last.sheet))) ?? scoreSheets[0]
}
