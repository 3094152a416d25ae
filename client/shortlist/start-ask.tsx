import './shortlist.css'
import { computed } from '@preact/signals'
import { render } from 'preact'
import { sayClock } from '../parts/clock-note.tsx'
import { pageDay } from '../state/days.ts'
import { loadKept, shortlist } from '../state/kept.ts'
import { AskView, drawSheets } from './ask-view.tsx'
import { found, loadFacts, prepared, today, wantedCase } from './facts.ts'

/** Takes the sheets over from the server: those in the address, else those of the shortlist. */
export async function startAsk(place: HTMLElement): Promise<void> {
  today.value = pageDay() ?? today.value
  wantedCase.value = new URLSearchParams(location.search).get('case')
  sayClock()
  loadKept()
  const named = (place.dataset.ask ?? '').split(',').filter(Boolean)
  const ids = computed(() =>
    named.length > 0 ? named : shortlist.value.entries.map(({ provider }) => provider),
  )
  await loadFacts(ids.value)
  const nothing =
    prepared.value === null || ids.value.every((id) => found.value.get(id) === 'failed')
  // Where nothing could be loaded, the sheets that the server made are better than none.
  if (named.length > 0 && nothing) throw new Error('the records could not be loaded')
  const Live = () => <AskView ids={ids.value} />
  // Drawn out of sight, so that the server's sheets stay until the new ones are whole.
  const live = document.createElement('div')
  live.hidden = true
  place.append(live)
  render(<Live />, live)
  await drawSheets(ids.value)
  place.replaceChildren(live)
  live.hidden = false
}
