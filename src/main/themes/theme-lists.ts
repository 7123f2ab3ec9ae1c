import type { Kysely } from 'kysely'
import { fold } from '../../shared/rules/fold.ts'
import type { Schema } from '../db/schema.ts'

type Db = Kysely<Schema>
type Contributor = { memberId: number; topic: string; minutes: number }

/** Makes these the contributors of a theme, in this order; whoever stays keeps their row. */
export async function writeContributors(
  db: Db,
  themeId: number,
  contributors: readonly Contributor[],
): Promise<void> {
  const before = await db
    .selectFrom('themeContributor')
    .select(['id', 'memberId', 'topic', 'minutes', 'position'])
    .where('themeId', '=', themeId)
    .execute()
  const gone = before.filter((row) => !contributors.some(({ memberId }) => memberId === row.memberId))
  if (gone.length > 0)
    await db
      .deleteFrom('themeContributor')
      .where(
        'id',
        'in',
        gone.map((row) => row.id),
      )
      .execute()
  for (const [index, contributor] of contributors.entries()) {
    const row = { ...contributor, position: index + 1 }
    const known = before.find(({ memberId }) => memberId === contributor.memberId)
    if (!known)
      await db
        .insertInto('themeContributor')
        .values({ themeId, ...row })
        .execute()
    else if (known.topic !== row.topic || known.minutes !== row.minutes || known.position !== row.position)
      await db.updateTable('themeContributor').set(row).where('id', '=', known.id).execute()
  }
}

/** Makes these the questions of a theme, in this order. */
export async function writeQuestions(db: Db, themeId: number, questions: readonly string[]): Promise<void> {
  await db.deleteFrom('themeQuestion').where('themeId', '=', themeId).execute()
  if (questions.length > 0)
    await db
      .insertInto('themeQuestion')
      .values(questions.map((question, index) => ({ themeId, question, position: index + 1 })))
      .execute()
}

/** Makes these the files and pages of a theme, in this order. */
export async function writeLinks(
  db: Db,
  themeId: number,
  links: readonly { label: string; target: string }[],
): Promise<void> {
  await db.deleteFrom('themeLink').where('themeId', '=', themeId).execute()
  if (links.length > 0)
    await db
      .insertInto('themeLink')
      .values(links.map((link, index) => ({ themeId, ...link, position: index + 1 })))
      .execute()
}

/** Makes these the subjects of a theme; those that are alike without marks count once. */
export async function writeSubjects(db: Db, themeId: number, subjects: readonly string[]): Promise<void> {
  const byFolded = new Map<string, string>()
  for (const subject of subjects) {
    const subjectFolded = fold(subject)
    if (!byFolded.has(subjectFolded)) byFolded.set(subjectFolded, subject.trim())
  }
  await db.deleteFrom('themeSubject').where('themeId', '=', themeId).execute()
  if (byFolded.size > 0)
    await db
      .insertInto('themeSubject')
      .values([...byFolded].map(([subjectFolded, subject]) => ({ themeId, subject, subjectFolded })))
      .execute()
}
