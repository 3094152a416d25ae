import { KeptNotes } from '../parts/kept-notes.tsx'
import { keptShortlist } from '../state/kept.ts'
import { saveJson } from './save-json.ts'

/** What of the shortlist could not be read or saved, and what another tab changed in it. */
export function ShortlistNotes() {
  return (
    <KeptNotes
      all={[keptShortlist]}
      download={{ label: 'Download my shortlist (JSON)', run: saveJson }}
    />
  )
}
