import { expect, test } from 'vitest'
import { ageInWords, copySentence, markedCopy } from './copy-note.ts'
import { assetsIn, keptKind } from './kept-requests.ts'

const KEPT_AT = Date.parse('2026-11-23T12:00:00Z')
const DAY = 86_400_000

test('a copy says that it is one, why, and from which day', () => {
  expect(copySentence('offline', KEPT_AT)).toBe(
    'You are offline. This copy is from November 23, 2026.',
  )
  expect(copySentence('slow', KEPT_AT)).toContain('The network does not answer.')
  expect(copySentence('server', KEPT_AT)).toContain('Our server cannot answer now.')
})

test('the age is in whole days, and a copy from the future is blamed on the clock', () => {
  expect(ageInWords(KEPT_AT, KEPT_AT + 3000)).toBe('It is less than a day old.')
  expect(ageInWords(KEPT_AT, KEPT_AT + DAY)).toBe('It is a day old.')
  expect(ageInWords(KEPT_AT, KEPT_AT + 45.9 * DAY)).toBe('It is 45 days old.')
  expect(ageInWords(KEPT_AT, KEPT_AT - 2 * DAY)).toContain('clock may be wrong')
})

test('the note stands first in the main part, and nothing else changes', () => {
  const html = '<body class="page"><main id="main" tabindex="-1"><h1>Plan</h1></main></body>'
  const marked = markedCopy(html, 'offline', KEPT_AT, KEPT_AT)
  expect(marked).toMatch(/^<body class="page"><main id="main" tabindex="-1"><div class="notice/)
  expect(marked.replace(/<div class="notice.*<\/div>(?=<h1>)/, '')).toBe(html)
})

test('a copy whose main part cannot be found carries the note all the same', () => {
  expect(markedCopy('<body><p>x</p>', 'offline', KEPT_AT, KEPT_AT)).toMatch(/^<body><div class/)
  expect(markedCopy('text', 'offline', KEPT_AT, KEPT_AT)).toContain('You are offline.')
})

test('tools, records and built files are kept; lists, comparisons and the rest are not', () => {
  const kinds = (...paths: string[]) => paths.map(keptKind)
  expect(kinds('/plan', '/journal', '/shortlist', '/ask', '/learn')).toEqual(
    new Array(5).fill('tool'),
  )
  expect(kinds('/providers/a', '/api/providers/a', '/api/rubric', '/assets/a.js')).toEqual([
    'record-page',
    'record',
    'record',
    'asset',
  ])
  const never = ['/', '/providers', '/api/providers', '/compare', '/api/compare', '/method']
  expect(kinds(...never)).toEqual(never.map(() => null))
})

test('the files that a page names are found once each', () => {
  const html =
    '<link href="/assets/a-1.css"><script src="/assets/b_2.js"></script><a href="/assets/a-1.css">'
  expect(assetsIn(html)).toEqual(['/assets/a-1.css', '/assets/b_2.js'])
})
