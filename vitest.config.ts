import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{core,db,migrations,seeds,server,client,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', '**/node_modules/**'],
    env: { TZ: 'UTC' },
    // Many tests fill a database or start a process: on a busy machine that takes ten times as long.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
