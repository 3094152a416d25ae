import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** What a screen reader is told after a press or a swipe. */
const said = signal('')
/** The first provider in view, from 0. */
const first = signal(0)

/** The label of the row beneath the bar once the names of the table are out of view, else null. */
const below = signal<string | null>(null)

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

/** The label of the row that is at this height of the screen; null where there is no row. */
function labelAt(frame: HTMLElement, height: number): string | null {
  const row = document.elementFromPoint(frame.clientWidth / 4, height)?.closest('tbody tr')
  return row?.querySelector('.compare__label, .compare__group-name')?.textContent ?? null
}

/** Keeps the names in the bar beside their columns; answers with how to stop. */
function followPage(bar: HTMLElement | null): (() => void) | undefined {
  const frame = frameOf()
  const strip = bar?.querySelector('.compare-pairs__strip')
  const names = frame?.querySelector('.compare__names')
  if (!bar || !frame || !strip || !names) return undefined
  let waits = 0
  const look = () => {
    waits = 0
    strip.scrollLeft = frame.scrollLeft
    const line = bar.getBoundingClientRect().bottom
    const isPast = bar.clientHeight > 0 && names.getBoundingClientRect().bottom <= line
    below.value = isPast
      ? labelAt(frame, line + (strip.parentElement?.clientHeight ?? 0) + 2)
      : null
  }
  const onScroll = () => {
    waits ||= requestAnimationFrame(look)
  }
  look()
  // Scrolling does not bubble: this hears the page and the table.
  addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => {
    cancelAnimationFrame(waits)
    removeEventListener('scroll', onScroll, { capture: true })
  }
}

function Turn({
  by,
  names,
  children,
}: {
  by: 1 | -1
  names: readonly string[]
  children: ComponentChildren
}) {
  const at = first.value
  const isEnd = by < 0 ? at === 0 : at >= names.length - 2
  return (
    <button
      type="button"
      class="button"
      aria-disabled={isEnd ? 'true' : undefined}
      onClick={() => {
        if (!isEnd) turn(by, names)
      }}
    >
      {children}
    </button>
  )
}

function Pairs({ names }: { names: readonly string[] }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => followSwipes(names), [names.join()])
  useEffect(() => followPage(bar.current), [])
  const at = Math.min(first.value, names.length - 2)
  return (
    <div class="compare-pairs on-screen" ref={bar}>
      <Turn by={-1} names={names}>
        ← <span class="compare-pairs__words">Previous two</span>
      </Turn>
      <span class="small quiet">
        {at + 1} and {at + 2} of {names.length}
      </span>
      <span class="hidden-text" role="status">
        {said.value}
      </span>
      <Turn by={1} names={names}>
        <span class="compare-pairs__words">Next two</span> →
      </Turn>
      <div
        class="compare-pairs__names"
        aria-hidden="true"
        data-shown={below.value === null ? undefined : ''}
      >
        <div class="compare-pairs__strip">
          {names.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <div class="compare-pairs__row">{below.value ?? '–'}</div>
      </div>
    </div>
  )
}

/** On a phone two providers fit; these turn to the ones before and after, as a swipe does. */
export function ComparePairs({ names }: { names: readonly string[] }) {
  return names.length < 3 ? null : <Pairs names={names} />
}
