/** Checks the directory against the loaded registries and writes down what came of it. */

import type { Match } from '#core/match.ts'
import type { MatchLevel } from '#core/match-ladder.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { holderName } from '#core/registry-rows.ts'
import { insertChange, lockCatalog } from '#db/changes.ts'
import { listPersonChecks, saveChecks } from '#db/check-results.ts'
import type { FoundItem } from '#db/check-reviews.ts'
import { NPI_SOURCE, saveReviewItems } from '#db/check-reviews.ts'
import { findRecord, listRecords, saveRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { exclusionKey, exclusionWords } from './exclusion-check.ts'
import type { Gathered, Gathering } from './gather-rows.ts'
import { EXCLUSION_SOURCE, gatherRows } from './gather-rows.ts'
import type { Judged } from './judge-provider.ts'
import { judgeProvider } from './judge-provider.ts'
import { licenseWords } from './license-check.ts'
import { withChecks } from './publish-checks.ts'
import type { Subject } from './subjects.ts'
import { subjectsOf } from './subjects.ts'

export type VerifyRequest = Gathering & {
  /** null: all providers. */
  provider_ids: readonly string[] | null
  actor: string
  /** The instant it is, ISO text ending in Z. */
  at: string
}

export type Verified = {
  provider_id: string
  name: string
  /** Whether the record or its checks are other than before. */
  changed: boolean
  checks: Judged['checks']
  findings: { criterion: string; level: string; basis: string }[]
  /** Rows that wait for a person. */
  waiting: number
}

/** Invented providers have the names of nobody: checking them would only find namesakes. */
const isReal = ({ origin, country }: ProviderRecord) => origin === 'real' && country === 'US'

async function recordsOf(db: Db, ids: VerifyRequest['provider_ids']): Promise<ProviderRecord[]> {
  if (ids === null) return (await listRecords(db)).filter(isReal)
  const found: ProviderRecord[] = []
  for (const id of ids) {
    const record = await findRecord(db, id)
    if (record === null) throw new RangeError(`No provider has the id "${id}".`)
    if (isReal(record)) found.push(record)
  }
  return found
}

function item(
  { provider_id, kind, name }: Subject,
  list: string,
  row: { key: string; words: string },
  match: Match,
  found_at: string,
): FoundItem {
  return {
    provider_id,
    subject_kind: kind,
    subject: name,
    list,
    row_key: row.key,
    row_words: row.words,
    level: match.level as Exclude<MatchLevel, 'different'>,
    agreed: match.agreed.join(', '),
    disagreed: match.disagreed.join(', '),
    because: match.because,
    found_at,
  }
}

/** Every match as a question that a person can answer; certain ones too, so that they can be undone. */
function itemsOf({ subject, npi, exclusions, licenses }: Gathered, at: string): FoundItem[] {
  const npiMatches = npi.outcome === 'checked' ? npi.matches : []
  return [
    ...npiMatches.map(({ row, row_key, match }) => {
      const place = [row.practice?.city, row.practice?.state].filter(Boolean).join(' ')
      const words = [`NPI ${row_key}`, holderName(row), row.credential, place, row.status].filter(
        Boolean,
      )
      return item(subject, NPI_SOURCE, { key: row_key, words: words.join('; ') }, match, at)
    }),
    ...exclusions.map(({ row, match }) => {
      const of = { key: exclusionKey(row), words: exclusionWords(row) }
      return item(subject, EXCLUSION_SOURCE, of, match, at)
    }),
    ...licenses.map(({ row, from, match }) =>
      item(subject, from.list, { key: row.row_key, words: licenseWords(row) }, match, at),
    ),
  ]
}

async function store(
  db: Db,
  record: ProviderRecord,
  judged: Judged,
  items: FoundItem[],
  { actor, at }: VerifyRequest,
): Promise<boolean> {
  const reason = 'Checked against public registries.'
  return await db.transaction().execute(async (trx) => {
    await lockCatalog(trx)
    await saveReviewItems(trx, items)
    const checks = await saveChecks(trx, record.id, judged.checks, at)
    const saved = await saveRecord(trx, withChecks(record, judged.produced), { actor, reason, at })
    if (saved === 'unchanged' && checks === 'changed') {
      // The page shows the checks, so that its version must step, too.
      const change = { provider_id: record.id, action: 'changed' as const, superseded: null }
      await insertChange(trx, { ...change, actor, reason, at })
    }
    return saved !== 'unchanged' || checks === 'changed'
  })
}

/**
 * Checks providers and stores checks, findings and questions for reviewers. Doing it twice on one
 * day changes nothing the second time. Throws `RangeError` for an id that no provider has.
 */
export async function verify(db: Db, request: VerifyRequest): Promise<Verified[]> {
  const { today, at } = request
  const records = await recordsOf(db, request.provider_ids)
  const subjects = records.flatMap(subjectsOf)
  const { gathered, imports, reviewed } = await gatherRows(db, subjects, request)
  const results: Verified[] = []
  for (const record of records) {
    const mine = gathered.filter(({ subject }) => subject.provider_id === record.id)
    const persons = await listPersonChecks(db, record.id)
    const judged = judgeProvider({ record, gathered: mine, imports, reviewed, persons, today })
    const items = mine.flatMap((one) => itemsOf(one, at))
    results.push({
      provider_id: record.id,
      name: record.name,
      changed: await store(db, record, judged, items, request),
      checks: judged.checks,
      findings: judged.produced.findings.map(({ criterion, level, basis }) => ({
        criterion,
        level,
        basis,
      })),
      waiting: judged.checks.filter(({ state }) => state === 'in_review').length,
    })
  }
  return results
}
