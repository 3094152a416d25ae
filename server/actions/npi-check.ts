/** Looks a subject up in the NPI registry: loaded files first, then the registry itself if allowed. */

import type { IsoDate } from '#core/calendar.ts'
import { addDays, parseDay } from '#core/calendar.ts'
import { match, prepareIdentity } from '#core/match.ts'
import type { Npi } from '#core/npi.ts'
import type { Check, CheckSource } from '#core/registry-check.ts'
import { npiIdentity } from '#core/registry-identity.ts'
import type { NpiRecord } from '#core/registry-rows.ts'
import { findNpiAnswer, saveNpiAnswer } from '#db/check-results.ts'
import { NPI_SOURCE } from '#db/check-reviews.ts'
import { findDeactivations, listNpiRows, listOtherNames, listPlaces } from '#db/registry-rows.ts'
import type { Db } from '#db/schema.ts'
import type { NpiApi } from '../registries/npi-api.ts'
import { replaces } from '../registries/nppes-file-name.ts'
import type { Candidate } from './candidates.ts'
import { fileSource } from './check-sources.ts'
import type { Subject } from './subjects.ts'

const NPI_URL = 'https://npiregistry.cms.hhs.gov/search'

/** A kept answer of the registry is asked for again after so many days. */
const ANSWER_DAYS = 30

/** A number that is on the deactivation list and of which nothing else is shown any more. */
function deactivated(npi: Npi, on: IsoDate | null): NpiRecord {
  return {
    npi,
    kind: null,
    status: 'deactivated',
    deactivated_on: on,
    reactivated_on: null,
    replacement_npi: null,
    organization_name: null,
    last_name: null,
    first_name: null,
    middle_name: null,
    suffix: null,
    credential: null,
    other_names: [],
    mailing: null,
    practice: null,
    other_places: [],
    enumerated_on: null,
    updated_on: null,
    certified_on: null,
    official: null,
    parent_name: null,
    taxonomies: [],
  }
}

type Known = { record: NpiRecord | null; source: CheckSource }

async function inFiles(db: Db, npi: Npi, today: IsoDate): Promise<Known | null> {
  const [gone] = await findDeactivations(db, [npi])
  const stored = await listNpiRows(db, npi)
  const newest = stored.reduce<(typeof stored)[number] | null>((best, one) => {
    const dated = (of: typeof one) => ({ ...of.row, covered_to: of.from.covers_to })
    return best === null || replaces(dated(one), dated(best)) ? one : best
  }, null)
  const back = newest?.row.reactivated_on ?? null
  if (gone && (back === null || back < gone.deactivated_on)) {
    const source = fileSource(NPI_SOURCE, NPI_URL, [gone.from], today)
    return { record: deactivated(npi, parseDay(gone.deactivated_on)), source }
  }
  if (newest === null) return null
  const names = await listOtherNames(db, npi)
  const other_names = names.map(({ name, type_code }) => ({
    kind: 'organization' as const,
    organization_name: name,
    last_name: null,
    first_name: null,
    middle_name: null,
    type_code,
  }))
  const record: NpiRecord = {
    ...newest.row,
    other_names: [...newest.row.other_names, ...other_names],
    other_places: await listPlaces(db, npi),
  }
  return { record, source: fileSource(NPI_SOURCE, NPI_URL, [newest.from], today) }
}

function callSource(request: string, asked_on: IsoDate): CheckSource {
  return {
    source: NPI_SOURCE,
    url: NPI_URL,
    sha256: null,
    request,
    covers_from: null,
    covers_to: asked_on,
    checked_on: asked_on,
    by: 'program',
  }
}

/** What the registry answered not long ago, or null. */
async function keptAnswer(db: Db, npi: Npi, today: IsoDate): Promise<Known | null> {
  const kept = await findNpiAnswer(db, npi, addDays(today, -ANSWER_DAYS))
  if (kept === null) return null
  const record = kept.content === null ? null : (JSON.parse(kept.content) as NpiRecord)
  return { record, source: callSource(kept.request, kept.asked_on) }
}

type Asked = Known | { unavailable: string; source: CheckSource }

/** Asks the registry; the answer is kept with its day. */
async function askRegistry(db: Db, npi: Npi, api: NpiApi, today: IsoDate): Promise<Asked> {
  const answer = await api.lookup(npi)
  const source = callSource(answer.request, today)
  if (answer.outcome === 'refused' || answer.outcome === 'unavailable') {
    return { unavailable: answer.because, source }
  }
  const record = answer.outcome === 'found' ? answer.record : null
  await saveNpiAnswer(db, {
    npi,
    outcome: answer.outcome,
    content: record === null ? null : JSON.stringify(record),
    request: answer.request,
    asked_on: today,
  })
  return { record, source }
}

/** The newer of a record on file and a kept answer; "not found" takes back nothing on file. */
function newerOf(filed: Known, kept: Known | null): Known {
  if (kept === null || kept.record === null || filed.record === null) return filed
  // The registry answers "not found" for a deactivated number, so the list of those comes first.
  if (filed.record.status === 'deactivated') return filed
  const dated = ({ source }: Known, { updated_on }: NpiRecord) => ({
    updated_on,
    covered_to: source.covers_to,
  })
  return replaces(dated(kept, kept.record), dated(filed, filed.record)) ? kept : filed
}

function checkOf(subject: Subject, { record, source }: Known): Check<NpiRecord> {
  if (record === null) return { outcome: 'checked', source, matches: [] }
  const one = prepareIdentity(subject.identity)
  const found = {
    row: record,
    row_key: record.npi,
    match: match(one, prepareIdentity({ ...npiIdentity(record), kind: record.kind ?? one.kind })),
    review: null,
  }
  return { outcome: 'checked', source, matches: [found] }
}

async function checkNumber(
  db: Db,
  subject: Subject,
  npi: Npi,
  api: NpiApi | null,
  today: IsoDate,
): Promise<Check<NpiRecord>> {
  const filed = await inFiles(db, npi, today)
  const kept = await keptAnswer(db, npi, today)
  if (filed !== null) return checkOf(subject, newerOf(filed, kept))
  if (kept !== null) return checkOf(subject, kept)
  if (api === null) return { outcome: 'not_checked' }
  const asked = await askRegistry(db, npi, api, today)
  if (!('unavailable' in asked)) return checkOf(subject, asked)
  return { outcome: 'source_unavailable', because: asked.unavailable, source: asked.source }
}

/** Names are common: one that agrees in nothing else, not even the state, is not worth a look. */
function isWorthALook({ match: { level, agreed } }: Candidate<NpiRecord>): boolean {
  return level !== 'possible' || agreed.includes('state')
}

/**
 * The look-up of a subject: by its number, else the rows of its name among those loaded. Rows that
 * were never loaded are not "not found", so nothing loaded of a name is no check.
 */
export async function checkNpi(
  db: Db,
  subject: Subject,
  named: readonly Candidate<NpiRecord>[],
  api: NpiApi | null,
  today: IsoDate,
): Promise<Check<NpiRecord>> {
  const { npi } = subject.identity
  if (npi !== null) return await checkNumber(db, subject, npi, api, today)
  const likely = named.filter(isWorthALook)
  if (likely.length === 0) return { outcome: 'not_checked' }
  return {
    outcome: 'checked',
    source: fileSource(
      NPI_SOURCE,
      NPI_URL,
      likely.map(({ from }) => from),
      today,
    ),
    matches: likely.map(({ row, from, match: how }) => ({
      row,
      row_key: row.npi,
      match: how,
      review: null,
      source: fileSource(NPI_SOURCE, NPI_URL, [from], today),
    })),
  }
}
