import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeChromium, printHtmlToPdf } from '../../../src/main/browser-host/chromium.ts'
import type { Input } from '../../../src/shared/contract/index.ts'
import type { Behalf } from '../../../src/shared/documents/blocks.ts'
import { type SigningForm, signedPapers } from '../../../src/shared/rules/signing.ts'
import { readPdf } from '../../support/pdf-text.ts'
import { addPerson } from '../../support/people.ts'
import { sampleCell, startProgram, type TestProgram } from '../../support/program.ts'
import { readWord } from '../../support/word.ts'
import { parts } from '../../support/workbook.ts'

let test: TestProgram
let folder = ''
let meetingId = 0
let people: { secretary: number; deputy: number; committee: number; member: number }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signing-'))
  test = startProgram({
    host: { printToPdf: printHtmlToPdf, chooseSavePath: async () => join(folder, 'van-ban.docx') },
  })
  await test.call('cell.update', sampleCell)
  people = {
    secretary: await addPerson(test, 'Nguyễn Văn An', { role: 'secretary' }),
    deputy: await addPerson(test, 'Lê Minh Khánh', { role: 'deputy' }),
    committee: await addPerson(test, 'Trần Thị Hạnh', { role: 'committeeMember' }),
    member: await addPerson(test, 'Lò Thị Én'),
  }
  meetingId = await meet('regular')
  await test.call('terms.add', { startsOn: '2025-03-01' })
})
afterEach(async () => {
  expect(test.errors).toEqual([])
  test.close()
  await rm(folder, { recursive: true })
})
afterAll(closeChromium)

const meet = async (kind: 'regular' | 'committee') =>
  (
    await test.call('meetings.create', {
      ...(await test.call('meetings.defaults', { kind, heldOn: '2026-11-03' })),
      place: 'Phòng họp',
      chairId: people.secretary,
      minuteTakerId: people.committee,
    })
  ).id
const resolution = () => ({ paper: 'resolution' as const, meetingId })
const choose = (
  of: Input<'signing.choose'>['of'],
  form: SigningForm,
  more: { memberId?: number; office?: string } = {},
) => test.call('signing.choose', { of, form, memberId: null, office: '', ...more })
const signatureOn = async (wanted: Input<'documents.get'>) => {
  const closing = (await test.call('documents.get', wanted)).blocks.find(({ kind }) => kind === 'closing')
  if (closing?.kind !== 'closing') throw new Error('the paper has no foot')
  return closing.right
}
const signing = (of: Input<'signing.get'>['of']) => test.call('signing.get', { of })

/** The foot of a paper as each drawing has it: which lines above the name, and which of them are bold. */
const drawnFeet = async (wanted: Input<'documents.get'>, count: number) => {
  const { base64 } = await test.call('documents.pdf', wanted)
  const texts = (await readPdf(Buffer.from(base64, 'base64'))).flatMap((page) => page.texts)
  const at = texts.findIndex(({ text }) => /^T\/M|^K\/T|^T\/L/.test(text))
  await test.call('documents.saveWord', wanted)
  const { paragraphs } = await readWord(await readFile(join(folder, 'van-ban.docx')))
  const from = paragraphs.findIndex(({ text }) => /^T\/M|^K\/T|^T\/L/.test(text))
  return {
    pdf: texts.slice(at, at + count).map(({ text, font }) => ({ text, bold: /bold/i.test(font) })),
    word: paragraphs
      .slice(from)
      .filter(({ text }) => text.trim() !== '')
      .slice(0, count)
      .map(({ text, runs }) => ({ text, bold: runs.some((run) => run.bold) })),
  }
}

describe('until something is chosen', () => {
  it('every paper is signed for the cell, by the secretary, as the layout has it', async () => {
    for (const kind of await test.call('signing.list', {}))
      expect(kind).toMatchObject({
        form: 'cell',
        signer: null,
        office: '',
        name: 'Nguyễn Văn An',
        advice: null,
      })
    const cell = { form: 'T/M', body: 'cell' }
    for (const paper of ['notice', 'agenda', 'resolution', 'conclusionNotice'] as const)
      expect(await signatureOn({ paper, meetingId })).toEqual({
        behalf: cell,
        office: 'Bí thư',
        name: 'Nguyễn Văn An',
      })
    await test.call('layout.choose', { point: 'cellSignsAs', value: 'committee' })
    expect(await signing(resolution())).toMatchObject({ form: 'committee', lines: ['T/M CHI ỦY', 'BÍ THƯ'] })
    expect(await signatureOn(resolution())).toMatchObject({ behalf: cell })
  })

  it('those of a meeting of the committee are signed for it', async () => {
    const of = { paper: 'notice' as const, meetingId: await meet('committee') }
    expect(await signing(of)).toMatchObject({ form: 'committee', lines: ['T/M CHI ỦY', 'BÍ THƯ'] })
    await choose({ paper: 'notice' }, 'committee')
    await choose({ paper: 'notice' }, 'cell')
    expect(await signing(of)).toMatchObject({ form: 'committee' })
  })
})

const forms: [SigningForm, string, string, string, Behalf][] = [
  ['cell', 'T/M CHI BỘ', 'BÍ THƯ', 'Nguyễn Văn An', { form: 'T/M', body: 'cellItself' }],
  ['committee', 'T/M CHI ỦY', 'BÍ THƯ', 'Nguyễn Văn An', { form: 'T/M', body: 'committee' }],
  ['forSecretary', 'K/T BÍ THƯ', 'PHÓ BÍ THƯ', 'Lê Minh Khánh', { form: 'K/T', office: 'bí thư' }],
  ['byOrder', 'T/L CHI ỦY', 'CHI ỦY VIÊN', 'Trần Thị Hạnh', { form: 'T/L', body: 'chi ủy' }],
]

describe.each(forms)('the form %s', (form, behalfLine, officeLine, name, behalf) => {
  // What holds anyway is kept as no choice: the cell's own form is one where the layout has the committee's.
  const otherwise = () =>
    test.call('layout.choose', { point: 'cellSignsAs', value: form === 'cell' ? 'committee' : 'cell' })
  const foot = [
    { text: behalfLine, bold: true },
    { text: officeLine, bold: false },
    { text: name, bold: true },
  ]

  it(`is on the page, in the PDF and in Word ${behalfLine}, as the setting of the kind`, async () => {
    await otherwise()
    await choose({ paper: 'resolution' }, form)
    expect(await signatureOn(resolution())).toMatchObject({ behalf, name })
    expect(await drawnFeet(resolution(), 3)).toEqual({ pdf: foot, word: foot })
    expect(await signatureOn({ paper: 'notice', meetingId })).toMatchObject({ behalf: { body: 'cell' } })
  })

  it('is frozen with the one paper it was chosen for, under its number', async () => {
    await otherwise()
    await choose(resolution(), form)
    const { id } = await test.call('papers.issue', { of: resolution(), number: 5, issuedOn: '2026-11-05' })
    const issued = { paper: 'issued' as const, issuedId: id }
    await choose(resolution(), form === 'committee' ? 'cell' : 'committee')
    expect(await signatureOn(issued)).toMatchObject({ behalf, name })
    expect(await drawnFeet(issued, 3)).toEqual({ pdf: foot, word: foot })
    expect(await test.call('papers.issues', { of: resolution() })).toMatchObject({ changedSinceIssue: true })
    const [kept] = (await test.call('register.get', {})).papers
    expect(kept).toMatchObject({ symbol: '05-NQ/CB', issuedOn: '2026-11-05', revisions: [] })
  })
})

describe('a choice', () => {
  it('of a person bears the office they hold, or the one that was written, in PDF and Word', async () => {
    const of = { paper: 'conclusionNotice' as const, meetingId }
    await choose(of, 'byOrder', { memberId: people.member })
    expect(await signatureOn(of)).toMatchObject({ office: 'Đảng viên', name: 'Lò Thị Én' })
    await choose(of, 'byOrder', { memberId: people.member, office: ' Thư ký chi bộ ' })
    const foot = [
      { text: 'T/L CHI ỦY', bold: true },
      { text: 'THƯ KÝ CHI BỘ', bold: false },
      { text: 'Lò Thị Én', bold: true },
    ]
    expect(await drawnFeet(of, 3)).toEqual({ pdf: foot, word: foot })
    await test.call('members.remove', { id: people.member })
    expect(await signatureOn(of)).toMatchObject({ office: 'Chi ủy viên', name: 'Trần Thị Hạnh' })
  })

  it('a deputy who signs for the cell is told from one who signs for the secretary', async () => {
    await choose(resolution(), 'cell', { memberId: people.deputy })
    expect(await signing(resolution())).toMatchObject({
      lines: ['T/M CHI BỘ', 'PHÓ BÍ THƯ'],
      name: 'Lê Minh Khánh',
      advice: null,
    })
    await choose(resolution(), 'forSecretary')
    expect(await signing(resolution())).toMatchObject({ lines: ['K/T BÍ THƯ', 'PHÓ BÍ THƯ'] })
  })

  it('that is not usual for the kind of paper is taken, and told in one sentence', async () => {
    const advised = async (form: SigningForm) => {
      const told = []
      for (const paper of signedPapers) {
        await choose({ paper }, form)
        if ((await signing({ paper })).advice !== null) told.push(paper)
      }
      return told
    }
    expect(await advised('cell')).toEqual([])
    expect(await advised('committee')).toEqual([])
    expect(await advised('forSecretary')).toEqual(['resolution', 'conclusionNotice', 'score', 'themePlan'])
    expect(await advised('byOrder')).toEqual(['resolution', 'score', 'themePlan'])
    expect((await signing({ paper: 'resolution' })).advice).toMatch(/^Nghị quyết là quyết định của tập thể/)
  })

  it('of the paper stands before that of its kind, and is gone when it says the same', async () => {
    await choose({ paper: 'resolution' }, 'byOrder', { memberId: people.member, office: 'Thư ký' })
    await choose(resolution(), 'committee')
    expect(await signatureOn(resolution())).toMatchObject({ office: 'Bí thư', name: 'Nguyễn Văn An' })
    await choose(resolution(), 'byOrder', { memberId: people.member, office: 'Thư ký' })
    await choose({ paper: 'resolution' }, 'forSecretary')
    expect(await signing(resolution())).toMatchObject({ form: 'forSecretary', signer: null })
    await choose({ paper: 'resolution' }, 'cell')
    expect(await signatureOn(resolution())).toMatchObject({ behalf: { body: 'cell' } })
  })

  it('is undone in one step that says what it was', async () => {
    await choose({ paper: 'notice' }, 'forSecretary')
    expect((await test.call('history.status', {})).undo).toBe('Chữ ký mọi thông báo họp: K/T BÍ THƯ')
    await test.call('history.undo', {})
    expect(await signing({ paper: 'notice' })).toMatchObject({ form: 'cell' })
  })

  it('of somebody who is not there is refused', async () => {
    await expect(choose(resolution(), 'cell', { memberId: 999 })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('holds for the plan of a year, in its workbook too', async () => {
    await test.call('themes.create', {
      year: 2026,
      quarter: 4,
      month: null,
      title: 'Chuyển đổi số trong giảng dạy',
    })
    const of = { paper: 'themePlan' as const, year: 2026 }
    await choose(of, 'committee', { memberId: people.deputy })
    expect(await signatureOn(of)).toMatchObject({ office: 'Phó bí thư', name: 'Lê Minh Khánh' })
    expect((await drawnFeet(of, 3)).word.map(({ text }) => text)).toEqual([
      'T/M CHI ỦY',
      'PHÓ BÍ THƯ',
      'Lê Minh Khánh',
    ])
    const book = await test.call('themes.exportPlan', { year: 2026 })
    const written = [...(await parts(book?.path ?? '')).values()].join('')
    for (const words of ['T/M CHI ỦY', 'PHÓ BÍ THƯ', 'Lê Minh Khánh']) expect(written).toContain(words)
  })
})

it('whoever takes part on the day may sign, those in office first', async () => {
  const choices = await test.call('signing.people', { of: resolution() })
  expect(choices.map(({ fullName }) => fullName)).toEqual([
    'Nguyễn Văn An',
    'Lê Minh Khánh',
    'Trần Thị Hạnh',
    'Lò Thị Én',
  ])
})
