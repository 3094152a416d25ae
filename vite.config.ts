import type { Plugin, Rolldown } from 'vite'
import { build, defineConfig } from 'vite'

const TARGET = 'es2023'

/**
 * The judging code is needed by parts that load on use, never by the first load. Left alone, the
 * bundler would put what several such parts share into the entry.
 */
const JUDGING =
  /core\/(assess|assessment-input|ask|case-summary|compare|comparison-.*|cost|cost-.*|criterion-value|freshness|letter|listing|next-question|profile|rubric|rubric-check|told-findings)\.ts$/
/** What keeps the shortlist, for every part that shows or changes it. */
const KEEPING =
  /core\/(answers|appointment-words|provider|rank-must-haves|saved-merge|saved-salvage|saved-values|shortlist|shortlist-merge|shortlist-read|vocabulary)\.ts$|client\/(parts\/(scroll-region|verdict-mark)|shortlist\/save-file|state\/(days|keep|kept))\.tsx?$/
/** What the entry shares with the parts; in a file for each module, every phone would fetch ten. */
const BASE =
  /node_modules\/@?preact\/|vite\/preload-helper|rolldown\/runtime|core\/(calendar|case-words|money|points|price-words|state-names|told-source|words)\.ts$|client\/state\/(in-pieces|pending-presses|saved)\.ts$/
/** What the plan and the journal are written with. */
const WRITING =
  /core\/(journal|plan|questionnaires)\.ts$|client\/plan\/(ready|stores|time-doubts|written-field)\.tsx?$/
const INPUT = 'client/entry.tsx'
// What the judging code imports stays where it is: the entry needs some of it, too.
const OUTPUT = {
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [
      { name: 'judging', test: JUDGING },
      { name: 'keeping', test: KEEPING },
      { name: 'writing', test: WRITING },
      { name: 'base', test: BASE },
    ],
  },
}

/** From here on a file counts as large: the writer of PDFs and its fonts, in bytes before packing. */
const LARGE = 200_000

/** The built files by name and size, as the service worker keeps them for use without a network. */
function builtFiles(bundle: Rolldown.OutputBundle): { small: string[]; large: string[] } {
  const sizeOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk) =>
    file.type === 'chunk' ? file.code.length : file.source.length
  const all = Object.values(bundle).filter(({ fileName }) => fileName.startsWith('assets/'))
  const names = (files: typeof all) => files.map(({ fileName }) => `/${fileName}`)
  return {
    small: names(all.filter((file) => sizeOf(file) < LARGE)),
    large: names(all.filter((file) => sizeOf(file) >= LARGE)),
  }
}

/** The service worker is one file with nothing to import, at an address that never changes. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    // After all that adds files of its own.
    enforce: 'post',
    async generateBundle(_, bundle) {
      const input = 'client/service-worker/main.ts'
      const made = await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { BUILT_FILES: JSON.stringify(builtFiles(bundle)) },
        build: {
          target: TARGET,
          write: false,
          modulePreload: false,
          rolldownOptions: { input, output: { format: 'iife' } },
        },
      })
      const [file] = 'output' in made ? made.output : []
      if (file?.type !== 'chunk') throw new Error(`${input} was not built`)
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: file.code })
    },
  }
}

/** Two builds from one file: the browser's assets, and with `--ssr` the server's renderer. */
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: false,
  plugins: [serviceWorker()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ssr: { noExternal: true },
  build: {
    target: TARGET,
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    manifest: !isSsrBuild,
    // The head of a page names the scripts of its part already; styles must be there before a part.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')),
    },
    // The page policy allows no data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    rolldownOptions: isSsrBuild ? {} : { input: INPUT, output: OUTPUT },
  },
}))
