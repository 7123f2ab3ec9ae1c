import { partyLetter } from '../rules/party-letter.ts'
import { placeTones } from '../rules/tone-placement.ts'
import type { Block, Recipients, Signature } from './blocks.ts'
import type { PaperLayout } from './paper-layout.ts'

/** The words of the pieces that every drawing says alike: what is set here, no drawing sets for itself. */

/**
 * Someone's words as they may stand on paper: composed letters, tones where the layout wants them, nothing that
 * XML or HTML forbid, no more than one space in a row. Lines stay lines.
 */
export function cleaned(words: string, layout: PaperLayout): string {
  return placeTones(words.normalize('NFC').toWellFormed(), layout.tonePlacement)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\P{Cc}]|[\uFFFE\uFFFF]/gu, ' ')
    .replace(/ +/g, ' ')
}

/** The same on one line. */
export const oneLine = (words: string, layout: PaperLayout) =>
  cleaned(words.replace(/\s*\n\s*/g, ' '), layout)

export const capitals = (words: string, layout: PaperLayout) => oneLine(words, layout).toLocaleUpperCase('vi')

export const partyName = 'ĐẢNG CỘNG SẢN VIỆT NAM'

/** The first line on the left of the head, "Đảng bộ …" or "Đảng ủy …" as the office has it. */
export function upperBodyLine(upperBody: string, layout: PaperLayout): string {
  const word = { asWritten: null, organisation: 'Đảng bộ', committee: 'Đảng ủy' }[layout.upperBodyWord]
  const written = upperBody.normalize('NFC').trim()
  return capitals(
    word === null ? written : written.replace(/^đảng\s+(bộ|ủy|uỷ)(?![\p{L}\p{M}])/iu, word),
    layout,
  )
}

/** 'Số 05-NQ/CB'. */
export function numberLine(number: string, layout: PaperLayout): string {
  return oneLine(`Số${layout.numberColon ? ':' : ''} ${number}`, layout)
}

/** The lines above a name; the first and what it stands for are bold, an office below it as the layout says. */
export function signatureLines(signature: Signature, layout: PaperLayout): { text: string; bold: boolean }[] {
  const office = { text: capitals(signature.office, layout), bold: layout.signatureOfficeBold }
  const behalf = signature.behalf && behalfWords(signature.behalf, layout)
  if (behalf === null) return [{ ...office, bold: true }]
  return [{ text: capitals(behalf, layout), bold: true }, office]
}

function behalfWords(behalf: NonNullable<Signature['behalf']>, layout: PaperLayout): string {
  if (behalf.form === 'K/T') return `K/T ${behalf.office}`
  if (behalf.form === 'T/L') return `T/L ${behalf.body}`
  const body = behalf.body === 'cell' ? layout.cellSignsAs : behalf.body
  return body === 'committee' ? 'T/M chi ủy' : 'T/M chi bộ'
}

export const recipientsHeading = 'Nơi nhận:'

/** '- Như trên;' and so on, the last with a stop. */
export function recipientLines({ recipients }: Recipients, layout: PaperLayout): string[] {
  return dashed(recipients, layout, '.')
}

/** The heading and the lines of the recipients, as they stand one below the other. */
export function recipientsBlock(recipients: readonly string[], layout: PaperLayout): string[] {
  return [recipientsHeading, ...recipientLines({ recipients: [...recipients] }, layout)]
}

/** What a decision rests on, each line with its stop: '- Điều lệ Đảng;', or 'Căn cứ Điều lệ Đảng;' in italics. */
export function baseLines({ bases }: Extract<Block, { kind: 'bases' }>, layout: PaperLayout): string[] {
  return layout.basesItalic ? bases.map((base) => `${oneLine(base, layout)};`) : dashed(bases, layout, ';')
}

function dashed(lines: readonly string[], layout: PaperLayout, end: string): string[] {
  return lines.map((line, index) => `- ${oneLine(line, layout)}${index === lines.length - 1 ? end : ';'}`)
}

/** What stands before item `index` (from 0) of a list. */
export function itemMarker(marker: Extract<Block, { kind: 'list' }>['marker'], index: number): string {
  if (marker === 'dash') return '- '
  if (marker === 'number') return `${index + 1}. `
  return `${partyLetter(index)} `
}
