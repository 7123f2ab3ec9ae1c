import type { TonePlacement } from '../rules/tone-placement.ts'

/**
 * How a Party document looks on paper, after Hướng dẫn 05-HD/VPTW of 27/5/2026. Measures that published readings of
 * it dispute are points a cell chooses for itself (`layout-points.ts`): another office's usage is another value, not
 * other code.
 */
export type PaperLayout = {
  marginsMm: { top: number; bottom: number; left: number; right: number }
  fontFamily: string
  bodyPt: number
  /** Exact distance of the lines. */
  lineSpacingPt: number
  paragraphSpacingPt: number
  firstLineIndentMm: number
  /** Top centre, not on the first page. */
  pageNumberPt: number
  /** Left side of the head (bodies and number). */
  letterheadLeftPt: number
  /** "ĐẢNG CỘNG SẢN VIỆT NAM". */
  letterheadRightPt: number
  placeAndDatePt: number
  /** How the line above the cell's name begins: as it was written, "Đảng bộ", or "Đảng ủy". */
  upperBodyWord: 'asWritten' | 'organisation' | 'committee'
  /** "Số: 05-NQ/CB" instead of "Số 05-NQ/CB". */
  numberColon: boolean
  /** Stands under the excerpt. */
  titleRule: string
  /** What a decision rests on: upright behind dashes, or in italics without. */
  basesItalic: boolean
  /** Tables have no prescribed size; a step below the text keeps columns narrow. */
  tablePt: number
  recipientsHeadingPt: number
  recipientsItemPt: number
  /** For whom a paper of the whole cell is signed: "T/M CHI BỘ" or "T/M CHI ỦY". */
  cellSignsAs: 'cell' | 'committee'
  /** "BÍ THƯ" above the name. */
  signatureOfficeBold: boolean
  tonePlacement: TonePlacement
}
