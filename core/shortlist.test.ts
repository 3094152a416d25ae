import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#core/answers.ts'
import { ANSWER_LEVELS, ANSWER_WAYS, answerKey } from '#core/answers.ts'
import type { IsoDate } from '#core/calendar.ts'
import { dayFromNumber } from '#core/calendar.ts'
import { MUST_HAVES } from '#core/rank-must-haves.ts'
import type { Shortlist, ShortlistEntry } from '#core/shortlist.ts'
import {
  addEntry,
  answersAbout,
  answersOffList,
  changeEntry,
  ENTRY_STATUSES,
  emptyShortlist,
  goneFrom,
  moveEntry,
  recordAnswer,
  removeAnswer,
  removeEntry,
  renumbered,
} from '#core/shortlist.ts'
import {
  addShared,
  changed,
  changedElsewhere,
  historyOf,
  mergeShortlists,
  redo,
  undo,
} from '#core/shortlist-merge.ts'
import { readShortlist, SHORTLIST_FORM, writeShortlist } from '#core/shortlist-read.ts'

const day = '2026-11-23' as IsoDate
const add = (list: Shortlist, id: string) =>
  addEntry(list, { provider: id, name: id.toUpperCase(), case: 'iv-clinic', added_on: day })
const abc = ['a', 'b', 'c'].reduce(add, emptyShortlist())
const ids = (list: Shortlist) => list.entries.map(({ provider }) => provider)
const noteOf = (list: Shortlist, id: string) =>
  list.entries.find(({ provider }) => provider === id)?.note
const answer: Answer = {
  provider: 'a',
  criterion: 'C1',
  case: 'iv-clinic',
  state: null,
  level: 'met',
  note: 'by video',
  told_on: day,
  how: 'call',
}

const days = fc.integer({ min: 18_000, max: 24_000 }).map(dayFromNumber)
const notes = fc.oneof(fc.string(), fc.string({ unit: 'binary' }))
const entry = fc.record<ShortlistEntry>({
  provider: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  name: fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
  case: fc.constantFrom(null, 'iv-clinic', 'lozenge-home'),
  added_on: days,
  status: fc.constantFrom(...ENTRY_STATUSES),
  note: notes,
  order: fc.integer({ min: 1, max: 9 }),
  appointment: fc.option(
    fc.record({ day: days, time: fc.constantFrom(null, '09:30', '23:59'), note: notes }),
  ),
})
const answers = fc.record<Answer>({
  provider: fc.constantFrom('a', 'b'),
  criterion: fc.constantFrom('A1', 'C1'),
  case: fc.constantFrom(null, 'iv-clinic'),
  state: fc.constantFrom(null, 'CA'),
  level: fc.constantFrom(...ANSWER_LEVELS),
  note: notes,
  told_on: days,
  how: fc.constantFrom(...ANSWER_WAYS),
})
const shortlists = fc
  .record({
    entries: fc.uniqueArray(entry, { selector: ({ provider }) => provider }).map(renumbered),
    answers: fc.uniqueArray(answers, { selector: answerKey, maxLength: 6 }),
    care_plan: fc.option(
      fc.record({
        first_course_sessions: fc.integer({ min: 1, max: 12 }),
        maintenance_per_month: fc.integer({ min: 0, max: 4 }),
        horizon_months: fc.constantFrom(3 as const, 12 as const),
        told_by_insurer_cents: fc.option(fc.nat()),
      }),
    ),
    weights: fc.option(fc.record({ A: fc.integer({ min: 1, max: 40 }), B: fc.nat({ max: 40 }) })),
    must_haves: fc.subarray([...MUST_HAVES]),
  })
  .map((parts): Shortlist => ({ ...emptyShortlist(), ...parts }))

describe('a shortlist', () => {
  test('adds, moves and removes without gaps in the order', () => {
    expect(ids(moveEntry(abc, 'c', 1))).toEqual(['c', 'a', 'b'])
    expect(ids(moveEntry(abc, 'a', 99))).toEqual(['b', 'c', 'a'])
    const two = removeEntry(abc, 'a')
    expect(two.entries.map(({ order }) => order)).toEqual([1, 2])
    expect(add(two, 'b')).toBe(two)
  })

  test('keeps one answer for one question on one day, and lets it be taken back', () => {
    const list = recordAnswer(recordAnswer(abc, answer), { ...answer, level: 'partly' })
    expect(answersAbout(list, 'a').map(({ level }) => level)).toEqual(['partly'])
    expect(removeAnswer(list, answer).answers).toEqual([])
    expect(removeEntry(list, 'a').answers).toHaveLength(1)
    expect([...answersOffList(list)]).toEqual([])
    expect([...answersOffList(removeEntry(list, 'a'))]).toEqual([['a', 1]])
  })

  test('names what is gone from the directory and keeps it', () => {
    expect(goneFrom(abc, new Set(['a', 'c'])).map(({ name }) => name)).toEqual(['B'])
  })
})

describe('a saved shortlist', () => {
  test('is read back equal, whatever it holds', () => {
    fc.assert(
      fc.property(shortlists, (list) => {
        expect(readShortlist(writeShortlist(list))).toEqual({
          state: list,
          problems: [],
          newer: false,
          backup: null,
        })
      }),
    )
  })

  test('keeps what is readable and says what was not', () => {
    const good = changeEntry(abc, 'a', { note: 'call mornings' })
    const value = JSON.parse(writeShortlist(recordAnswer(good, answer)))
    value.entries[1].added_on = '2026-02-31'
    value.entries[2].status = 'maybe'
    value.answers.push({ provider: 'a' }, 'text')
    value.weights = { A: -1 }
    value.care_plan = 7
    const text = JSON.stringify(value)
    const { state, problems, backup } = readShortlist(text)
    expect(ids(state)).toEqual(['a', 'c'])
    expect(noteOf(state, 'a')).toBe('call mornings')
    expect(state.answers).toEqual([answer])
    expect(problems).toEqual([
      'The status of C could not be read; it is set to “To call”.',
      '1 of 3 saved providers could not be read and was left out.',
      '2 of 3 answers could not be read and were left out.',
      'The care plan could not be read; the usual one is used.',
      'Your weights could not be read; the usual ones are used.',
    ])
    expect(backup).toBe(text)
  })

  test.each(['', '{', 'null', '[]', '"x"', '{"version":"1"}', '{"version":1,"format":"other"}'])(
    'that is broken (%s) is empty, says so, and is kept aside',
    (text) => {
      const { state, problems, backup } = readShortlist(text)
      expect(state).toEqual(emptyShortlist())
      expect(problems).toHaveLength(1)
      expect(backup).toBe(text)
    },
  )

  test('that is cut anywhere keeps what stands before, and says where it breaks off', () => {
    const noted = changeEntry(changeEntry(abc, 'a', { note: 'kind' }), 'b', { note: 'call early' })
    const text = writeShortlist({ ...recordAnswer(noted, answer), weights: { A: 30, B: 20 } })
    const cutAfter = (words: string) =>
      readShortlist(text.slice(0, text.indexOf(words) + words.length))
    const inNote = cutAfter('call ea')
    expect(inNote.state.entries.map(({ note }) => note)).toEqual(['kind', 'call ea'])
    expect(inNote.problems).toEqual([
      'The saved shortlist is damaged. It breaks off in this part: saved providers. What came after could not be read: answers, care plan, weights, must-haves.',
    ])
    const inWeights = cutAfter('"A":30')
    expect([ids(inWeights.state), inWeights.state.answers]).toEqual([['a', 'b', 'c'], [answer]])
    expect(inWeights.state.weights).toBeNull()
    for (let end = 1; end < text.length; end += 1) {
      const { state, problems, backup } = readShortlist(text.slice(0, end))
      expect(problems[0]).toContain('is damaged')
      expect(backup).toBe(text.slice(0, end))
      expect(['a', 'b', 'c'].slice(0, state.entries.length)).toEqual(ids(state))
    }
  })

  test('never throws on any text or JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readShortlist(text).state.format).toBe('touchstone-shortlist')
      }),
    )
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (entries, all, weights) => {
        const text = JSON.stringify(
          { ...abc, entries, answers: all, weights, must_haves: weights },
          (_, value) => (typeof value === 'bigint' ? String(value) : value),
        )
        expect(readShortlist(text).state.version).toBe(1)
      }),
    )
  })

  test('from a newer version is refused kindly and must not be written over', () => {
    const { newer, problems } = readShortlist('{"format":"touchstone-shortlist","version":2}')
    expect(newer).toBe(true)
    expect(problems[0]).toMatch(/newer version of Touchstone.*nothing has been changed/)
  })

  test('from version 0 is brought up to date with its notes', () => {
    const old = {
      version: 0,
      saved: [{ id: 'a', name: 'A', on: day, note: 'hello', called: true }],
    }
    const { state, problems } = readShortlist(JSON.stringify(old))
    expect(problems).toEqual([])
    expect(state.entries).toEqual([
      {
        provider: 'a',
        name: 'A',
        case: null,
        added_on: day,
        status: 'spoken',
        note: 'hello',
        order: 1,
        appointment: null,
      },
    ])
    expect(Object.keys(SHORTLIST_FORM.migrations)).toEqual(['0'])
  })

  test('that holds one provider twice keeps the first and says so', () => {
    const text = JSON.stringify({ ...abc, entries: [...abc.entries, abc.entries[0]] })
    expect(readShortlist(text).problems).toEqual([
      'A saved provider stood 2 times; the first is kept.',
    ])
  })
})

describe('merging', () => {
  test('takes the change of each tab', () => {
    const mine = changeEntry(removeEntry(abc, 'b'), 'a', { note: 'kind on the phone' })
    const theirs = add(changeEntry(abc, 'a', { status: 'booked' }), 'd')
    const merged = mergeShortlists(mine, theirs, abc)
    expect(ids(merged)).toEqual(['a', 'c', 'd'])
    expect(merged.entries[0]).toMatchObject({ note: 'kind on the phone', status: 'booked' })
  })

  test('keeps what one tab removed and the other wrote on', () => {
    const merged = mergeShortlists(
      removeEntry(abc, 'b'),
      changeEntry(abc, 'b', { note: 'no!' }),
      abc,
    )
    expect(noteOf(merged, 'b')).toBe('no!')
  })

  test('loses no note and comes to the same list from both sides', () => {
    fc.assert(
      fc.property(shortlists, shortlists, fc.option(shortlists), (mine, theirs, base) => {
        const one = mergeShortlists(mine, theirs, base)
        const other = mergeShortlists(theirs, mine, base)
        const sorted = (list: Shortlist) => ({
          ...list,
          answers: [...list.answers].sort((a, b) => (answerKey(a) < answerKey(b) ? -1 : 1)),
        })
        expect(sorted(one)).toEqual(sorted(other))
        if (base !== null) return
        for (const list of [mine, theirs]) {
          for (const { provider, note } of list.entries)
            expect(noteOf(one, provider)).toContain(note)
          for (const kept of list.answers) {
            const found = one.answers.find((each) => answerKey(each) === answerKey(kept))
            expect(found?.note).toContain(kept.note)
          }
        }
      }),
    )
  })

  test('with oneself or with an unchanged side changes nothing', () => {
    fc.assert(
      fc.property(shortlists, shortlists, (base, next) => {
        expect(mergeShortlists(next, next, null)).toEqual(next)
        expect(mergeShortlists(base, next, base).entries).toEqual(next.entries)
        expect(mergeShortlists(next, base, base).must_haves).toEqual(next.must_haves)
      }),
    )
  })

  test('of a shared list adds to one’s own and lets one’s own choices stand', () => {
    const mine = { ...changeEntry(abc, 'a', { note: 'mine' }), weights: { A: 1 } }
    const shared = recordAnswer(
      {
        ...changeEntry(add(add(emptyShortlist(), 'd'), 'a'), 'a', { note: 'theirs' }),
        weights: { A: 9 },
      },
      answer,
    )
    const merged = addShared(mine, shared)
    expect(ids(merged)).toEqual(['a', 'b', 'c', 'd'])
    expect(noteOf(merged, 'a')).toBe('mine\n\ntheirs')
    expect(merged.weights).toEqual({ A: 1 })
    expect(addShared(merged, shared)).toEqual(merged)
  })
})

describe('undo', () => {
  test('steps back and forward, and a new change ends what could be done again', () => {
    const first = changed(historyOf(abc), removeEntry(abc, 'a'))
    expect(undo(first).present).toEqual(abc)
    expect(redo(undo(first))).toEqual(first)
    expect(changed(undo(first), add(abc, 'd')).future).toEqual([])
    expect(undo(historyOf(abc))).toEqual(historyOf(abc))
    expect(changed(first, first.present).past).toHaveLength(1)
  })

  test('does not take back what another tab did', () => {
    const here = changed(historyOf(abc), removeEntry(abc, 'a'))
    const theirs = add(here.present, 'd')
    const after = changedElsewhere(here, theirs, here.present)
    expect(ids(after.present)).toEqual(['b', 'c', 'd'])
    expect(ids(undo(after).present)).toEqual(['a', 'b', 'c', 'd'])
  })
})
