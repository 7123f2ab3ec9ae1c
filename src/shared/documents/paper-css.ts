import type { PaperLayout } from './paper-layout.ts'

/** One file of the stand-in font: for the letters of `unicodeRange` in one weight and slope. */
export type FontFace = {
  family: string
  weight: 400 | 700
  style: 'normal' | 'italic'
  unicodeRange: string
  /** The woff2 file in base64. */
  base64: string
}

/** The style sheet that makes a page's blocks into A4 pages of the layout's measures. */
export function paperCss(layout: PaperLayout, fontFaces: readonly FontFace[]): string {
  const { top, right, bottom, left } = layout.marginsMm
  const families = [layout.fontFamily, ...new Set(fontFaces.map((face) => face.family))]
  const family = `${families.map((name) => `"${name}"`).join(', ')}, serif`
  return `${fontFaces.map(faceCss).join('\n')}
@page {
  size: A4;
  margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @top-center {
    content: counter(page);
    font: ${layout.pageNumberPt}pt ${family};
    vertical-align: middle;
  }
}
@page :first { @top-center { content: none; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
body {
  font: ${layout.bodyPt}pt/${layout.lineSpacingPt}pt ${family};
  color: #000;
  overflow-wrap: anywhere;
  orphans: 2;
  widows: 2;
}
.bold { font-weight: 700; }
.italic { font-style: italic; }
.letterhead {
  display: grid;
  grid-template-columns: 46% 52%;
  justify-content: space-between;
  justify-items: center;
  margin-bottom: 18pt;
  text-align: center;
  text-wrap: balance;
}
.bodies { font-size: ${layout.letterheadLeftPt}pt; }
.party-name {
  align-self: start;
  font-size: ${layout.letterheadRightPt}pt;
  font-weight: 700;
  white-space: nowrap;
  border-bottom: 0.75pt solid #000;
  padding-bottom: 1pt;
}
.place-and-date { align-self: end; font-size: ${layout.placeAndDatePt}pt; font-style: italic; }
.title { margin-bottom: 12pt; text-align: center; text-wrap: balance; break-after: avoid; }
h1, h2, h3 { font-size: inherit; font-weight: 700; }
h2, h3 { margin: ${layout.paragraphSpacingPt}pt 0; text-indent: ${layout.firstLineIndentMm}mm; break-after: avoid; }
.paragraph { margin: ${layout.paragraphSpacingPt}pt 0; text-align: justify; white-space: pre-line; }
.indent { text-indent: ${layout.firstLineIndentMm}mm; }
table {
  /* A page's edge is rounded to a pixel and would shave the outermost line. */
  width: calc(100% - 1pt);
  margin: 12pt 0;
  border-collapse: separate;
  border-spacing: 0;
  table-layout: fixed;
  font-size: ${layout.tablePt}pt;
}
thead { display: table-header-group; }
tr { break-inside: avoid; }
/* Every row draws its own lines: shared ones are torn or cut off where a page ends. */
th, td {
  padding: 2pt 4pt;
  border: 0 solid #000;
  border-width: 0 0.75pt 0.75pt 0;
  vertical-align: middle;
  white-space: pre-line;
}
tr > :first-child { border-left-width: 0.75pt; }
thead th { border-top-width: 0.75pt; text-align: center; }
.group { break-after: avoid; }
.group th, .total th { text-align: left; }
.total { break-before: avoid; }
.total td { font-weight: 700; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
.slip { padding: 12pt 0; border-bottom: 0.75pt dashed #000; break-inside: avoid; }
.slip h2 { margin: 2pt 0 6pt; text-align: center; text-indent: 0; }
.page-break { break-after: page; }
.closing { margin-top: 18pt; break-before: avoid; break-inside: avoid; }
/* A box in a line is never torn; a block is, where a tall row before it must stay with it. */
.sides { display: inline-flex; width: 100%; justify-content: space-between; vertical-align: top; }
.sides > div { width: 48%; }
.recipients-heading { font-size: ${layout.recipientsHeadingPt}pt; text-decoration: underline; }
.recipients { font-size: ${layout.recipientsItemPt}pt; list-style: none; }
.signature { text-align: center; }
.signature .name { margin-top: 54pt; }`
}

function faceCss(face: FontFace): string {
  return `@font-face {
  font-family: "${face.family}";
  font-weight: ${face.weight};
  font-style: ${face.style};
  font-display: block;
  src: url(data:font/woff2;base64,${face.base64}) format("woff2");
  unicode-range: ${face.unicodeRange};
}`
}
