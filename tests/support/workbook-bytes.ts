import { makeZip, type ZipEntry } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNs = 'http://schemas.openxmlformats.org/package/2006'

/** One sheet of a hand-made workbook: `data` is what stands inside sheetData, `after` what follows it. */
export type SheetXml = { name?: string; data?: string; after?: string; state?: string; whole?: string }

/** The parts of a workbook, to be zipped as they are or tampered with first. */
export function workbookParts(
  sheets: readonly SheetXml[],
  extra: { sharedStrings?: string; styles?: string; workbookPr?: string } = {},
): ZipEntry[] {
  const names = sheets
    .map(({ name = 'Trang', state = 'visible' }, index) => {
      return `<sheet name="${name}${index || ''}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`
    })
    .join('')
  const relations = sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('')
  const optional = (kind: string, part: string, content: string | undefined) =>
    content === undefined ? '' : `<Relationship Id="x${kind}" Type="${office}/${kind}" Target="${part}"/>`
  const parts: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${packageNs}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${packageNs}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${office}">${extra.workbookPr ?? ''}<sheets>${names}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${packageNs}/relationships">${relations}${optional('sharedStrings', 'sharedStrings.xml', extra.sharedStrings)}${optional('styles', '/xl/styles.xml', extra.styles)}</Relationships>`,
    },
    ...sheets.map(({ data = '', after = '', whole }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: whole ?? `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`,
    })),
  ]
  if (extra.sharedStrings !== undefined)
    parts.push({ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${main}">${extra.sharedStrings}</sst>` })
  if (extra.styles !== undefined)
    parts.push({ name: 'xl/styles.xml', data: `<styleSheet xmlns="${main}">${extra.styles}</styleSheet>` })
  return parts
}

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')

/** Rows of plain texts from A1 on as sheetData; null leaves a cell out. */
export function textRows(rows: readonly (readonly (string | number | null)[])[], firstRow = 1): string {
  return rows
    .map((cells, index) => {
      const xml = cells.map((value) =>
        value === null
          ? '<c/>'
          : typeof value === 'number'
            ? `<c><v>${value}</v></c>`
            : `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`,
      )
      return `<row r="${firstRow + index}">${xml.join('')}</row>`
    })
    .join('')
}

/** A workbook of one sheet of plain texts and numbers. */
export function textWorkbook(rows: readonly (readonly (string | number | null)[])[], after = ''): Uint8Array {
  return makeZip(workbookParts([{ data: textRows(rows), after }]))
}
