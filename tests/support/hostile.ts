/** The letters of Vietnamese that carry marks: 67 small ones and their capitals. */
const accented = [...'aăâeêioôơuưy']
  .flatMap((base) =>
    ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (base + tone).normalize('NFC')),
  )
  .concat('đ')
  .filter((letter) => !/^[aeiouy]$/.test(letter))
export const accentedLetters = [...accented, ...accented.map((letter) => letter.toUpperCase())].join('')

/** What a spreadsheet, its XML or a reader of it could take for more than text. */
export const hostileTexts = [
  '=HYPERLINK("http://xau.example","bấm")',
  "=cmd|' /C calc'!A0",
  '+84912345678',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r\n=1+1',
  '</v></c><c r="Z1"><f>1</f></c>',
  '<![CDATA[x]]>&amp;&lt;',
  '_x000D__x0041_',
  '_x005F_x0041_',
  '\u0000\u0001\u001f\u007f\ufffe\uffff\ud800',
  'javascript:alert(1)',
  'http://xau.example',
  '{=1+1}',
  "'Trang'!A1",
  '000123456789012345678',
  '1/2/2026',
  '1E5',
  accentedLetters,
  accentedLetters.normalize('NFD'),
  'ă'.repeat(32_767),
  `${'x'.repeat(32_688)}😀${'y'.repeat(500)}`,
  '  hai đầu có trống  ',
]

/** Days whose offset to UTC in Viet Nam or America was another than today's, and the ends of what is asked. */
export const days = [
  '1930-01-01',
  '1942-12-31',
  '1943-01-01',
  '1945-03-14',
  '1945-09-02',
  '1947-04-01',
  '1955-07-01',
  '1955-07-02',
  '1959-12-31',
  '1960-01-01',
  '1967-12-31',
  '1975-06-01',
  '1975-06-13',
  '1980-01-15',
  '2000-02-29',
  '2026-03-08',
  '2026-11-01',
  '2030-12-31',
]
