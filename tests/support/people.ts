import { fold } from '../../src/shared/rules/fold.ts'
import type { Role, Status } from '../../src/shared/rules/member.ts'
import type { TestProgram } from './program.ts'

type Person = {
  role?: Role
  roleFrom?: string
  roleTo?: string | null
  status?: Status
  statusFrom?: string
  statusTo?: string | null
  removedAt?: string
}

/** Puts a member straight into the tables, for tests of features that only read members; answers the id. */
export async function addPerson(test: TestProgram, fullName: string, person: Person = {}): Promise<number> {
  if ('problem' in test.program.office) throw new Error(test.program.office.problem)
  const { db } = test.program.office.database
  const { id } = await db
    .insertInto('member')
    .values({
      fullName,
      fullNameFolded: fold(fullName),
      job: '',
      politicalTheory: '',
      residenceCell: '',
      phone: '',
      note: '',
      removedAt: person.removedAt ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('memberStatus')
    .values({
      memberId: id,
      status: person.status ?? 'full',
      fromDate: person.statusFrom ?? '2010-01-01',
      toDate: person.statusTo ?? null,
      note: '',
    })
    .execute()
  if (person.role) {
    await db
      .insertInto('memberRole')
      .values({
        memberId: id,
        role: person.role,
        fromDate: person.roleFrom ?? '2020-01-01',
        toDate: person.roleTo ?? null,
      })
      .execute()
  }
  return id
}
