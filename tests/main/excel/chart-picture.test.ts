import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chartPicture, pictureSize } from '../../../src/main/excel/chart-picture.ts'
import type { Chart } from '../../../src/shared/rules/chart.ts'
import { cellsOf, column, inFolder, parts, sheet, write } from '../../support/workbook.ts'

const chart: Chart = {
  title: 'Tỷ lệ dự',
  unit: 'percent',
  categories: ['01/2026'],
  series: [{ name: 'Tỷ lệ', values: [0.9] }],
}

test('a chart becomes a PNG of its size, without a browser', async () => {
  const png = await chartPicture(chart)
  expect(png?.subarray(1, 4).toString()).toBe('PNG')
  expect(png?.readUInt32BE(16)).toBe(pictureSize.width * 1.5)
  expect(png?.readUInt32BE(20)).toBe(pictureSize.height * 1.5)
})

test('a sheet with a chart holds its picture below its cells, and points nowhere outside', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'thu.xlsx')
    await write(
      {
        sheets: [
          sheet([column('a')], [['x']], { charts: [chart] }),
          sheet([column('b')], [['y']], { key: 'second' }),
        ],
      },
      path,
    )
    const files = await parts(path)
    expect([...files.keys()].filter((name) => name.endsWith('.png'))).toEqual(['xl/media/image1.png'])
    expect(files.get('xl/worksheets/sheet1.xml')).toMatch(/<drawing r:id="rId\d+"\/>/)
    expect(files.get('xl/worksheets/sheet2.xml')).not.toContain('<drawing')
    for (const [name, xml] of files) if (name.endsWith('.rels')) expect(xml, name).not.toContain('TargetMode')
    expect((await cellsOf(path)).cells.map((cells) => cells.map(({ value }) => value))).toEqual([
      ['a', 'x'],
      ['b', 'y'],
    ])
  })
})
