/** What the directory says about saved providers, and their assessment with and without answers. */

import { computed, signal } from '@preact/signals'
import type { Assessed } from '#core/ask-sheet.ts'
import { assessShown, shownCase } from '#core/ask-sheet.ts'
import { findingsOf } from '#core/assess.ts'
import type { IsoDate } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { Cost } from '#core/cost.ts'
import { costAmongCases } from '#core/cost.ts'
import type { Context } from '#core/listing.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed } from '#core/provider.ts'
import type { PreparedRubric, Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'
import type { Shortlist } from '#core/shortlist.ts'
import { answersAbout } from '#core/shortlist.ts'
import { sourcedAnswers } from '#core/told-findings.ts'
import { breathe } from '../state/in-pieces.ts'
import { shortlist } from '../state/kept.ts'

/** `gone`: no longer in the directory. `failed`: it could not be asked for. */
export type Found = ProviderRecord | 'gone' | 'failed'

export const found = signal<ReadonlyMap<string, Found>>(new Map())
export const prepared = signal<PreparedRubric | null>(null)
/** Whether the rubric could not be fetched; nothing can be assessed without it. */
export const isRubricMissing = signal(false)
/** The day of the page, by the server's calendar; assessments are made for it. */
export const today = signal<IsoDate>('1970-01-01' as IsoDate)
/** Whether answers count in what is shown. */
export const withMine = signal(true)

/** The kind of care that the address names, before the one that a provider was saved for. */
export const wantedCase = signal<string | null>(null)

async function getJson(address: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(address, { headers: { accept: 'application/json' } })
  return { status: response.status, body: response.ok ? await response.json() : null }
}

/** A provider's record as the directory has it now. Never rejects. */
export async function findOne(id: string): Promise<Found> {
  try {
    const { status, body } = await getJson(`/api/providers/${encodeURIComponent(id)}`)
    if (status === 404) return 'gone'
    return body === null ? 'failed' : (body as { record: ProviderRecord }).record
  } catch {
    return 'failed'
  }
}

/** Asks for the rubric once, and for each provider that is not here yet. Never rejects. */
export async function loadFacts(ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => {
    const known = found.value.get(id)
    return known === undefined || known === 'failed'
  })
  const rubric = prepared.value === null ? getJson('/api/rubric').catch(() => null) : null
  const answers = await Promise.all(missing.map(async (id) => [id, await findOne(id)] as const))
  const body = (await rubric)?.body
  await breathe()
  if (body) prepared.value = prepareRubric(body as Rubric)
  isRubricMissing.value = prepared.value === null
  // One by one: to judge and draw them all at once would hold up a phone.
  for (const answer of answers) {
    await breathe()
    found.value = new Map([...found.value, answer])
    facts.peek()
  }
}

export type EntryFacts = {
  record: ProviderRecord
  context: Context
  /**
   * From public evidence alone, and with what the person was told; null where no case is known, and
   * for a closed provider, which takes no points and no price either.
   */
  plain: Assessed | null
  told: Assessed | null
  cost: Cost | null
}

/** A provider's figures under a shortlist's answers and care plan. */
export function factsFor(
  record: ProviderRecord,
  list: Shortlist,
  wanted: string | null,
  rubric: PreparedRubric,
  day: IsoDate,
): EntryFacts {
  const plan = list.care_plan ?? DEFAULT_CARE_PLAN
  const context: Context = { prepared: rubric, today: day, state: null, plan }
  const of = isClosed(record) ? null : shownCase(record, wanted, context)
  if (of === null) return { record, context, plain: null, told: null, cost: null }
  const answers = sourcedAnswers(answersAbout(list, record.id), rubric)
  const findings = [...findingsOf(record), ...answers.map(({ finding }) => finding)]
  return {
    record,
    context,
    plain: assessShown(record, of, context),
    told: answers.length > 0 ? assessShown(record, of, context, findings) : null,
    cost: costAmongCases(record, of, plan, rubric, day),
  }
}

type Known = { of: readonly unknown[]; facts: EntryFacts }
const known = new WeakMap<ProviderRecord, Known>()

/** `factsFor`, not counted again while nothing that it depends on has changed. */
function factsOnce(...given: Parameters<typeof factsFor>): EntryFacts {
  const [record] = given
  const before = known.get(record)
  if (before && given.every((one, at) => one === before.of[at])) return before.facts
  const made = factsFor(...given)
  known.set(record, { of: given, facts: made })
  return made
}

/** The figures of every provider that is here, by id. */
export const facts = computed<ReadonlyMap<string, EntryFacts>>(() => {
  const rubric = prepared.value
  const list = shortlist.value
  const wanted = new Map(list.entries.map((entry) => [entry.provider, entry.case]))
  const all = new Map<string, EntryFacts>()
  if (rubric === null) return all
  for (const [id, record] of found.value) {
    if (typeof record === 'string') continue
    all.set(
      id,
      factsOnce(record, list, wantedCase.value ?? wanted.get(id) ?? null, rubric, today.value),
    )
  }
  return all
})

/** What is shown of a provider: with answers where they count and there are any. */
export function shownOf({ plain, told }: EntryFacts): Assessed | null {
  return withMine.value ? (told ?? plain) : plain
}

/** Whether a saved provider can stand in a comparison: not closed, and not known to be removed. */
export function isComparable(id: string): boolean {
  const one = found.value.get(id)
  return one !== 'gone' && (typeof one !== 'object' || !isClosed(one))
}
