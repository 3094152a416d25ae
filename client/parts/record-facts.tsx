import type { ComponentChildren } from 'preact'
import type { Clinician, ProviderRecord, Source } from '#core/provider.ts'
import { sourceOf } from '#core/provider.ts'
import { stateName } from '#core/state-names.ts'
import { ACCEPTANCE_WORDS, CONDITION_WORDS, PAYMENT_WORDS, ROLE_WORDS } from '#core/words.ts'
import { dayInWords, SourceLink } from './source-link.tsx'

function Said({ source, day }: { source: Source; day?: string | null }) {
  return (
    <span class="small quiet">
      {' '}
      (<SourceLink source={source} />, {dayInWords(day ?? source.observed_on)})
    </span>
  )
}

/** A titled list, or the plain words that nothing is known. */
function Facts({ title, children }: { title: string; children: ComponentChildren[] }) {
  return (
    <div>
      <h3 class="aside-title">{title}</h3>
      {children.length === 0 ? (
        <p class="quiet">Not known. No source we read says.</p>
      ) : (
        <ul class="bullets">{children}</ul>
      )}
    </div>
  )
}

function clinicianWords(one: Clinician): string {
  const name = one.name ?? 'Name not given'
  const parts = [
    one.credential === null ? name : `${name}, ${one.credential}`,
    ROLE_WORDS[one.role].toLowerCase(),
    one.specialty,
    one.board_certified === null ? null : `says board certified: ${one.board_certified}`,
    one.note,
  ]
  return parts.filter((part) => part !== null).join('; ')
}

function Clinicians({ record }: { record: ProviderRecord }) {
  return (
    <Facts title="Clinicians">
      {record.clinicians.map((one, at) => (
        <li key={at}>
          {clinicianWords(one)}
          <Said source={sourceOf(record, one.source)} day={one.as_of} />
        </li>
      ))}
    </Facts>
  )
}

function Sites({ record }: { record: ProviderRecord }) {
  return (
    <Facts title="Sites">
      {record.locations.map((site, at) => (
        <li key={at}>
          {[site.address, site.city, stateName(site.state), site.zip]
            .filter((part) => part !== null)
            .join(', ')}
          {site.basis === 'inferred' && ' (worked out, not stated)'}
          {site.phone !== null && `, ${site.phone}`}
          <Said source={sourceOf(record, site.source)} />
        </li>
      ))}
    </Facts>
  )
}

function Reach({ record }: { record: ProviderRecord }) {
  return (
    <Facts title="States served remotely">
      {record.serves.map((reach, at) => (
        <li key={at}>
          {reach.states?.map(stateName).join(', ')}
          {reach.states === null && `${reach.count ?? 'Some'} states, not listed`}
          {reach.complete !== true && ' (the list may be longer)'}
          {reach.note !== null && `. ${reach.note}`}
          <Said source={sourceOf(record, reach.source)} />
        </li>
      ))}
    </Facts>
  )
}

function Ways({ record }: { record: ProviderRecord }) {
  return (
    <Facts title="Ways to pay">
      {record.payment.map((payment, at) => (
        <li key={at}>
          {PAYMENT_WORDS[payment.way]}: {ACCEPTANCE_WORDS[payment.accepted].toLowerCase()}
          {payment.note !== null && `. ${payment.note}`}
          <Said source={sourceOf(record, payment.source)} />
        </li>
      ))}
    </Facts>
  )
}

function Treated({ record }: { record: ProviderRecord }) {
  return (
    <Facts title="Conditions it says it treats">
      {record.conditions.map(({ names, source }, at) => (
        <li key={at}>
          {names.map((name) => CONDITION_WORDS[name]).join(', ')}
          <Said source={sourceOf(record, source)} />
        </li>
      ))}
    </Facts>
  )
}

/** Who works there, where, for whom and how one can pay, each with its source. */
export function RecordFacts({ record }: { record: ProviderRecord }) {
  return (
    <div class="columns">
      <Clinicians record={record} />
      <Sites record={record} />
      <Reach record={record} />
      <Ways record={record} />
      <Treated record={record} />
    </div>
  )
}
