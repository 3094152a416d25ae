import { render } from 'preact'
import { parseDay } from '#core/calendar.ts'
import { isCopy } from '../offline/copy.ts'
import { Notice } from '../parts/notice.tsx'
import { today } from './ready.ts'
import { deviceDay } from './stores.ts'
import { clockDoubt } from './time-doubts.ts'

/** Sets the day of the page, and says so where this device and the server disagree about it. */
export function startClock(place: HTMLElement): void {
  today.value = deviceDay()
  const note = document.querySelector('[data-clock-note]')
  const doubt = clockDoubt(today.value, parseDay(place.dataset.today ?? ''), isCopy())
  if (!note || !doubt) return
  render(
    <Notice tone="warn" title="Is the clock right?">
      <p>{doubt}</p>
    </Notice>,
    note,
  )
}
