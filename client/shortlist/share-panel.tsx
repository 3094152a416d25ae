import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { sharedPart, shareFragment } from '#core/share-link.ts'
import { shortlist } from '../state/kept.ts'
import { deflate } from './compression.ts'
import type { MadeLink } from './shared-link.tsx'
import { SharedLink } from './shared-link.tsx'
import { Tick } from './tick.tsx'

const withNotes = signal(false)
const withAnswers = signal(false)
const made = signal<MadeLink | null>(null)
const copied = signal('')
const qr = signal<typeof import('./qr-code.tsx').QrCode | null>(null)

/** Counts the links that were asked for, so that a slow one never stands over a later one. */
let asked = 0

async function makeLink(): Promise<void> {
  asked += 1
  const mine = asked
  // A box that was just cleared must not stand above a link that still holds the notes.
  made.value = null
  const page = `${location.origin}/shortlist`
  const part = sharedPart(shortlist.value, {
    notes: withNotes.value,
    answers: withAnswers.value,
  })
  const link = await shareFragment(part, page, deflate)
  if (mine !== asked) return
  made.value = { ...link, address: `${page}#${link.fragment}` }
  if (link.fit === 'code') qr.value = (await import('./qr-code.tsx')).QrCode
}

async function copyLink(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address)
    copied.value = 'The link is copied.'
  } catch {
    copied.value = 'The browser did not let us copy. Select the link and copy it.'
  }
}

/** A link that carries the shortlist behind its #, where no server sees it, and a code of it. */
export function SharePanel() {
  const list = shortlist.value
  const [notes, answers] = [withNotes.value, withAnswers.value]
  // The link is made anew when what it carries changes.
  useEffect(() => void makeLink(), [list, notes, answers])
  return (
    <div class="stack">
      <p>
        The list travels in the link itself, after the # sign, which browsers do not send to a
        server. Whoever has the link can read what is in it.
      </p>
      <p class="share__ticks">
        <Tick state={withNotes} text="Put my notes, status and appointments in" />
        <Tick state={withAnswers} text="Put what I was told in, about providers on this list" />
      </p>
      {made.value !== null && (
        <SharedLink
          link={made.value}
          code={qr.value}
          said={copied.value}
          onCopy={(address) => void copyLink(address)}
        />
      )}
    </div>
  )
}
