import { defineConfig } from 'vite'

/** Two builds from one file: the browser's assets, and with `--ssr` the server's renderer. */
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ssr: { noExternal: true },
  build: {
    target: 'es2023',
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    manifest: !isSsrBuild,
    modulePreload: { polyfill: false },
    // The page policy allows no data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    rolldownOptions: isSsrBuild ? {} : { input: 'client/entry.tsx' },
  },
}))
