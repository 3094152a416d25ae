/** Rubric versions. A version, once stored, never changes: assessments name it. */

import { parseRubric } from '#core/contract/rubric.ts'
import type { Rubric } from '#core/rubric.ts'
import type { Act } from './changes.ts'
import { insertChange, lockCatalog } from './changes.ts'
import { contentHash } from './content-hash.ts'
import { NoRubric } from './no-rubric.ts'
import type { Db, Trx } from './schema.ts'

/** The version is stored with other content: what was judged by it must stay as it was. */
export class RubricChanged extends Error {
  constructor(version: string) {
    super(`rubric ${version} is already stored with other content: give it a new version`)
    this.name = 'RubricChanged'
  }
}

/**
 * Stores a rubric under its version. The same content changes nothing; throws `RubricChanged` when
 * the version is already there with other content.
 */
export async function saveRubric(
  trx: Trx,
  rubric: Rubric,
  act: Act,
): Promise<'added' | 'unchanged'> {
  await lockCatalog(trx)
  const { version } = rubric
  const content_hash = contentHash(rubric)
  const stored = await trx
    .selectFrom('rubric_version')
    .select('content_hash')
    .where('version', '=', version)
    .executeTakeFirst()
  if (stored?.content_hash === content_hash) return 'unchanged'
  if (stored) throw new RubricChanged(version)
  const content = JSON.stringify(rubric)
  await trx
    .insertInto('rubric_version')
    .values({ id: `rubric@${version}`, version, content, content_hash, added_at: act.at })
    .execute()
  await insertChange(trx, {
    provider_id: null,
    action: 'rubric_added',
    superseded: null,
    ...act,
  })
  return 'added'
}

/** Positive when the first version is the newer one: 1.10.0 comes after 1.9.0. */
function compareVersions(one: string, other: string): number {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** The rubric with the highest version; throws `NoRubric` when none is stored. */
export async function getLatestRubric(db: Db): Promise<Rubric> {
  const rows = await db.selectFrom('rubric_version').select('version').execute()
  const latest = rows
    .map((row) => row.version)
    .sort(compareVersions)
    .at(-1)
  const rubric = latest === undefined ? null : await findRubric(db, latest)
  if (rubric === null) throw new NoRubric()
  return rubric
}

/** The rubric of one version, or null; throws an `Error` when its stored text was damaged. */
export async function findRubric(db: Db, version: string): Promise<Rubric | null> {
  const row = await db
    .selectFrom('rubric_version')
    .select('content')
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined) return null
  const parsed = parseRubric(JSON.parse(row.content))
  if (parsed.ok) return parsed.rubric
  const [first] = parsed.problems
  throw new Error(`stored rubric ${version} is damaged: ${first?.path} ${first?.reason}`)
}
