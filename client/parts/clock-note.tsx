import { render } from 'preact'
import { isCopy } from '../offline/copy.ts'
import { clockDoubt, deviceDay, pageDay } from '../state/days.ts'
import { Notice } from './notice.tsx'

/** Says so where this device and the server disagree about the day. */
export function sayClock(): void {
  const note = document.querySelector('[data-clock-note]')
  const doubt = clockDoubt(deviceDay(), pageDay(), isCopy())
  if (!note || !doubt) return
  render(
    <Notice tone="warn" title="Is the clock right?">
      <p>{doubt}</p>
    </Notice>,
    note,
  )
}
