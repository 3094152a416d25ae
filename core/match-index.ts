/** Finds the rows that may be about an identity without comparing it with every row. */

import type { Match, PreparedIdentity } from './match.ts'
import { match } from './match.ts'
import { licenseKeys } from './match-evidence.ts'
import { MATCH_LEVELS } from './match-ladder.ts'
import type { Npi } from './npi.ts'

/** Shorter than every width at which a source cuts names, so that cut names meet whole ones. */
const LAST_KEY = 10
const ORGANIZATION_KEY = 8

const personKey = (last: string, first: string) => `${last.slice(0, LAST_KEY)} ${first[0] ?? ''}`

/** The blocks in which an identity is looked for; two that can match share at least one. */
export function blockingKeys(identity: PreparedIdentity): string[] {
  const keys = new Set<string>()
  for (const name of identity.normal_names) {
    keys.add(personKey(name.last, name.first))
    for (const part of name.last_parts) {
      if (part !== name.last) keys.add(personKey(part, name.first))
    }
  }
  // A license number finds Bob where the other side writes Robert.
  if (identity.kind === 'person') {
    for (const { state, number } of identity.licenses) {
      const { all, last_run } = licenseKeys(number)
      if (all.length >= 3) keys.add(`= ${state} ${all}`)
      if (last_run.length >= 3) keys.add(`= ${state} ${last_run}`)
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
    for (const npi of entry.identity.npis) put(index.byNpi, npi, entry)
    for (const key of blockingKeys(entry.identity)) put(index.byKey, key, entry)
  }
  return index
}

/** The rows that share the NPI or a block with the identity, each once. */
function candidatesOf<Row>(
  index: MatchIndex<Row>,
  identity: PreparedIdentity,
): Iterable<Indexed<Row>> {
  const blocks: Indexed<Row>[][] = []
  for (const npi of identity.npis) {
    const block = index.byNpi.get(npi)
    if (block !== undefined) blocks.push(block)
  }
  for (const key of blockingKeys(identity)) {
    const block = index.byKey.get(key)
    if (block !== undefined) blocks.push(block)
  }
  // Most names meet one block or none, and a block holds a row once.
  const [first = []] = blocks
  return blocks.length < 2 ? first : new Set(blocks.flat())
}

/** All rows that are not different from the identity, the surest first; each row once. */
export function findMatches<Row>(
  index: MatchIndex<Row>,
  identity: PreparedIdentity,
): FoundMatch<Row>[] {
  const candidates = candidatesOf(index, identity)
  const found: FoundMatch<Row>[] = []
  for (const { identity: other, row } of candidates) {
    const result = match(identity, other)
    if (result.level !== 'different') found.push({ row, match: result })
  }
  const rank = ({ match: { level, agreed } }: FoundMatch<Row>) =>
    MATCH_LEVELS.indexOf(level) * 100 - agreed.length
  return found.sort((one, other) => rank(one) - rank(other))
}
