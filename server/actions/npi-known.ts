/** What is known under a number: the loaded files, kept answers of the registry, or a new one. */

import type { IsoDate } from '#core/calendar.ts'
import { addDays, parseDay } from '#core/calendar.ts'
import type { Npi } from '#core/npi.ts'
import type { CheckSource } from '#core/registry-check.ts'
import { replaces } from '#core/registry-newest.ts'
import type { NpiRecord } from '#core/registry-rows.ts'
import { BLANK_NPI_RECORD } from '#core/registry-rows.ts'
import { NPI_SOURCE } from '#db/check-reviews.ts'
import type { StoredAnswer } from '#db/npi-answers.ts'
import { findNpiAnswer, saveNpiAnswers } from '#db/npi-answers.ts'
import { lastHolders, withHolder } from '#db/npi-holders.ts'
import { findNpiRecord } from '#db/npi-rows.ts'
import { findDeactivations, isGone } from '#db/registry-rows.ts'
import type { Db } from '#db/schema.ts'
import type { NpiApi } from '../registries/npi-api.ts'
import { fileSource } from './check-sources.ts'

export const NPI_URL = 'https://npiregistry.cms.hhs.gov/search'

/** A kept answer of the registry is asked for again after so many days. */
const ANSWER_DAYS = 30

/** A number that is on the deactivation list and of which nothing else is on file. */
const STUB: Omit<NpiRecord, 'npi'> = { ...BLANK_NPI_RECORD, kind: null, status: 'deactivated' }

/** A record, or the news that the registry shows none, and where it stands. */
export type Known = { record: NpiRecord | null; source: CheckSource }

/** What the loaded files hold under a number; a deactivated one keeps who was known to hold it. */
export async function inFiles(db: Db, npi: Npi, today: IsoDate): Promise<Known | null> {
  const [gone] = await findDeactivations(db, [npi])
  const newest = await findNpiRecord(db, npi)
  if (gone && isGone(newest?.row, gone)) {
    const source = fileSource(NPI_SOURCE, NPI_URL, [gone.from], today)
    const deactivated_on = parseDay(gone.deactivated_on)
    const known = newest?.row ?? { npi, ...STUB }
    const holder = withHolder(known, (await lastHolders(db, [npi])).get(npi))
    return { record: { ...holder, status: 'deactivated', deactivated_on }, source }
  }
  return newest === null
    ? null
    : { record: newest.row, source: fileSource(NPI_SOURCE, NPI_URL, [newest.from], today) }
}

/** The source that a call to the registry makes. */
export function callSource(request: string, asked_on: IsoDate): CheckSource {
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

/** Whether a kept answer still spares a call: without calls to be made, any age does. */
export function isEnough(kept: { asked_on: IsoDate }, api: NpiApi | null, today: IsoDate): boolean {
  return api === null || kept.asked_on >= addDays(today, -ANSWER_DAYS)
}

/** A kept answer with its day. */
export function knownFrom({ content, request, asked_on }: StoredAnswer): Known {
  const record = content === null ? null : (JSON.parse(content) as NpiRecord)
  return { record, source: callSource(request, asked_on) }
}

/** The form in which a record that the registry gave is kept. */
export function answerWith(record: NpiRecord, request: string, asked_on: IsoDate): StoredAnswer {
  const content = JSON.stringify(record)
  return { npi: record.npi, outcome: 'found', content, request, asked_on }
}

/** The newer of a record on file and a kept answer; "not found" takes back nothing on file. */
export function newerOf(filed: Known, kept: Known | null): Known {
  if (kept === null || kept.record === null || filed.record === null) return filed
  // The registry answers "not found" for a deactivated number, so the list of those comes first.
  if (filed.record.status === 'deactivated') return filed
  const dated = ({ source }: Known, { updated_on }: NpiRecord) => ({
    updated_on,
    covered_to: source.covers_to,
  })
  return replaces(dated(kept, kept.record), dated(filed, filed.record)) ? kept : filed
}

export type Unavailable = { unavailable: string; source: CheckSource }

/** Asks the registry; the answer is kept with its day. */
async function askRegistry(
  db: Db,
  npi: Npi,
  api: NpiApi,
  today: IsoDate,
): Promise<Known | Unavailable> {
  const answer = await api.lookup(npi)
  const { request } = answer
  if (answer.outcome === 'refused' || answer.outcome === 'unavailable') {
    return { unavailable: answer.because, source: callSource(request, today) }
  }
  const kept: StoredAnswer =
    answer.outcome === 'found'
      ? answerWith(answer.record, request, today)
      : { npi, outcome: 'not_found', content: null, request, asked_on: today }
  await saveNpiAnswers(db, [kept])
  return knownFrom(kept)
}

/**
 * The newest that is known under a number; null: no file holds it and nobody asked. An old answer
 * stands in, with its day, where no call may be made or the registry does not answer.
 */
export async function lookUpNumber(
  db: Db,
  npi: Npi,
  api: NpiApi | null,
  today: IsoDate,
): Promise<Known | Unavailable | null> {
  const filed = await inFiles(db, npi, today)
  const kept = await findNpiAnswer(db, npi)
  const known = kept === null ? null : knownFrom(kept)
  if (filed !== null) return newerOf(filed, known)
  if (kept !== null && isEnough(kept, api, today)) return known
  if (api === null) return null
  const asked = await askRegistry(db, npi, api, today)
  return 'unavailable' in asked && known?.record ? known : asked
}
