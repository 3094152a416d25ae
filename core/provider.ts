/**
 * The provider record: what public sources say about one provider, every statement with its source.
 * Field names are those of the published record schema (snake_case, the same in SQL and JSON).
 * Whatever a source does not say is `null` or an empty list; nothing is ever guessed.
 */

import type { PartialDate } from './calendar.ts'
import type { Cents } from './money.ts'
import type {
  Acceptance,
  ClinicianRole,
  Condition,
  EventKind,
  EventStage,
  EventSubject,
  Inclusion,
  Level,
  LocationBasis,
  Modality,
  Origin,
  Payer,
  PaymentWay,
  ProviderKind,
  ProviderStatus,
  Service,
  Setting,
  SourceKind,
  Strength,
} from './vocabulary.ts'
import { US_STATES } from './vocabulary.ts'

/** Where a statement was read. `observed_on` is a day on which it is known to have said so. */
export type Source = {
  id: string
  url: string
  kind: SourceKind
  publisher: string | null
  title: string | null
  observed_on: PartialDate | null
  retrieved_on: PartialDate
  /** Only the opening of the page could be read. */
  excerpt_only: boolean
  repost_of: string | null
}

/** A point on the map, and whether it is the site's ZIP code or only the middle of its city. */
export type Point = { latitude: number; longitude: number; placed_by: 'zip' | 'city' }

export type Location = {
  address: string | null
  city: string | null
  /** A US state code, or the region's name outside the US. */
  state: string
  zip: string | null
  phone: string | null
  basis: LocationBasis | null
  /** Computed from ZIP or city when the record is stored; null when it cannot be placed. */
  point: Point | null
  source: string
}

/** Telehealth reach as one source gives it: a list of states, or only their number. */
export type Reach = {
  states: string[] | null
  count: number | null
  complete: boolean | null
  note: string | null
  source: string
}

export type Clinician = {
  name: string | null
  credential: string | null
  role: ClinicianRole
  specialty: string | null
  board_certified: string | null
  npi: string | null
  as_of: PartialDate | null
  note: string | null
  source: string
}

/** What is given and where. `current` false: known to have ended; null: not known. */
export type Offering = {
  modality: Modality
  setting: Setting
  with_psychotherapy: boolean | null
  current: boolean | null
  note: string | null
  source: string
}

/** One amount as stated, in minor units (cents for USD). `min` equals `max` for a single price. */
export type PriceLine = {
  service: Service
  modality: Modality | null
  setting: Setting | null
  min: Cents
  max: Cents
  currency: string
  sessions: number | null
  minutes: number | null
  includes: Inclusion[]
  payer: Payer | null
  required: boolean | null
  introductory: boolean
  estimate: boolean
  as_of: PartialDate | null
  note: string | null
  source: string
}

export type Payment = {
  way: PaymentWay
  accepted: Acceptance
  note: string | null
  source: string
}

export type TreatedConditions = { names: Condition[]; source: string }

/** One source's answer to one criterion. `at_least`: only part was read, so the level is a floor. */
export type RecordFinding = {
  criterion: string
  level: Level
  strength: Strength | null
  modality: Modality | null
  setting: Setting | null
  state: string | null
  basis: string
  at_least: boolean
  source: string
}

/** Something that happened, with its stage. Shown, never scored. */
export type ProviderEvent = {
  kind: EventKind
  stage: EventStage
  date: PartialDate | null
  subject: EventSubject
  summary: string
  response: string | null
  source: string
}

export type ProviderRecord = {
  id: string
  /** `sample` marks an invented provider. */
  origin: Origin
  name: string
  aliases: string[]
  kind: ProviderKind
  status: {
    value: ProviderStatus
    since: PartialDate | null
    successor: string | null
    note: string | null
    source: string | null
  }
  website: string | null
  country: string
  locations: Location[]
  serves: Reach[]
  clinicians: Clinician[]
  offerings: Offering[]
  prices: PriceLine[]
  payment: Payment[]
  conditions: TreatedConditions[]
  findings: RecordFinding[]
  events: ProviderEvent[]
  sources: Source[]
}

const US_CODES: ReadonlySet<string> = new Set(US_STATES)

/** The country of a site: a site in a US state is in the US, wherever its provider is based. */
export function countryOf({ state }: Pick<Location, 'state'>, record: ProviderRecord): string {
  return US_CODES.has(state) ? 'US' : record.country
}

/** A case: one modality in one setting, the unit that is assessed. */
export type Case = { modality: Modality; setting: Setting }

/** `iv-clinic`: the id of a case in the rubric. */
export function caseId(of: Case): string {
  return `${of.modality}-${of.setting}`
}

/** The source that a statement names; throws `RangeError` if the record does not hold it. */
export function sourceOf(record: ProviderRecord, id: string): Source {
  const source = record.sources.find((candidate) => candidate.id === id)
  if (!source) throw new RangeError(`record ${record.id} has no source ${id}`)
  return source
}

/** The distinct cases of a record that are offered, in record order; ended ones come last. */
export function casesOf(record: ProviderRecord): Case[] {
  const current = record.offerings.filter((offering) => offering.current !== false)
  const ended = record.offerings.filter((offering) => offering.current === false)
  const seen = new Map<string, Case>()
  for (const { modality, setting } of [...current, ...ended]) {
    const of = { modality, setting }
    if (!seen.has(caseId(of))) seen.set(caseId(of), of)
  }
  return [...seen.values()]
}

/** Whether every offering of this case in the record is known to have ended. */
export function hasEnded(record: ProviderRecord, of: Case): boolean {
  const matching = record.offerings.filter(
    (offering) => offering.modality === of.modality && offering.setting === of.setting,
  )
  return matching.length > 0 && matching.every((offering) => offering.current === false)
}

/** A day of a claim: what is stated on the line itself, else the source's own day, else null. */
export function observedOn(
  line: { as_of: PartialDate | null; source: string },
  record: ProviderRecord,
): PartialDate | null {
  return line.as_of ?? sourceOf(record, line.source).observed_on
}

/** A provider that has closed takes no letter, no question and no place in a comparison. */
export function isClosed(record: ProviderRecord): boolean {
  return record.status.value === 'closed'
}
