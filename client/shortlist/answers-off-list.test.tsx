// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import type { Answer } from '#core/answers.ts'
import type { IsoDate } from '#core/calendar.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { recordAnswer } from '#core/shortlist.ts'
import { change, toggleEntry } from '../state/kept.ts'
import { AnswersOffList } from './answers-off-list.tsx'
import { found } from './facts.ts'

const told = (provider: string, criterion: string): Answer => ({
  ...{ provider, criterion, level: 'met', told_on: '2026-11-23' as IsoDate, how: 'call' },
  ...{ case: null, state: null, note: '' },
})

test('answers about a provider that was taken off the list are named with a link to them', async () => {
  const place = document.createElement('div')
  found.value = new Map([['a', { id: 'a', name: 'Acorn' } as ProviderRecord]])
  toggleEntry({ id: 'a', name: 'Acorn', case: null })
  for (const criterion of ['C4', 'C5'])
    change((list) => recordAnswer(list, told('a', criterion)), '')
  await act(() => render(<AnswersOffList />, place))
  expect(place.textContent).toBe('')
  await act(() => void toggleEntry({ id: 'a', name: 'Acorn', case: null }))
  expect(place.querySelector('li')?.textContent).toBe('Acorn (2 answers)')
  expect(place.querySelector('a')?.getAttribute('href')).toBe('/ask?ids=a')
})
