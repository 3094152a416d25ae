/** What the plan and the journal know of the page they stand on. */

import { signal } from '@preact/signals'
import type { IsoDate } from '#core/calendar.ts'

/** False on the server and until what is kept was read: nobody can type into a field that is not yet listening. */
export const ready = signal(false)

/** The day of this device; set when the page starts. */
export const today = signal<IsoDate>('2000-01-01' as IsoDate)
