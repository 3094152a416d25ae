/** The checks of a record that no single line can answer: what it points at must be there. */

import type { ProviderRecord } from '../provider.ts'
import { US_STATES } from '../vocabulary.ts'

/** A problem and the keys that lead to it. */
export type Misfit = { keys: (string | number)[]; reason: string }

const SOURCED = [
  'locations',
  'serves',
  'clinicians',
  'offerings',
  'prices',
  'payment',
  'conditions',
  'findings',
  'events',
] as const

/** What is well formed on its own line but does not fit the rest of the record. */
export function referenceProblems(record: ProviderRecord): Misfit[] {
  const problems: Misfit[] = []
  const ids = new Set<string>()
  record.sources.forEach(({ id }, at) => {
    if (ids.has(id)) problems.push({ keys: ['sources', at, 'id'], reason: `${id} stands twice` })
    ids.add(id)
  })
  const expect = (id: string | null, keys: Misfit['keys']) => {
    if (id !== null && !ids.has(id)) problems.push({ keys, reason: `no source has the id ${id}` })
  }
  expect(record.status.source, ['status', 'source'])
  for (const field of SOURCED) {
    record[field].forEach((entry, at) => {
      expect(entry.source, [field, at, 'source'])
    })
  }
  return record.country === 'US' ? [...problems, ...stateProblems(record)] : problems
}

/** In a US record every state is one of ours; elsewhere a region goes by its own name. */
function stateProblems(record: ProviderRecord): Misfit[] {
  const known = new Set<string>(US_STATES)
  const named: [string | null, Misfit['keys']][] = [
    ...record.locations.map(({ state }, at): [string, Misfit['keys']] => [
      state,
      ['locations', at, 'state'],
    ]),
    ...record.serves.flatMap(({ states }, at) =>
      (states ?? []).map((state, place): [string, Misfit['keys']] => [
        state,
        ['serves', at, 'states', place],
      ]),
    ),
    ...record.findings.map(({ state }, at): [string | null, Misfit['keys']] => [
      state,
      ['findings', at, 'state'],
    ]),
  ]
  return named.flatMap(([state, keys]) =>
    state === null || known.has(state) ? [] : [{ keys, reason: `${state} is not a US state` }],
  )
}
