/**
 * Merging shortlists: two tabs that both changed one, an imported file, a shared link. Nothing that
 * a person wrote is lost: notes that differ are put one below the other. And undo.
 */

import type { Answer } from './answers.ts'
import { answerKey } from './answers.ts'
import type { Settle } from './saved-merge.ts'
import { bothNotes, either, mergeLists, pick, same } from './saved-merge.ts'
import type { Shortlist, ShortlistEntry } from './shortlist.ts'
import { ENTRY_STATUSES, renumbered } from './shortlist.ts'

/** What is set rather than not; else the same on both sides. */
function set<Value>(mine: Value | null, theirs: Value | null): Value | null {
  if (mine === null || theirs === null) return mine ?? theirs
  return either(mine, theirs)
}

const further = (mine: ShortlistEntry['status'], theirs: ShortlistEntry['status']) =>
  ENTRY_STATUSES.indexOf(mine) > ENTRY_STATUSES.indexOf(theirs) ? mine : theirs

function bothAppointments(
  mine: ShortlistEntry['appointment'],
  theirs: ShortlistEntry['appointment'],
  base?: ShortlistEntry['appointment'],
) {
  if (mine === null || theirs === null) return mine ?? theirs
  const stands = either({ ...mine, note: '' }, { ...theirs, note: '' })
  return { ...stands, note: bothNotes(mine.note, theirs.note, base?.note) }
}

function mergeEntry(
  base: ShortlistEntry | undefined,
  mine: ShortlistEntry,
  theirs: ShortlistEntry,
): ShortlistEntry {
  const settled = <Key extends keyof ShortlistEntry>(key: Key, by: Settle<ShortlistEntry[Key]>) =>
    pick(base?.[key], mine[key], theirs[key], by)
  return {
    provider: mine.provider,
    name: settled('name', either),
    case: settled('case', set),
    added_on: settled('added_on', (one, other) => (one < other ? one : other)),
    status: settled('status', further),
    note: settled('note', bothNotes),
    order: settled('order', (one, other) => Math.min(one, other)),
    appointment: settled('appointment', bothAppointments),
  }
}

function mergeAnswer(base: Answer | undefined, mine: Answer, theirs: Answer): Answer {
  const level = pick(base?.level, mine.level, theirs.level, either)
  return { ...mine, level, note: pick(base?.note, mine.note, theirs.note, bothNotes) }
}

/**
 * Both shortlists as one. `base` is what both began from (for two tabs: what this tab last saw
 * saved); null when there is none (a file, a link): then nothing is taken off. The two sides count
 * alike, so tabs that merge at the same time come to the same list.
 */
export function mergeShortlists(
  mine: Shortlist,
  theirs: Shortlist,
  base: Shortlist | null,
): Shortlist {
  const entries = mergeLists(
    base?.entries ?? null,
    mine.entries,
    theirs.entries,
    ({ provider }) => provider,
    mergeEntry,
  )
  const past = base ?? undefined
  const byOrder = (one: ShortlistEntry, other: ShortlistEntry) =>
    one.order - other.order || (one.provider < other.provider ? -1 : 1)
  return {
    ...mine,
    entries: renumbered(entries.sort(byOrder)),
    answers: mergeLists(
      base?.answers ?? null,
      mine.answers,
      theirs.answers,
      answerKey,
      mergeAnswer,
    ),
    care_plan: pick(past?.care_plan, mine.care_plan, theirs.care_plan, set),
    weights: pick(past?.weights, mine.weights, theirs.weights, set),
    must_haves: pick(past?.must_haves, mine.must_haves, theirs.must_haves, either),
  }
}

/**
 * A shortlist from a file or a link, added to one's own after asking: entries, notes and answers of
 * both; one's own order, names, days of saving, care plan, weights and must-haves stand where there
 * are any.
 */
export function addShared(mine: Shortlist, shared: Shortlist): Shortlist {
  const after = mine.entries.length
  const own = new Map(mine.entries.map((entry) => [entry.provider, entry]))
  const shifted = shared.entries.map((entry) => {
    const { name, added_on } = own.get(entry.provider) ?? entry
    return { ...entry, name, added_on, order: entry.order + after }
  })
  return {
    ...mergeShortlists(mine, { ...shared, entries: shifted }, null),
    care_plan: mine.care_plan ?? shared.care_plan,
    weights: mine.weights ?? shared.weights,
    must_haves: mine.must_haves.length > 0 ? mine.must_haves : shared.must_haves,
  }
}

/** What can be undone and done again; the newest last. */
export type History = { past: Shortlist[]; present: Shortlist; future: Shortlist[] }

const UNDO_STEPS = 50

/** A history that starts here. */
export function historyOf(present: Shortlist): History {
  return { past: [], present, future: [] }
}

/** After a change: it can be undone, and nothing can be done again. An equal list is no change. */
export function changed({ past, present }: History, next: Shortlist): History {
  if (same(present, next)) return { past, present, future: [] }
  return { past: [...past, present].slice(-UNDO_STEPS), present: next, future: [] }
}

/** One step back; the same history where there is none. */
export function undo(history: History): History {
  const { past, present, future } = history
  const last = past[past.length - 1]
  if (last === undefined) return history
  return { past: past.slice(0, -1), present: last, future: [present, ...future] }
}

/** One step forward again; the same history where there is none. */
export function redo(history: History): History {
  const { past, present, future } = history
  const [next, ...rest] = future
  if (next === undefined) return history
  return { past: [...past, present], present: next, future: rest }
}

/**
 * After another tab has saved: its change goes into the present and into every step, so that undo
 * takes back only what was done here. `base` is what this tab last saw saved.
 */
export function changedElsewhere(history: History, theirs: Shortlist, base: Shortlist): History {
  const into = (one: Shortlist) => mergeShortlists(one, theirs, base)
  const { past, present, future } = history
  return { past: past.map(into), present: into(present), future: future.map(into) }
}
