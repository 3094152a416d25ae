import { signal } from '@preact/signals'

/** What a screen reader is told after a press. */
const said = signal('')

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Moves the table by what is in view and says which providers are now there. */
function turn(by: 1 | -1, names: readonly string[]): void {
  const frame = document.querySelector<HTMLElement>('.compare__scroll')
  if (frame === null) return
  const column = frame.clientWidth / 2
  const first = Math.round(frame.scrollLeft / column)
  const next = Math.min(Math.max(first + 2 * by, 0), names.length - 2)
  frame.scrollTo({ left: next * column, behavior: isCalm() ? 'auto' : 'smooth' })
  const shown = names.slice(next, next + 2).join(' and ')
  said.value = `Now in view: ${shown}, ${next + 1} and ${next + 2} of ${names.length}.`
}

/** On a phone two providers fit; these turn to the ones before and after, as a swipe does. */
export function ComparePairs({ names }: { names: readonly string[] }) {
  if (names.length < 3) return null
  return (
    <div class="compare-pairs on-screen">
      <button type="button" class="button" onClick={() => turn(-1, names)}>
        ← Previous two
      </button>
      <span class="small quiet">two of {names.length}</span>
      <span class="hidden-text" role="status">
        {said.value}
      </span>
      <button type="button" class="button" onClick={() => turn(1, names)}>
        Next two →
      </button>
    </div>
  )
}
