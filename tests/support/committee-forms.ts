import { workbookParts } from './workbook-bytes.ts'
import type { ZipEntry } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNs = 'http://schemas.openxmlformats.org/package/2006'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * 0 plain, 1 wrapped, 2 wrapped and free in a protected sheet, 3 fitted into its cell, 4 centred, 5 plain text set
 * upright, 6 and 7 shares, by Excel's own format and by the form's.
 */
const styles =
  '<numFmts count="1"><numFmt numFmtId="200" formatCode="0.0%"/></numFmts>' +
  '<fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts>' +
  '<fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf fontId="0"/></cellStyleXfs><cellXfs count="8"><xf fontId="0" xfId="0" applyFont="1" applyAlignment="1" applyProtection="1"/>' +
  '<xf fontId="0" xfId="0" applyFont="1" applyAlignment="1" applyProtection="1"><alignment wrapText="1"/></xf>' +
  '<xf fontId="0" xfId="0" applyFont="1" applyAlignment="1" applyProtection="1"><alignment wrapText="1"/><protection locked="0"/></xf>' +
  '<xf fontId="0" xfId="0" applyFont="1" applyAlignment="1" applyProtection="1"><alignment shrinkToFit="1"/></xf>' +
  '<xf fontId="0" xfId="0" applyFont="1" applyAlignment="1" applyProtection="1"><alignment horizontal="center"/></xf>' +
  '<xf fontId="0" xfId="0" applyFont="1" applyAlignment="1" applyProtection="1"><alignment textRotation="90"/></xf>' +
  '<xf numFmtId="9" fontId="0" xfId="0"/><xf numFmtId="200" fontId="0" xfId="0"/></cellXfs>'

export type SheetOfForm = { name: string; before?: string; data: string; after?: string }

/** A form put together as Excel does it: the parts that say what the others are, and texts kept in a part of their own. */
export function committeeForm(
  sheets: readonly SheetOfForm[],
  more: { texts?: string[]; names?: string; parts?: ZipEntry[]; relations?: string; overrides?: string } = {},
): ZipEntry[] {
  const { texts = [], names = '', parts = [], relations = '', overrides = '' } = more
  const whole = ({ before = '', data, after = '' }: SheetOfForm) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" xmlns:r="${office}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`
  const made = workbookParts(
    sheets.map((sheet) => ({ whole: whole(sheet) })),
    { styles, sharedStrings: texts.map((text) => `<si>${text}</si>`).join('') },
  )
  const entries = sheets
    .map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${kinds}.${kind}+xml"/>`
  const data: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packageNs}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="png" ContentType="image/png"/>${override('workbook', 'sheet.main')}${sheets.map((_, index) => override(`worksheets/sheet${index + 1}`, 'worksheet')).join('')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}${overrides}</Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr defaultThemeVersion="124226"/><sheets>${entries}</sheets>${names}<calcPr calcId="191029"/></workbook>`,
  }
  return [
    ...made.map((part) => {
      if (part.name === 'xl/_rels/workbook.xml.rels')
        return {
          ...part,
          data: String(part.data).replace('</Relationships>', `${relations}</Relationships>`),
        }
      return { ...part, data: data[part.name] ?? part.data }
    }),
    ...parts,
  ]
}

const text = (words: string) =>
  `<r><rPr><b/></rPr><t>${words.slice(0, 2)}</t></r><r><t xml:space="preserve">${words.slice(2)}</t></r>`

/**
 * A form with all that committees' forms come with: texts of several types and with a reading aid, a table that begins
 * at D9 under merged headings, hidden rows and columns, checks of what is typed, colours by condition, a comment, a
 * picture, names, titles and area of printing, formulas that share one text or fill several cells, a sheet that sums up
 * the other, another workbook linked, and the order of calculation.
 */
export function fullForm(): ZipEntry[] {
  const texts = [
    text('ĐẢNG ỦY XÃ MINH TÂN'),
    text('STT'),
    '<t>Tên chi bộ</t><rPh sb="0" eb="3"><t>đọc</t></rPh><phoneticPr fontId="0"/>',
    '<t>Đảng số</t>',
    '<t>Dự sinh hoạt</t>',
    '<t>Dân vận khéo</t>',
    '<t>Ghi chú</t>',
    '<t>Chi bộ 1</t>',
    '<t>Chi bộ 2</t>',
    '<t>Tổng số</t>',
    '<t>Có mặt</t>',
    '<t>Tỷ lệ dự</t>',
  ]
  const s = (address: string, index: number) => `<c r="${address}" s="1" t="s"><v>${index}</v></c>`
  const row = (number: number, more: string, cells: string) =>
    `<row r="${number}" spans="4:10"${more}>${cells}</row>\n`
  const bieu: SheetOfForm = {
    name: 'Biểu 01',
    before:
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="D2:J12"/><sheetViews><sheetView workbookViewId="0"><pane xSplit="5" ySplit="10" topLeftCell="F11" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/>' +
      '<cols><col min="1" max="3" width="2.7" hidden="1" customWidth="1"/><col min="4" max="4" width="5.7" customWidth="1"/><col min="5" max="5" width="24.7" customWidth="1"/><col min="6" max="8" width="13.7" style="1" customWidth="1"/><col min="9" max="9" width="20.7" customWidth="1"/><col min="10" max="10" width="9.7" hidden="1" customWidth="1"/></cols>',
    data:
      row(2, '', s('D2', 0)) +
      row(
        9,
        ' ht="31.5" customHeight="1"',
        s('D9', 1) + s('E9', 2) + s('F9', 3) + s('G9', 4) + s('I9', 5) + s('J9', 6),
      ) +
      row(10, '', s('G10', 10) + s('H10', 11)) +
      row(
        11,
        ' ht="15.75" customHeight="1"',
        `<c r="D11" s="1"><v>1</v></c>${s('E11', 7)}<c r="F11" s="1"><v>12</v></c><c r="G11" s="1"><v>12</v></c><c r="H11" s="1" t="str"><f t="shared" ref="H11:H12" si="0">TEXT(G11/F11,"0%")</f><v>100%</v></c>`,
      ) +
      row(
        12,
        ' ht="15.75" customHeight="1"',
        `<c r="D12" s="1"><v>2</v></c>${s('E12', 8)}<c r="F12" s="1"/><c r="H12" s="1" t="e"><f t="shared" si="0"/><v>#DIV/0!</v></c><c r="I12" s="1"/>`,
      ) +
      row(
        13,
        '',
        `${s('E13', 9)}<c r="F13" s="1"><f>SUM(F11:F12)</f><v>12</v></c><c r="G13" s="1"><f t="array" ref="G13:G14">G11:G12*2</f><v>24</v></c>`,
      ) +
      row(
        14,
        ' hidden="1"',
        '<c r="F14" s="1"><f>[1]Nguon!$A$1</f><v>5</v></c><c r="G14" s="1"><v>0</v></c>',
      ),
    after:
      '<mergeCells count="6"><mergeCell ref="D2:I2"/><mergeCell ref="D9:D10"/><mergeCell ref="E9:E10"/><mergeCell ref="F9:F10"/><mergeCell ref="G9:H9"/><mergeCell ref="I9:I10"/></mergeCells><conditionalFormatting sqref="F11:F12"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>20</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" allowBlank="1" showErrorMessage="1" sqref="F11:F12"><formula1>0</formula1><formula2>500</formula2></dataValidation></dataValidations><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;P/&amp;N</oddFooter></headerFooter><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
  }
  const tong: SheetOfForm = {
    name: 'Tổng hợp',
    data:
      `<row r="1"><c r="A1"><f>'Biểu 01'!F13</f><v>12</v></c><c r="B1"><f>A1+Tong_so</f><v>24</v></c></row>` +
      `<row r="2"><c r="A2"><f>'Biểu 01'!F11</f><v>12</v></c><c r="B2"><v>3</v></c></row>`,
  }
  const relationships = (all: string) =>
    `<Relationships xmlns="${packageNs}/relationships">${all}</Relationships>`
  const relation = (id: string, kind: string, target: string, more = '') =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${more}/>`
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  return committeeForm([bieu, tong], {
    texts,
    names:
      '<externalReferences><externalReference r:id="x9"/></externalReferences><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">\'Biểu 01\'!$D$2:$I$13</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">\'Biểu 01\'!$9:$10</definedName><definedName name="Tong_so">\'Biểu 01\'!$F$13</definedName></definedNames>',
    relations:
      relation('x8', 'calcChain', 'calcChain.xml') +
      relation('x9', 'externalLink', 'externalLinks/externalLink1.xml'),
    overrides: `<Override PartName="/xl/calcChain.xml" ContentType="${kinds}.calcChain+xml"/><Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="${kinds}.externalLink+xml"/><Override PartName="/xl/comments1.xml" ContentType="${kinds}.comments+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
    parts: [
      {
        name: 'xl/calcChain.xml',
        data: `<calcChain xmlns="${main}"><c r="F13" i="1"/><c r="H11"/><c r="H12"/><c r="G13" a="1"/><c r="F14"/><c r="A1" i="2"/><c r="B1"/><c r="A2"/></calcChain>`,
      },
      {
        name: 'xl/externalLinks/externalLink1.xml',
        data: `<externalLink xmlns="${main}"><externalBook xmlns:r="${office}" r:id="rId1"><sheetNames><sheetName val="Nguon"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>5</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
      },
      {
        name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
        data: relationships(relation('rId1', 'externalLinkPath', 'nguon.xlsx', ' TargetMode="External"')),
      },
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        data: relationships(
          relation('rId1', 'drawing', '../drawings/drawing1.xml') +
            relation('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
            relation('rId3', 'comments', '../comments1.xml'),
        ),
      },
      {
        name: 'xl/drawings/_rels/drawing1.xml.rels',
        data: relationships(relation('rId1', 'image', '../media/image1.png')),
      },
      {
        name: 'xl/drawings/drawing1.xml',
        data: `<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main"><xdr:oneCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="400000" cy="400000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Huy hiệu"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${office}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="400000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
      },
      { name: 'xl/media/image1.png', data: dot, stored: true },
      {
        name: 'xl/comments1.xml',
        data: `<comments xmlns="${main}"><authors><author>Văn phòng</author></authors><commentList><comment ref="F12" authorId="0"><text><t>Ghi số đảng viên đến cuối kỳ</t></text></comment></commentList></comments>`,
      },
      {
        name: 'xl/drawings/vmlDrawing1.vml',
        data: '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>11</x:Row><x:Column>5</x:Column></x:ClientData></v:shape></xml>',
      },
    ],
  })
}
