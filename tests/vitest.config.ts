import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..'),
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/unpack-chromium.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    // No test changes what another imports: files share a worker and what it has loaded.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Tests in the browser mostly wait for it.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Generous: the tests wait for what a person would see, on machines that may be busy.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 240_000,
    hookTimeout: 120_000,
    env: {
      TZ: 'Asia/Ho_Chi_Minh',
      // The programs that tests start are the same again and again: what node made of their files is kept.
      NODE_COMPILE_CACHE: resolve(import.meta.dirname, '../node_modules/.cache/compiled'),
    },
  },
})
