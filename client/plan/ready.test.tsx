// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { JournalBoard } from '../journal/journal-board.tsx'
import { READING } from '../parts/reading-words.ts'
import { PlanBoard } from './plan-board.tsx'
import { ready } from './ready.ts'

beforeEach(() => {
  render(null, document.body)
  ready.value = false
})

/** Buttons that look as if they answered; those that send a form do so without a script. */
const live = () =>
  [...document.querySelectorAll('button')].filter(
    (one) => one.type !== 'submit' && one.closest('fieldset[disabled]') === null,
  ).length

test.each([
  ['plan', PlanBoard, 'Nothing is marked yet.'],
  ['journal', JournalBoard, 'Nothing is written yet.'],
])(
  'until what is kept was read, the %s says so, claims nothing and offers nothing',
  async (_, Board, empty) => {
    await act(() => render(<Board />, document.body))
    expect(document.body.textContent).toContain(READING)
    expect(document.body.textContent).not.toContain(empty)
    expect(document.body.textContent).not.toContain('0 entries')
    expect(document.body.textContent).not.toContain('Your shortlist is empty')
    expect(document.querySelector('input[type=checkbox]:not([disabled])')).toBeNull()
    expect(live()).toBe(0)
    await act(() => {
      ready.value = true
    })
    expect(document.body.textContent).not.toContain(READING)
    expect(document.body.textContent).toContain(empty)
    expect(live()).toBeGreaterThan(4)
  },
)
