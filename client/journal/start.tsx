import './journal.css'
import { hydrate } from 'preact'
import { startClock } from '../plan/clock-note.tsx'
import { followTabs } from '../plan/kept.ts'
import { ready } from '../plan/ready.ts'
import { journal } from '../plan/stores.ts'
import { JournalBoard } from './journal-board.tsx'

/** Takes the journal page over from the server, with what this browser kept. */
export function startJournal(place: HTMLElement): void {
  hydrate(<JournalBoard />, place)
  startClock(place)
  journal.load()
  followTabs(journal)
  ready.value = true
}
