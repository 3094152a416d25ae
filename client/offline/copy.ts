/** Whether the page on screen is a kept copy: the service worker marks those. */

/** The mark that the service worker puts into a copy; see `service-worker/marked-copy.ts`. */
const MARK = '[data-copy-from]'

/** True when this page came out of the browser's own copies. */
export function isCopy(): boolean {
  return document.querySelector(MARK) !== null
}
