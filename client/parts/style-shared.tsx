import type { IsoDate } from '#core/calendar.ts'
import type { ProviderProfile } from '#core/profile.ts'
import { isClosed } from '#core/provider.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { addEntry, changeEntry, emptyShortlist } from '#core/shortlist.ts'
import { IncomingPreview } from '../shortlist/incoming-preview.tsx'
import { QrCode } from '../shortlist/qr-code.tsx'
import { SharePanel } from '../shortlist/share-panel.tsx'
import { LargeCode, SharedLink } from '../shortlist/shared-link.tsx'
import { Dialog } from './dialog.tsx'

const nothing = () => {}

/** A shortlist of these providers, without a word written. */
function listOf(profiles: readonly ProviderProfile[], day: IsoDate): Shortlist {
  return profiles.reduce(
    (list, { record, cases }) =>
      addEntry(list, {
        provider: record.id,
        name: record.name,
        case: cases[0]?.summary.id ?? null,
        added_on: day,
      }),
    emptyShortlist(),
  )
}

function Preview({ profiles, today }: { profiles: readonly ProviderProfile[]; today: IsoDate }) {
  const [first, second, third] = profiles.filter(({ record }) => !isClosed(record))
  const closed = profiles.find(({ record }) => isClosed(record))
  if (!first || !second || !third || !closed) return null
  const labels = new Map(
    profiles.flatMap(({ cases }) => cases.map(({ summary }) => [summary.id, summary.label])),
  )
  const shared = listOf([first, second, third, closed], today)
  const told = { status: 'booked', note: 'They call back within a day.' } as const
  return (
    <IncomingPreview
      from="link"
      shared={changeEntry(shared, second.record.id, told)}
      problems={[]}
      mine={listOf([first, second], today)}
      records={new Map(profiles.map(({ record }) => [record.id, record]))}
      caseWords={(id) => labels.get(id) ?? id}
      add={nothing}
      close={nothing}
    />
  )
}

const ADDRESS = 'https://touchstone.example/shortlist#shortlist=1.d.'
const linkOf = (fit: 'code' | 'link' | 'too_long', length: number) => ({
  fit,
  length,
  address: ADDRESS.padEnd(length, 'q0'),
})

/** The dialog, open in its place. */
export function DialogState() {
  return (
    <div class="still">
      <Dialog title="Point the phone’s camera at this code" isOpen>
        <LargeCode code={QrCode} address={linkOf('code', 240).address} />
      </Dialog>
    </div>
  )
}

/** What goes out: a link with its code, without one, and none. What comes in: a list to take or not. */
export function SharedStates(given: { profiles: readonly ProviderProfile[]; today: IsoDate }) {
  return (
    <>
      <SharePanel />
      {[linkOf('code', 240), linkOf('link', 1_980), linkOf('too_long', 9_400)].map((link) => (
        <div key={link.fit} class="specimen stack">
          <SharedLink link={link} code={QrCode} said="" onCopy={nothing} />
        </div>
      ))}
      <Preview {...given} />
    </>
  )
}
