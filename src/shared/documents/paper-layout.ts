/**
 * How a Party document looks on paper, after Hướng dẫn 05-HD/VPTW (2026). Figures that published readings of it
 * dispute are marked: another office's usage is another value here, not other code.
 */
export type PaperLayout = {
  marginsMm: { top: number; bottom: number; left: number; right: number }
  fontFamily: string
  bodyPt: number
  /** Exact distance of the lines. Disputed: 18, 19 or 20. */
  lineSpacingPt: number
  paragraphSpacingPt: number
  firstLineIndentMm: number
  /** Top centre, not on the first page. 13 to 13.5. */
  pageNumberPt: number
  /** Left side of the head (bodies and number). Disputed: 13 or 14. */
  letterheadLeftPt: number
  /** "ĐẢNG CỘNG SẢN VIỆT NAM". Disputed: 14 or 15. */
  letterheadRightPt: number
  placeAndDatePt: number
  /** Stands under the excerpt. */
  titleRule: string
  /** Tables have no prescribed size; a step below the text keeps columns narrow. */
  tablePt: number
  /** Disputed: 14 or 12. */
  recipientsHeadingPt: number
  recipientsItemPt: number
  /** "BÍ THƯ" above the name. Disputed: upright or bold. */
  signatureOfficeBold: boolean
}

export const partyLayout: PaperLayout = {
  marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
  fontFamily: 'Times New Roman',
  bodyPt: 14,
  lineSpacingPt: 18,
  paragraphSpacingPt: 6,
  firstLineIndentMm: 10,
  pageNumberPt: 13,
  letterheadLeftPt: 13,
  letterheadRightPt: 14,
  placeAndDatePt: 14,
  titleRule: '-----',
  tablePt: 13,
  recipientsHeadingPt: 14,
  recipientsItemPt: 12,
  signatureOfficeBold: false,
}
