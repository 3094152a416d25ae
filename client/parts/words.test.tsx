import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import type { CriterionView, EvidenceView } from '#core/profile.ts'
import type { Source } from '#core/provider.ts'
import { toldSource } from '#core/told-findings.ts'
import { VERDICTS } from '#core/vocabulary.ts'
import { moved, withProviders } from './compare-head.tsx'
import { CriterionDetails } from './criterion-details.tsx'
import { countedInWords } from './evidence-list.tsx'
import { placesInWords, reachInWords } from './place-words.ts'
import { ScoreBar } from './score-bar.tsx'
import { SourceLine } from './source-link.tsx'
import { VerdictMark } from './verdict-mark.tsx'

const source: Source = {
  id: 'S1',
  url: 'https://www.example.org/page?x=1',
  kind: 'press',
  publisher: null,
  title: null,
  observed_on: null,
  retrieved_on: '2026-11-23',
  excerpt_only: true,
  repost_of: null,
}

const evidence: EvidenceView = {
  level: 'met',
  at_least: false,
  strength: 'claim',
  effective: 'weak',
  verified: false,
  decides: true,
  set_aside: null,
  basis: 'Says so.',
  modality: null,
  setting: null,
  state: null,
  source,
}

test('every verdict is a word and a shape that screen readers skip', () => {
  const marks = VERDICTS.map((verdict) => renderToString(<VerdictMark verdict={verdict} />))
  for (const mark of marks) expect(mark).toMatch(/aria-hidden="true">\S+<\/span>[A-Z]/)
  expect(new Set(marks).size).toBe(VERDICTS.length)
})

test('a source without a day says that its date is unknown', () => {
  const html = renderToString(<SourceLine source={source} />)
  expect(html).toContain('date unknown, read November 23, 2026, we could read only the start of it')
  expect(html).toContain('rel="noopener noreferrer nofollow external"')
})

test('an address that is not of the web is never a link', () => {
  const html = renderToString(
    <SourceLine source={{ ...source, url: 'javascript:alert(1)', title: 'Page' }} />,
  )
  expect(html).not.toContain('<a')
})

test('what this person was told is told as that, not as a page of the provider', () => {
  const told = toldSource({
    ...{ provider: 'nushama', criterion: 'C1', case: null, state: null, level: 'met', note: '' },
    ...{ told_on: '2026-11-20' as IsoDate, how: 'call' },
  })
  const html = renderToString(<SourceLine source={told} />)
  expect(html).toBe('<span>You were told on November 20, 2026, in a call or visit</span>')
})

test('evidence says how it counted and what its age took away', () => {
  expect(countedInWords(evidence)).toBe(
    'Counts as weak evidence, one step down from the provider’s claim because of its age. It decides the answer.',
  )
  expect(countedInWords({ ...evidence, set_aside: 'stale', decides: false })).toBe(
    'Not counted: it is too old.',
  )
})

test('a bar has no part for what is not there', () => {
  const html = renderToString(<ScoreBar points={{ low: 0, stated: 0, high: 100 }} />)
  expect(html).toContain('bar__open')
  expect(html).not.toContain('bar__confirmed')
  expect(html).not.toContain('bar__stated')
})

test('reach is told as far as it is known', () => {
  expect(reachInWords(null)).toBeNull()
  expect(reachInWords({ states: ['NY'], count: null, complete: true })).toBe(
    'Serves New York from afar',
  )
  expect(reachInWords({ states: ['NY', 'NJ'], count: 12, complete: false })).toBe(
    'Serves at least 12 states from afar',
  )
  expect(placesInWords([{ city: null, state: 'TX', country: 'US' }])).toBe('Texas')
})

test('columns move and leave by plain links that keep the rest of the address', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(withProviders('/compare?ids=a&ids=b&case=iv-clinic', ['b', 'a'])).toBe(
    '/compare?ids=b&ids=a&case=iv-clinic',
  )
})

test('a criterion of a closed provider tells no points, no limit on a letter and no question', () => {
  const view: CriterionView = {
    ...{ id: 'A2', pillar: 'A', box: 'who', short_label: 'License', question: 'Q?', why: 'W.' },
    ...{ meaning: null, on_file: null, ask: 'Ask this.', is_gate: true, verdict: 'unknown' },
    ...{ points: 3, low: 0, high: 3, strength: null, in_conflict: false, date_problem: false },
    ...{ gate: { status: 'unknown', cap: 'B' }, law_review: false, evidence: [] },
  }
  const scored = /0 of 3 points confirmed, up to 3|the letter can be B at most|Ask this/g
  expect(renderToString(<CriterionDetails view={view} />).match(scored)).toHaveLength(3)
  expect(renderToString(<CriterionDetails view={view} closed />)).not.toMatch(scored)
})
