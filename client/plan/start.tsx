import { hydrate } from 'preact'
import { sayClock } from '../parts/clock-note.tsx'
import { deviceDay } from '../state/days.ts'
import { breathe } from '../state/in-pieces.ts'
import { followTabs } from '../state/keep.ts'
import { loadKept } from '../state/kept.ts'
import { PIECES } from './plan-board.tsx'
import { ready, today } from './ready.ts'
import { plan } from './stores.ts'

/** Takes the plan page over from the server piece by piece, then fills in what this browser kept. */
export async function startPlan(place: HTMLElement): Promise<void> {
  const places = place.querySelectorAll('[data-piece]')
  for (const [at, Piece] of PIECES.entries()) {
    await breathe()
    hydrate(<Piece />, places[at] as Element)
  }
  await breathe()
  today.value = deviceDay()
  sayClock()
  plan.load()
  followTabs(plan)
  await breathe()
  loadKept()
  await breathe()
  ready.value = true
}
