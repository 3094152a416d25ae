/** Long work in pieces, so that a slow phone can paint and answer a touch in between. */

/** Waits until the browser has handled what is urgent; the next piece of work comes after it. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}

/** Waits until the browser has nothing else to do, two seconds at most. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callback.
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, 200)
    else requestIdleCallback(() => resolve(), { timeout: 2000 })
  })
}
