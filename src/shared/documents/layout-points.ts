import type { confidences } from '../rules/rule-set.ts'
import type { SignedPaper, SigningForm } from '../rules/signing.ts'
import type { PaperLayout } from './paper-layout.ts'

type Confidence = (typeof confidences)[number]

/** Points of layout on which offices differ, each with the values there are to choose from. */
export const layoutPoints = {
  lineSpacing: {
    label: 'Khoảng cách dòng',
    choices: { '18': '18 pt', '19': '19 pt', '20': '20 pt' },
  },
  pageNumber: { label: 'Cỡ chữ số trang', choices: { '13': '13', '13.5': '13,5' } },
  letterheadLeft: {
    label: 'Cỡ chữ phần đầu bên trái',
    choices: { '13': '13', '14': '14' },
  },
  letterheadRight: {
    label: 'Cỡ chữ “ĐẢNG CỘNG SẢN VIỆT NAM”',
    choices: { '14': '14', '15': '15' },
  },
  upperBodyWord: {
    label: 'Dòng cấp ủy cấp trên',
    choices: { asWritten: 'Như đã khai báo', organisation: 'ĐẢNG BỘ …', committee: 'ĐẢNG ỦY …' },
  },
  numberColon: { label: 'Số văn bản', choices: { without: 'Số 05-NQ/CB', with: 'Số: 05-NQ/CB' } },
  bases: { label: 'Căn cứ ban hành', choices: { dashes: '- …; chữ đứng', italic: '…; chữ nghiêng' } },
  recipientsHeading: { label: 'Cỡ chữ “Nơi nhận:”', choices: { '14': '14', '12': '12' } },
  cellSignsAs: { label: 'Thay mặt ký', choices: { cell: 'T/M CHI BỘ', committee: 'T/M CHI ỦY' } },
  signatureOffice: {
    label: 'Chức vụ người ký',
    choices: { upright: 'BÍ THƯ không đậm', bold: 'BÍ THƯ đậm' },
  },
  tonePlacement: {
    label: 'Dấu thanh trong “ủy, hòa”',
    choices: { asWritten: 'Như đã gõ', first: 'ủy, hòa', second: 'uỷ, hoà' },
  },
} as const

export type LayoutPoint = keyof typeof layoutPoints
export type LayoutChoices = { [Point in LayoutPoint]: keyof (typeof layoutPoints)[Point]['choices'] }

export const layoutPointNames = [
  'upperBodyWord',
  'numberColon',
  'letterheadLeft',
  'letterheadRight',
  'bases',
  'lineSpacing',
  'pageNumber',
  'cellSignsAs',
  'signatureOffice',
  'recipientsHeading',
  'tonePlacement',
] as const satisfies readonly LayoutPoint[]

/** Whether a point has such a value to choose. */
export function isLayoutChoice(point: LayoutPoint, value: string): boolean {
  return Object.hasOwn(layoutPoints[point].choices, value)
}

export const layoutMeasureNames = [
  'marginTopMm',
  'marginBottomMm',
  'marginLeftMm',
  'marginRightMm',
  'bodyPt',
  'paragraphSpacingPt',
  'firstLineIndentMm',
  'placeAndDatePt',
  'recipientsItemPt',
  'tablePt',
] as const

/** A guidance on the layout of Party documents as dated data: what is agreed, and what is usual where offices differ. */
export type LayoutRule = {
  id: string
  kind: string
  number: string
  /** Day it was issued, ISO. */
  date: string
  validFrom: string
  title: string
  note: string
  measures: {
    readonly [Name in (typeof layoutMeasureNames)[number]]: {
      value: number
      source: string
      confidence: Confidence
    }
  }
  points: {
    readonly [Point in LayoutPoint]: { usual: LayoutChoices[Point]; source: string; confidence: Confidence }
  }
  /** In which forms each paper is signed by usage, and the sentence to whoever chooses another. */
  signing: {
    readonly [Paper in SignedPaper]: {
      usual: readonly SigningForm[]
      otherwise: string
      source: string
      confidence: Confidence
    }
  }
}

/** What holds: what the cell chose, else what is usual. A choice that no longer exists counts as none. */
export function layoutChoices(
  rule: LayoutRule,
  chosen: readonly { point: string; value: string }[],
): LayoutChoices {
  const byPoint = new Map(chosen.map(({ point, value }) => [point, value]))
  return Object.fromEntries(
    layoutPointNames.map((point) => {
      const value = byPoint.get(point)
      return [point, value !== undefined && isLayoutChoice(point, value) ? value : rule.points[point].usual]
    }),
  ) as LayoutChoices
}

/** The layout that a rule's measures and a cell's choices make. */
export function paperLayout({ measures }: LayoutRule, choices: LayoutChoices): PaperLayout {
  return {
    marginsMm: {
      top: measures.marginTopMm.value,
      bottom: measures.marginBottomMm.value,
      left: measures.marginLeftMm.value,
      right: measures.marginRightMm.value,
    },
    fontFamily: 'Times New Roman',
    bodyPt: measures.bodyPt.value,
    lineSpacingPt: Number(choices.lineSpacing),
    paragraphSpacingPt: measures.paragraphSpacingPt.value,
    firstLineIndentMm: measures.firstLineIndentMm.value,
    pageNumberPt: Number(choices.pageNumber),
    letterheadLeftPt: Number(choices.letterheadLeft),
    letterheadRightPt: Number(choices.letterheadRight),
    placeAndDatePt: measures.placeAndDatePt.value,
    upperBodyWord: choices.upperBodyWord,
    numberColon: choices.numberColon === 'with',
    titleRule: '-----',
    basesItalic: choices.bases === 'italic',
    tablePt: measures.tablePt.value,
    recipientsHeadingPt: Number(choices.recipientsHeading),
    recipientsItemPt: measures.recipientsItemPt.value,
    cellSignsAs: choices.cellSignsAs,
    signatureOfficeBold: choices.signatureOffice === 'bold',
    tonePlacement: choices.tonePlacement,
  }
}
