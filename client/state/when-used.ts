/** What tells that somebody is at the page: a first touch, key, pointer or scroll, or a change in another tab. */
const SIGNS = [
  'pointerdown',
  'pointermove',
  'keydown',
  'focusin',
  'scroll',
  'popstate',
  'storage',
] as const

/**
 * Runs `start` once, before the first sign of use is handled further. The page reads and works as
 * the server drew it until then, so taking it over need not hold up a phone that is still loading.
 */
export function whenUsed(start: () => void): void {
  const once = () => {
    for (const sign of SIGNS) removeEventListener(sign, once, true)
    start()
  }
  for (const sign of SIGNS) addEventListener(sign, once, { capture: true, passive: true })
}
