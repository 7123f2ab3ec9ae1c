import type { Kysely, Selectable } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { SheetCriterion, SheetSummary, WrittenSheet } from '../../shared/contract/score-sheets.ts'
import type { ScoredKind, ScoreSheet } from '../../shared/rules/score.ts'
import { factsOfTitle, type ScoreFactName, type ScoreScale } from '../../shared/rules/score-facts.ts'
import { chosenSheet, scaleWords, sheetProblems, sheetsOn } from '../../shared/rules/score-sheet.ts'
import type { Schema } from '../db/schema.ts'
import type { ScoreCriterionTable } from '../db/schema-score.ts'
import { scoreSheets } from '../resources/score-sheets.ts'
import type { ScoredMeeting } from './score-facts.ts'

type Db = Kysely<Schema>
type Sheet = Pick<ScoreSheet, 'id' | 'name' | 'groups'>
/** `replacesSheet` is the sheet whose place it takes, by its id. */
type Listed = WrittenSheet & { replacesSheet: string | null }

/** The id among all sheets of one of the cell's. */
export const ownId = (id: number) => `own-${id}`

/** Every sheet with its lines, the program's first: a handful, so they are read together. */
async function allSheets(db: Db): Promise<Listed[]> {
  const own = await db.selectFrom('scoreSheet').orderBy('id').selectAll().execute()
  const rows = await db
    .selectFrom('scoreCriterion')
    .orderBy('scoreSheetId')
    .orderBy('position')
    .selectAll()
    .execute()
  const used = await db
    .selectFrom('meetingScore')
    .groupBy('sheet')
    .select(({ fn }) => ['sheet', fn.countAll<number>().as('count')])
    .execute()
  const usedBy = new Map(used.map(({ sheet, count }) => [sheet, count]))
  const rowsBySheet = Map.groupBy(rows, (row) => row.scoreSheetId)
  const names = new Map([
    ...scoreSheets.map(({ id, name }) => [id, name] as const),
    ...own.map(({ id, name }) => [ownId(id), name] as const),
  ])
  const shipped = scoreSheets.map((sheet) => ({
    sheet: sheet.id,
    own: null,
    name: sheet.name,
    source: sheet.source,
    note: sheet.note,
    validFrom: sheet.validFrom,
    kinds: [...sheet.kinds],
    replacesSheet: null,
    criteria: shippedCriteria(sheet),
  }))
  const written = own.map(({ id, name, validFrom, kinds, replaces }) => ({
    sheet: ownId(id),
    own: id,
    name,
    source: '',
    note: '',
    validFrom,
    kinds: kinds.split(' ') as ScoredKind[],
    replacesSheet: replaces,
    criteria: (rowsBySheet.get(id) ?? []).map(writtenCriterion),
  }))
  return [...shipped, ...written].map((sheet) => ({
    ...sheet,
    replaces: sheet.replacesSheet && (names.get(sheet.replacesSheet) ?? null),
    lines: sheet.criteria.length,
    used: usedBy.get(sheet.sheet) ?? 0,
    problems: sheetProblems(sheet.kinds, sheet.criteria),
  }))
}

function shippedCriteria({ groups }: ScoreSheet): SheetCriterion[] {
  return groups.flatMap(({ title: groupTitle, criteria }) =>
    criteria.map(({ id: _, facts, ...criterion }) => ({
      ...criterion,
      id: 0,
      groupTitle,
      facts: [...facts],
    })),
  )
}

function writtenCriterion(row: Selectable<ScoreCriterionTable>): SheetCriterion {
  const scale = row.scale === null ? null : (JSON.parse(row.scale) as ScoreScale)
  return {
    id: row.id,
    groupTitle: row.groupTitle,
    title: row.title,
    maximum: row.maximum,
    maximumThemed: row.maximumThemed ?? row.maximum,
    rule: row.rule || (scale ? scaleWords(scale) : ''),
    gap: row.gap,
    facts: row.facts === null ? factsOfTitle(row.title) : factsFrom(row.facts),
    scale,
  }
}

const factsFrom = (words: string) => words.split(' ').filter((word) => word !== '') as ScoreFactName[]

/** The list of all sheets. */
export async function summaries(db: Db): Promise<SheetSummary[]> {
  return (await allSheets(db)).map(({ criteria: _, replacesSheet: __, ...summary }) => summary)
}

/** A sheet with its lines as they are written. Throws `not-found`. */
export async function writtenSheet(db: Db, id: string): Promise<WrittenSheet> {
  const found = (await allSheets(db)).find(({ sheet }) => sheet === id)
  if (!found) throw new AppError('not-found')
  const { replacesSheet: _, ...sheet } = found
  return sheet
}

/** The first days of the sheet whose place one takes (null: any day, or none) and of those that take its own. */
export async function firstDaysAround(
  db: Db,
  id: string,
): Promise<{ replaced: string | null; replacing: (string | null)[] }> {
  const all = await allSheets(db)
  const replaces = all.find(({ sheet }) => sheet === id)?.replacesSheet ?? null
  return {
    replaced: all.find(({ sheet }) => sheet === replaces)?.validFrom ?? null,
    replacing: all.filter(({ replacesSheet }) => replacesSheet === id).map(({ validFrom }) => validFrom),
  }
}

/** The sheets a meeting can be scored by, and the one taken unless another is asked for. */
export async function sheetsFor(
  db: Db,
  meeting: ScoredMeeting,
): Promise<{ offered: SheetSummary[]; usual: string | null }> {
  const all = (await allSheets(db)).filter(({ problems }) => problems.length === 0)
  const offers = all.map((sheet) => ({ ...sheet, replaces: sheet.replacesSheet }))
  const offered = sheetsOn(offers, meeting.heldOn)
  return {
    offered,
    usual: chosenSheet(offered, offers, meeting.kind, await lastUsed(db, meeting)),
  }
}

/** The sheet of the last scored meeting of the same kind, else of any. */
async function lastUsed(db: Db, { kind }: ScoredMeeting): Promise<string | null> {
  const last = await db
    .selectFrom('meetingScore')
    .innerJoin('meeting', 'meeting.id', 'meetingScore.meetingId')
    .where('meeting.removedAt', 'is', null)
    .orderBy((eb) => eb('meeting.kind', '=', kind), 'desc')
    .orderBy('meeting.heldOn', 'desc')
    .select('sheet')
    .executeTakeFirst()
  return last?.sheet ?? null
}

/** A sheet of the program or of the cell, as a meeting is scored by it; undefined when it is gone. */
export async function findSheet(db: Db, id: string): Promise<Sheet | undefined> {
  const known = scoreSheets.find((sheet) => sheet.id === id)
  if (known) return known
  const own = (await allSheets(db)).find(({ sheet }) => sheet === id)
  if (!own) return undefined
  const groups = own.criteria.map(({ groupTitle, id: _, ...criterion }, index) => ({
    title: groupTitle,
    criteria: [{ ...criterion, id: String(index + 1) }],
  }))
  return { id, name: own.name, groups }
}

/** The same, for who is to score by it. Throws `not-found`, and `score-sheet-incomplete` while it lacks something. */
export async function completeSheet(db: Db, id: string): Promise<Sheet> {
  const { problems } = await writtenSheet(db, id)
  if (problems.length > 0) throw new AppError('score-sheet-incomplete')
  const sheet = await findSheet(db, id)
  if (!sheet) throw new AppError('not-found')
  return sheet
}
