/** What registry checks have put into a record, told from what its file and its curators say. */

import type { ProviderRecord } from './provider.ts'

/** Sources that checks write are numbered from here on; curators' own stand below. */
export const FIRST_CHECK_SOURCE = 900

/** Whether a source, named `S900` or the like, was written by a check. */
export function isCheckSource(id: string): boolean {
  return Number(id.slice(1)) >= FIRST_CHECK_SOURCE
}

/** The record without what checks put into it. */
export function withoutChecks(record: ProviderRecord): ProviderRecord {
  return {
    ...record,
    findings: record.findings.filter(({ source }) => !isCheckSource(source)),
    events: record.events.filter(({ source }) => !isCheckSource(source)),
    sources: record.sources.filter(({ id }) => !isCheckSource(id)),
  }
}

/** The record with what checks have put into the stored one: a file cannot know of it. */
export function withChecksOf(record: ProviderRecord, stored: ProviderRecord): ProviderRecord {
  const own = withoutChecks(record)
  return {
    ...own,
    findings: [...own.findings, ...stored.findings.filter(({ source }) => isCheckSource(source))],
    events: [...own.events, ...stored.events.filter(({ source }) => isCheckSource(source))],
    sources: [...own.sources, ...stored.sources.filter(({ id }) => isCheckSource(id))],
  }
}
