/** The tables as types. Columns spell the words of the domain; a yes or no is the word, not a bit. */

import type { Kysely, Transaction } from 'kysely'
import type { PartialDate } from '#core/calendar.ts'
import type { Point } from '#core/provider.ts'
import type * as words from '#core/vocabulary.ts'
import type * as registry from './registry-schema.ts'

export type YesNo = 'yes' | 'no'

/** What every statement carries. Retracted statements stay, with the reason. */
export type StatementColumns = {
  id: string
  provider_id: string
  /** Its place in the record's list, from 0. */
  position: number
  added_at: string
  retracted_at: string | null
  retracted_because: string | null
}

type Sourced = StatementColumns & { source_id: string }

type ProviderTable = {
  id: string
  origin: words.Origin
  name: string
  kind: words.ProviderKind
  website: string | null
  country: string
  record_version: number
  content_hash: string
  added_at: string
  updated_at: string
}

type SourceTable = StatementColumns & {
  /** The record's own name for it: `S1`. */
  label: string
  url: string
  kind: words.SourceKind
  publisher: string | null
  title: string | null
  observed_on: PartialDate | null
  retrieved_on: PartialDate
  excerpt_only: YesNo
  repost_of: string | null
}

type ProviderStatusTable = StatementColumns & {
  value: words.ProviderStatus
  since: PartialDate | null
  successor: string | null
  note: string | null
  source_id: string | null
}

type LocationTable = Sourced & {
  address: string | null
  city: string | null
  state: string
  zip: string | null
  phone: string | null
  basis: words.LocationBasis | null
  latitude: number | null
  longitude: number | null
  placed_by: Point['placed_by'] | null
}

type ReachTable = Sourced & { count: number | null; complete: YesNo | null; note: string | null }

type ClinicianTable = Sourced & {
  name: string | null
  credential: string | null
  role: words.ClinicianRole
  specialty: string | null
  board_certified: string | null
  npi: string | null
  as_of: PartialDate | null
  note: string | null
}

type OfferingTable = Sourced & {
  modality: words.Modality
  setting: words.Setting
  with_psychotherapy: YesNo | null
  current: YesNo | null
  note: string | null
}

type PriceLineTable = Sourced & {
  service: words.Service
  modality: words.Modality | null
  setting: words.Setting | null
  min: number
  max: number
  currency: string
  sessions: number | null
  minutes: number | null
  payer: words.Payer | null
  required: YesNo | null
  introductory: YesNo
  estimate: YesNo
  as_of: PartialDate | null
  note: string | null
}

type PaymentTable = Sourced & {
  way: words.PaymentWay
  accepted: words.Acceptance
  note: string | null
}

type FindingTable = Sourced & {
  criterion: string
  level: words.Level
  strength: words.Strength | null
  modality: words.Modality | null
  setting: words.Setting | null
  state: string | null
  basis: string
  at_least: YesNo
}

type EventTable = Sourced & {
  kind: words.EventKind
  stage: words.EventStage
  date: PartialDate | null
  subject: words.EventSubject
  summary: string
  response: string | null
}

/** What a step of the catalog version was. */
export const CHANGE_ACTIONS = ['added', 'changed', 'rubric_added'] as const
export type ChangeAction = (typeof CHANGE_ACTIONS)[number]

type ChangeTable = {
  /** The catalog version that this change made. */
  version: number
  provider_id: string | null
  action: ChangeAction
  actor: string
  reason: string
  /** JSON of the provider's own fields (name, kind ...) that this change replaced. */
  superseded: string | null
  at: string
}

type ZipCodeTable = {
  zip: string
  city: string
  /** The city's name as `foldCity` writes it. */
  city_key: string
  state: string
  latitude: number
  longitude: number
}

export type Database = {
  provider: ProviderTable
  provider_alias: StatementColumns & { name: string }
  source: SourceTable
  provider_status: ProviderStatusTable
  location: LocationTable
  reach: ReachTable
  reach_state: { reach_id: string; place: number; state: string }
  clinician: ClinicianTable
  offering: OfferingTable
  price_line: PriceLineTable
  price_line_includes: { price_line_id: string; place: number; name: words.Inclusion }
  payment: PaymentTable
  treated_condition: Sourced
  treated_condition_name: { treated_condition_id: string; place: number; name: words.Condition }
  finding: FindingTable
  event: EventTable
  rubric_version: {
    id: string
    version: string
    content: string
    content_hash: string
    added_at: string
  }
  catalog_version: { id: string; version: number }
  change: ChangeTable
  zip_code: ZipCodeTable
  registry_import: registry.RegistryImportTable
  registry_refusal: registry.RegistryRefusalTable
  registry_checkpoint: registry.RegistryCheckpointTable
  npi_row: registry.NpiRowTable
  npi_name_row: registry.NpiNameRowTable
  npi_place_row: registry.NpiPlaceRowTable
  deactivation_row: registry.DeactivationRowTable
  exclusion_row: registry.ExclusionRowTable
  license_row: registry.LicenseRowTable
  discipline_row: registry.DisciplineRowTable
  registry_check: registry.RegistryCheckTable
  person_check: registry.PersonCheckTable
  review_item: registry.ReviewItemTable
  review_decision: registry.ReviewDecisionTable
  npi_answer: registry.NpiAnswerTable
  npi_search: registry.NpiSearchTable
}

/** A database or a transaction in it; queries take either. */
export type Db = Kysely<Database>

/** A transaction that is under way: what writes more than one row asks for it. */
export type Trx = Transaction<Database>
