/** The tables of registry files and of checks against them, as types. */

import type { IsoDate } from '#core/calendar.ts'
import type { MatchLevel } from '#core/match-ladder.ts'
import type { CheckState } from '#core/registry-check.ts'
import type { DisciplineItem, LicenseStatus, NpiRecord } from '#core/registry-rows.ts'

/** `refused`: the file was not taken, and why is in `message`. `failed`: it broke off. */
export const IMPORT_STATES = ['running', 'done', 'failed', 'refused'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** Whether a file takes the place of what is loaded for its list, or is read beside it. */
export const IMPORT_MODES = ['replaces', 'adds'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

export const SUBJECT_KINDS = ['provider', 'clinician'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** What a person who looked at a source by hand may have seen there. */
export const PERSON_ANSWERS = [
  'nothing_found',
  'unavailable',
  'active',
  'active_restricted',
  'expired',
  'suspended',
  'revoked',
  'surrendered',
  'ban',
  'limit',
  'ended',
] as const
export type PersonAnswer = (typeof PERSON_ANSWERS)[number]

/** Sources that a person can look through by hand. */
export const PERSON_LISTS = ['oig_leie', 'sam', 'board_orders', 'dea_orders', 'license'] as const
export type PersonList = (typeof PERSON_LISTS)[number]

const BAN_ANSWERS = ['nothing_found', 'unavailable', 'ban', 'limit', 'ended'] as const
const isOfLicense = (answer: PersonAnswer) => !['ban', 'limit', 'ended'].includes(answer)

/** What each of these sources can say. */
export const ANSWERS_OF: Record<PersonList, readonly PersonAnswer[]> = {
  oig_leie: BAN_ANSWERS,
  sam: BAN_ANSWERS,
  board_orders: BAN_ANSWERS,
  dea_orders: BAN_ANSWERS,
  license: PERSON_ANSWERS.filter(isOfLicense),
}

export const DECISIONS = ['confirmed', 'rejected'] as const
export type Decision = (typeof DECISIONS)[number]

export type RegistryImportTable = {
  id: number
  list: string
  file_name: string
  /** Which file of a zip was read; null: no zip. */
  member: string | null
  /** Where it was downloaded from, without query and password; null: it was a file here. */
  address: string | null
  sha256: string | null
  mode: ImportMode
  covers_from: IsoDate | null
  /** The day for which the file speaks. */
  covers_to: IsoDate | null
  /** The newest day in its rows; says which of two files is older when neither says its days. */
  newest_on: IsoDate | null
  state: ImportState
  /** Why it was refused or broke off; of one in use, what spoke against it and was overridden. */
  message: string | null
  rows_read: number
  rows_kept: number
  rows_refused: number
  held_by_pid: number
  held_by_host: string
  started_at: string
  /** When the process that imports last gave a sign of life. */
  seen_at: string
  ended_at: string | null
  /** When another file took its place; its rows are deleted after. */
  superseded_at: string | null
}

export type RegistryRefusalTable = {
  import_id: number
  place: number
  line: number
  column_name: string | null
  reason: string
}

export type RegistryCheckpointTable = {
  import_id: number
  /** Hash of the file and of the rule for its rows: only the very same reading is continued. */
  reading: string
  /** Where the next row starts in the unpacked file, in bytes, and its line. */
  byte_offset: number
  line: number
  newest_on: IsoDate | null
}

export type NpiRowTable = {
  import_id: number
  line: number
  npi: string
  kind: NpiRecord['kind'] | null
  updated_on: IsoDate | null
  content: string
}

export type NpiNameRowTable = {
  import_id: number
  line: number
  npi: string
  name: string
  type_code: string | null
}

export type NpiPlaceRowTable = { import_id: number; line: number; npi: string; content: string }

export type DeactivationRowTable = {
  import_id: number
  line: number
  npi: string
  deactivated_on: IsoDate
}

export type ExclusionRowTable = {
  import_id: number
  line: number
  npi: string | null
  excluded_on: IsoDate
  content: string
}

export type LicenseRowTable = {
  import_id: number
  line: number
  row_key: string
  status: LicenseStatus
  content: string
}

export type DisciplineRowTable = {
  import_id: number
  line: number
  place: number
  kind: DisciplineItem['kind']
  words: string
  note: string | null
  on_day: IsoDate | null
  case_number: string | null
}

export type RegistryCheckTable = {
  id: string
  provider_id: string
  subject_kind: SubjectKind
  subject: string
  criterion: 'A1' | 'A2' | 'A3'
  list: string
  state: CheckState
  statement: string
  todo: string | null
  url: string | null
  sha256: string | null
  request: string | null
  covers_from: IsoDate | null
  covers_to: IsoDate | null
  row_key: string | null
  done_by: 'person' | 'program'
  checked_on: IsoDate
  at: string
  superseded_at: string | null
}

export type PersonCheckTable = {
  id: string
  provider_id: string
  subject_kind: SubjectKind
  subject: string
  list: PersonList
  /** The US state whose board was asked; null for federal lists. */
  state: string | null
  answer: PersonAnswer
  row_key: string | null
  note: string | null
  url: string
  checked_on: IsoDate
  actor: string
  at: string
}

export type ReviewItemTable = {
  id: string
  provider_id: string
  subject_kind: SubjectKind
  subject: string
  list: string
  row_key: string
  row_words: string
  level: Exclude<MatchLevel, 'different'>
  agreed: string
  disagreed: string
  because: string
  found_at: string
  decision: Decision | null
  reason: string | null
  actor: string | null
  decided_at: string | null
  /** Where a person found a number that they attached; null: they judged the row itself. */
  url: string | null
}

/** Every decision on an item, the earliest at place 0; the last of them stands. */
export type ReviewDecisionTable = {
  item_id: string
  place: number
  decision: Decision
  /** How well the row fitted when it was decided on. */
  level: ReviewItemTable['level']
  reason: string
  actor: string
  decided_at: string
  /** Where a person found a number that they attached. */
  url: string | null
}

export type NpiAnswerTable = {
  npi: string
  outcome: 'found' | 'not_found'
  content: string | null
  request: string
  asked_on: IsoDate
}

export type NpiSearchTable = {
  /** The parameters of the search, in a fixed order. */
  query: string
  /** The NPIs found, as JSON; their records stand in `npi_answer`. */
  npis: string
  /** `yes`: the registry holds more than it shows. */
  cut_off: 'yes' | 'no'
  request: string
  asked_on: IsoDate
}
