/**
 * Reading a saved shortlist, from storage, a file or a link: what is readable is kept, what is not
 * is said in words, older versions are brought up to date, and a newer one is left alone.
 */

import type { Answer } from './answers.ts'
import { ANSWER_LEVELS, ANSWER_WAYS, answerKey } from './answers.ts'
import { carePlanProblem } from './care-plan.ts'
import type { MustHave } from './rank-must-haves.ts'
import { MUST_HAVES } from './rank-must-haves.ts'
import type { Fields, Problems, ReadSaved, SavedForm } from './saved-values.ts'
import {
  dayOf,
  fieldsOf,
  listOf,
  noteOf,
  readSaved,
  textOf,
  timeOf,
  unreadFields,
  wholeOf,
  wordOf,
} from './saved-values.ts'
import type { Appointment, SavedPlan, Shortlist, ShortlistEntry } from './shortlist.ts'
import {
  ENTRY_STATUSES,
  emptyShortlist,
  HORIZONS,
  renumbered,
  SHORTLIST_FORMAT,
  SHORTLIST_VERSION,
} from './shortlist.ts'

/** `{version: 0, saved: [{id, name, on, note, called}]}`: the trial form, a list without answers. */
function fromVersion0(old: Fields): Fields {
  const saved = Array.isArray(old.saved) ? old.saved : []
  const entries = saved.map((one, at) => {
    const fields = fieldsOf(one) ?? {}
    return {
      provider: fields.id,
      name: fields.name,
      case: null,
      added_on: fields.on,
      status: fields.called === true ? 'spoken' : 'to_call',
      note: fields.note ?? '',
      order: at + 1,
      appointment: null,
    }
  })
  return { format: SHORTLIST_FORMAT, version: 1, entries }
}

/** A new version adds one line to the migrations and a sample to the tests. */
export const SHORTLIST_FORM: SavedForm = {
  name: 'shortlist',
  format: SHORTLIST_FORMAT,
  parts: {
    entries: 'saved providers',
    answers: 'answers',
    care_plan: 'care plan',
    weights: 'weights',
    must_haves: 'must-haves',
  },
  current: SHORTLIST_VERSION,
  migrations: { 0: fromVersion0 },
}

function readAppointment(value: unknown, name: string, problems: Problems): Appointment | null {
  if (value === null || value === undefined) return null
  const fields = fieldsOf(value)
  const day = dayOf(fields?.day)
  if (fields === null || day === null) {
    problems.push(`The appointment with ${name} could not be read.`)
    return null
  }
  const appointment = { day, time: timeOf(fields.time), note: noteOf(fields.note) }
  if (unreadFields(fields, appointment).length > 0) {
    problems.push(`A part of the appointment with ${name} could not be read.`)
  }
  return appointment
}

function readEntry(fields: Fields, at: number, problems: Problems): ShortlistEntry | null {
  const provider = textOf(fields.provider)
  const added_on = dayOf(fields.added_on)
  if (provider === null || added_on === null) return null
  const name = textOf(fields.name) ?? provider
  const status = wordOf(fields.status, ENTRY_STATUSES)
  if (status === null)
    problems.push(`The status of ${name} could not be read; it is set to “To call”.`)
  const written = { name, case: textOf(fields.case), note: noteOf(fields.note) }
  if (unreadFields(fields, written).length > 0) {
    problems.push(`A part of what was saved about ${name} could not be read.`)
  }
  return {
    provider,
    name,
    case: written.case,
    added_on,
    status: status ?? 'to_call',
    note: written.note,
    order: wholeOf(fields.order, 1, 1_000_000) ?? at + 1,
    appointment: readAppointment(fields.appointment, name, problems),
  }
}

function readAnswer(fields: Fields, problems: Problems): Answer | null {
  const provider = textOf(fields.provider)
  const criterion = textOf(fields.criterion)
  const level = wordOf(fields.level, ANSWER_LEVELS)
  const told_on = dayOf(fields.told_on)
  const how = wordOf(fields.how, ANSWER_WAYS)
  if (provider === null || criterion === null || level === null) return null
  if (told_on === null || how === null) return null
  const about = { case: textOf(fields.case), state: textOf(fields.state) }
  const written = { ...about, note: noteOf(fields.note) }
  if (unreadFields(fields, written).length > 0) {
    problems.push(`A part of an answer about ${criterion} could not be read.`)
  }
  return { provider, criterion, ...about, level, note: written.note, told_on, how }
}

function readPlan(value: unknown, problems: Problems): SavedPlan | null {
  if (value === null || value === undefined) return null
  const fields = fieldsOf(value)
  const plan = {
    first_course_sessions: Number(fields?.first_course_sessions),
    maintenance_per_month: Number(fields?.maintenance_per_month),
  }
  const horizon_months = HORIZONS.find((months) => months === fields?.horizon_months)
  if (fields === null || horizon_months === undefined || carePlanProblem(plan) !== null) {
    problems.push('The care plan could not be read; the usual one is used.')
    return null
  }
  const told_by_insurer_cents = wholeOf(fields.told_by_insurer_cents, 0, Number.MAX_SAFE_INTEGER)
  if (unreadFields(fields, { told_by_insurer_cents }).length > 0) {
    problems.push('What your insurer told you could not be read.')
  }
  return { ...plan, horizon_months, told_by_insurer_cents }
}

function readWeights(value: unknown, problems: Problems): Record<string, number> | null {
  if (value === null || value === undefined) return null
  const entries = Object.entries(fieldsOf(value) ?? {})
  const good = entries.filter(
    (entry): entry is [string, number] => Number.isFinite(entry[1]) && (entry[1] as number) >= 0,
  )
  if (good.length === entries.length && good.some(([, weight]) => weight > 0)) {
    return Object.fromEntries(good)
  }
  problems.push('Your weights could not be read; the usual ones are used.')
  return null
}

function readMustHaves(value: unknown, problems: Problems): MustHave[] {
  const wanted: unknown[] = Array.isArray(value) ? value : [value]
  if (wanted.some((one) => wordOf(one, MUST_HAVES) === null)) {
    problems.push('Some of your must-haves could not be read.')
  }
  return MUST_HAVES.filter((one) => wanted.includes(one))
}

/** The first of several with the same key stays; the others are noted. */
function once<One>(
  list: readonly One[],
  key: (one: One) => string,
  what: string,
  problems: Problems,
): One[] {
  const seen = new Map(list.map((one) => [key(one), one]).reverse() as [string, One][])
  const kept = list.filter((one) => seen.get(key(one)) === one)
  const extra = list.length - kept.length
  if (extra > 0) problems.push(`${what} stood ${extra + 1} times; the first is kept.`)
  return kept
}

/** A shortlist from fields of the current version, noting what could not be read. */
export function shortlistFrom(fields: Fields, problems: Problems): Shortlist {
  let at = -1
  const read = (entry: Fields) => {
    at += 1
    return readEntry(entry, at, problems)
  }
  const entries = listOf(fields.entries, 'saved providers', read, problems)
  const answers = listOf(
    fields.answers,
    'answers',
    (answer) => readAnswer(answer, problems),
    problems,
  )
  return {
    ...emptyShortlist(),
    entries: renumbered(once(entries, ({ provider }) => provider, 'A saved provider', problems)),
    answers: once(answers, answerKey, 'An answer', problems),
    care_plan: readPlan(fields.care_plan, problems),
    weights: readWeights(fields.weights, problems),
    must_haves: readMustHaves(fields.must_haves ?? [], problems),
  }
}

/** Reads a saved shortlist; null, nothing saved yet, is an empty one. Never throws. */
export function readShortlist(text: string | null): ReadSaved<Shortlist> {
  return readSaved(text, SHORTLIST_FORM, emptyShortlist, shortlistFrom)
}

/** A shortlist as it is saved and exported; `readShortlist` gives back an equal one. */
export function writeShortlist(state: Shortlist): string {
  return JSON.stringify(state)
}
