import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changedFacts,
  type ParagraphEdit,
  standingParagraphs,
} from '../../../src/shared/rules/paper-edits.ts'
import {
  fact,
  type PaperField,
  type PaperParagraph,
  paperFields,
  paragraph,
} from '../../../src/shared/rules/written-paper.ts'

const order = paperFields.minutes
const computed = [
  paragraph('opening', 'opening', 'Hôm nay'),
  paragraph('present', 'present', 'Có mặt: 17', { facts: [fact('Có mặt', 17)] }),
  paragraph('end', 'end', 'Kết thúc'),
]
const edit = (key: string, ownText: string, more: Partial<ParagraphEdit> = {}): ParagraphEdit => ({
  key,
  field: 'present',
  afterKey: null,
  style: 'text',
  ownText,
  madeFrom: null,
  ...more,
})
const made = (text: string, value: number) => ({ madeFrom: { text, facts: [fact('Có mặt', value)] } })
const keys = (edits: ParagraphEdit[], from = computed) =>
  standingParagraphs(from, edits, order).map((each) => each.key)

describe('paragraphs as they stand', () => {
  it('are the computed ones where no hand wrote', () => {
    const standing = standingParagraphs(computed, [], order)
    expect(standing.map((each) => each.text)).toEqual(['Hôm nay', 'Có mặt: 17', 'Kết thúc'])
    expect(standing.every((each) => each.hand === 'facts' && each.stale === null)).toBe(true)
  })

  it('keep a hand’s text when the facts change, and say in words what changed', () => {
    const own = edit('present', 'Đủ cả', made('Có mặt: 16', 16))
    expect(standingParagraphs(computed, [own], order)[1]).toMatchObject({
      text: 'Đủ cả',
      hand: 'edited',
      stale: { before: 'Có mặt: 16', now: 'Có mặt: 17', changes: ['Có mặt: 16 → 17'] },
    })
    const fresh = edit('present', 'Đủ cả', made('Có mặt: 17', 17))
    expect(standingParagraphs(computed, [fresh], order)[1]).toMatchObject({ text: 'Đủ cả', stale: null })
  })

  it('leave out what a hand left out, and mark that too when the facts change', () => {
    expect(
      standingParagraphs(computed, [edit('present', '', made('Có mặt: 16', 16))], order)[1],
    ).toMatchObject({ text: '', hand: 'leftOut', stale: { changes: ['Có mặt: 16 → 17'] } })
  })

  it('keep what a hand wrote on facts that are gone, in its place', () => {
    const gone = edit('turn.5', 'Ý kiến đã sửa', { afterKey: 'present', ...made('- Ý kiến', 1) })
    expect(standingParagraphs(computed, [gone], order)[2]).toMatchObject({
      key: 'turn.5',
      text: 'Ý kiến đã sửa',
      computed: null,
      stale: { now: null, changes: ['Dữ kiện này không còn'] },
    })
  })

  it('place added paragraphs behind their neighbour, whatever the order they were stored in', () => {
    expect(keys([edit('b', 'B', { afterKey: 'a' }), edit('a', 'A', { afterKey: 'present' })])).toEqual([
      'opening',
      'present',
      'a',
      'b',
      'end',
    ])
    expect(keys([edit('a', 'A', { afterKey: 'gone' })])).toEqual(['opening', 'present', 'a', 'end'])
    expect(keys([edit('a', 'A')])).toEqual(['opening', 'a', 'present', 'end'])
    expect(keys([edit('a', 'A', { field: 'votes', afterKey: 'gone' })])).toEqual([
      'opening',
      'present',
      'a',
      'end',
    ])
    expect(keys([edit('a', 'A', { afterKey: 'b' }), edit('b', 'B', { afterKey: 'a' })])).toHaveLength(5)
  })

  it('never tear a table apart', () => {
    const row = (key: string): PaperParagraph => ({ ...paragraph(key, 'tasks', key), style: 'row' })
    const table = [...computed.slice(0, 2), row('r1'), row('r2')]
    expect(keys([edit('a', 'A', { field: 'tasks', afterKey: 'r1' })], table)).toEqual([
      'opening',
      'present',
      'r1',
      'r2',
      'a',
    ])
  })

  it('tell facts that are new, changed and gone', () => {
    expect(
      changedFacts([fact('A', 1), fact('B', 2), fact('C', 3)], [fact('A', 1), fact('B', 4), fact('D', 5)]),
    ).toEqual(['B: 2 → 4', 'D: 5 (mới có)', 'C: 3 (không còn)'])
  })
})

describe('whatever facts and hands do', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
  const field = fc.constantFrom<PaperField>('opening', 'present', 'content', 'tasks', 'end')
  const facts = fc
    .uniqueArray(fc.record({ key, field, text: fc.string({ maxLength: 4 }) }), {
      selector: (each) => each.key,
    })
    .map((list) =>
      list
        .sort((a, b) => order.indexOf(a.field as never) - order.indexOf(b.field as never))
        .map((each) => paragraph(each.key, each.field, each.text)),
    )
  const edits = fc.uniqueArray(
    fc.record({
      key: fc.oneof(key, fc.constantFrom('own.1', 'own.2')),
      field,
      afterKey: fc.option(fc.oneof(key, fc.constantFrom('own.1', 'own.2'))),
      style: fc.constantFrom('text' as const, 'recipient' as const),
      ownText: fc.string({ maxLength: 4 }),
      madeFrom: fc.option(fc.record({ text: fc.string({ maxLength: 4 }), facts: fc.constant([]) })),
    }),
    { selector: (each) => each.key },
  )

  it('a hand’s text stands exactly once and as it was written, all else equals the facts', () => {
    fc.assert(
      fc.property(facts, edits, (from, hands) => {
        const standing = standingParagraphs(from, hands, order)
        expect(standing).toHaveLength(new Set([...from, ...hands].map((each) => each.key)).size)
        for (const hand of hands)
          expect(standing.filter((each) => each.key === hand.key).map((each) => each.text)).toEqual([
            hand.ownText,
          ])
        const touched = new Set<string>(hands.map((each) => each.key))
        expect(
          standing.filter((each) => !touched.has(each.key)).map(({ key, text }) => ({ key, text })),
        ).toEqual(from.filter((each) => !touched.has(each.key)).map(({ key, text }) => ({ key, text })))
      }),
      { numRuns: 100 },
    )
  })
})
