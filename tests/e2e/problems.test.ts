import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseFileName } from '../../src/main/api/program.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { expectAccessible, openWindow, useBrowser } from '../support/browser.ts'
import { sampleCell } from '../support/program.ts'

useBrowser()
let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'problems-'))
  path = join(folder, databaseFileName)
  openDatabase(path).close()
})
afterEach(() => rmSync(folder, { recursive: true }))

const troubles: [name: string, make: () => (() => void) | undefined, says: RegExp][] = [
  [
    'damaged',
    () => {
      const bytes = readFileSync(path)
      bytes.fill(0xa5, 4096, 4096 * 4)
      writeFileSync(path, bytes)
      return undefined
    },
    /Tệp dữ liệu bị hỏng.*chưa bị sửa gì/,
  ],
  [
    'newer',
    () => {
      const newer = new Sqlite(path)
      newer.pragma('user_version = 9999')
      newer.close()
      return undefined
    },
    /bản chương trình mới hơn.*không bị động đến/,
  ],
  [
    'open elsewhere',
    () => {
      const other = openDatabase(path)
      return () => other.close()
    },
    /đang được mở ở một cửa sổ khác.*không bị động đến/,
  ],
]

describe('a database that cannot be opened', () => {
  it.each(troubles)('is told in words when it is %s, and left as it was', async (_name, make, says) => {
    const free = make()
    const before = readFileSync(path)
    const window = await openWindow({ dataFolder: folder })
    await window.page.getByRole('heading', { name: 'Chương trình chưa làm việc được' }).waitFor()
    await window.page.getByText(says).waitFor()
    expect(await window.page.locator('body').textContent()).not.toMatch(/Error|SQLITE|at \w+ \(/)
    await expectAccessible(window.page)
    // Why it could not be opened is logged whole, for whoever helps the user.
    expect(window.test.errors.splice(0)).toHaveLength(1)
    await window.close()
    expect(readFileSync(path).equals(before)).toBe(true)
    free?.()
  })
})

describe('a host that is gone', () => {
  it('is told in words, and what was said to be saved is there', async () => {
    const window = await openWindow({ dataFolder: folder })
    await window.test.call('cell.update', sampleCell)
    await window.page.reload()
    await window.page.getByRole('navigation').waitFor()
    await window.goTo('/cai-dat')
    await window.page.getByLabel('Tên chi bộ').waitFor()
    await window.host.close()
    await window.page.getByLabel('Tên chi bộ').fill('Chi bộ khác')
    await window.page.keyboard.press('Tab')
    await window.page.getByText('Không liên lạc được với chương trình').first().waitFor()
    expect(await window.page.getByLabel('Tên chi bộ').inputValue()).toBe('Chi bộ khác')
    expect(await window.test.call('cell.get', {})).toEqual(sampleCell)
    await window.page.context().close()
    window.test.close()
  })
})
