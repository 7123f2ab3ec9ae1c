import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '..'),
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/property-seed.ts'],
    // No test changes what another imports: files share a worker and what it has loaded.
    isolate: false,
    // Tests in the browser mostly wait for it.
    maxWorkers: '100%',
    // Generous: the tests wait for what a person would see, on machines that may be busy.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 240_000,
    hookTimeout: 120_000,
    env: { TZ: 'Asia/Ho_Chi_Minh' },
  },
})
