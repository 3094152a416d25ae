/**
 * The seven-day starter plan as data, and what a person keeps of it: the first day, what is done,
 * goals and challenges, the time of day for the calendar. Kept in the browser only.
 */

import type { IsoDate } from './calendar.ts'
import { addDays } from './calendar.ts'
import { bothNotes, either, pick } from './saved-merge.ts'
import type { Fields, Problems, ReadSaved, SavedForm } from './saved-values.ts'
import {
  dayOf,
  fieldsOf,
  noteOf,
  readSaved,
  textOf,
  timeOf,
  unreadFields,
  wholeOf,
} from './saved-values.ts'

/** What a day opens; the pages give each its address. */
export type PlanTool = 'learn' | 'goals' | 'providers' | 'ask' | 'journal' | 'share' | 'decide'

export type PlanDay = {
  /** 1 to 7. */
  day: number
  title: string
  what: string
  why: string
  tool: PlanTool
  tool_label: string
  /** About how long it takes. */
  minutes: number
}

export const PLAN_DAYS: readonly PlanDay[] = [
  {
    day: 1,
    title: 'Read the basics',
    what: 'Read what ketamine care is, the ways it is given, what is approved and what is not, and who should not have it. Write down what you do not understand.',
    why: 'You ask better questions, and sales talk has less hold on you, when you know the basics.',
    tool: 'learn',
    tool_label: 'Open Learn',
    minutes: 30,
  },
  {
    day: 2,
    title: 'Write down your goals and what may be hard',
    what: 'Write what you hope will change, and what could get in the way: money, rides, time off, fear. Fill in the PHQ-9 and the GAD-7 once, so you know where you start.',
    why: 'A goal in your own words shows you later if it works. A starting score shows change that is hard to see from day to day.',
    tool: 'goals',
    tool_label: 'Write my goals',
    minutes: 20,
  },
  {
    day: 3,
    title: 'Look for providers',
    what: 'Filter the list by where you live, how you want to be treated and what you can pay. Save two to four. Put them side by side.',
    why: 'Two to four is enough to compare and not too many to call.',
    tool: 'providers',
    tool_label: 'Find providers',
    minutes: 40,
  },
  {
    day: 4,
    title: 'Book a consult and ask',
    what: 'Call or write to the providers you saved. Ask about risks, how they treat, and what it costs in all. Use the question sheet and mark each answer.',
    why: 'Most of what matters is not on a website. Your answers narrow each range, and a provider that will not answer has told you something.',
    tool: 'ask',
    tool_label: 'Open my question sheets',
    minutes: 45,
  },
  {
    day: 5,
    title: 'Begin a journal or a quiet practice',
    what: 'Write a few lines about your mood, or sit quietly for ten minutes and watch your breath. Do it again tomorrow.',
    why: 'A small habit now gives you something to lean on before and after a session, and a record to show your clinician.',
    tool: 'journal',
    tool_label: 'Open my journal',
    minutes: 15,
  },
  {
    day: 6,
    title: 'Tell someone you trust',
    what: 'Tell one person what you are thinking of. Send or print your shortlist for them. Ask if they could drive you home after a session.',
    why: 'You should not drive until the next day, and a second pair of eyes sees what you may miss.',
    tool: 'share',
    tool_label: 'Share or print my shortlist',
    minutes: 20,
  },
  {
    day: 7,
    title: 'Decide the next step',
    what: 'Look at your shortlist, what matters most to you, and what is still not known. Choose one next step: book, ask more, speak with your own doctor, or wait.',
    why: 'To wait or to say no is a decision too. This is care that works best when nothing rushes you.',
    tool: 'decide',
    tool_label: 'Open the decision page',
    minutes: 30,
  },
]

export const PLAN_FORMAT = 'touchstone-plan'
export const PLAN_VERSION = 1

export type PlanState = {
  format: typeof PLAN_FORMAT
  version: typeof PLAN_VERSION
  /** Made once, so that a calendar knows the same days again; empty until the plan is started. */
  id: string
  starts_on: IsoDate | null
  /** `HH:MM` for the calendar; null for all-day entries. */
  time: string | null
  /** Grows by 1 when a day moves; calendars take the entry with the greater number. */
  revision: number
  /** Day of the plan to the day on which it was done. */
  done: Record<string, IsoDate>
  goals: string
  challenges: string
  /** What was decided on day 7. */
  next_step: string
}

/** A plan that was not started. */
export function emptyPlan(): PlanState {
  const texts = { goals: '', challenges: '', next_step: '' }
  const times = { starts_on: null, time: null, revision: 0 }
  return { format: PLAN_FORMAT, version: PLAN_VERSION, id: '', ...times, done: {}, ...texts }
}

/** Sets the first day and the time of day; `id` is used only if the plan has none yet. */
export function schedulePlan(
  plan: PlanState,
  id: string,
  startsOn: IsoDate,
  time: string | null,
): PlanState {
  if (plan.starts_on === startsOn && plan.time === time) return plan
  const revision = plan.starts_on === null ? 0 : plan.revision + 1
  return { ...plan, id: plan.id === '' ? id : plan.id, starts_on: startsOn, time, revision }
}

/** Marks a day as done on a day, or as not done (null). */
export function markDay(plan: PlanState, day: number, on: IsoDate | null): PlanState {
  const { [String(day)]: _, ...others } = plan.done
  return { ...plan, done: on === null ? others : { ...others, [String(day)]: on } }
}

export type PlanProgress = {
  done: number
  of: number
  /** The first day that is not done; null when all are. */
  next: PlanDay | null
}

/** How far a person has come. */
export function planProgress(plan: PlanState): PlanProgress {
  const open = PLAN_DAYS.filter(({ day }) => plan.done[String(day)] === undefined)
  return { done: PLAN_DAYS.length - open.length, of: PLAN_DAYS.length, next: open[0] ?? null }
}

/** The calendar day of a day of the plan; null until it has a first day. */
export function dateOfDay(plan: PlanState, day: number): IsoDate | null {
  return plan.starts_on === null ? null : addDays(plan.starts_on, day - 1)
}

/** What a person is told when a field of the plan cannot be read. */
const UNREAD: Readonly<Record<string, string>> = {
  id: 'The mark by which your calendar knows this plan could not be read.',
  starts_on: 'The first day of your plan could not be read.',
  time: 'The time of day for your calendar could not be read.',
  revision: 'How often the plan was moved could not be read.',
  done: 'Some days that you marked as done could not be read.',
  goals: 'Your goals could not be read.',
  challenges: 'What may be hard could not be read.',
  next_step: 'Your next step could not be read.',
}

const FORM: SavedForm = {
  name: 'plan',
  format: PLAN_FORMAT,
  parts: {
    id: 'its mark for your calendar',
    starts_on: 'the first day',
    time: 'the time of day',
    revision: 'how often it was moved',
    done: 'the days that are done',
    goals: 'your goals',
    challenges: 'what may be hard',
    next_step: 'your next step',
  },
  current: PLAN_VERSION,
  migrations: {},
}

function planFrom(fields: Fields, problems: Problems): PlanState {
  const done: Record<string, IsoDate> = {}
  for (const { day } of PLAN_DAYS) {
    const on = dayOf(fieldsOf(fields.done)?.[String(day)])
    if (on !== null) done[String(day)] = on
  }
  const plan: PlanState = {
    ...emptyPlan(),
    id: textOf(fields.id) ?? '',
    starts_on: dayOf(fields.starts_on),
    time: timeOf(fields.time),
    revision: wholeOf(fields.revision, 0, 1_000_000) ?? 0,
    done,
    goals: noteOf(fields.goals),
    challenges: noteOf(fields.challenges),
    next_step: noteOf(fields.next_step),
  }
  for (const field of unreadFields(fields, plan)) {
    const sentence = UNREAD[field]
    if (sentence) problems.push(sentence)
  }
  return plan
}

/** Reads a saved plan; null is one that was not started. Never throws. */
export function readPlan(text: string | null): ReadSaved<PlanState> {
  return readSaved(text, FORM, emptyPlan, planFrom)
}

/** The plan as it is saved; `readPlan` gives back an equal one. */
export function planText(plan: PlanState): string {
  return JSON.stringify(plan)
}

/** Two tabs' plans as one; what either marked as done is done, and no text is lost. */
export function mergePlans(mine: PlanState, theirs: PlanState, base: PlanState): PlanState {
  const schedule = ({ id, starts_on, time, revision }: PlanState) => ({
    revision,
    id,
    starts_on,
    time,
  })
  const text = (key: 'goals' | 'challenges' | 'next_step') =>
    pick(base[key], mine[key], theirs[key], bothNotes)
  const done: Record<string, IsoDate> = {}
  for (const { day } of PLAN_DAYS) {
    const at = (plan: PlanState) => plan.done[String(day)] ?? null
    const on = pick(at(base), at(mine), at(theirs), either)
    if (on !== null) done[String(day)] = on
  }
  return {
    ...mine,
    ...pick(schedule(base), schedule(mine), schedule(theirs), either),
    done,
    goals: text('goals'),
    challenges: text('challenges'),
    next_step: text('next_step'),
  }
}
