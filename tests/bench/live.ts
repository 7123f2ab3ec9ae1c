import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../src/main/browser-host/chromium.ts'
import { type Result, result } from './measure.ts'
import { startHost } from './start.ts'

/** From a key to what it did being both stored (the write was answered, so it is on disk) and painted. */
type Stopwatch = {
  /** Waits for the next key; answers the ms from it until `shown` holds on screen and `operation` was answered. */
  next: (operation: string, shown: () => boolean) => Promise<number>
  /** Waits until nothing is asked any more. */
  quiet: () => Promise<void>
}
declare global {
  interface Window {
    stopwatch: Stopwatch
  }
}

const times = 60
/** So many wait to speak, and again as many once they have spoken. */
const waiting = 6
/** A key that the program does not know: in the page it asks for a write of nothing and paints one word. */
const idleKey = 'F9'

/**
 * Roll call, start and stop of a speech in the browser on the newest meeting of a big office, by the keyboard, each
 * against a key that writes nothing and paints one word. Then the same with every core kept busy by others.
 * `dataFolder` holds a closed twin of the office in `sqlite`.
 */
export async function measureLive(
  sqlite: Database,
  dataFolder: string,
  rendererFolder: string,
): Promise<Result[]> {
  const meetingId = sqlite.prepare('SELECT id FROM meeting ORDER BY heldOn DESC').pluck().get() as number
  const came = "SELECT memberId FROM attendance WHERE meetingId = ? AND state = 'present' ORDER BY memberId"
  const memberIds = sqlite.prepare(came).pluck().all(meetingId) as number[]
  const host = await startHost(dataFolder, rendererFolder)
  const found = await findChromium()
  // As in the tests: an imitated graphics card, which no user has, would be most of what is measured.
  const browser = await chromium.launch({ ...found, args: [...found.args, '--disable-gpu'] })
  try {
    const page = await openTimed(browser, host.url)
    const idle = await measureMeeting(page, 'meeting', meetingId, memberIds, 50)
    const crowd = Array.from(
      { length: availableParallelism() },
      () => new Worker('for (;;);', { eval: true }),
    )
    const loaded = await measureMeeting(page, 'meeting.loaded', meetingId, memberIds, null)
    for (const worker of crowd) await worker.terminate()
    return [...idle, ...loaded]
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** A window with the stopwatch in it. */
export async function openTimed(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  await page.addInitScript(installStopwatch)
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

async function measureMeeting(
  page: Page,
  name: string,
  meetingId: number,
  memberIds: readonly number[],
  goal: number | null,
): Promise<Result[]> {
  const goTo = (path: string) =>
    page.evaluate((hash) => {
      window.location.hash = hash
    }, `/cuoc-hop/${meetingId}/${path}`)
  const all = { roll: [], start: [], stop: [], rollIdle: [], liveIdle: [] } as Record<string, number[]>

  await goTo('diem-danh')
  await page.locator('[data-member][tabindex="0"]').focus()
  await page.keyboard.press('Home')
  for (let press = 0; press < times; press++) {
    const row = page.locator('[data-member]:focus')
    const here = await row.locator('[data-state=present][aria-pressed=true]').count()
    const id = await row.getAttribute('data-member')
    const button = `[data-member="${id}"] [data-state=${here ? 'unexcused' : 'present'}][aria-pressed=true]`
    all.roll?.push(await timeKey(page, here ? 'k' : 'c', 'attendance.mark', { selector: button }))
    all.rollIdle?.push(await timeIdleKey(page, meetingId, memberIds[0] ?? 0))
  }

  for (let press = 0; press < times; press++) {
    if (press % waiting === 0) {
      await goTo('diem-danh')
      await page.getByRole('grid', { name: 'Danh sách điểm danh' }).waitFor()
      for (const memberId of memberIds.slice(press, press + waiting))
        await ask(page, 'queue.add', { meetingId, memberId, guestName: null })
      await goTo('dieu-hanh')
      const queue = page.getByRole('list', { name: 'Hàng chờ phát biểu' }).getByRole('listitem')
      await queue.nth(waiting - 1).waitFor()
    }
    const timer = { selector: '[role=timer]' }
    all.start?.push(await timeKey(page, 'Alt+b', 'queue.start', timer))
    all.liveIdle?.push(await timeIdleKey(page, meetingId, memberIds[0] ?? 0))
    all.stop?.push(await timeKey(page, 'Alt+k', 'speaking.stop', { ...timer, gone: true }))
  }

  const p95 = (key: string) => percentile95(all[key] ?? [])
  return [
    result(`${name}.roll.p95`, p95('roll'), 'ms', goal),
    result(`${name}.roll.ratio`, p95('roll') / p95('rollIdle'), 'x no-op write and repaint', null),
    result(`${name}.start.p95`, p95('start'), 'ms', goal),
    result(`${name}.start.ratio`, p95('start') / p95('liveIdle'), 'x no-op write and repaint', null),
    result(`${name}.stop.p95`, p95('stop'), 'ms', goal),
    result(`${name}.stop.ratio`, p95('stop') / p95('liveIdle'), 'x no-op write and repaint', null),
  ]
}

export function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}

/** From a key to what `selector` finds (or no longer finds) on screen, with `operation` answered; in ms. */
export async function timeKey(
  page: Page,
  key: string,
  operation: string,
  target: { selector: string; gone?: boolean },
): Promise<number> {
  await page.evaluate(() => window.stopwatch.quiet())
  const measured = await page.evaluateHandle(
    ({ operation, selector, gone }) => ({
      took: window.stopwatch.next(
        operation,
        () => (document.querySelector(selector) === null) === (gone ?? false),
      ),
    }),
    { operation, ...target },
  )
  await page.keyboard.press(key)
  return measured.evaluate(({ took }) => took)
}

/** The floor: a write that finds nothing to change, asked and committed the same way, then one word painted. */
export function timeIdleKey(page: Page, meetingId: number, memberId: number): Promise<number> {
  const selector = 'html[data-painted]'
  return page
    .evaluate(
      ({ input, key }) => {
        document.documentElement.removeAttribute('data-painted')
        const onKey = async (event: KeyboardEvent) => {
          if (event.key !== key) return
          window.removeEventListener('keydown', onKey)
          await fetch('/api/running.chooseInvite', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: input,
          })
          const heading = document.querySelector('h1')
          if (heading) heading.style.letterSpacing = heading.style.letterSpacing ? '' : '0.1px'
          document.documentElement.setAttribute('data-painted', '')
        }
        window.addEventListener('keydown', onKey)
      },
      { input: JSON.stringify({ meetingId, memberId, choice: null }), key: idleKey },
    )
    .then(() => timeKey(page, idleKey, 'running.chooseInvite', { selector }))
}

function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ({ name, body }) => {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(`/api/${name}`, { method: 'POST', headers, body })
      return response.json()
    },
    { name, body: JSON.stringify(input) },
  )
}

/** Runs in the page, before the program does. */
function installStopwatch(): void {
  let asked = 0
  const answered = new Map<string, number>()
  const real = window.fetch
  window.fetch = async (input, init) => {
    asked++
    try {
      const response = await real(input, init)
      answered.set(String(input).replace('/api/', ''), performance.now())
      return response
    } finally {
      asked--
    }
  }
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
  /** Once the next frame has been drawn. */
  const painted = async () => {
    await frame()
    const { port1, port2 } = new MessageChannel()
    const after = new Promise((received) => {
      port1.onmessage = received
    })
    port2.postMessage(null)
    await after
    return performance.now()
  }
  window.stopwatch = {
    async next(operation, shown) {
      answered.delete(operation)
      const pressed = new Promise<number>((heard) => {
        const onKey = (event: KeyboardEvent) => {
          if (event.key === 'Alt') return
          window.removeEventListener('keydown', onKey, true)
          heard(event.timeStamp)
        }
        window.addEventListener('keydown', onKey, true)
      })
      const onScreen = new Promise<number>((seen) => {
        const observer = new MutationObserver(() => {
          if (!shown()) return
          observer.disconnect()
          seen(painted())
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      })
      const start = await pressed
      const end = await onScreen
      while (!answered.has(operation)) await frame()
      return Math.max(end, answered.get(operation) ?? 0) - start
    },
    async quiet() {
      for (let still = 0; still < 3; still = asked === 0 ? still + 1 : 0) await frame()
    },
  }
}
