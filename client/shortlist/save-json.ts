import { shortlistJson } from '#core/export/shortlist-json.ts'
import { dayHere } from '../state/days.ts'
import { shortlist } from '../state/kept.ts'
import { lawHere } from './law-near.tsx'
import { saveFile } from './save-file.ts'

/** Hands the whole shortlist to the visitor as a file that can be opened here again. */
export function saveJson(): void {
  const text = shortlistJson(shortlist.value, dayHere(), lawHere())
  saveFile('touchstone-shortlist.json', 'application/json', text)
}
