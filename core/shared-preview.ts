/** What a shared shortlist, from a link or a file, carries and would change, in words. */

import type { Answer } from './answers.ts'
import { answerKey } from './answers.ts'
import { appointmentInWords } from './appointment-words.ts'
import { countInWords } from './cost-words.ts'
import { moneyInWords } from './money.ts'
import { MUST_HAVE_WORDS } from './rank-must-haves.ts'
import { same } from './saved-merge.ts'
import type { SavedPlan, Shortlist, ShortlistEntry } from './shortlist.ts'
import { ENTRY_STATUS_WORDS } from './shortlist.ts'
import { addShared } from './shortlist-merge.ts'

/** One provider that it carries, and what is carried about it that is not on one's own list. */
export type SharedProvider = { provider: string; name: string; brings: string[] }

/** A kind of care in words, from its id. */
export type CaseWords = (id: string) => string

export type SharedPreview = {
  new_providers: SharedProvider[]
  /** On one's own list, where something else stands about it. */
  different: SharedProvider[]
  /** On one's own list already, just as it is carried. */
  same: SharedProvider[]
  /** A sentence for each other thing: answers, order, care plan, weights, must-haves. */
  others: string[]
  changes_nothing: boolean
}

/** "Status: Booked", and what becomes of one's own; null where nothing else is carried. */
function settled(what: string, mine: string, theirs: string, after: string): string | null {
  if (theirs === '' || theirs === mine) return null
  if (mine === '') return `${what}: ${theirs}`
  if (after === mine) return `${what}: ${theirs}. Yours stays: ${mine}`
  return `${what}: ${after} instead of ${mine}`
}

const noteInWords = (what: string, mine: string, theirs: string, after: string) =>
  theirs.trim() === '' || after === mine ? null : what + (mine.trim() && ', put beside yours')

/** What is carried about one provider that one's own entry, if there is one, does not hold. */
function broughtTo(
  mine: ShortlistEntry | null,
  theirs: ShortlistEntry,
  after: ShortlistEntry,
  caseWords: CaseWords,
): string[] {
  const field = (what: string, words: (entry: ShortlistEntry) => string) =>
    settled(what, mine === null ? '' : words(mine), words(theirs), words(after))
  const note = (what: string, text: (entry: ShortlistEntry) => string) =>
    noteInWords(what, mine === null ? '' : text(mine), text(theirs), text(after))
  const isUntouched = theirs.status === 'to_call'
  return [
    field('Kind of care', (entry) => (entry.case === null ? '' : caseWords(entry.case))),
    isUntouched ? null : field('Status', ({ status }) => ENTRY_STATUS_WORDS[status]),
    field('Appointment', ({ appointment }) =>
      appointment === null ? '' : appointmentInWords(appointment),
    ),
    note('A note on the appointment', ({ appointment }) => appointment?.note ?? ''),
    note('A note', (entry) => entry.note),
  ].filter((words) => words !== null)
}

function answersInWords(mine: readonly Answer[], theirs: readonly Answer[], after: Shortlist) {
  const known = new Map(mine.map((one) => [answerKey(one), one]))
  const next = new Map(after.answers.map((one) => [answerKey(one), one]))
  const fates = theirs.map((one) => {
    const before = known.get(answerKey(one))
    if (before === undefined) return 'new'
    return same(before, next.get(answerKey(one))) ? 'there' : 'changed'
  })
  const count = (fate: string) => fates.filter((one) => one === fate).length
  return `${countInWords(theirs.length, 'answer')}: ${count('new')} new, ${count('changed')} that would change yours, ${count('there')} that you have.`
}

function planInWords(plan: SavedPlan): string {
  const { first_course_sessions, maintenance_per_month, horizon_months } = plan
  const told = plan.told_by_insurer_cents
  const insured = told === null ? '' : `, ${moneyInWords(told)} a session as an insurer said`
  return `${countInWords(first_course_sessions, 'session')} to start, ${maintenance_per_month} a month after, over ${horizon_months} months${insured}`
}

/** What becomes of a choice of which a list holds one: care plan, weights, must-haves. */
function choiceInWords(what: string, mine: unknown, theirs: unknown): string {
  if (same(mine, theirs)) return `${what}: the same as yours.`
  const has = mine !== null && !same(mine, [])
  return has ? `${what}: yours stays.` : `${what}: taken as yours, since you have set none.`
}

function othersInWords(mine: Shortlist, shared: Shortlist, after: Shortlist, added: number) {
  const { answers, care_plan, weights, must_haves } = shared
  const wanted = must_haves.map((one) => MUST_HAVE_WORDS[one]).join(', ')
  const isBehind = mine.entries.length > 0
  return [
    added > 0 && shared.entries.length > 1
      ? `Order: as in the list${isBehind ? ', new ones after yours' : ''}.`
      : null,
    answers.length > 0 ? answersInWords(mine.answers, answers, after) : null,
    care_plan && choiceInWords(`Care plan (${planInWords(care_plan)})`, mine.care_plan, care_plan),
    weights && choiceInWords('Weights, what matters most', mine.weights, weights),
    wanted === '' ? null : choiceInWords(`Must-haves (${wanted})`, mine.must_haves, must_haves),
  ].filter((words) => words !== null)
}

/** What adding a shared list would bring to one's own, all of it by name. */
export function previewShared(
  mine: Shortlist,
  shared: Shortlist,
  caseWords: CaseWords,
): SharedPreview {
  const after = addShared(mine, shared)
  const find = ({ entries }: Shortlist, id: string) =>
    entries.find(({ provider }) => provider === id) ?? null
  const providers = shared.entries.map((theirs) => {
    const own = find(mine, theirs.provider)
    const next = find(after, theirs.provider) ?? theirs
    return {
      own,
      next,
      shown: {
        provider: theirs.provider,
        name: theirs.name,
        brings: broughtTo(own, theirs, next, caseWords),
      },
    }
  })
  const isDifferent = ({ own, shown }: (typeof providers)[number]) =>
    own !== null && shown.brings.length > 0
  const fresh = providers.filter(({ own }) => own === null)
  return {
    new_providers: fresh.map(({ shown }) => shown),
    different: providers.filter(isDifferent).map(({ shown }) => shown),
    same: providers
      .filter((one) => one.own !== null && !isDifferent(one))
      .map(({ shown }) => shown),
    others: othersInWords(mine, shared, after, fresh.length),
    changes_nothing: same(mine, after),
  }
}
