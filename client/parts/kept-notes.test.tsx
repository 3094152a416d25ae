// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { emptyJournal, journalText, mergeJournals, readJournal } from '#core/journal.ts'
import { createKept } from '../state/keep.ts'
import { KeptNotes } from './kept-notes.tsx'

const form = {
  key: 'test',
  aside: 'test-unread',
  name: 'journal',
  read: readJournal,
  write: journalText,
  merge: mergeJournals,
}

test('where nothing can be kept, a download stands beside the words, and a way to try again', async () => {
  let storage: Storage | null = null
  const kept = createKept(form, () => storage)
  let copies = 0
  const place = document.createElement('div')
  const download = { label: 'Save a copy', run: () => (copies += 1) }
  await act(() => render(<KeptNotes all={[kept]} download={download} />, place))
  expect(place.textContent).toBe('')
  await act(() => kept.change(emptyJournal()))
  expect(place.textContent).toContain('does not let the page keep anything')
  const [copy, again] = place.querySelectorAll('button')
  await act(() => copy?.click())
  expect(copies).toBe(1)
  storage = localStorage
  await act(() => again?.click())
  expect(place.textContent).toBe('')
})

test('one sentence names all that another tab changed, until it is closed', async () => {
  const all = ['plan', 'journal'].map((name) => createKept({ ...form, key: name, name }))
  const place = document.createElement('div')
  await act(() => render(<KeptNotes all={all} />, place))
  expect(place.textContent).toBe('')
  const said = place.querySelector('p[role=status]')
  await act(() => {
    for (const { elsewhere } of all) elsewhere.value = 'changed'
  })
  expect(said?.textContent).toMatch(/^Another tab changed your plan and your journal\./)
  await act(() => {
    for (const { elsewhere } of all) elsewhere.value = 'deleted'
  })
  expect(said?.textContent).toBe('Another tab deleted your plan. Another tab deleted your journal.')
  await act(() => place.querySelector('button')?.click())
  expect(place.textContent).toBe('')
  expect(all.some(({ elsewhere }) => elsewhere.value)).toBe(false)
})

test('a way back stays at the foot of the window, and the focus goes home when it is taken', async () => {
  const kept = createKept(form)
  document.body.innerHTML = '<h2 id="home" tabindex="-1"></h2><div></div>'
  const place = document.body.lastElementChild as Element
  await act(() => render(<KeptNotes all={[kept]} home="home" />, place))
  await act(() => kept.clear('The journal is deleted.'))
  expect(place.querySelector('.said-bar p[role=status]')?.textContent).toContain('is deleted.')
  const [undo] = place.querySelectorAll('button')
  undo?.focus()
  await act(() => undo?.click())
  expect(place.textContent).toBe('')
  expect(document.activeElement?.id).toBe('home')
})

test('a text that could not be read in full can be downloaded as it was', async () => {
  localStorage.setItem('test', 'not json')
  const kept = createKept(form)
  const place = document.createElement('div')
  kept.load()
  await act(() => render(<KeptNotes all={[kept]} />, place))
  expect(place.textContent).toContain('nothing of it could be read')
  expect(place.textContent).toContain('kept aside in this browser')
  expect(place.querySelector('button')?.textContent).toBe('Download it as it was')
  expect(kept.keptAside()).toBe('not json')
})
