import './journal.css'
import { hydrate } from 'preact'
import { sayClock } from '../parts/clock-note.tsx'
import { ready, today } from '../plan/ready.ts'
import { journal } from '../plan/stores.ts'
import { deviceDay } from '../state/days.ts'
import { breathe } from '../state/in-pieces.ts'
import { followTabs } from '../state/keep.ts'
import { JournalBoard } from './journal-board.tsx'

/** Takes the journal page over from the server, with what this browser kept. */
export async function startJournal(place: HTMLElement): Promise<void> {
  hydrate(<JournalBoard />, place)
  await breathe()
  today.value = deviceDay()
  sayClock()
  journal.load()
  followTabs(journal)
  await breathe()
  ready.value = true
}
