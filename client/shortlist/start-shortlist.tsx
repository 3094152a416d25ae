import '../parts/dialog.css'
import './shortlist.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { sayClock } from '../parts/clock-note.tsx'
import { pageDay } from '../state/days.ts'
import { breathe } from '../state/in-pieces.ts'
import { loadKept, shortlist } from '../state/kept.ts'
import { facts, loadFacts, today } from './facts.ts'
import { figuresNow, readFirstFigures, writeFirstFigures } from './first-figures.ts'
import { openAddress } from './incoming.tsx'
import { firstFigures, ShortlistView } from './shortlist-view.tsx'

/** Remembers the public figures of providers that are looked at for the first time. */
function rememberFigures(): void {
  const kept = readFirstFigures()
  const saved = new Set(shortlist.value.entries.map(({ provider }) => provider))
  const news = [...facts.value].filter(([id]) => saved.has(id) && !kept.has(id))
  firstFigures.value = kept
  if (news.length === 0) return
  const first = news.map(([id, known]) => [id, figuresNow(known, today.value)] as const)
  firstFigures.value = new Map([...kept, ...first])
  writeFirstFigures(firstFigures.value)
}

/** Fills the shortlist page with what this browser keeps. */
export async function startShortlist(place: HTMLElement): Promise<void> {
  today.value = pageDay() ?? today.value
  sayClock()
  loadKept()
  await breathe()
  place.replaceChildren()
  render(<ShortlistView />, place)
  const load = () => {
    const { entries, answers } = shortlist.value
    // An empty list needs no rubric; what is taken in later asks for its own.
    if (entries.length + answers.length > 0) void loadFacts(entries.map((one) => one.provider))
  }
  await breathe()
  load()
  effect(rememberFigures)
  addEventListener('online', load)
  addEventListener('hashchange', () => void openAddress())
  void openAddress()
}
