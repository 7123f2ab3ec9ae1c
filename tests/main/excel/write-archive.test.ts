import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { archiveOf, packedPart } from '../../../src/main/excel/write-archive.ts'
import { inFolder, parts } from '../../support/workbook.ts'

test('parts come back as they were, packed or left as they are, in their order', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'thu.zip')
    const long = 'Nguyễn Thị Ánh '.repeat(10_000)
    const archive = archiveOf([
      packedPart('xl/sổ.xml', long, 2),
      packedPart('trống.xml', '', 6),
      packedPart('xl/ảnh.png', Buffer.from('như cũ'), 0),
    ])
    writeFileSync(path, archive)
    expect([...(await parts(path))]).toEqual([
      ['xl/sổ.xml', long],
      ['trống.xml', ''],
      ['xl/ảnh.png', 'như cũ'],
    ])
    expect(archive.length).toBeLessThan(long.length / 10)
    // The day of writing is no part of it.
    expect(archiveOf([packedPart('a', 'b', 2)])).toEqual(archiveOf([packedPart('a', 'b', 2)]))
  })
})
