/** Puts what checks found into a provider's record, and takes out what they no longer find. */

import { FIRST_CHECK_SOURCE, withoutChecks } from '#core/check-findings.ts'
import type { RegistryEvent } from '#core/discipline-events.ts'
import type { ProviderRecord, Source } from '#core/provider.ts'
import type { CheckSource, RegistryFinding } from '#core/registry-check.ts'

const BASIS_LENGTH = 300
const cut = (text: string) =>
  text.length <= BASIS_LENGTH ? text : `${text.slice(0, BASIS_LENGTH - 1)}…`

export type Produced = {
  findings: RegistryFinding[]
  events: { event: RegistryEvent; source: Pick<Source, 'url' | 'publisher' | 'observed_on'> }[]
  checked_on: CheckSource['checked_on']
}

/** What the source of a finding is: the NPI registry only holds what people typed into it. */
function sourceOfFinding(
  finding: RegistryFinding,
  checked_on: Produced['checked_on'],
): Omit<Source, 'id'> {
  const isNpi = finding.strength === 'weak'
  return {
    url: finding.url ?? '',
    kind: isNpi ? 'registry' : 'regulator',
    publisher: isNpi ? 'NPI registry (CMS)' : null,
    title: 'Checked against a public register',
    observed_on: finding.observed_on,
    retrieved_on: finding.retrieved_on ?? checked_on,
    excerpt_only: false,
    repost_of: null,
  }
}

/** The record with the findings and events of its checks in place of those of earlier checks. */
export function withChecks(record: ProviderRecord, produced: Produced): ProviderRecord {
  const own = withoutChecks(record)
  const sources = [...own.sources]
  const named = new Map<string, string>()
  const label = (source: Omit<Source, 'id'>) => {
    const key = JSON.stringify(source)
    const known = named.get(key)
    if (known) return known
    const id = `S${FIRST_CHECK_SOURCE + named.size}`
    named.set(key, id)
    sources.push({ id, ...source })
    return id
  }
  const findings = produced.findings.map((finding) => ({
    criterion: finding.criterion,
    level: finding.level,
    strength: finding.strength ?? null,
    modality: null,
    setting: null,
    state: finding.state ?? null,
    basis: cut(finding.basis),
    at_least: finding.at_least ?? false,
    source: label(sourceOfFinding(finding, produced.checked_on)),
  }))
  const events = produced.events.map(({ event, source }) => ({
    ...event,
    summary: cut(event.summary),
    source: label({
      ...source,
      kind: 'regulator',
      title: 'Actions of the board',
      retrieved_on: produced.checked_on,
      excerpt_only: false,
      repost_of: null,
    }),
  }))
  return {
    ...own,
    findings: [...own.findings, ...findings],
    events: [...own.events, ...events],
    sources,
  }
}
