import { readFileSync } from 'node:fs'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { addDays } from '#core/calendar.ts'
import type { LearnStatement } from '#core/learn.ts'
import { LEARN_SECTIONS, learnSections, rubricEntries } from '#core/learn.ts'
import { lawNotices, noticesFor } from '#core/learn-law.ts'
import { lawNear } from '#core/profile.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'

const rubric = JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8')) as Rubric
const prepared = prepareRubric(rubric)
const entries = rubricEntries(rubric)
const sourceIds = new Set(rubric.sources.map(({ id }) => id))
const TODAY = '2026-11-23' as IsoDate
const LAST_DAY = '2026-12-31' as IsoDate

const statementsOf = (section: (typeof LEARN_SECTIONS)[number]) =>
  section.parts.flatMap(({ statements }) => statements)
const all = LEARN_SECTIONS.flatMap(statementsOf)

/** Flesch-Kincaid grade of a text: 0.39 words a sentence, 11.8 syllables a word, less 15.59. */
function gradeOf(text: string): number {
  const words = text.match(/[\p{L}\p{N}$%][\p{L}\p{N}$%.,’'-]*/gu) ?? []
  const sentence = text.split(/[.!?:](?:\s|$)/).filter((one) => one.trim() !== '').length
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return fleschKincaid({ sentence, word: words.length, syllable: syllables })
}

const textOf = ({ text, past }: LearnStatement) => [text, past ?? ''].join(' ')

test('who should not have it names an allergy to ketamine or esketamine, from the labels', () => {
  const who = LEARN_SECTIONS.find(({ id }) => id === 'who')
  const allergy = who && statementsOf(who).find(({ text }) => /allergy/.test(text))
  expect(allergy?.text).toMatch(/ketamine, to esketamine .* rules it out/)
  expect(allergy?.sources).toEqual(['SPRpi', 'KETlabel'])
})

describe('every statement of the learn page', () => {
  test('names sources that exist, and entries of the rubric that it rests on', () => {
    const lost = all.filter(
      ({ sources, entries: named }) =>
        sources.length === 0 ||
        named.length === 0 ||
        !sources.every((id) => sourceIds.has(id)) ||
        !named.every((id) => entries.has(id)),
    )
    expect(lost).toEqual([])
  })

  test('names only sources that one of its own entries gives', () => {
    const strangers = all.flatMap(({ text, sources, entries: named }) => {
      const given = new Set(named.flatMap((id) => entries.get(id)?.sources ?? []))
      return sources.filter((id) => !given.has(id)).map((id) => `${id}: ${text}`)
    })
    expect(strangers).toEqual([])
  })

  test('has a source from each entry that it names', () => {
    const bare = all.flatMap(({ text, sources, entries: named }) =>
      named
        .filter((id) => !entries.get(id)?.sources.some((source) => sources.includes(source)))
        .map((id) => `${id}: ${text}`),
    )
    expect(bare).toEqual([])
  })

  test('is reviewed no later than the legal entry it rests on', () => {
    const late = all.filter(({ review_by, entries: named }) =>
      named.some((id) => {
        const due = entries.get(id)?.review_by ?? null
        return due !== null && review_by > due
      }),
    )
    expect(late.map(({ text }) => text)).toEqual([])
  })

  test('is marked where its rubric entry must still be checked', () => {
    const views = learnSections(rubric, TODAY).flatMap(({ parts }) =>
      parts.flatMap(({ statements }) => statements),
    )
    expect(views).toHaveLength(all.length)
    const bladder = views.find(({ title }) => title === 'Bladder')
    expect(bladder?.review_notes).toEqual(['The label text was read only on copies.'])
    const marked = all.filter(({ noted }) =>
      noted.some((id) => (entries.get(id)?.review_note ?? null) !== null),
    )
    expect(views.filter(({ review_notes }) => review_notes.length > 0)).toHaveLength(marked.length)
    expect(marked.length).toBeGreaterThan(10)
  })

  test('has no note about another point of the entry that it rests on', () => {
    const superbill = learnSections(rubric, TODAY)
      .flatMap(({ parts }) => parts.flatMap(({ statements }) => statements))
      .find(({ text }) => text.startsWith('A superbill'))
    expect(superbill?.sources.length).toBeGreaterThan(0)
    expect(superbill?.review_notes).toEqual([])
  })

  test('speaks of a law as past from the day after its last day', () => {
    const saidOn = (day: string) =>
      learnSections(rubric, day as IsoDate)
        .flatMap(({ parts }) => parts.flatMap(({ statements }) => statements))
        .map(({ text }) => text)
        .filter((text) => text.includes('December 31, 2026'))
    expect(saidOn('2026-12-31')).toEqual([
      expect.stringContaining('allows it without a visit runs to December 31, 2026.'),
      expect.stringContaining('It runs to December 31, 2026.'),
    ])
    expect(saidOn('2027-01-01')).toEqual([
      expect.stringContaining('ran to December 31, 2026. We have not yet confirmed'),
      expect.stringContaining('It ran to December 31, 2026. We have not yet confirmed'),
    ])
  })

  test.each(['2026-12-31', '2027-01-01'])('has its date filled in on %s', (day) => {
    const texts = learnSections(rubric, day as IsoDate)
      .flatMap(({ parts }) => parts.flatMap(({ statements }) => statements))
      .map(({ text }) => text)
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([])
  })

  test('is overdue from the day after its review day', () => {
    const overdueOn = (day: string) =>
      learnSections(rubric, day as IsoDate)
        .flatMap(({ parts }) => parts.flatMap(({ statements }) => statements))
        .filter(({ overdue }) => overdue).length
    expect(overdueOn('2026-12-15')).toBe(0)
    expect(overdueOn('2026-12-16')).toBe(4)
    expect(overdueOn('2027-05-23')).toBe(all.length)
  })
})

describe('the learn page as a whole', () => {
  test('puts every claim correction of the rubric to use, and every kind of care', () => {
    const used = new Set(all.flatMap(({ entries: named }) => named))
    expect(rubric.claim_corrections.filter(({ id }) => !used.has(id))).toEqual([])
    const cases = new Set(LEARN_SECTIONS.flatMap(({ parts }) => parts.flatMap((one) => one.cases)))
    const kinds = rubric.cases.map(({ id }) => id).filter((id) => id !== 'lozenge-clinic')
    expect(kinds.filter((id) => !cases.has(id))).toEqual([])
  })

  test('has a distinct id for each section', () => {
    const ids = LEARN_SECTIONS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(LEARN_SECTIONS.map((section) => [section.title, section] as const))(
    'reads at grade 8 or below: %s',
    (title, section) => {
      const grade = gradeOf(statementsOf(section).map(textOf).join(' '))
      process.stdout.write(`grade ${grade.toFixed(1)}  ${title}\n`)
      expect(grade).toBeLessThanOrEqual(8)
    },
  )

  test('is measured by a scale that tells hard words from plain ones', () => {
    expect(gradeOf('The cat sat on the mat. It was red.')).toBeLessThan(2)
    expect(
      gradeOf(
        'Considerable heterogeneity characterizes the pharmacological literature, necessitating individualized deliberation regarding administration.',
      ),
    ).toBeGreaterThan(20)
  })
})

describe('a legal notice', () => {
  const on = (day: IsoDate) => lawNotices(prepared, day)

  test('are shown with the kinds of care that they are about', () => {
    const due = on('2026-11-23' as IsoDate)
    expect(noticesFor(due, ['iv-clinic', 'lozenge-home'])).toEqual(due)
    expect(noticesFor(due, ['iv-clinic'])).toEqual([])
    expect(noticesFor(due, [])).toEqual([])
  })

  test('appears 60 days before the last day of the telemedicine rule, not 61', () => {
    expect(on(addDays(LAST_DAY, -61))).toEqual([])
    expect(on(addDays(LAST_DAY, -60)).map(({ id }) => id)).toEqual(['dea-telemedicine'])
  })

  test('appears on the days on which the law is near for home care', () => {
    const home = { modality: 'lozenge', setting: 'home' } as const
    for (const days of [-400, -61, -60, -1, 0, 1, 400]) {
      const day = addDays(LAST_DAY, days)
      expect(on(day).map(({ id }) => id)).toEqual(lawNear(prepared, home, day).map(({ id }) => id))
    }
  })

  test('counts the days, and says that the rule ended from the day after its last day', () => {
    expect(on(TODAY)[0]?.title).toBe(
      'A federal rule for ketamine by video ends in 38 days, on December 31, 2026.',
    )
    expect(on(LAST_DAY)[0]).toMatchObject({ past: false, settings: ['home'] })
    expect(on(LAST_DAY)[0]?.title).toContain('ends today')
    expect(on(addDays(LAST_DAY, 1))[0]).toMatchObject({ past: true })
    expect(on(addDays(LAST_DAY, 1))[0]?.title).toContain('ended on December 31, 2026')
  })

  test('goes away on the day on which the matter is cleared', () => {
    const cleared = structuredClone(rubric)
    const entry = cleared.legal_status.find(({ hard_date }) => hard_date !== undefined)
    if (entry?.hard_date) entry.hard_date.cleared_on = '2027-01-20' as IsoDate
    const later = prepareRubric(cleared)
    expect(lawNotices(later, '2027-01-19' as IsoDate)).toHaveLength(1)
    expect(lawNotices(later, '2027-01-20' as IsoDate)).toEqual([])
  })

  test('falls back on the rubric’s own words for a law that has none here', () => {
    const other = structuredClone(rubric)
    const entry = other.legal_status.find(({ id }) => id === 'dea-telemedicine')
    if (entry) Object.assign(entry, { id: 'another-law', topic: 'Another law' })
    const [notice] = lawNotices(prepareRubric(other), TODAY)
    expect(notice?.title).toBe('Another law: a legal date comes in 38 days (December 31, 2026).')
    expect(notice?.sentences[0]).toBe(entry?.status)
  })

  test('reads at grade 9 or below, before and after the day', () => {
    for (const day of [TODAY, addDays(LAST_DAY, 5)]) {
      const [notice] = on(day)
      const grade = gradeOf([notice?.title, ...(notice?.sentences ?? [])].join(' '))
      process.stdout.write(`grade ${grade.toFixed(1)}  notice on ${day}\n`)
      expect(grade).toBeLessThanOrEqual(9)
    }
  })
})
