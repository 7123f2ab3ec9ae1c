import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Signing, signingContract } from '../../shared/contract/signing.ts'
import { signatureLines } from '../../shared/documents/paper-words.ts'
import { paperName } from '../../shared/documents/papers.ts'
import { type SigningOf, signedPapers, signingFormNames } from '../../shared/rules/signing.ts'
import { type Officer, takingPartOn } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'
import { meetingFacts, meetingSigners } from '../documents/meeting-facts.ts'
import { type Signers, signingOf } from '../documents/signing.ts'
import { layoutOf, layoutRule } from '../resources/layout-rules.ts'
import type { HandlersOf } from './context.ts'

type At = { db: Kysely<Schema>; today: string }

/** Who signs which paper in which form: each kind of paper by itself, and each paper that is issued. */
export const signingHandlers = {
  'signing.get': async (at, { of }) => {
    const { signers, people } = await signersOf(at, of)
    return { signing: await standing(at.db, of, signers), people }
  },

  'signing.list': async (at) => {
    const people = await takingPartOn(at.db, at.today)
    const signers = { officers: officersAmong(people), chairId: null, committeeMet: false }
    return {
      kinds: await Promise.all(signedPapers.map((paper) => standing(at.db, { paper }, signers))),
      people,
    }
  },

  'signing.choose': async (at, { of, form, memberId, office }) => {
    const { db, describe } = at
    const { signers } = await signersOf(at, of)
    if (memberId !== null) await knownMember(db, memberId)
    const { kind, usual } = await signingOf(db, of, signers)
    const ofKind = !('meetingId' in of || 'year' in of)
    const chosen = {
      form: form === ((ofKind ? null : usual) ?? (await layoutOf(db)).cellSignsAs) ? null : form,
      memberId,
      office: office.trim(),
    }
    const anyway = ofKind
      ? { memberId: null, office: '' }
      : { memberId: kind.signer?.memberId ?? null, office: kind.office }
    const words = `${ofKind ? 'mọi ' : ''}${paperName(of.paper).toLocaleLowerCase('vi')}`
    describe(`Chữ ký ${words}: ${signingFormNames[form]}`)
    const place = {
      paper: of.paper,
      meetingId: 'meetingId' in of ? of.meetingId : null,
      year: 'year' in of ? of.year : null,
    }
    await db
      .deleteFrom('signing')
      .where('paper', '=', place.paper)
      .where('meetingId', 'is', place.meetingId)
      .where('year', 'is', place.year)
      .execute()
    if (chosen.form === null && chosen.memberId === anyway.memberId && chosen.office === anyway.office)
      return null
    await db
      .insertInto('signing')
      .values({ ...place, ...chosen })
      .execute()
    return null
  },
} satisfies HandlersOf<typeof signingContract>

const officersAmong = (people: readonly Officer[]) => people.filter(({ role }) => role !== 'member')

/** Who may sign a paper by its day, and who of them would by their office. Throws `not-found` and `cell-missing`. */
async function signersOf({ db, today }: At, of: SigningOf): Promise<{ signers: Signers; people: Officer[] }> {
  const facts = 'meetingId' in of ? await meetingFacts(db, of.meetingId) : null
  const people = await takingPartOn(db, facts?.meeting.heldOn ?? today)
  return {
    signers: facts
      ? meetingSigners(facts)
      : { officers: officersAmong(people), chairId: null, committeeMet: false },
    people,
  }
}

async function standing(db: Kysely<Schema>, of: SigningOf, signers: Signers): Promise<Signing> {
  const { standing, signature } = await signingOf(db, of, signers)
  const layout = await layoutOf(db)
  const form = standing.form ?? layout.cellSignsAs
  const { usual, otherwise } = layoutRule.signing[of.paper]
  return {
    paper: of.paper,
    form,
    signer: standing.signer,
    office: standing.office,
    lines: signatureLines(signature, layout).map(({ text }) => text),
    name: signature.name,
    advice: usual.includes(form) ? null : otherwise,
  }
}

async function knownMember(db: Kysely<Schema>, id: number): Promise<void> {
  const member = await db
    .selectFrom('member')
    .select('id')
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!member) throw new AppError('not-found')
}
