import { describe, expect, it } from 'vitest'
import { sheetPlaces } from '../../../src/main/excel/sheet-places.ts'
import { staleValues } from '../../../src/main/excel/stale-values.ts'
import { edited } from '../../../src/main/excel/xml-places.ts'

/** Cells in one row each: 'A1' to what it holds; a text is a formula that came to 7. */
function sheet(cells: Record<string, string | number>) {
  const rows = Map.groupBy(Object.entries(cells), ([address]) => address.replace(/\D/g, ''))
  const xml = [...rows].map(
    ([row, of]) => `<row r="${row}">${of.map(([address, content]) => cell(address, content)).join('')}</row>`,
  )
  const places = sheetPlaces(`<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`)
  if (!places) throw new Error('a sheet has rows')
  return places
}
const cell = (address: string, content: string | number) => {
  if (typeof content === 'number') return `<c r="${address}"><v>${content}</v></c>`
  const formula = content.startsWith('<f') ? content : `<f>${content}</f>`
  return `<c r="${address}" s="2" t="str">${formula}<v>7</v></c>`
}

/** The formula cells that lost their value when A1 of the first sheet is filled. */
function stale(
  sheets: Record<string, Record<string, string | number>>,
  names: Record<string, string[]> = {},
) {
  const places = new Map(Object.entries(sheets).map(([name, cells]) => [name, sheet(cells)]))
  const first = Object.keys(sheets)[0] ?? ''
  const edits = staleValues(places, new Map(Object.entries(names)), first, [{ row: 1, column: 1 }])
  return [...edits].flatMap(([name, of]) => {
    const xml = edited(places.get(name)?.xml ?? '', of)
    return [...xml.matchAll(/<c r="(\w+)"(?: s="2")?>(?:<f[^/]*?(?:\/>|<\/f>))?<\/c>/g)].map(
      ([, address]) => `${name}!${address}`,
    )
  })
}

describe('what formulas came to before', () => {
  it('goes where they read what is filled, through other formulas and sheets, and stays elsewhere', () => {
    expect(
      stale({
        Bieu: { A1: 1, A2: 2, A3: 'SUM(A1:A2)', B1: 'A2*2', B3: "'tổng'!A1" },
        Tổng: { A1: 'BIEU!A3*2', A2: 'Bieu!A2', A3: 'SUM(Bieu!A:A)' },
      }),
    ).toEqual(['Bieu!A3', 'Bieu!B3', 'Tổng!A1', 'Tổng!A3'])
  })

  it('goes through names, and where a name is not known', () => {
    const names = { so: ['Bieu!$A$1'], khac: ['Bieu!$B$9'], long: ['so+1'], doi: ['Bieu!B9'] }
    expect(stale({ Bieu: { B1: 'So', B2: 'Khac', B3: 'Long', B4: 'Lạ', B5: 'Doi' } }, names)).toEqual([
      'Bieu!B1',
      'Bieu!B3',
      'Bieu!B4',
      'Bieu!B5',
    ])
  })

  it('goes by the place of each formula where many share one, and in the whole of an array', () => {
    const shared = (text: string) => `<f t="shared" si="0"${text === '' ? '/>' : ` ref="B1:B3">${text}</f>`}`
    expect(stale({ Bieu: { B1: shared('A1+1'), B2: shared(''), B3: shared('') } })).toEqual(['Bieu!B1'])
    expect(
      stale({
        Bieu: { B1: '<f t="array" ref="B1:B2">A1:A2*2</f>', B2: 4, C1: '<f t="array" ref="C1">A2</f>' },
      }),
    ).toEqual(['Bieu!B1', 'Bieu!B2'])
  })

  it('goes where nobody can tell what is read', () => {
    expect(
      stale({
        Bieu: { B1: 'INDIRECT("A"&amp;1)', B2: 'B1', B3: 'A2', B4: '<f t="dataTable" ref="B4" r1="C1"/>' },
      }),
    ).toEqual(['Bieu!B1', 'Bieu!B2', 'Bieu!B4'])
  })

  it('stays where nothing is filled', () => {
    const places = new Map([['Bieu', sheet({ B1: 'INDIRECT("A1")' })]])
    expect(staleValues(places, new Map(), 'Bieu', []).size).toBe(0)
  })
})
