import type { Insertable } from 'kysely'
import type { Schema } from '../../src/main/db/schema.ts'
import { fold } from '../../src/shared/rules/fold.ts'
import { addPerson } from './people.ts'
import { sampleCell, type TestProgram } from './program.ts'

type Given = Partial<Insertable<Schema['theme']>> & { subjects?: string[]; contributors?: number[] }

/** The open database of a test's program. */
export function databaseOf(test: TestProgram) {
  if ('problem' in test.program.office) throw new Error(test.program.office.problem)
  return test.program.office.database.db
}

/** Puts a theme straight into the tables, for tests of what only reads themes; answers the id. */
export async function addTheme(test: TestProgram, title: string, given: Given = {}): Promise<number> {
  const db = databaseOf(test)
  const { subjects = [], contributors = [], ...fields } = given
  const { id } = await db
    .insertInto('theme')
    .values({ year: 2026, quarter: 4, position: 0, title, titleFolded: fold(title), ...fields })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const subject of subjects)
    await db
      .insertInto('themeSubject')
      .values({ themeId: id, subject, subjectFolded: fold(subject) })
      .execute()
  for (const [position, memberId] of contributors.entries())
    await db.insertInto('themeContributor').values({ themeId: id, memberId, minutes: 10, position }).execute()
  return id
}

/** A cell with six people and the themes of 2026: one held in the first quarter, two in the third, none in the second. */
export async function fillThemeYear(test: TestProgram) {
  await test.call('cell.update', sampleCell)
  const people: number[] = []
  people.push(await addPerson(test, 'Nguyễn Thị Hòa', { role: 'secretary' }))
  for (const name of ['An', 'Bình', 'Chi', 'Dũng', 'Giang'])
    people.push(await addPerson(test, `Lò Văn ${name}`))
  const [secretary, an, binh, chi, dung, giang] = people as [number, number, number, number, number, number]
  const paper = await addTheme(test, 'Tiết kiệm giấy, mực, điện: từ lời nói đến con số', {
    quarter: 1,
    month: 3,
    position: 1,
    problem: 'Đèn và máy lạnh bật cả đêm.',
    figures: 'Tiền điện tăng 18% so với cùng kỳ',
    sessionOn: '2026-03-20',
    leadId: an,
    contributors: [binh, chi],
    product: 'Bảng phân công tắt điện cuối ngày',
    note: 'Đã làm',
  })
  const late = await addTheme(test, 'Giảm văn bản trả lời quá hạn', {
    quarter: 3,
    month: 9,
    position: 1,
    problem: '=HYPERLINK("http://x")',
    sessionOn: '2026-09-25',
    leadId: dung,
    contributors: [giang],
  })
  const open = await addTheme(test, 'Đảng viên tiên phong chuyển đổi số', { quarter: 3, position: 2 })
  const db = databaseOf(test)
  await db
    .updateTable('themeContributor')
    .set({ topic: 'tắt điện cuối ngày' })
    .where('memberId', '=', binh)
    .execute()
  for (const [step, doneOn] of [
    ['held', '2026-03-20'],
    ['reported', '2026-03-22'],
  ] as const)
    await db.insertInto('themeStep').values({ themeId: paper, step, dueOn: null, doneOn }).execute()
  return { people: { secretary, an, binh, chi, dung, giang }, themes: { paper, late, open } }
}
