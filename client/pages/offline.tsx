/** What the service worker shows in place of a page that this browser has no copy of. */
export function OfflinePage() {
  return (
    <>
      <h1>This page needs a network</h1>
      <p class="lead">
        This stands in for a page that could not be reached and of which this browser has no copy.
        Lists and comparisons are never kept, since they change.
      </p>
      <div class="prose" data-kept-pages />
      <p>
        What you wrote is safe. Go back, or try again when you have a connection.{' '}
        <a href="/">Home</a>
      </p>
    </>
  )
}
