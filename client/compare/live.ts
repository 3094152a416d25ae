/**
 * The comparison as it lives in the browser: the address says what is compared, the records are
 * those of the server, and the rest follows from them by the same code that the server runs.
 */

import { computed, signal } from '@preact/signals'
import type { IsoDate } from '#core/calendar.ts'
import { carePlanProblem } from '#core/care-plan.ts'
import { compare } from '#core/compare.ts'
import { MAX_COMPARED, MIN_COMPARED } from '#core/compare-limits.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed } from '#core/provider.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import { replaceChosen } from '../state/chosen.ts'
import { shortlist } from '../state/kept.ts'
import { askedIn, withPlan } from './address.ts'
import { changeInWords } from './changes.ts'
import { loadRecord } from './load-data.ts'
import { withOwnAnswers } from './own-answers.ts'

export type Ground = { prepared: PreparedRubric; today: IsoDate }

/** Set once, before anything below is read. */
export const ground = signal<Ground | null>(null)
export const address = signal('')
const loaded = signal<ReadonlyMap<string, ProviderRecord>>(new Map())
/** Whether what this person was told counts: not in the first drawing, which is the server's. */
export const withAnswers = signal(false)
/** The provider that the next one found takes the place of; null: it is added. */
export const swapping = signal<string | null>(null)
/** Why the plan as typed cannot be used; null when it can. */
export const planProblem = signal<string | null>(null)
/** What a screen reader is told. */
export const said = signal('')

/** The public records, in the order of the address. */
const publicRecords = computed(() =>
  askedIn(address.value).ids.flatMap((id) => loaded.value.get(id) ?? []),
)

/** The answers of this person's that are about the compared providers. */
export const ownAnswers = computed(() => {
  const ids = publicRecords.value.map(({ id }) => id)
  return shortlist.value.answers.filter(
    ({ provider, level }) => ids.includes(provider) && level !== 'no_answer',
  )
})

/** The records that are compared, own answers added unless they are left out. */
export const records = computed(() => {
  const { prepared } = groundOrThrow()
  const answers = withAnswers.value ? ownAnswers.value : []
  return publicRecords.value.map((record) => withOwnAnswers(record, answers, prepared))
})

function groundOrThrow(): Ground {
  if (ground.value === null) throw new Error('the comparison is read before it is loaded')
  return ground.value
}

/** The situation that the address tells, as core's functions take it. */
export const context = computed(() => {
  const { state, plan } = askedIn(address.value)
  return { ...groundOrThrow(), state, plan }
})

export const comparison = computed(() => {
  const { case: asked } = askedIn(address.value)
  const known = asked !== null && context.value.prepared.caseById.has(asked)
  return compare(records.value, { ...context.value, case: known ? asked : null })
})

/** Loads what an address compares; a closed provider or a failed request is an error in words. */
async function loadAll(ids: readonly string[]): Promise<void> {
  const found = await Promise.all(ids.map(loadRecord))
  const closed = found.find(isClosed)
  if (closed) throw new Error(`${closed.name} is closed and cannot be compared.`)
  loaded.value = new Map([...loaded.value, ...found.map((one) => [one.id, one] as const)])
}

const nameOf = (id: string) => loaded.value.get(id)?.name ?? id

let latest = 0

/** Opens the comparison that the server has drawn; false when it cannot be done here. */
export async function openComparison(url: string): Promise<void> {
  await loadAll(askedIn(url).ids)
  address.value = url
}

/** Takes over an address in place; 2 to 4 are compared here, any other count is another page. */
export async function show(url: string, how: 'push' | 'replace' | 'back'): Promise<void> {
  const { ids } = askedIn(url)
  if (ids.length < MIN_COMPARED || ids.length > MAX_COMPARED) {
    location.assign(url)
    return
  }
  latest += 1
  const turn = latest
  const missing = ids.some((id) => !loaded.value.has(id))
  if (missing) {
    said.value = 'Loading…'
    try {
      await loadAll(ids)
    } catch (refusal) {
      const closed = refusal instanceof Error && refusal.message.endsWith('compared.')
      said.value = closed
        ? refusal.message
        : 'The provider could not be loaded. The comparison is unchanged. Try again.'
      return
    }
  }
  if (turn !== latest) return
  const before = address.value
  if (how === 'push') history.pushState(null, '', url)
  if (how === 'replace') history.replaceState(null, '', url)
  address.value = url
  const names = ids.map(nameOf)
  document.title = `${names.join(' and ')} · Touchstone`
  replaceChosen(ids.map((id, at) => ({ id, name: names[at] ?? id })))
  const words = changeInWords(before, url, nameOf)
  if (words !== null) said.value = words
}

/** The plan as typed: taken over when it can be used, else what is wrong with it is said. */
export function typePlan(sessions: string, maintenance: string): void {
  const plan = {
    first_course_sessions: sessions.trim() === '' ? Number.NaN : Number(sessions),
    maintenance_per_month: maintenance.trim() === '' ? Number.NaN : Number(maintenance),
  }
  const problem = carePlanProblem(plan)
  const field =
    problem?.field === 'first_course_sessions' ? 'Sessions in the first course' : 'Sessions a month'
  planProblem.value = problem && `${field} ${problem.detail}.`
  if (problem === null) void show(withPlan(address.value, plan), 'replace')
}
