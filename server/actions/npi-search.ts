/** Searches the NPI registry itself for a person or company by name and state; answers are kept. */

import type { IsoDate } from '#core/calendar.ts'
import type { CheckSource } from '#core/registry-check.ts'
import type { StoredSearch } from '#db/npi-answers.ts'
import { findNpiSearch, listNpiAnswers, saveNpiSearch } from '#db/npi-answers.ts'
import type { Db } from '#db/schema.ts'
import type { NpiApi, NpiQuery } from '../registries/npi-api.ts'
import { MAX_RECORDS } from '../registries/npi-api.ts'
import { nameQueries } from '../registries/npi-name-query.ts'
import type { Known, Unavailable } from './npi-known.ts'
import { answerWith, callSource, isEnough, knownFrom } from './npi-known.ts'
import type { Subject } from './subjects.ts'

const keyOf = (query: NpiQuery) => new URLSearchParams(query).toString()

async function searchOnce(
  db: Db,
  query: NpiQuery,
  api: NpiApi | null,
  today: IsoDate,
): Promise<StoredSearch | Unavailable | null> {
  const kept = await findNpiSearch(db, keyOf(query))
  if (kept !== null && isEnough(kept, api, today)) return kept
  if (api === null) return null
  const answer = await api.search(query)
  const request = answer.requests[0] ?? ''
  if (answer.outcome !== 'found') {
    return kept ?? { unavailable: answer.because, source: callSource(request, today) }
  }
  const search: StoredSearch = {
    query: keyOf(query),
    npis: JSON.stringify(answer.records.map(({ npi }) => npi)),
    cut_off: answer.cut_off ? 'yes' : 'no',
    request,
    asked_on: today,
  }
  const found = answer.records.map((record) => answerWith(record, request, today))
  await saveNpiSearch(db, search, found)
  return search
}

export type NameSearch = {
  /** The records found, whoever they are about. */
  found: Known[]
  /** null: no search was made. */
  source: CheckSource | null
  scope: string
  /** What the searches did not show, or null. */
  incomplete: string | null
  /** Why the registry did not answer, or null. */
  unavailable: string | null
}

/** What the answers left out, in a sentence; null if nothing. */
function leftOut(cut: readonly StoredSearch[], failed: readonly Unavailable[]): string | null {
  const [first] = cut
  if (first !== undefined) {
    const { state } = Object.fromEntries(new URLSearchParams(first.query))
    return `The NPI registry shows ${MAX_RECORDS} records of a search, and holds more that fit the name in ${state}: the rest was not looked through.`
  }
  return failed.length === 0 ? null : 'Not every search in the NPI registry was answered.'
}

/** Searches for a subject in the states where it may be; `api` null: what earlier answers hold. */
export async function searchByName(
  db: Db,
  subject: Subject,
  api: NpiApi | null,
  today: IsoDate,
): Promise<NameSearch> {
  const { identity, states } = subject
  const answered: StoredSearch[] = []
  const failed: Unavailable[] = []
  for (const query of nameQueries(identity, states)) {
    const search = await searchOnce(db, query, api, today)
    if (search === null) continue
    if ('unavailable' in search) failed.push(search)
    else answered.push(search)
  }
  const npis = new Set(answered.flatMap((one) => JSON.parse(one.npis) as string[]))
  const [oldest] = answered.toSorted((one, other) => (one.asked_on < other.asked_on ? -1 : 1))
  const cut = answered.filter(({ cut_off }) => cut_off === 'yes')
  return {
    found: (await listNpiAnswers(db, [...npis])).map(knownFrom),
    source: oldest ? callSource(oldest.request, oldest.asked_on) : (failed[0]?.source ?? null),
    scope: `under this name in ${states.join(', ')}`,
    incomplete: leftOut(cut, failed),
    unavailable: failed[0]?.unavailable ?? null,
  }
}
