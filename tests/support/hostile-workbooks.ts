import { randomBytes } from 'node:crypto'
import type { ErrorCode } from '../../src/shared/contract/errors.ts'
import { textRows, workbookParts } from './workbook-bytes.ts'
import { makeZip, type ZipEntry } from './zip.ts'

/** A file meant to break the reader: refused with `code`, or read as harmless texts (`code` null). */
export type Hostile = { name: string; make: () => Uint8Array; code: ErrorCode | null }

const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>Họ và tên</t></is></c></row>'
const sheet = (data: string, after = '') => makeZip(workbookParts([{ data, after }]))
const wholeSheet = (xml: string) => makeZip(workbookParts([{ whole: xml }]))
const withParts = (change: (parts: ZipEntry[]) => ZipEntry[]) =>
  makeZip(change(workbookParts([{ data: cell }])))
const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(128)])),
  ])
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const good = () => sheet(cell)

export const hostileWorkbooks: readonly Hostile[] = [
  // What the file is
  { name: 'an empty file', make: () => new Uint8Array(0), code: 'file-empty' },
  { name: 'a file of spaces', make: () => utf8(' \r\n\t '), code: 'file-empty' },
  { name: 'a CSV renamed', make: () => utf8('STT,Họ và tên\r\n1,Nguyễn Văn An\r\n'), code: 'file-is-text' },
  { name: 'a CSV with byte order mark', make: () => utf8('\ufeffSTT;Họ và tên'), code: 'file-is-text' },
  {
    name: 'a CSV in UTF-16',
    make: () => Buffer.from('\ufeffSTT\tHọ và tên', 'utf16le'),
    code: 'file-is-text',
  },
  { name: 'an HTML table renamed', make: () => utf8('<html><table><tr><td>1</table>'), code: 'file-is-text' },
  { name: 'an old workbook (.xls)', make: () => ole('Root Entry', 'Workbook'), code: 'file-is-xls' },
  { name: 'a workbook of Excel 5', make: () => ole('Root Entry', 'Book'), code: 'file-is-xls' },
  { name: 'a workbook of Excel 3', make: () => Buffer.from('0902060000001000', 'hex'), code: 'file-is-xls' },
  {
    name: 'an encrypted workbook',
    make: () => ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
    code: 'file-encrypted',
  },
  { name: 'an old Word file', make: () => ole('Root Entry', 'WordDocument'), code: 'file-not-workbook' },
  { name: 'a PDF', make: () => utf8('%PDF-1.7\n%\n1 0 obj'), code: 'file-not-workbook' },
  {
    name: 'random bytes',
    make: () => Buffer.concat([Buffer.from([0, 1, 2]), randomBytes(5000)]),
    code: 'file-not-workbook',
  },
  { name: 'an empty archive', make: () => makeZip([]), code: 'file-not-workbook' },
  {
    name: 'an archive of something else',
    make: () => makeZip([{ name: 'a.txt', data: 'a' }]),
    code: 'file-not-workbook',
  },
  {
    name: 'a Word document',
    make: () =>
      withParts((parts) =>
        parts.map((p) => (p.name === 'xl/workbook.xml' ? { ...p, data: '<document/>' } : p)),
      ),
    code: 'file-not-workbook',
  },
  { name: 'a truncated file', make: () => good().subarray(0, 900), code: 'file-damaged' },
  {
    name: 'a file that lost its last byte',
    make: () => good().subarray(0, good().length - 1),
    code: 'file-damaged',
  },
  { name: 'only the first four bytes', make: () => utf8('PK\x03\x04'), code: 'file-damaged' },
  {
    name: 'a file over 20 MB',
    make: () => new Uint8Array(20 * 1024 * 1024 + 1).fill(0x50),
    code: 'file-too-large',
  },

  // The archive
  {
    name: 'a bomb: 60 MB of one letter',
    make: () => sheet(`<row r="1"><c t="inlineStr"><is><t>${'A'.repeat(60_000_000)}</t></is></c></row>`),
    code: 'file-dangerous',
  },
  {
    name: 'a bomb that lies about its size',
    make: () =>
      withParts((parts) =>
        parts.map((part) =>
          part.name.includes('sheet1')
            ? { ...part, data: `<worksheet><sheetData>${' '.repeat(50_000_000)}`, declaredSize: 1000 }
            : part,
        ),
      ),
    code: 'file-damaged',
  },
  {
    name: 'many parts of 90 MB each',
    make: () =>
      withParts((parts) => [
        ...parts,
        ...['a', 'b', 'c'].map((name) => ({
          name,
          data: '',
          declaredSize: 90_000_000,
          declaredPackedSize: 1_000_000,
        })),
      ]),
    code: 'file-dangerous',
  },
  {
    name: '2,001 parts',
    make: () =>
      withParts((parts) => [
        ...parts,
        ...Array.from({ length: 2001 }, (_, i) => ({ name: `x/${i}`, data: '' })),
      ]),
    code: 'file-dangerous',
  },
  {
    name: 'parts that share the same bytes',
    make: () =>
      withParts((parts) => [
        ...parts,
        ...Array.from({ length: 50 }, (_, i) => ({
          name: `x/${i}`,
          data: randomBytes(900),
          sharesBytesOf: 4,
        })),
      ]),
    code: 'file-dangerous',
  },
  {
    name: 'a name that climbs out',
    make: () => withParts((p) => [...p, { name: '../../evil.xml', data: '' }]),
    code: 'file-dangerous',
  },
  {
    name: 'a name that climbs out with backslashes',
    make: () => withParts((p) => [...p, { name: '..\\evil.xml', data: '' }]),
    code: 'file-dangerous',
  },
  {
    name: 'an absolute name',
    make: () => withParts((p) => [...p, { name: '/etc/passwd', data: '' }]),
    code: 'file-dangerous',
  },
  {
    name: 'a name with a drive',
    make: () => withParts((p) => [...p, { name: 'C:/evil.xml', data: '' }]),
    code: 'file-dangerous',
  },
  {
    name: 'the same part twice',
    make: () => withParts((parts) => [...parts, { name: 'xl/worksheets/sheet1.xml', data: '<worksheet/>' }]),
    code: 'file-dangerous',
  },
  {
    name: 'the same part twice in other letters',
    make: () => withParts((parts) => [...parts, { name: 'XL/Worksheets/SHEET1.xml', data: '<worksheet/>' }]),
    code: 'file-dangerous',
  },
  {
    name: 'an encrypted part',
    make: () => withParts((p) => p.map((x) => ({ ...x, flags: 0x0801 }))),
    code: 'file-encrypted',
  },
  {
    name: 'a strongly encrypted part',
    make: () => withParts((p) => p.map((x) => ({ ...x, flags: 0x0841 }))),
    code: 'file-encrypted',
  },
  {
    name: 'an unknown way of packing',
    make: () => withParts((p) => p.map((x) => ({ ...x, method: 99 }))),
    code: 'file-damaged',
  },
  {
    name: 'packed bytes that are none',
    make: () => withParts((p) => p.map((x) => ({ ...x, stored: true, method: 8 }))),
    code: 'file-damaged',
  },
  {
    name: 'a sheet outside the archive',
    make: () =>
      withParts((p) =>
        p.map((x) => ({
          ...x,
          data: String(x.data).replace('worksheets/sheet1.xml', '../../../etc/passwd'),
        })),
      ),
    code: 'file-damaged',
  },
  {
    name: 'a sheet on the network',
    make: () =>
      withParts((p) =>
        p.map((x) => ({
          ...x,
          data: String(x.data).replace(
            'Target="worksheets/sheet1.xml"',
            'Target="http://example.com/x" TargetMode="External"',
          ),
        })),
      ),
    code: 'file-not-workbook',
  },

  // The sheet
  {
    name: 'one merge over A1:XFD20000',
    make: () => sheet(cell, '<mergeCells><mergeCell ref="A1:XFD20000"/></mergeCells>'),
    code: 'file-dangerous',
  },
  {
    name: 'a merge without end',
    make: () => sheet(cell, '<mergeCells><mergeCell ref="A1:ZZZ99999999"/></mergeCells>'),
    code: 'file-dangerous',
  },
  {
    name: '20,000 merges',
    make: () =>
      sheet(
        cell,
        `<mergeCells>${Array.from({ length: 20_000 }, (_, i) => `<mergeCell ref="A${2 * i + 1}:A${2 * i + 2}"/>`).join('')}</mergeCells>`,
      ),
    code: 'file-dangerous',
  },
  {
    name: 'a validation over the whole sheet',
    make: () =>
      sheet(
        cell,
        '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"x"</formula1></dataValidation></dataValidations>',
      ),
    code: 'file-dangerous',
  },
  {
    name: 'a validation over two columns',
    make: () =>
      sheet(cell, '<dataValidations><dataValidation type="list" sqref="C:C H1:H1048576"/></dataValidations>'),
    code: null,
  },
  {
    name: 'a format over the whole sheet',
    make: () =>
      sheet(
        cell,
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>',
      ),
    code: null,
  },
  {
    name: 'row 999,999,999',
    make: () => sheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>'),
    code: 'file-dangerous',
  },
  { name: 'row 0', make: () => sheet('<row r="0"><c><v>1</v></c></row>'), code: 'file-dangerous' },
  { name: 'row -1', make: () => sheet('<row r="-1"><c><v>1</v></c></row>'), code: 'file-dangerous' },
  { name: 'row 1e308', make: () => sheet('<row r="1e308"><c><v>1</v></c></row>'), code: 'file-dangerous' },
  {
    name: 'column ZZZ',
    make: () => sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
    code: 'file-dangerous',
  },
  {
    name: 'a value in the last column',
    make: () => sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    code: 'file-too-many-rows',
  },
  {
    name: 'a value in the last row',
    make: () => sheet(`${cell}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
    code: null,
  },
  {
    name: '400,000 rows',
    make: () => sheet(textRows(Array.from({ length: 400_000 }, () => ['An', 1]))),
    code: 'file-too-many-rows',
  },
  {
    name: '300,000 empty rows',
    make: () => sheet(cell + '<row><c s="1"/></row>'.repeat(300_000)),
    code: null,
  },
  {
    name: '16,384 columns',
    make: () => sheet(`<row r="1">${'<c><v>1</v></c>'.repeat(16_384)}</row>`),
    code: 'file-too-many-rows',
  },
  {
    name: '250,000 cells',
    make: () => sheet(textRows(Array.from({ length: 2500 }, (_, i) => Array(100).fill(i)))),
    code: 'file-too-many-rows',
  },
  {
    name: 'a text of 40,000 letters',
    make: () => sheet(textRows([['a'.repeat(40_000)]])),
    code: 'file-dangerous',
  },
  {
    name: 'one long text shared by 200,000 cells',
    make: () =>
      makeZip(
        workbookParts([{ data: `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(1000) }], {
          sharedStrings: `<si><t>${'a'.repeat(32_000)}</t></si>`,
        }),
      ),
    code: 'file-needs-too-much-memory',
  },
  {
    name: 'a shared text that is not there',
    make: () => sheet('<row><c t="s"><v>99</v></c><c t="s"><v>-1</v></c><c t="s"><v>__proto__</v></c></row>'),
    code: null,
  },

  // The XML
  {
    name: 'a million laughs',
    make: () =>
      wholeSheet(
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>',
      ),
    code: 'file-dangerous',
  },
  {
    name: 'an external entity',
    make: () =>
      wholeSheet('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'),
    code: 'file-dangerous',
  },
  {
    name: 'an unknown entity',
    make: () => sheet('<row><c t="inlineStr"><is><t>&evil;</t></is></c></row>'),
    code: 'file-damaged',
  },
  {
    name: 'tags that do not close',
    make: () => wholeSheet('<worksheet><sheetData><row>'),
    code: 'file-damaged',
  },
  { name: 'no XML at all', make: () => wholeSheet('hello'), code: 'file-damaged' },
  { name: 'an empty sheet part', make: () => wholeSheet(''), code: 'file-damaged' },
  { name: 'tags 100,000 deep', make: () => wholeSheet('<a>'.repeat(100_000)), code: 'file-dangerous' },
  {
    name: 'an attribute of 9 MB',
    make: () => wholeSheet(`<worksheet a="${'a'.repeat(9_000_000)}"/>`),
    code: 'file-dangerous',
  },
  {
    name: 'a comment of 9 MB',
    make: () => wholeSheet(`<worksheet><!--${'a'.repeat(9_000_000)}--></worksheet>`),
    code: 'file-dangerous',
  },
  { name: 'the same attribute twice', make: () => sheet('<row r="1" r="2"/>'), code: 'file-damaged' },

  // What stands in the cells
  {
    name: '__proto__ as names and texts',
    make: () =>
      makeZip(
        workbookParts(
          [
            {
              name: '__proto__',
              data: '<row __proto__="1"><c constructor="x" t="inlineStr"><is><t>__proto__</t></is></c></row>',
            },
          ],
          { workbookPr: '<definedNames><definedName name="__proto__">x</definedName></definedNames>' },
        ),
      ),
    code: null,
  },
  {
    name: 'formulas, links and scripts',
    make: () =>
      sheet(
        `<row><c t="str"><f>HYPERLINK("javascript:alert(1)","Nguyễn Văn An")</f><v>Nguyễn Văn An</v></c><c t="str"><f>WEBSERVICE("http://example.com")</f><v></v></c><c t="inlineStr"><is><t>=cmd|'/c calc'!A0</t></is></c><c t="inlineStr"><is><t>&lt;img src=x onerror=alert(1)&gt;</t></is></c></row>`,
        '<hyperlinks><hyperlink ref="A1" location="javascript:alert(1)"/></hyperlinks>',
      ),
    code: null,
  },
  {
    name: 'numbers that are none',
    make: () => sheet('<row><c><v>NaN</v></c><c><v>Infinity</v></c><c><v>1e999</v></c><c><v>x</v></c></row>'),
    code: null,
  },
  {
    name: 'control characters',
    make: () => sheet('<row><c t="str"><v>a_x0000__x0008__xD800__x000A_b</v></c></row>'),
    code: null,
  },
]
