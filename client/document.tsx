import { dateInWords } from '#core/calendar.ts'
import type { PageData, ProvidersData } from '#core/page-data.ts'
import icon from './icon.svg'
import { rowsJson, scriptJson } from './kept-rows.tsx'
import { pageOf, titleOf } from './page-of.tsx'
import { rowState } from './parts/provider-rows.tsx'
import { BarFills } from './parts/score-bar.tsx'
import { queryOf } from './state/query-string.ts'

/**
 * Addresses of the built files: the script and the style of every page, the styles of this page's
 * own part, and the scripts that the entry and that part will ask for.
 */
export type Assets = {
  script: string
  style: string
  partStyles: readonly string[]
  ahead: readonly string[]
}

const NAV: readonly (readonly [href: string, text: string])[] = [
  ['/providers', 'Providers'],
  ['/compare', 'Compare'],
  ['/shortlist', 'Shortlist'],
  ['/ask', 'Ask'],
  ['/plan', 'Plan'],
  ['/learn', 'Learn'],
  ['/records', 'Records'],
  ['/method', 'Method'],
]

function Masthead({ path }: { path: string }) {
  return (
    <header class="masthead">
      <div class="wide masthead__in">
        <a class="masthead__name" href="/" aria-current={path === '/' ? 'page' : undefined}>
          <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
            <path class="masthead__stone" d="M6 4 24 2l5 12-6 13-16 1L1 16z" />
            <path
              class="masthead__streak"
              d="M9 20 21 9"
              fill="none"
              stroke-width="3.5"
              stroke-linecap="round"
            />
          </svg>
          Touchstone
        </a>
        <nav class="masthead__nav" aria-label="Main">
          {NAV.map(([href, text]) => (
            <a key={href} href={href} aria-current={currentMark(path, href)}>
              {text}
            </a>
          ))}
        </nav>
      </div>
    </header>
  )
}

function currentMark(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : undefined
}

function Footer({ data }: { data: PageData }) {
  return (
    <footer class="footer">
      <div class="wide">
        <p>
          <strong>This is not medical advice.</strong> Only esketamine (Spravato) is approved by the
          FDA for depression. Other ketamine use is off-label. Talk with a doctor who knows you.
        </p>{' '}
        <p>
          In crisis? Call or text <a href="tel:988">988</a> (Suicide and Crisis Lifeline, US).
        </p>{' '}
        <p>
          As of {dateInWords(data.today)}. Rubric {data.rubric_version}.{' '}
          <a href="/method">How scores are made</a>
        </p>
      </div>
    </footer>
  )
}

/** The list's data for the browser; its items apart, as the server keeps them. */
function embeddedJson(data: PageData, content: ProvidersData): string {
  const result = { ...content.result, items: [] }
  const page = scriptJson({ ...data, law: [], content: { ...content, result } })
  return `{"page":${page},"items":${rowsJson(content.result.items, rowState(queryOf(data.url)))}}`
}

function Head({ data, assets }: { data: PageData; assets: Assets }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${titleOf(data.content)} · Touchstone`}</title>
      <meta
        name="description"
        content="Compare ketamine providers on evidence: credentials, prices, medical checks and care, each with its source."
      />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={icon} type="image/svg+xml" />
      {[assets.style, ...assets.partStyles].map((style) => (
        <link key={style} rel="stylesheet" href={style} />
      ))}
      <script type="module" src={assets.script} />
      {assets.ahead.map((script) => (
        <link key={script} rel="modulepreload" href={script} fetchpriority="low" />
      ))}
    </head>
  )
}

/** The whole page. Only the list carries its data along: nothing else is redrawn in the browser. */
export function PageDocument({ data, assets }: { data: PageData; assets: Assets }) {
  const [path = '/'] = data.url.split('?')
  const live = data.content.page === 'providers' ? data.content : null
  return (
    <html lang="en-US" data-today={data.today}>
      <Head data={data} assets={assets} />
      <body class="page">
        <div>
          <a class="skip" href="#main">
            Skip to the content
          </a>
          <div id="saved-said" />
          <aside class="crisis" aria-label="Crisis line">
            <p class="wide">
              <strong>In crisis?</strong> Call or text <a href="tel:988">988</a>, any hour, free.
            </p>
          </aside>
          {data.origin === 'sample' && (
            <aside class="sample" aria-label="About this data">
              <p class="wide">
                <strong>These providers are invented.</strong> They show how the pages work. No real
                clinic is meant.
              </p>
            </aside>
          )}
        </div>
        <Masthead path={path} />
        <div id="compare-bar" class="compare-bar-place" />
        <main id="main" class="wide content" tabIndex={-1}>
          {pageOf(data)}
        </main>
        <Footer data={data} />
        <BarFills />
        {live && (
          <script
            type="application/json"
            id="page-data"
            dangerouslySetInnerHTML={{ __html: embeddedJson(data, live) }}
          />
        )}
      </body>
    </html>
  )
}
