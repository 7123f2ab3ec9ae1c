import type { Role } from './member.ts'
import { type NumberedOf, numberedYearPapers } from './numbered-paper.ts'

/** Papers that one person signs for the cell; minutes bear the names of those who wrote and chaired instead. */
export const signedPapers = [
  'notice',
  'agenda',
  'resolution',
  'conclusionNotice',
  'score',
  'themePlan',
] as const
export type SignedPaper = (typeof signedPapers)[number]

/** Those of them that are issued by themselves, so that each may be signed in its own way. */
export const signedMeetingPapers = [
  'notice',
  'resolution',
  'conclusionNotice',
] as const satisfies SignedPaper[]
export const signedYearPapers = numberedYearPapers satisfies readonly SignedPaper[]

/** In whose name: T/M the cell or its committee; K/T the secretary; T/L the committee. */
export const signingForms = ['cell', 'committee', 'forSecretary', 'byOrder'] as const
export type SigningForm = (typeof signingForms)[number]

export const signingFormNames: Record<SigningForm, string> = {
  cell: 'T/M CHI BỘ',
  committee: 'T/M CHI ỦY',
  forSecretary: 'K/T BÍ THƯ',
  byOrder: 'T/L CHI ỦY',
}

/** One paper that is issued. */
export type SignedOf =
  | { paper: (typeof signedMeetingPapers)[number]; meetingId: number }
  | { paper: (typeof signedYearPapers)[number]; year: number }
/** A kind of paper, or one of them. */
export type SigningOf = { paper: SignedPaper } | SignedOf

/** A paper that carries a number as one that somebody signs for the cell; null for minutes. */
export function signedOf(of: NumberedOf): SignedOf | null {
  if ('year' in of) return of
  const { paper, meetingId } = of
  return paper === 'minutes' ? null : { paper, meetingId }
}

/**
 * What was chosen for a paper or a kind of papers: the form (null: as is usual), who signs (null: whoever holds the
 * office that signs in this form), as what (empty: as the office they hold).
 */
export type ChosenSigning = {
  form: SigningForm | null
  signer: { memberId: number; fullName: string } | null
  office: string
}

export const nothingChosen: ChosenSigning = { form: null, signer: null, office: '' }

/**
 * How a paper is signed: what was chosen for it alone, else for its kind. The form stays null where neither says any:
 * then the layout has it. A kind signed for the cell is signed for the committee where that alone met.
 */
export function standingSigning(
  kind: ChosenSigning,
  own: ChosenSigning | null,
  committeeMet: boolean,
): { standing: ChosenSigning; usual: SigningForm | null } {
  const usual = committeeMet && (kind.form === null || kind.form === 'cell') ? 'committee' : kind.form
  return { standing: { ...(own ?? kind), form: own?.form ?? usual }, usual }
}

/** The offices whose holders sign in a form, the first of them before the others. A deputy too signs T/M. */
const signingRoles: Record<'usual' | SigningForm, readonly [Role, ...Role[]]> = {
  usual: ['secretary', 'deputy'],
  cell: ['secretary', 'deputy'],
  committee: ['secretary', 'deputy'],
  forSecretary: ['deputy'],
  byOrder: ['committeeMember'],
}

/**
 * Who signs in a form and the office they hold, by those in office (in order of office): who chairs, where theirs is an
 * office that signs so, else the first; nobody holds it: the office with an empty name.
 */
export function signerOf(
  form: SigningForm | null,
  officers: readonly { memberId: number; fullName: string; role: Role }[],
  chairId: number | null,
): { fullName: string; role: Role } {
  const signing = signingRoles[form ?? 'usual']
  const able = officers.filter(({ role }) => signing.includes(role))
  return able.find(({ memberId }) => memberId === chairId) ?? able[0] ?? { fullName: '', role: signing[0] }
}
