import { hydrate } from 'preact'
import { loadKept } from '../state/kept.ts'
import { startClock } from './clock-note.tsx'
import { followTabs } from './kept.ts'
import { PlanBoard } from './plan-board.tsx'
import { ready } from './ready.ts'
import { plan } from './stores.ts'

/** Takes the plan page over from the server, with what this browser kept. */
export function startPlan(place: HTMLElement): void {
  hydrate(<PlanBoard />, place)
  startClock(place)
  plan.load()
  followTabs(plan)
  loadKept()
  ready.value = true
}
