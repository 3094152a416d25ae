/** The sentence that stands on every copy: that it is one, why, and from when. */

/** `offline`: no network; `slow`: no answer in time; `server`: an answer that says it failed. */
export type CopyReason = 'offline' | 'slow' | 'server'

const REASONS: Record<CopyReason, string> = {
  offline: 'You are offline.',
  slow: 'The network does not answer.',
  server: 'Our server cannot answer now.',
}

const DAY_MS = 86_400_000

/** How old a copy is, in words; a copy from the future means a wrong clock. Both in ms since 1970. */
export function ageInWords(keptAt: number, now: number): string {
  if (keptAt - now > DAY_MS) {
    return 'By the clock of this device that day is still to come. The clock may be wrong.'
  }
  const days = Math.floor(Math.max(0, now - keptAt) / DAY_MS)
  if (days === 0) return 'It is less than a day old.'
  return days === 1 ? 'It is a day old.' : `It is ${days} days old.`
}

/** The day in the words and the time zone of this device: "November 23, 2026". */
export function dayInWords(keptAt: number): string {
  return new Date(keptAt).toLocaleDateString('en-US', { dateStyle: 'long' })
}

/** "You are offline. This copy is from November 23, 2026." */
export function copySentence(reason: CopyReason, keptAt: number): string {
  return `${REASONS[reason]} This copy is from ${dayInWords(keptAt)}.`
}

/** The page with the note as the first thing in its main part, or in its body where that is missing. */
export function markedCopy(html: string, reason: CopyReason, keptAt: number, now: number): string {
  const note = `<div class="notice notice--warn" role="status" data-copy-from="${new Date(keptAt).toISOString()}"><p class="notice__title">${copySentence(reason, keptAt)}</p><p>${ageInWords(keptAt, now)} Prices and findings may have changed since. What you write is saved in this browser as always.</p></div>`
  const place = /<main\b[^>]*>/.exec(html) ?? /<body\b[^>]*>/.exec(html)
  if (!place) return note + html
  const at = place.index + place[0].length
  return html.slice(0, at) + note + html.slice(at)
}
