import type { MissingFact, PaperFact, PaperField, PaperParagraph } from './written-paper.ts'

/**
 * What a hand did to one paragraph, as it is stored. The text is kept for ever as it was written; what it was made
 * from is kept beside it, so that a later change of the facts can be shown.
 */
export type ParagraphEdit = {
  key: string
  field: PaperField
  /** The paragraph it follows, for one that the facts no longer (or never) give; null: the first of its field. */
  afterKey: string | null
  style: PaperParagraph['style']
  /** Empty: left out of the paper. */
  ownText: string
  /** What the facts gave when it was written; null for a paragraph added by hand. */
  madeFrom: { text: string; facts: readonly PaperFact[] } | null
}

/** Why a paragraph written by hand should be looked at again: what the facts said then and say now. */
export type Staleness = {
  before: string
  /** Null where the facts give no such paragraph any more. */
  now: string | null
  /** In words: "Có mặt: 17 → 16". */
  changes: readonly string[]
}

/** A paragraph as it stands on the paper. */
export type StandingParagraph = {
  key: string
  field: PaperField
  style: PaperParagraph['style']
  cells: readonly string[]
  /** What is printed; empty: nothing is. */
  text: string
  /** 'facts': as computed; 'edited', 'added', 'leftOut': a person's will, which no later fact changes. */
  hand: 'facts' | 'edited' | 'added' | 'leftOut'
  /** What the facts give now; null where they give nothing under this key. */
  computed: string | null
  stale: Staleness | null
  also: readonly PaperField[]
  missing: readonly MissingFact[]
  facts: readonly PaperFact[]
}

/** The facts that differ, in words. */
export function changedFacts(before: readonly PaperFact[], now: readonly PaperFact[]): string[] {
  const old = new Map(before.map((each) => [each.label, each.value]))
  const fresh = new Map(now.map((each) => [each.label, each.value]))
  const changes: string[] = []
  for (const [label, value] of fresh) {
    const was = old.get(label)
    if (was === undefined) changes.push(`${label}: ${value} (mới có)`)
    else if (was !== value) changes.push(`${label}: ${was} → ${value}`)
  }
  for (const [label, value] of old) if (!fresh.has(label)) changes.push(`${label}: ${value} (không còn)`)
  return changes
}

/**
 * The paper as it stands: the computed paragraphs in their order, each replaced by what a hand wrote under its key,
 * and between them those the facts do not give. Nothing written by hand is ever lost: a paragraph whose neighbour is
 * gone stands at the end of its field. `fieldOrder` is the paper's.
 */
export function standingParagraphs(
  computed: readonly PaperParagraph[],
  edits: readonly ParagraphEdit[],
  fieldOrder: readonly PaperField[],
): StandingParagraph[] {
  const byKey = new Map(edits.map((edit) => [edit.key, edit]))
  const known = new Set(computed.map((each) => each.key))
  const standing = computed.map((each) => merged(each, byKey.get(each.key)))
  for (const edit of inOrder(edits.filter((each) => !known.has(each.key))))
    standing.splice(placeOf(standing, edit, fieldOrder), 0, alone(edit))
  return standing
}

function merged(computed: PaperParagraph, edit: ParagraphEdit | undefined): StandingParagraph {
  const { key, field, style, cells, also, facts } = computed
  const common = { key, field, style, cells, also, facts, computed: computed.text }
  if (!edit) return { ...common, text: computed.text, hand: 'facts', stale: null, missing: computed.missing }
  const { madeFrom } = edit
  const changed = madeFrom !== null && madeFrom.text !== computed.text
  return {
    ...common,
    text: edit.ownText,
    hand: edit.ownText === '' ? 'leftOut' : 'edited',
    stale: changed
      ? { before: madeFrom.text, now: computed.text, changes: changedFacts(madeFrom.facts, facts) }
      : null,
    // Whoever wrote it has filled the gap, or wants none.
    missing: [],
  }
}

/** A paragraph that only a hand gives: added, or left over from facts that are gone. */
function alone(edit: ParagraphEdit): StandingParagraph {
  const { key, field, style, ownText, madeFrom } = edit
  return {
    key,
    field,
    // A row without its task has no cells to stand in.
    style: style === 'row' ? 'text' : style,
    cells: [],
    text: ownText,
    hand: madeFrom === null ? 'added' : ownText === '' ? 'leftOut' : 'edited',
    computed: null,
    stale:
      madeFrom === null ? null : { before: madeFrom.text, now: null, changes: ['Dữ kiện này không còn'] },
    also: [],
    missing: [],
    facts: [],
  }
}

/** Those that follow others behind them, whatever the order they are stored in; a ring is cut anywhere. */
function inOrder(edits: readonly ParagraphEdit[]): ParagraphEdit[] {
  const waiting = [...edits]
  const ordered: ParagraphEdit[] = []
  while (waiting.length > 0) {
    const ready = waiting.findIndex((edit) => !waiting.some((other) => other.key === edit.afterKey))
    ordered.push(...waiting.splice(Math.max(ready, 0), 1))
  }
  return ordered
}

function placeOf(
  standing: readonly StandingParagraph[],
  edit: ParagraphEdit,
  fieldOrder: readonly PaperField[],
): number {
  const after = standing.findIndex((each) => each.key === edit.afterKey)
  if (after >= 0) {
    // A table is not torn apart: what follows a row follows the table.
    let at = after + 1
    while (standing[after]?.style === 'row' && standing[at]?.style === 'row') at++
    return at
  }
  const place = fieldOrder.indexOf(edit.field)
  const first = standing.findIndex((each) => fieldOrder.indexOf(each.field) >= place)
  if (edit.afterKey === null && first >= 0) return first
  const later = standing.findIndex((each) => fieldOrder.indexOf(each.field) > place)
  return later >= 0 ? later : standing.length
}
