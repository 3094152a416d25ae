/** Finds the rows that may be about an identity without comparing it with every row. */

import type { Match, PreparedIdentity } from './match.ts'
import { match } from './match.ts'
import { MATCH_LEVELS } from './match-ladder.ts'
import type { Npi } from './npi.ts'

/** Shorter than every width at which a source cuts names, so that cut names meet whole ones. */
const LAST_KEY = 10
const ORGANIZATION_KEY = 8

/** The blocks in which an identity is looked for; two that can match share at least one. */
export function blockingKeys(identity: PreparedIdentity): string[] {
  const keys = new Set<string>()
  for (const name of identity.normal_names) {
    for (const last of [name.last, ...name.last_parts]) {
      keys.add(`${last.slice(0, LAST_KEY)} ${name.first[0] ?? ''}`)
    }
  }
  for (const { text } of identity.normal_organizations)
    keys.add(`# ${text.slice(0, ORGANIZATION_KEY)}`)
  return [...keys]
}

export type Indexed<Row> = { identity: PreparedIdentity; row: Row }
export type FoundMatch<Row> = { row: Row; match: Match }
export type MatchIndex<Row> = {
  byNpi: Map<Npi, Indexed<Row>[]>
  byKey: Map<string, Indexed<Row>[]>
}

function put<Key, Row>(map: Map<Key, Indexed<Row>[]>, key: Key, entry: Indexed<Row>): void {
  const block = map.get(key)
  if (block) block.push(entry)
  else map.set(key, [entry])
}

/** An index over rows and their prepared identities. */
export function createMatchIndex<Row>(entries: Iterable<Indexed<Row>>): MatchIndex<Row> {
  const index: MatchIndex<Row> = { byNpi: new Map(), byKey: new Map() }
  for (const entry of entries) {
    if (entry.identity.npi !== null) put(index.byNpi, entry.identity.npi, entry)
    for (const key of blockingKeys(entry.identity)) put(index.byKey, key, entry)
  }
  return index
}

/** All rows that are not different from the identity, the surest first; each row once. */
export function findMatches<Row>(
  index: MatchIndex<Row>,
  identity: PreparedIdentity,
): FoundMatch<Row>[] {
  const candidates = new Set<Indexed<Row>>(
    identity.npi === null ? [] : index.byNpi.get(identity.npi),
  )
  for (const key of blockingKeys(identity)) {
    for (const entry of index.byKey.get(key) ?? []) candidates.add(entry)
  }
  const found: FoundMatch<Row>[] = []
  for (const { identity: other, row } of candidates) {
    const result = match(identity, other)
    if (result.level !== 'different') found.push({ row, match: result })
  }
  const rank = ({ match: { level, agreed } }: FoundMatch<Row>) =>
    MATCH_LEVELS.indexOf(level) * 100 - agreed.length
  return found.sort((one, other) => rank(one) - rank(other))
}
