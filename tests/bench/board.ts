import type { Database } from 'better-sqlite3'
import { chromium } from 'playwright-core'
import { findChromium } from '../../src/main/browser-host/chromium.ts'
import { benchToday } from './large-office.ts'
import { openTimed, percentile95, timeIdleKey, timeKey } from './live.ts'
import { type Result, result } from './measure.ts'
import { startHost } from './start.ts'

const times = 60

/**
 * Moves of a theme on the year's board in the browser, by keyboard, to the quarter before and back again: from the key
 * to the card being both stored and painted where it went. Against a
 * key that writes nothing and paints one word. `dataFolder` holds a closed twin of the office in `sqlite`.
 */
export async function measureBoard(
  sqlite: Database,
  dataFolder: string,
  rendererFolder: string,
): Promise<Result[]> {
  const [meetingId = 0, memberId = 0] = sqlite
    .prepare('SELECT meetingId, memberId FROM attendance ORDER BY id DESC LIMIT 1')
    .raw()
    .get() as number[]
  const host = await startHost(dataFolder, rendererFolder)
  const found = await findChromium()
  const browser = await chromium.launch({ ...found, args: [...found.args, '--disable-gpu'] })
  try {
    const page = await openTimed(browser, host.url)
    await page.evaluate(
      (hash) => {
        window.location.hash = hash
      },
      `/chuyen-de/nam/${benchToday.slice(0, 4)}`,
    )
    const card = page.getByRole('region', { name: 'Quý IV' }).getByRole('link').first()
    await card.focus()
    const id = await card.evaluate((link) => link.closest('[data-theme]')?.getAttribute('data-theme'))
    const took: number[] = []
    const idle: number[] = []
    for (let press = 0; press < times; press++) {
      const [key, quarter] = press % 2 ? ['Alt+ArrowRight', 'Quý IV'] : ['Alt+ArrowLeft', 'Quý III']
      const selector = `[aria-label="${quarter}"] [data-theme="${id}"]`
      took.push(await timeKey(page, key ?? '', 'themes.move', { selector }))
      idle.push(await timeIdleKey(page, meetingId, memberId))
    }
    const p95 = percentile95(took)
    return [
      result('themes.move.p95', p95, 'ms', 50),
      result('themes.move.ratio', p95 / percentile95(idle), 'x no-op write and repaint', null),
    ]
  } finally {
    await browser.close()
    await host.stop()
  }
}
