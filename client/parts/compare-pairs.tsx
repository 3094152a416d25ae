import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** What a screen reader is told after a press or a swipe. */
const said = signal('')
/** The first provider in view, from 0. */
const first = signal(0)

/** Browsers that do not tell the end of a scroll are still after this long. */
const STILL_MS = 150

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const frameOf = () => document.querySelector<HTMLElement>('.compare__scroll')

function firstInView(frame: HTMLElement, names: readonly string[]): number {
  const at = Math.round(frame.scrollLeft / (frame.clientWidth / 2))
  return Math.min(Math.max(at, 0), names.length - 2)
}

/** Says which two are in view, once for each pair. */
function tell(at: number, names: readonly string[]): void {
  first.value = at
  const shown = names.slice(at, at + 2).join(' and ')
  said.value = `Now in view: ${shown}, ${at + 1} and ${at + 2} of ${names.length}.`
}

/** Moves the table by what is in view and says which providers are now there. */
function turn(by: 1 | -1, names: readonly string[]): void {
  const frame = frameOf()
  if (frame === null) return
  const next = Math.min(Math.max(firstInView(frame, names) + 2 * by, 0), names.length - 2)
  frame.scrollTo({
    left: (next * frame.clientWidth) / 2,
    behavior: isCalm() ? 'auto' : 'smooth',
  })
  tell(next, names)
}

/** Tells of pairs that a swipe brings into view; answers with how to stop. */
function followSwipes(names: readonly string[]): (() => void) | undefined {
  const frame = frameOf()
  if (frame === null) return undefined
  first.value = firstInView(frame, names)
  const settle = () => {
    const at = firstInView(frame, names)
    if (at !== first.value) tell(at, names)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(settle, STILL_MS)
  }
  const [event, listener] =
    'onscrollend' in frame ? (['scrollend', settle] as const) : (['scroll', wait] as const)
  frame.addEventListener(event, listener)
  return () => {
    clearTimeout(timer)
    frame.removeEventListener(event, listener)
  }
}

function Pairs({ names }: { names: readonly string[] }) {
  useEffect(() => followSwipes(names), [names.join()])
  const at = Math.min(first.value, names.length - 2)
  return (
    <div class="compare-pairs on-screen">
      <button type="button" class="button" onClick={() => turn(-1, names)}>
        ← Previous two
      </button>
      <span class="small quiet">
        {at + 1} and {at + 2} of {names.length}
      </span>
      <span class="hidden-text" role="status">
        {said.value}
      </span>
      <button type="button" class="button" onClick={() => turn(1, names)}>
        Next two →
      </button>
    </div>
  )
}

/** On a phone two providers fit; these turn to the ones before and after, as a swipe does. */
export function ComparePairs({ names }: { names: readonly string[] }) {
  return names.length < 3 ? null : <Pairs names={names} />
}
