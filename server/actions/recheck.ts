/** What is due for another look by the rubric's days, gravest first. */

import type { IsoDate } from '#core/calendar.ts'
import { addDays, daysBetween, firstDay } from '#core/calendar.ts'
import { factAge } from '#core/freshness.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed, sourceOf } from '#core/provider.ts'
import type { Criterion, Rubric } from '#core/rubric.ts'
import { listRecords } from '#db/providers.ts'
import { listCurrentImports } from '#db/registry-imports.ts'
import { getLatestRubric } from '#db/rubrics.ts'
import type { Db } from '#db/schema.ts'
import type { DueFile } from './due-files.ts'
import { dueFiles } from './due-files.ts'

export type Due = {
  provider_id: string
  criterion: string
  short_label: string
  is_gate: boolean
  weight: number
  /** The newest day on which a source said it; null: no dated finding. */
  last_on: string | null
  /** Days since it fell due; null where nothing was ever dated. */
  overdue_days: number | null
  /** Whether it says nothing any more, or has only grown weaker. */
  stale: boolean
  /** `program`: `recheck` checks it against the loaded files by itself. */
  by: 'program' | 'person'
}

/** The criteria that registries can answer. */
const BY_PROGRAM: readonly string[] = ['A1', 'A2', 'A3']

function newestDay(record: ProviderRecord, criterion: string): string | null {
  const days = record.findings
    .filter((finding) => finding.criterion === criterion)
    .map(({ source }) => sourceOf(record, source).observed_on)
    .filter((day) => day !== null)
  return days.sort().at(-1) ?? null
}

function dueOf(record: ProviderRecord, criterion: Criterion, today: IsoDate): Due | null {
  const { id, recheck_days, stale_days, short_label, weight, gate } = criterion
  const stated = record.findings.some((finding) => finding.criterion === id)
  const last_on = newestDay(record, id)
  const age = factAge(last_on, { recheck_days, stale_days }, today)
  // What nobody ever answered is a question for the provider, not a re-check; gates are looked at.
  if (age === 'fresh' || age === 'future' || (!stated && gate === undefined)) return null
  const due = last_on === null ? null : addDays(firstDay(last_on), recheck_days)
  return {
    provider_id: record.id,
    criterion: id,
    short_label,
    is_gate: gate !== undefined,
    weight,
    last_on,
    overdue_days: due === null ? null : daysBetween(due, today),
    stale: age === 'stale' || age === 'undated',
    by: BY_PROGRAM.includes(id) && record.origin === 'real' ? 'program' : 'person',
  }
}

/** Gates before the rest, then by weight, then what says nothing any more, then the longest due. */
function byConsequence(one: Due, other: Due): number {
  return (
    Number(other.is_gate) - Number(one.is_gate) ||
    other.weight - one.weight ||
    Number(other.stale) - Number(one.stale) ||
    (other.overdue_days ?? 1e6) - (one.overdue_days ?? 1e6) ||
    one.provider_id.localeCompare(other.provider_id)
  )
}

function dueIn(records: readonly ProviderRecord[], rubric: Rubric, today: IsoDate): Due[] {
  return records
    .filter((record) => !isClosed(record))
    .flatMap((record) => rubric.criteria.flatMap((one) => dueOf(record, one, today) ?? []))
    .sort(byConsequence)
}

/** Everything that is due on a day. Closed providers are left alone. */
export async function listDue(db: Db, today: IsoDate): Promise<{ due: Due[]; files: DueFile[] }> {
  const records = await listRecords(db)
  const due = dueIn(records, await getLatestRubric(db), today)
  return { due, files: dueFiles(await listCurrentImports(db), records, today) }
}
