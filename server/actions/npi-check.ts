/** Looks a subject up in the NPI registry: by its number, else by its name. */

import type { IsoDate } from '#core/calendar.ts'
import type { Match } from '#core/match.ts'
import { match, prepareIdentity } from '#core/match.ts'
import type { Npi } from '#core/npi.ts'
import type { Check, CheckedMatch } from '#core/registry-check.ts'
import { npiIdentity } from '#core/registry-identity.ts'
import type { NpiRecord } from '#core/registry-rows.ts'
import { NPI_SOURCE } from '#db/check-reviews.ts'
import type { Db } from '#db/schema.ts'
import type { NpiApi } from '../registries/npi-api.ts'
import type { Candidate } from './candidates.ts'
import { fileSource } from './check-sources.ts'
import type { Known } from './npi-known.ts'
import { lookUpNumber, NPI_URL, newerOf } from './npi-known.ts'
import { searchByName } from './npi-search.ts'
import type { Subject } from './subjects.ts'

function compared({ identity }: Subject, record: NpiRecord): Match {
  const one = prepareIdentity(identity)
  return match(one, prepareIdentity({ ...npiIdentity(record), kind: record.kind ?? one.kind }))
}

/** The look-up of one number of a subject. `api` null: no calls are made, kept answers count. */
export async function checkNumber(
  db: Db,
  subject: Subject,
  npi: Npi,
  api: NpiApi | null,
  today: IsoDate,
): Promise<Check<NpiRecord>> {
  const known = await lookUpNumber(db, npi, api, today)
  if (known === null) return { outcome: 'not_checked' }
  const { source } = known
  if ('unavailable' in known) {
    return { outcome: 'source_unavailable', because: known.unavailable, source }
  }
  const { record: row } = known
  if (row === null) return { outcome: 'checked', source, matches: [] }
  const found = { row, row_key: npi, match: compared(subject, row), review: null, source }
  return { outcome: 'checked', source, matches: [found] }
}

/** Names are common: one that agrees in nothing else, not even the state, is not worth a look. */
function isWorthALook({ states }: Subject, { match: how, row }: CheckedMatch<NpiRecord>): boolean {
  if (how.level !== 'possible') return how.level !== 'different'
  const { places, licenses } = npiIdentity(row)
  return [...places, ...licenses].some(({ state }) => state !== null && states.includes(state))
}

/** Loaded rows are those of some trades: who is not among them may hold a number all the same. */
const NOT_SEARCHED = 'Only the loaded rows of the NPI registry were looked through.'

/** Records of the name, the newest of each number. */
function newestOfEach(filed: readonly Known[], answered: readonly Known[]): Known[] {
  const byNpi = new Map<Npi, Known>()
  for (const one of [...filed, ...answered]) {
    if (one.record === null) continue
    const before = byNpi.get(one.record.npi)
    byNpi.set(one.record.npi, before === undefined ? one : newerOf(before, one))
  }
  return [...byNpi.values()]
}

async function checkName(
  db: Db,
  subject: Subject,
  named: readonly Candidate<NpiRecord>[],
  api: NpiApi | null,
  today: IsoDate,
): Promise<Check<NpiRecord>> {
  const search = await searchByName(db, subject, api, today)
  const filed = named.map(({ row, from }) => ({
    record: row,
    source: fileSource(NPI_SOURCE, NPI_URL, [from], today),
  }))
  const matches = newestOfEach(filed, search.found)
    .flatMap(({ record: row, source }) =>
      row === null
        ? []
        : [{ row, row_key: row.npi, match: compared(subject, row), review: null, source }],
    )
    .filter((found) => isWorthALook(subject, found))
  const { scope, unavailable } = search
  const incomplete = search.incomplete ?? (search.source === null ? NOT_SEARCHED : null)
  const source = matches[0]?.source ?? search.source
  // Rows that were never loaded are not "not found": nothing of a name on file is no check.
  if (source === null) return { outcome: 'not_checked' }
  if (unavailable !== null && matches.length === 0) {
    return { outcome: 'source_unavailable', because: unavailable, source }
  }
  return { outcome: 'checked', source, matches, scope, ...(incomplete ? { incomplete } : {}) }
}

/** People are known by their number; a company that has one may have more under its name. */
export const isSoughtByName = ({ identity }: Subject): boolean =>
  identity.npis.length === 0 || identity.kind === 'organization'

const isGone = ({ row }: CheckedMatch<NpiRecord>) => row.status !== 'active'
/** Of several numbers an active one speaks for the company. */
const byStatus = (one: CheckedMatch<NpiRecord>, other: CheckedMatch<NpiRecord>) =>
  Number(isGone(one)) - Number(isGone(other))

/** All looks at one subject as one, by number and by name. */
function joined(numbers: ReadonlyMap<Npi, Check<NpiRecord>>, name: Check<NpiRecord>) {
  const looks = [...numbers.values(), name]
  const made = looks.filter((look) => look.outcome === 'checked')
  const [first] = made
  if (first === undefined) {
    return looks.find((look) => look.outcome === 'source_unavailable') ?? name
  }
  const matches = made.flatMap((look) => look.matches).toSorted(byStatus)
  const missed = [...numbers].flatMap(([npi, { outcome }]) =>
    outcome === 'checked' ? [] : `NPI ${npi} could not be looked up.`,
  )
  const incomplete = [...missed, ...made.flatMap((look) => look.incomplete ?? [])].join(' ')
  return {
    outcome: 'checked' as const,
    source: first.source,
    matches: matches.filter(
      ({ row_key }, at) => matches.findIndex((one) => one.row_key === row_key) === at,
    ),
    ...(numbers.size === 0 && first.scope !== undefined ? { scope: first.scope } : {}),
    ...(incomplete === '' ? {} : { incomplete }),
  }
}

/**
 * The look-up of a subject: by its numbers, and by its name among the loaded rows (`named`) and
 * those that the registry itself answers. `api` null: no calls are made, kept answers count.
 */
export async function checkNpi(
  db: Db,
  subject: Subject,
  named: readonly Candidate<NpiRecord>[],
  api: NpiApi | null,
  today: IsoDate,
): Promise<Check<NpiRecord>> {
  const numbers = new Map<Npi, Check<NpiRecord>>()
  for (const npi of subject.identity.npis) {
    numbers.set(npi, await checkNumber(db, subject, npi, api, today))
  }
  const name = isSoughtByName(subject)
    ? await checkName(db, subject, named, api, today)
    : ({ outcome: 'not_checked' } as const)
  return joined(numbers, name)
}
