import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { PaperRegister, registerContract } from '../../shared/contract/register.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { documentTypesOn, paperSymbol } from '../../shared/rules/paper-number.ts'
import type { RegisteredPaper, RegisterType } from '../../shared/rules/paper-register.ts'
import { termWords } from '../../shared/rules/paper-register.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import type { HandlersOf } from '../api/context.ts'
import type { Schema } from '../db/schema.ts'
import { writeWorkbook } from '../excel/write-workbook.ts'
import { fileName } from '../files/file-name.ts'
import { documentTypes } from '../resources/document-types.ts'
import { termsOf } from './issuing.ts'
import { registerWorkbook } from './register-workbook.ts'

type Db = Kysely<Schema>

/** The register of all numbers, and those noted in it that the program did not give. */
export const registerHandlers = {
  'register.get': ({ db, today }) => paperRegister(db, today),

  'register.add': async ({ db, today, describe }, fields) => {
    const outside = { ...fields, title: fields.title.trim() }
    await knownType(db, today, outside.code)
    describe(`Ghi số ${await symbolOf(db, outside)} đã cấp ngoài chương trình: ${quoted(outside.title)}`)
    return db.insertInto('outsidePaper').values(outside).returning('id').executeTakeFirstOrThrow()
  },

  'register.update': async ({ db, today, describe }, { id, ...fields }) => {
    await outsidePaper(db, id)
    const outside = { ...fields, title: fields.title.trim() }
    await knownType(db, today, outside.code)
    describe(`Sửa số ${await symbolOf(db, outside)} đã cấp ngoài chương trình`)
    await db.updateTable('outsidePaper').set(outside).where('id', '=', id).execute()
    return null
  },

  'register.remove': async ({ db, describe }, { id }) => {
    const found = await outsidePaper(db, id)
    describe(`Xóa số ${await symbolOf(db, found)} đã cấp ngoài chương trình: ${quoted(found.title)}`)
    await db.deleteFrom('outsidePaper').where('id', '=', id).execute()
    return null
  },

  'register.export': async ({ db, host, read, today }, { termId }) => {
    const cell = await db.selectFrom('cell').select(['name', 'upperBody', 'place']).executeTakeFirst()
    if (!cell) throw new AppError('cell-missing')
    const register = await read('register.get', {})
    const name = fileName(`Sổ đăng ký văn bản - ${termWords(register.terms, termId)}`, '.xlsx')
    const path = await host.chooseSavePath('report', name)
    if (path === null) return null
    await writeWorkbook(registerWorkbook(register, termId, cell, today), path, {
      progress: () => undefined,
      signal: new AbortController().signal,
    })
    return { path }
  },
} satisfies HandlersOf<typeof registerContract>

async function paperRegister(db: Db, today: string): Promise<PaperRegister> {
  const abbreviation = await abbreviationOf(db)
  const outside = await db
    .selectFrom('outsidePaper')
    .select(['id', 'code', 'number', 'issuedOn', 'title'])
    .execute()
  const papers = [
    ...(await issuedPapers(db)),
    ...outside.map(
      (paper): RegisteredPaper => ({
        origin: 'outside',
        ...paper,
        symbol: paperSymbol(paper.number, paper.code, abbreviation),
        meeting: null,
        year: null,
        revisions: [],
      }),
    ),
  ]
  const used = new Set(papers.map(({ code }) => code))
  return { abbreviation, terms: await termsOf(db), types: typesOn(today, used), papers }
}

/** Each paper the program issued, under its first issue; a meeting that was removed is not told. */
async function issuedPapers(db: Db): Promise<RegisteredPaper[]> {
  const issues = await db
    .selectFrom('issuedPaper')
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'issuedPaper.meetingId').on('meeting.removedAt', 'is', null),
    )
    .select(['issuedPaper.id', 'issuedPaper.meetingId', 'year', 'paper', 'revision'])
    .select(['code', 'number', 'symbol', 'issuedOn', 'title', 'reason'])
    .select(['meeting.id as shownId', 'meeting.kind', 'meeting.period'])
    .orderBy('revision')
    .execute()
  const byPaper = Map.groupBy(issues, ({ meetingId, year, paper }) => `${meetingId} ${year} ${paper}`)
  return [...byPaper.values()].flatMap(([first, ...again]): RegisteredPaper[] => {
    if (!first) return []
    const { id, code, number, symbol, issuedOn, title, year, shownId, kind, period } = first
    return [
      {
        origin: 'issued',
        id,
        code,
        number,
        symbol,
        issuedOn,
        title,
        meeting:
          shownId === null || kind === null || period === null
            ? null
            : { id: shownId, title: meetingTitle(kind, period) },
        year,
        revisions: again.map(({ id, revision, issuedOn, reason }) => ({ id, revision, issuedOn, reason })),
      },
    ]
  })
}

/** The types of the rule in force, then those of any rule or paper that have been used. */
function typesOn(today: string, used: ReadonlySet<string>): RegisterType[] {
  const inForce = documentTypesOn(documentTypes, today)?.types ?? []
  const names = new Map(inForce.map(({ code, name }) => [code, name]))
  for (const { code, name } of documentTypes.flatMap(({ types }) => types))
    if (used.has(code) && !names.has(code)) names.set(code, name)
  for (const code of used) if (!names.has(code)) names.set(code, code)
  return [...names].map(([code, name]) => ({ code, name }))
}

/** Throws `invalid-input` for a type no rule knows and no paper has. */
async function knownType(db: Db, today: string, code: string): Promise<void> {
  const { types } = await paperRegister(db, today)
  if (!types.some((type) => type.code === code))
    throw new AppError('invalid-input', { code: 'Chưa có thể loại này' })
}

async function outsidePaper(db: Db, id: number) {
  const found = await db
    .selectFrom('outsidePaper')
    .select(['code', 'number', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new AppError('not-found')
  return found
}

async function abbreviationOf(db: Db): Promise<string> {
  return (await db.selectFrom('cell').select('abbreviation').executeTakeFirst())?.abbreviation ?? ''
}

async function symbolOf(db: Db, { number, code }: { number: number; code: string }): Promise<string> {
  return paperSymbol(number, code, await abbreviationOf(db))
}
