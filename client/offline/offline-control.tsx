/** Where the words about use without a network stand; a script fills it, since it needs one. */
export function OfflineControl() {
  return <div class="on-screen" data-offline-control />
}
