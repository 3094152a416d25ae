import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ShareLink } from '#core/share-link.ts'
import { LINK_LIMIT, sharedPart, shareFragment } from '#core/share-link.ts'
import { shortlist } from '../state/kept.ts'
import { deflate } from './compression.ts'
import { Tick } from './tick.tsx'

type Made = ShareLink & { address: string }

const withNotes = signal(false)
const withAnswers = signal(false)
const made = signal<Made | null>(null)
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

function Link({ address, fit, length }: Made) {
  const Code = qr.value
  if (fit === 'too_long') {
    return (
      <p>
        This link would be {length} characters long. Mail and chat programs may cut links of more
        than {LINK_LIMIT}. Leave notes or answers out, or send the JSON file.
      </p>
    )
  }
  return (
    <>
      <label class="field">
        The link ({length} characters)
        <input readOnly value={address} onFocus={({ currentTarget }) => currentTarget.select()} />
      </label>
      <p class="actions">
        <button type="button" class="button" onClick={() => void copyLink(address)}>
          Copy the link
        </button>
        <span role="status">{copied.value}</span>
      </p>
      {fit === 'code' && Code !== null && (
        <figure class="qr-figure">
          <Code text={address} label="QR code of the link" />
          <figcaption>To take it to a phone, point its camera at this code.</figcaption>
        </figure>
      )}
      {fit === 'link' && (
        <p class="quiet">The link is too long for a code that a phone can read with ease.</p>
      )}
    </>
  )
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
        <Tick state={withAnswers} text="Put what I was told in" />
      </p>
      {made.value !== null && <Link {...made.value} />}
    </div>
  )
}
