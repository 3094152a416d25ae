import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: 'tests/browser/servers.ts',
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a Chromium of its own; more of them than cores only slow each other down.
    maxWorkers: 2,
    // A browser on a busy machine may miss a beat; a test that fails four times has found something.
    retry: 3,
  },
})
