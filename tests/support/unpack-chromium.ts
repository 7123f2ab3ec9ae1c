import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { carriedChromium, carriesChromium } from '../../src/main/browser-host/chromium.ts'

/** Once before all workers, which would otherwise each do it at the same time. Vitest's own process resolves no packages. */
export function setup(): void {
  if (carriesChromium) execFileSync(process.execPath, [resolve(import.meta.filename)])
}

// Two that begin together, as programs may: the first one done wins, and `chromium.test.ts` looks at what is there.
if (import.meta.main) await Promise.all([carriedChromium(), carriedChromium()])
