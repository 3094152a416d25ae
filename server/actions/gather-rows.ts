/** Everything in the loaded lists that may be about the subjects, with what reviewers decided. */

import type { IsoDate } from '#core/calendar.ts'
import type { Check } from '#core/registry-check.ts'
import { isSettled } from '#core/registry-check.ts'
import { exclusionIdentity, licenseIdentity, npiIdentity } from '#core/registry-identity.ts'
import type { ExclusionRow, NpiRecord } from '#core/registry-rows.ts'
import { NPI_SOURCE } from '#db/check-reviews.ts'
import { npiPages } from '#db/npi-rows.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import { listCurrentImports } from '#db/registry-imports.ts'
import { exclusionPages, licensePages, listDiscipline } from '#db/registry-rows.ts'
import type { Db } from '#db/schema.ts'
import type { NpiApi } from '../registries/npi-api.ts'
import { withAttachedNpis } from './attached-npis.ts'
import type { Candidate } from './candidates.ts'
import { findCandidates } from './candidates.ts'
import { EXCLUSION_LISTS } from './exclusion-check.ts'
import type { LicenseCandidate } from './license-check.ts'
import { checkNpi, isSoughtByName } from './npi-check.ts'
import type { Reviewed } from './reviewed.ts'
import { reviews, withReview } from './reviewed.ts'
import type { Subject } from './subjects.ts'
import { withNpiRecord } from './subjects.ts'

/** The list that reviews of exclusions go by, whichever file a row stood in. */
export const EXCLUSION_SOURCE = 'oig-leie'

export type Gathered = {
  /** With all that the subject's own NPI record knows. */
  subject: Subject
  npi: Check<NpiRecord>
  exclusions: Candidate<ExclusionRow>[]
  licenses: LicenseCandidate[]
}

/** How far the looks at the NPI registry are. */
export type LookUps = { done: number; total: number }

export type Gathering = {
  /** null: no calls are made. */
  api: NpiApi | null
  today: IsoDate
  /** Told of each look where calls are made. */
  onLookUp?: (progress: LookUps) => void
}

async function gatherNpis(
  db: Db,
  subjects: readonly Subject[],
  reviewed: Reviewed,
  { api, today, onLookUp }: Gathering,
): Promise<Map<Subject, Check<NpiRecord>>> {
  const named = await findCandidates(subjects.filter(isSoughtByName), npiPages(db), npiIdentity)
  const checks = new Map<Subject, Check<NpiRecord>>()
  for (const subject of subjects) {
    const check = await checkNpi(db, subject, named.get(subject) ?? [], api, today)
    if (check.outcome === 'checked') {
      for (const found of check.matches) {
        Object.assign(found, withReview(found.match, reviewed(subject, NPI_SOURCE, found.row_key)))
      }
    }
    checks.set(subject, check)
    if (api !== null) onLookUp?.({ done: checks.size, total: subjects.length })
  }
  return checks
}

/** The subject, enriched by its own NPI records that are settled. */
function enriched(subject: Subject, check: Check<NpiRecord> | undefined): Subject {
  const settled = check?.outcome === 'checked' ? check.matches.filter(isSettled) : []
  return settled.reduce((known, { row }) => withNpiRecord(known, row), subject)
}

async function gatherLicenses(
  db: Db,
  subjects: readonly Subject[],
  imports: readonly RegistryImport[],
  reviewed: Reviewed,
): Promise<Map<Subject, LicenseCandidate[]>> {
  const all = new Map<Subject, LicenseCandidate[]>(subjects.map((subject) => [subject, []]))
  const lists = new Set(imports.map(({ list }) => list).filter((one) => one.startsWith('license:')))
  for (const list of lists) {
    const found = await findCandidates(subjects, licensePages(db, list), licenseIdentity)
    for (const [subject, candidates] of found) {
      for (const one of candidates) {
        const discipline = await listDiscipline(db, one.from.id, one.line)
        const said = withReview(one.match, reviewed(subject, list, one.row.row_key))
        all.get(subject)?.push({ ...one, row: { ...one.row, discipline }, ...said })
      }
    }
  }
  return all
}

async function gatherExclusions(db: Db, subjects: readonly Subject[]) {
  const all = new Map<Subject, Candidate<ExclusionRow>[]>()
  for (const list of Object.keys(EXCLUSION_LISTS)) {
    const found = await findCandidates(subjects, exclusionPages(db, list), exclusionIdentity)
    for (const [subject, rows] of found) all.set(subject, [...(all.get(subject) ?? []), ...rows])
  }
  return all
}

/**
 * Reads every loaded list once, for all people and companies; numbers that people attached to them
 * count as known.
 */
export async function gatherRows(
  db: Db,
  listed: readonly Subject[],
  gathering: Gathering,
): Promise<{ gathered: Gathered[]; imports: RegistryImport[]; reviewed: Reviewed }> {
  const reviewed = await reviews(db)
  const subjects = await withAttachedNpis(db, listed)
  const imports = await listCurrentImports(db)
  const npis = await gatherNpis(db, subjects, reviewed, gathering)
  const known = subjects.map((subject) => ({
    subject: enriched(subject, npis.get(subject)),
    npi: npis.get(subject) ?? ({ outcome: 'not_checked' } as const),
  }))
  const whole = known.map(({ subject }) => subject)
  const exclusions = await gatherExclusions(db, whole)
  const licenses = await gatherLicenses(db, whole, imports, reviewed)
  const gathered = known.map(({ subject, npi }) => ({
    subject,
    npi,
    exclusions: exclusions.get(subject) ?? [],
    licenses: licenses.get(subject) ?? [],
  }))
  return { gathered, imports, reviewed }
}
