import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { CompareCases } from './compare-cases.tsx'

const IV = { id: 'iv-clinic', label: 'IV infusion in a clinic' }
const IM = { id: 'im-clinic', label: 'Injection in a clinic' }
const URL = '/compare?ids=a&ids=b&case=im-clinic'

const drawn = (shown: typeof IV | null, ...shared: (typeof IV)[]) =>
  renderToString(<CompareCases comparison={{ case: shown, shared_cases: shared }} url={URL} />)
const links = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

test('a kind of care that not all offer leads to the one that they share', () => {
  const html = drawn(IM, IV)
  expect(html).toContain('All of them offer:')
  expect(html).toContain(IV.label)
  expect(links(html)).toEqual(['/compare?ids=a&amp;ids=b&amp;case=iv-clinic'])
})

test('where they share no care, the way on is to each one’s own', () => {
  const html = drawn(IM)
  expect(html).not.toContain('All of them')
  expect(links(html)).toEqual(['/compare?ids=a&amp;ids=b'])
})

test('a choice stands only where there is one', () => {
  expect(drawn(IV, IV)).toBe('')
  expect(drawn(null)).toBe('')
  expect(links(drawn(IV, IV, IM))).toHaveLength(2)
  expect(drawn(IV, IV, IM).match(/aria-current/g)).toHaveLength(1)
})
