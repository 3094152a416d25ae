/** Goes through the loaded rows of a list and finds those that may be about one of the subjects. */

import type { Identity, Match } from '#core/match.ts'
import { prepareIdentity } from '#core/match.ts'
import { createMatchIndex, findMatches } from '#core/match-index.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import type { StoredRow } from '#db/registry-rows.ts'

export type Candidate<Row> = {
  row: Row
  line: number
  from: RegistryImport
  match: Match
}

/**
 * The rows that may be about each subject. The subjects are indexed and the rows stream past them,
 * so that a list of a million rows takes no memory.
 */
export async function findCandidates<Subject extends { identity: Identity }, Row>(
  subjects: readonly Subject[],
  pages: AsyncIterable<StoredRow<Row>[]>,
  identityOf: (row: Row) => Identity,
): Promise<Map<Subject, Candidate<Row>[]>> {
  const index = createMatchIndex(
    subjects.map((subject) => ({ row: subject, identity: prepareIdentity(subject.identity) })),
  )
  const found = new Map<Subject, Candidate<Row>[]>()
  for await (const page of pages) {
    for (const { row, line, from } of page) {
      for (const { row: subject, match } of findMatches(index, prepareIdentity(identityOf(row)))) {
        const known = found.get(subject)
        const candidate = { row, line, from, match }
        if (known) known.push(candidate)
        else found.set(subject, [candidate])
      }
    }
  }
  return found
}
