// @vitest-environment happy-dom
import { hydrate } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { beforeEach, expect, test } from 'vitest'
import { chosen } from '../state/chosen.ts'
import { savedIds } from '../state/saved.ts'
import { CompareChoice } from './compare-choice.tsx'
import { SaveChoice } from './save-choice.tsx'
import { showKept } from './show-kept.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']
const named = (id: string) => ({ id, name: `Clinic ${id}` })

function Rows() {
  return (
    <ul>
      {IDS.map(named).map(({ id, name }) => (
        <li key={id} class="row">
          <CompareChoice id={id} name={name} />
          <SaveChoice id={id} name={name} case={null} />
        </li>
      ))}
    </ul>
  )
}

const main = () => document.getElementById('main') as HTMLElement
const shown = () =>
  [...main().querySelectorAll('.row')].map((row) => {
    const box = row.querySelector<HTMLInputElement>('[name=ids]')
    const save = row.querySelector('.save')
    const pressed = save?.getAttribute('aria-pressed')
    return [box?.checked, box?.disabled, pressed, row.textContent]
  })

/** What the components draw afresh for what is kept now. */
function drawnAfresh(): unknown[] {
  const before = main().innerHTML
  main().innerHTML = renderToString(<Rows />)
  const fresh = shown()
  main().innerHTML = before
  return fresh
}

beforeEach(() => {
  chosen.value = []
  savedIds.value = new Set()
  document.body.innerHTML = `<main id="main">${renderToString(<Rows />)}</main>`
})

test('what the server drew shows the choice and the shortlist as the components would', () => {
  chosen.value = IDS.slice(0, 4).map(named)
  savedIds.value = new Set(['b', 'e'])
  showKept()
  showKept()
  expect(shown()).toEqual(drawnAfresh())
  expect(shown()[4]).toEqual([
    false,
    true,
    'true',
    'Compare Clinic e (4 chosen, the most)★ Save Clinic e to your shortlist',
  ])
  chosen.value = IDS.slice(1, 3).map(named)
  savedIds.value = new Set()
  showKept()
  expect(shown()).toEqual(drawnAfresh())
})

test('components that take it over find it as they draw it, and go on from there', async () => {
  chosen.value = IDS.slice(0, 4).map(named)
  savedIds.value = new Set(['b'])
  showKept()
  const kept = shown()
  hydrate(<Rows />, main())
  expect(shown()).toEqual(kept)
  chosen.value = IDS.slice(0, 1).map(named)
  savedIds.value = new Set(['c'])
  await expect.poll(shown).not.toEqual(kept)
  expect(shown()[0]?.slice(0, 3)).toEqual([true, false, 'false'])
  expect(shown()[2]).toEqual([
    false,
    false,
    'true',
    'Compare Clinic c★ Save Clinic c to your shortlist',
  ])
  expect(shown()[4]?.slice(0, 3)).toEqual([false, false, 'false'])
})
