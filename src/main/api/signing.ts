import type { Kysely } from 'kysely'
import { AppError } from '../../shared/contract/errors.ts'
import type { Signing, signingContract } from '../../shared/contract/signing.ts'
import { signatureLines } from '../../shared/documents/paper-words.ts'
import { paperName } from '../../shared/documents/papers.ts'
import { type SigningOf, signedPapers, signingFormNames } from '../../shared/rules/signing.ts'
import { findMeeting } from '../db/meetings.ts'
import { officersOn, takingPartOn } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'
import { meetingFacts, meetingSigners } from '../documents/meeting-facts.ts'
import { type Signers, signingOf } from '../documents/signing.ts'
import { layoutOf, layoutRule } from '../resources/layout-rules.ts'
import type { HandlersOf } from './context.ts'

type At = { db: Kysely<Schema>; today: string }

/** Who signs which paper in which form: each kind of paper by itself, and each paper that is issued. */
export const signingHandlers = {
  'signing.get': async (at, { of }) => standing(at.db, of, await signersOf(at, of)),

  'signing.list': async (at) => {
    const signers = await signersToday(at)
    return Promise.all(signedPapers.map((paper) => standing(at.db, { paper }, signers)))
  },

  'signing.people': async ({ db, today }, { of }) =>
    takingPartOn(db, 'meetingId' in of ? (await findMeeting(db, of.meetingId)).heldOn : today),

  'signing.choose': async (at, { of, form, memberId, office }) => {
    const { db, describe } = at
    if (memberId !== null) await knownMember(db, memberId)
    const { kind, usual } = await signingOf(db, of, await signersOf(at, of))
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

/** Who signs a paper by their office on its day. Throws `not-found` and `cell-missing`. */
async function signersOf(at: At, of: SigningOf): Promise<Signers> {
  return 'meetingId' in of ? meetingSigners(await meetingFacts(at.db, of.meetingId)) : signersToday(at)
}

async function signersToday({ db, today }: At): Promise<Signers> {
  return { officers: await officersOn(db, today), chairId: null, committeeMet: false }
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
