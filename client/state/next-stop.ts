/**
 * What a press brings up stands elsewhere on the page: the bar of the chosen, the words after Save.
 * It is the next stop of the Tab key all the same, and after it come the stops that follow the
 * control that was pressed. Loaded once the page is at rest.
 */

/** Each kind of control, and the place of what it brings up. */
const BROUGHT_UP = [
  ['input[form="compare-form"]', '#compare-bar'],
  ['.save', '#saved-said'],
] as const

let pressed: { control: HTMLElement; place: string } | null = null

const stopsIn = (place: Element | null) =>
  [...(place?.querySelectorAll<HTMLElement>('a, button, summary') ?? [])].filter((one) =>
    one.checkVisibility(),
  )

/** Where Tab goes from here, if not to the next stop of the page. */
function stepFrom(at: Element | null, isBack: boolean): HTMLElement | null {
  if (!pressed?.control.isConnected) return null
  const { control, place } = pressed
  const stops = stopsIn(document.querySelector(place))
  if (at === control) return isBack ? null : (stops[0] ?? null)
  const here = stops.indexOf(at as HTMLElement)
  if (here === 0 && isBack) return control
  if (here >= 0 && here < stops.length - 1) return null
  // The browser itself goes on from the control, or from where the visitor went meanwhile.
  if (here >= 0 && !isBack) control.focus({ preventScroll: true })
  pressed = null
  return null
}

function onTab(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return
  const next = stepFrom(document.activeElement, event.shiftKey)
  if (next === null) return
  next.focus()
  event.preventDefault()
}

/** A press inside such a place may take away its own button, and with it the focus. */
function keepFocusNear(place: Element): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const near = stopsIn(place)[0] ?? pressed?.control
    near?.focus({ preventScroll: true })
  })
}

function onPress({ target }: Event): void {
  if (!(target instanceof Element)) return
  for (const [control, place] of BROUGHT_UP) {
    const found = target.closest<HTMLElement>(control)
    if (found) pressed = { control: found, place }
    const inside = target.closest(place)
    if (inside) keepFocusNear(inside)
  }
}

/** Watches presses, before they change the page, and the Tab key. */
export function watchStops(): void {
  addEventListener('click', onPress, true)
  addEventListener('keydown', onTab)
}
