/** Takes the compare page over from the server; loaded only there. */

import './compare-live.css'
import { hydrate, render } from 'preact'
import { parseDay } from '#core/calendar.ts'
import { chosen, compareHref } from '../state/chosen.ts'
import { breathe } from '../state/in-pieces.ts'
import { loadKept } from '../state/kept.ts'
import { pathOf } from './address.ts'
import { FindProvider } from './find-provider.tsx'
import { keepPlan, withKeptPlan } from './kept-plan.ts'
import { address, comparison, ground, openComparison, show, typePlan, withAnswers } from './live.ts'
import { alive, LivePage } from './live-page.tsx'
import { loadRubric } from './load-data.ts'

/** Shows another address, and puts the focus back where that change of the table has lost it. */
async function change(url: string, how: 'push' | 'replace' | 'back'): Promise<void> {
  const was = document.activeElement as HTMLElement | null
  const column = was?.closest<HTMLElement>('[data-column]')?.dataset.column
  await show(url, how)
  setTimeout(() => {
    if (was === document.body || document.activeElement !== document.body) return
    // At the end of the row the way back is near, and no press leaves the page.
    const near = column && `[data-column="${CSS.escape(column)}"] [data-move]`
    const next =
      (was?.isConnected && was) ||
      (near && document.querySelector<HTMLElement>(near)) ||
      document.querySelector<HTMLElement>('.compare__name')
    if (next) next.focus()
  })
}

function follow(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-live]')
    if (!link) return
    event.preventDefault()
    const how = link.dataset.onlyToggle === undefined ? 'push' : 'replace'
    void change(pathOf(link.href), how)
  })
  root.addEventListener('input', ({ target }) => {
    const form = (target as HTMLInputElement).closest<HTMLFormElement>('form[data-plan-form]')
    if (!form || !['sessions', 'maintenance'].includes((target as HTMLInputElement).name)) return
    const field = (name: string) => String(new FormData(form).get(name) ?? '')
    typePlan(field('sessions'), field('maintenance'))
  })
  root.addEventListener('change', ({ target }) => {
    if (!['sessions', 'maintenance'].includes((target as HTMLInputElement).name)) return
    const query = new URLSearchParams(address.value.split('?')[1])
    const number = (name: string) => Number(query.get(name))
    if (!query.has('sessions')) return
    const plan = {
      first_course_sessions: number('sessions'),
      maintenance_per_month: number('maintenance'),
    }
    keepPlan(plan, 'The care plan is kept in this browser.')
  })
  root.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('popstate', () => void change(pathOf(location.href), 'back'))
}

/** Draws the comparison from records that the browser reads itself, and follows every change. */
export async function startComparison(root: HTMLElement): Promise<void> {
  const today = parseDay(root.dataset.today ?? '')
  if (today === null) return
  const prepared = await loadRubric()
  ground.value = { prepared, today }
  await openComparison(pathOf(location.href))
  await breathe()
  loadKept()
  await breathe()
  comparison.peek()
  await breathe()
  hydrate(<LivePage />, root)
  await breathe()
  withAnswers.value = true
  await breathe()
  alive.value = true
  root.dataset.alive = ''
  follow(root)
  const planned = withKeptPlan(address.value)
  if (planned !== address.value) await show(planned, 'replace')
}

/** The search box of the page on which nothing can be compared yet. */
export function startChoosing(place: HTMLElement): void {
  const here = new URL(location.href).searchParams.getAll('ids').flatMap((ids) => ids.split(','))
  const known = here.length > 0 ? here : chosen.value.map(({ id }) => id)
  const taken = known.filter(Boolean)
  render(
    <FindProvider
      label="Add a provider by name or city"
      verb="Add"
      taken={taken}
      onPick={(id) => location.assign(compareHref([...taken, id]))}
      onCancel={null}
    />,
    place,
  )
}
