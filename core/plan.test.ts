import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { dayFromNumber } from '#core/calendar.ts'
import type { CalendarEvent } from '#core/export/ics.ts'
import { appointmentEvents, foldLine, icsText, planEvents } from '#core/export/ics.ts'
import type { PlanState } from '#core/plan.ts'
import {
  dateOfDay,
  emptyPlan,
  markDay,
  mergePlans,
  PLAN_DAYS,
  planProgress,
  planText,
  readPlan,
  schedulePlan,
} from '#core/plan.ts'
import { addEntry, changeEntry, emptyShortlist } from '#core/shortlist.ts'

const madeAt = '2026-11-23T09:15:30.123Z'
const monday = '2026-12-28' as IsoDate
const plan = schedulePlan(emptyPlan(), 'k3', monday, null)

const parsed = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

describe('the seven-day plan', () => {
  test('has seven days in order, each with what, why and a tool of its own', () => {
    expect(PLAN_DAYS.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(new Set(PLAN_DAYS.map(({ tool }) => tool)).size).toBe(7)
    expect(
      PLAN_DAYS.every(({ what, why, title }) => what !== '' && why !== '' && title !== ''),
    ).toBe(true)
  })

  test('knows what comes next and when', () => {
    const after = markDay(markDay(plan, 1, monday), 3, monday)
    expect(planProgress(after)).toMatchObject({ done: 2, of: 7, next: { day: 2 } })
    expect(markDay(after, 3, null).done).toEqual({ 1: monday })
    expect(dateOfDay(plan, 7)).toBe('2027-01-03')
    expect(dateOfDay(emptyPlan(), 7)).toBeNull()
    const all = PLAN_DAYS.reduce((state, { day }) => markDay(state, day, monday), plan)
    expect(planProgress(all).next).toBeNull()
  })

  test('keeps its id and counts a revision when it moves', () => {
    const moved = schedulePlan(plan, 'other', '2027-01-04' as IsoDate, '18:30')
    expect([moved.id, moved.revision, plan.revision]).toEqual(['k3', 1, 0])
    expect(schedulePlan(plan, 'other', monday, null)).toBe(plan)
  })

  test('is read back equal, and keeps its texts when the rest is damaged', () => {
    const kept: PlanState = { ...markDay(plan, 2, monday), goals: 'sleep', time: '08:00' }
    expect(readPlan(planText(kept))).toMatchObject({ state: kept, problems: [] })
    const text = JSON.stringify({ ...kept, starts_on: 'Monday', done: 5, time: '25:00' })
    const { state, problems, backup } = readPlan(text)
    expect([state.goals, state.time, state.done, problems, backup]).toEqual([
      'sleep',
      null,
      {},
      [
        'The first day of your plan could not be read.',
        'The time of day for your calendar could not be read.',
        'Some days that you marked as done could not be read.',
      ],
      text,
    ])
    expect(readPlan('{"version":7}').newer).toBe(true)
    expect(readPlan(null).state).toEqual(emptyPlan())
  })

  test.each([
    ['id', 5],
    ['starts_on', '2026-02-30'],
    ['time', 900],
    ['revision', -1],
    ['done', { 1: '2026-11-2x', 3: '2026-11-24' }],
    ['goals', ['my long goals']],
    ['challenges', 7],
    ['next_step', { a: 1 }],
  ])('says that %s could not be read, and keeps the rest', (field, value) => {
    const kept = { ...markDay(plan, 3, monday), goals: 'sleep', challenges: 'rides', time: '09:00' }
    const { state, problems, backup } = readPlan(JSON.stringify({ ...kept, [field]: value }))
    expect(problems).toEqual([expect.stringMatching(/could not be read\.$/)])
    expect(backup).toContain(field)
    const { [field as 'goals']: _, ...others } = kept
    expect(state).toMatchObject(others)
  })

  test('merges two tabs', () => {
    const mine = { ...markDay(plan, 1, monday), goals: 'sleep' }
    const theirs = { ...markDay(plan, 2, monday), goals: 'work' }
    const merged = mergePlans(mine, theirs, plan)
    expect(merged).toMatchObject({ done: { 1: monday, 2: monday }, goals: 'sleep\n\nwork' })
    expect(mergePlans(theirs, mine, plan)).toEqual(merged)
    expect(mergePlans(plan, mine, mine).done).toEqual({})
  })
})

describe('a calendar file', () => {
  test('of the plan is read by a calendar library as seven whole days', () => {
    const events = parsed(icsText('My plan', planEvents(plan), madeAt))
    expect(events.map((event) => event.startDate.toString())).toEqual(
      PLAN_DAYS.map(({ day }) => dateOfDay(plan, day)),
    )
    expect(events.every((event) => event.startDate.isDate)).toBe(true)
    expect(events[0]?.endDate.toString()).toBe('2026-12-29')
    expect(events[6]?.summary).toBe('Day 7: Decide the next step')
    expect(events[0]?.description).toContain(PLAN_DAYS[0]?.why)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(7)
  })

  test('at a chosen time is floating and keeps its uid when the plan moves', () => {
    const moved = schedulePlan(plan, 'x', '2027-01-04' as IsoDate, '18:30')
    const [before] = parsed(icsText('My plan', planEvents(plan), madeAt))
    const [after] = parsed(icsText('My plan', planEvents(moved), madeAt))
    expect(after?.uid).toBe(before?.uid)
    expect(after?.sequence).toBe(1)
    expect(after?.startDate.zone.tzid).toBe('floating')
    expect(after?.startDate.toString()).toBe('2027-01-04T18:30:00')
    expect(after?.duration.toSeconds()).toBe(30 * 60)
  })

  test('leaves out days that are done, and holds nothing before there is a first day', () => {
    expect(planEvents(markDay(plan, 1, monday)).map(({ title }) => title)[0]).toMatch(/^Day 2/)
    expect(planEvents(emptyPlan())).toEqual([])
  })

  test('holds the appointments of a shortlist', () => {
    const entry = { provider: 'ember', name: 'Ember; Health', case: null, added_on: monday }
    const appointment = { day: monday, time: '10:15', note: 'Bring list' }
    const list = changeEntry(addEntry(emptyShortlist(), entry), 'ember', { appointment })
    const [event] = parsed(icsText('Appointments', appointmentEvents(list, 'k3', monday), madeAt))
    expect(event?.summary).toBe('Consult')
    expect(event?.sequence).toBe(361)
    expect(event?.startDate.toString()).toBe('2026-12-28T10:15:00')
    expect(event?.description).toMatch(/^Ember; Health\n\nBring list\n\nIf you are in crisis/)
  })

  test('gives back any text, in lines of at most 75 bytes that end in CRLF', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 30_000 }), (title, number) => {
        const day = dayFromNumber(number)
        const event: CalendarEvent = {
          uid: 'u',
          sequence: 0,
          title,
          text: `${title}\n${title}`,
          day,
          time: null,
          minutes: 1,
        }
        const text = icsText(title, [event], madeAt)
        const lines = text.split('\r\n')
        expect(lines.pop()).toBe('')
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const [read] = parsed(text)
        expect(read?.summary).toBe(title)
        expect(read?.description).toBe(`${title}\n${title}`)
        expect(read?.startDate.toString()).toBe(day)
      }),
    )
  })

  test('folds between characters and refuses an instant that is not UTC', () => {
    expect(foldLine('é'.repeat(40))).toBe(`${'é'.repeat(37)}\r\n ${'é'.repeat(3)}`)
    expect(() => icsText('x', [], '2026-11-23')).toThrow(RangeError)
  })
})
