import { describe, expect, it } from 'vitest'
import {
  type ChosenSigning,
  nothingChosen,
  type SigningForm,
  signedOf,
  signerOf,
  standingSigning,
} from '../../../src/shared/rules/signing.ts'

const secretary = { memberId: 1, fullName: 'Nguyễn Văn An', role: 'secretary' as const }
const deputy = { memberId: 2, fullName: 'Lê Minh Khánh', role: 'deputy' as const }
const first = { memberId: 3, fullName: 'Trần Thị Hạnh', role: 'committeeMember' as const }
const second = { memberId: 4, fullName: 'Vũ Văn Yên', role: 'committeeMember' as const }
const officers = [secretary, deputy, first, second]
const chosen = (form: SigningForm | null): ChosenSigning => ({ ...nothingChosen, form })

describe('who signs', () => {
  it.each<[SigningForm | null, number | null, string, string]>([
    [null, null, 'Nguyễn Văn An', 'secretary'],
    [null, 2, 'Lê Minh Khánh', 'deputy'],
    ['cell', 3, 'Nguyễn Văn An', 'secretary'],
    ['committee', 2, 'Lê Minh Khánh', 'deputy'],
    ['forSecretary', 1, 'Lê Minh Khánh', 'deputy'],
    ['byOrder', null, 'Trần Thị Hạnh', 'committeeMember'],
    ['byOrder', 4, 'Vũ Văn Yên', 'committeeMember'],
  ])('in the form %s where %s chairs: %s', (form, chairId, fullName, role) => {
    expect(signerOf(form, officers, chairId)).toMatchObject({ fullName, role })
  })

  it.each<[SigningForm | null, string]>([
    [null, 'secretary'],
    ['forSecretary', 'deputy'],
    ['byOrder', 'committeeMember'],
  ])('is nobody by name where nobody holds the office of the form %s', (form, role) => {
    expect(signerOf(form, [], 1)).toEqual({ fullName: '', role })
  })
})

describe('how a paper is signed', () => {
  it('goes by its own choice, else by that of its kind, else by the layout', () => {
    const form = (kind: SigningForm | null, own: ChosenSigning | null) =>
      standingSigning(chosen(kind), own, false).standing.form
    expect(form(null, null)).toBe(null)
    expect(form('byOrder', null)).toBe('byOrder')
    expect(form('byOrder', chosen(null))).toBe('byOrder')
    expect(form('byOrder', chosen('cell'))).toBe('cell')
  })

  it('takes the person of its kind only while nothing is chosen for it alone', () => {
    const kind = { ...chosen('byOrder'), signer: second, office: 'Thư ký' }
    expect(standingSigning(kind, null, false).standing).toEqual(kind)
    expect(standingSigning(kind, chosen('committee'), false).standing).toEqual(chosen('committee'))
  })

  it('is for the committee where that alone met, unless the kind or the paper has another form', () => {
    const form = (kind: SigningForm | null, own: SigningForm | null) =>
      standingSigning(chosen(kind), own && chosen(own), true).standing.form
    expect(form(null, null)).toBe('committee')
    expect(form('cell', null)).toBe('committee')
    expect(form('forSecretary', null)).toBe('forSecretary')
    expect(form(null, 'cell')).toBe('cell')
  })
})

it('minutes are signed by those who wrote and chaired', () => {
  expect(signedOf({ paper: 'minutes', meetingId: 1 })).toBe(null)
  expect(signedOf({ paper: 'notice', meetingId: 1 })).toEqual({ paper: 'notice', meetingId: 1 })
  expect(signedOf({ paper: 'themePlan', year: 2026 })).toEqual({ paper: 'themePlan', year: 2026 })
})
