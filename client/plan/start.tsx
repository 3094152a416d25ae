import { hydrate } from 'preact'
import { breathe } from '../state/in-pieces.ts'
import { followTabs } from '../state/keep.ts'
import { loadKept } from '../state/kept.ts'
import { startClock } from './clock-note.tsx'
import { PIECES } from './plan-board.tsx'
import { ready } from './ready.ts'
import { plan } from './stores.ts'

/** Takes the plan page over from the server piece by piece, then fills in what this browser kept. */
export async function startPlan(place: HTMLElement): Promise<void> {
  const places = place.querySelectorAll('[data-piece]')
  for (const [at, Piece] of PIECES.entries()) {
    await breathe()
    hydrate(<Piece />, places[at] as Element)
  }
  await breathe()
  startClock(place)
  plan.load()
  followTabs(plan)
  await breathe()
  loadKept()
  await breathe()
  ready.value = true
}
