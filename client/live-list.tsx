import { hydrate } from 'preact'
import type { ListItem } from '#core/listing.ts'
import type { PageData, ProvidersData } from '#core/page-data.ts'
import { ProvidersPage } from './pages/providers.tsx'
import { FILTER_FORM } from './parts/filter-form.tsx'
import { viewOf } from './state/list-view.ts'
import type { ProviderList } from './state/provider-list.ts'
import { createProviderList } from './state/provider-list.ts'
import { hrefOf, queryOf, withoutBlanks, withoutLostDistance } from './state/query-string.ts'

/** How long typing must rest before the list follows, in milliseconds. */
const TYPING_REST = 300

/** What the server sends along: the page, its items apart. */
export type EmbeddedList = { page: PageData; items: ListItem[] }

function LivePage({ data, list }: { data: ProvidersData; list: ProviderList }) {
  return (
    <>
      <ProvidersPage data={data} view={list.view.value} />
      <p class="hidden-text" role="status">
        {list.said.value}
      </p>
    </>
  )
}

function queryOfForm(form: HTMLFormElement): URLSearchParams {
  const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const query = withoutBlanks(new URLSearchParams(pairs))
  const priced = query.has('price_min') || query.has('price_max')
  if (!priced && query.get('price_basis') === 'session' && query.get('sort') !== 'cost') {
    query.delete('price_basis')
  }
  return withoutLostDistance(query)
}

function follow(list: ProviderList, root: HTMLElement): void {
  const show = (query: URLSearchParams, remember: 'push' | 'replace') => {
    const href = hrefOf('/providers', query)
    if (remember === 'push') history.pushState(null, '', href)
    else history.replaceState(null, '', href)
    void list.load(query)
  }
  let rest: ReturnType<typeof setTimeout> | undefined
  const isFilter = (target: EventTarget | null) =>
    (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) &&
    target.form?.id === FILTER_FORM
  const form = () => document.getElementById(FILTER_FORM) as HTMLFormElement

  root.addEventListener('change', ({ target }) => {
    if (!isFilter(target) || (target as HTMLInputElement).type === 'search') return
    show(queryOfForm(form()), 'push')
  })
  root.addEventListener('input', ({ target }) => {
    if (!isFilter(target) || (target as HTMLInputElement).type !== 'search') return
    clearTimeout(rest)
    rest = setTimeout(() => show(queryOfForm(form()), 'replace'), TYPING_REST)
  })
  root.addEventListener('submit', (event) => {
    if ((event.target as HTMLFormElement).id !== FILTER_FORM) return
    event.preventDefault()
    clearTimeout(rest)
    show(queryOfForm(form()), 'replace')
    root.querySelector<HTMLDetailsElement>('.filters')?.removeAttribute('open')
    document.getElementById('results')?.focus()
  })
  root.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-live]')
    if (!link) return
    event.preventDefault()
    show(queryOf(link.href), 'push')
    document.getElementById('results')?.focus()
  })
  addEventListener('popstate', () => void list.load(queryOf(location.href)))
}

/** Takes the list page over from the server and keeps it in step with its form. */
export function startLiveList(root: HTMLElement, { page, items }: EmbeddedList): void {
  if (page.content.page !== 'providers') return
  const data = { ...page.content, result: { ...page.content.result, items } }
  const list = createProviderList(viewOf(data, page.url), (address, options) =>
    fetch(address, { ...options, headers: { accept: 'application/json' } }),
  )
  hydrate(<LivePage data={data} list={list} />, root)
  follow(list, root)
  // The address may have moved on before the page was taken over, by the Back button say.
  if (location.pathname + location.search !== page.url) void list.load(queryOf(location.href))
}
