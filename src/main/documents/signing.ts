import type { Kysely } from 'kysely'
import type { Behalf, Signature } from '../../shared/documents/blocks.ts'
import { roleNames } from '../../shared/rules/member.ts'
import {
  type ChosenSigning,
  nothingChosen,
  type SigningForm,
  type SigningOf,
  signerOf,
  standingSigning,
} from '../../shared/rules/signing.ts'
import type { Officer } from '../db/officers.ts'
import type { Schema } from '../db/schema.ts'

/** Whom a paper may be signed by: the officers of its day, the chair of its meeting, whether the committee alone met. */
export type Signers = { officers: readonly Officer[]; chairId: number | null; committeeMet: boolean }

/** What was chosen on signing a paper and its kind (`own` null for nothing), and the signature that follows. */
export async function signingOf(db: Kysely<Schema>, of: SigningOf, signers: Signers) {
  const { kind, own } = await chosenFor(db, of)
  const { standing, usual } = standingSigning(kind, own, signers.committeeMet)
  return { kind, own, standing, usual, signature: signatureBy(standing, signers) }
}

async function chosenFor(
  db: Kysely<Schema>,
  of: SigningOf,
): Promise<{ kind: ChosenSigning; own: ChosenSigning | null }> {
  const rows = await db
    .selectFrom('signing')
    .leftJoin('member', (join) =>
      join.onRef('member.id', '=', 'signing.memberId').on('member.removedAt', 'is', null),
    )
    .where('paper', '=', of.paper)
    .where((eb) =>
      eb.or([
        eb.and([eb('meetingId', 'is', null), eb('year', 'is', null)]),
        ...('meetingId' in of ? [eb('meetingId', '=', of.meetingId)] : []),
        ...('year' in of ? [eb('year', '=', of.year)] : []),
      ]),
    )
    .select(['meetingId', 'year', 'form', 'office', 'signing.memberId as chosenId'])
    .select(['member.id as memberId', 'member.fullName'])
    .execute()
  const chosen = rows.map(({ meetingId, year, form, office, chosenId, memberId, fullName }) => ({
    ofKind: meetingId === null && year === null,
    form,
    // What was written for somebody no longer on the list is no office of whoever signs instead.
    office: chosenId !== memberId ? '' : office,
    signer: memberId === null || fullName === null ? null : { memberId, fullName },
  }))
  const only = (ofKind: boolean): ChosenSigning | null => {
    const found = chosen.find((each) => each.ofKind === ofKind)
    return found ? { form: found.form, signer: found.signer, office: found.office } : null
  }
  return { kind: only(true) ?? nothingChosen, own: only(false) }
}

const behalves: Record<SigningForm, Behalf> = {
  cell: { form: 'T/M', body: 'cellItself' },
  committee: { form: 'T/M', body: 'committee' },
  forSecretary: { form: 'K/T', office: 'bí thư' },
  byOrder: { form: 'T/L', body: 'chi ủy' },
}

/** The signature of what nobody chooses a form for: T/M, by the secretary or else a deputy. */
export function usualSignature(signers: Signers): Signature {
  return signatureBy(nothingChosen, signers)
}

function signatureBy({ form, signer, office }: ChosenSigning, { officers, chairId }: Signers): Signature {
  const usual = signerOf(form, officers, chairId)
  const role = signer
    ? (officers.find(({ memberId }) => memberId === signer.memberId)?.role ?? 'member')
    : usual.role
  return {
    behalf: form === null ? { form: 'T/M', body: 'cell' } : behalves[form],
    office: office.trim() || roleNames[role],
    name: signer?.fullName ?? usual.fullName,
  }
}
