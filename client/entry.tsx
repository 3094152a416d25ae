import './icon.svg'
import './styles/main.css'
import { effect } from '@preact/signals'
import { hydrate, render } from 'preact'
import type { EmbeddedList } from './live-list.tsx'
import { startLiveList } from './live-list.tsx'
import { CompareBar } from './parts/compare-bar.tsx'
import { CompareChoice } from './parts/compare-choice.tsx'
import { SaveChoice, SavedSaid } from './parts/save-choice.tsx'
import { showKept } from './parts/show-kept.ts'
import type { Chosen } from './state/chosen.ts'
import { chosen, loadChosen, replaceChosen } from './state/chosen.ts'
import { breathe, quiet } from './state/in-pieces.ts'
import { hasAnswersAbout, hasPlan, loadSaved } from './state/saved.ts'
import { finishPresses } from './state/saved-press.ts'
import { whenUsed } from './state/when-used.ts'

const PART_FAILED =
  'A part of this page could not be loaded. Check your connection, then reload. What you saved is still in this browser.'

/** A comparison opened by its address becomes the present choice, so that it can be changed. */
function adoptCompared(): void {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-compare-live] [data-compared]')]
  if (columns.length === 0) return
  replaceChosen(
    columns.map(({ dataset }) => ({ id: dataset.compared ?? '', name: dataset.name ?? '' })),
  )
}

function listen(): void {
  document.querySelector('[data-print]')?.addEventListener('click', () => print())
  document.getElementById('main')?.addEventListener('click', openTarget)
  openAddressed()
  addEventListener('hashchange', openAddressed)
  addEventListener('storage', () => {
    loadChosen()
    loadSaved()
  })
}

/** Takes over what this browser keeps, and the list once it is used. */
function takeOverKept(): void {
  const main = document.getElementById('main')
  const embedded = document.getElementById('page-data')?.textContent
  loadSaved()
  void finishPresses()
  loadChosen()
  adoptCompared()
  const stop = effect(showKept)
  if (!main || !embedded) return
  whenUsed(() => {
    stop()
    startLiveList(main, JSON.parse(embedded) as EmbeddedList)
  })
}

function drawChoices(): void {
  const bar = document.getElementById('compare-bar')
  if (bar && !document.querySelector('[data-compare-live]')) render(<CompareBar />, bar)
  for (const place of document.querySelectorAll<HTMLElement>('[data-compare]')) {
    const { compare: id = '', name = '' } = place.dataset
    render(<CompareChoice id={id} name={name} />, place)
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-save]')) {
    const { save: id = '', name = '', case: kind = null } = place.dataset
    hydrate(<SaveChoice id={id} name={name} case={kind} />, place)
  }
  const said = document.getElementById('saved-said')
  if (said) render(<SavedSaid />, said)
}

async function start(): Promise<void> {
  document.documentElement.classList.add('scripted')
  for (const step of [
    takeOverKept,
    drawChoices,
    listen,
    startParts,
    quiet,
    startStops,
    keepCopies,
  ]) {
    await breathe()
    await step()
  }
}

/** Fills the part of a page that depends on what this browser keeps; it comes as a file of its own. */
async function startParts(): Promise<void> {
  try {
    const list = document.querySelector<HTMLElement>('[data-shortlist]')
    if (list) await (await import('./shortlist/start-shortlist.tsx')).startShortlist(list)
    const ask = document.querySelector<HTMLElement>('[data-ask]')
    if (ask) await (await import('./shortlist/start-ask.tsx')).startAsk(ask)
    const compared = document.querySelector<HTMLElement>('[data-compare-live]')
    if (compared) void startOnlyDifferences()
    // What somebody was told counts in the table, and so does their plan: both must show at once.
    if (compared && chosen.value.some(isAnswered)) await startCompared(compared)
    else if (compared) whenUsed(() => void startCompared(compared))
    const find = document.querySelector<HTMLElement>('[data-find-provider]')
    if (find) (await import('./compare/start.tsx')).startChoosing(find)
    const told = document.querySelector<HTMLElement>('[data-told]')
    if (told && hasAnswersAbout(told.dataset.told ?? '')) {
      await (await import('./shortlist/start-told.tsx')).startTold(told)
    }
    const plan = document.querySelector<HTMLElement>('[data-plan]')
    if (plan) await (await import('./plan/start.tsx')).startPlan(plan)
    const journal = document.querySelector<HTMLElement>('[data-journal]')
    if (journal) await (await import('./journal/start.tsx')).startJournal(journal)
  } catch {
    sayPartFailed()
  }
}

const isAnswered = ({ id }: Chosen) => hasPlan() || hasAnswersAbout(id)

/** Until the whole part comes; without it the link does the same. */
async function startOnlyDifferences(): Promise<void> {
  const part = await import('./only-differences.ts').catch(() => null)
  part?.startOnlyDifferences()
}

async function startCompared(place: HTMLElement): Promise<void> {
  try {
    await (await import('./compare/start.tsx')).startComparison(place)
  } catch {
    sayPartFailed()
  }
}

function sayPartFailed(): void {
  const note = document.querySelector('[data-part-note]')
  if (note) note.textContent = PART_FAILED
}

/** Without it, what a press brings up is reached by more presses of Tab. */
async function startStops(): Promise<void> {
  const part = await import('./state/next-stop.ts').catch(() => null)
  part?.watchStops()
}

/** Copies for use without a network; where there are none, the page works all the same. */
async function keepCopies(): Promise<void> {
  const isTool = /^\/(shortlist|ask|plan|journal|learn)$/.test(location.pathname)
  if (!isTool && location.pathname !== '/offline' && !navigator.serviceWorker?.controller) return
  const part = await import('./offline/start.tsx').catch(() => null)
  await part?.startOffline(isTool)
}

/** A link to a closed answer opens it. */
function openAddressed(): void {
  const target = document.getElementById(location.hash.slice(1))
  if (target instanceof HTMLDetailsElement) target.open = true
}

function openTarget(event: Event): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
  if (link?.hash === location.hash) openAddressed()
}

void start()
