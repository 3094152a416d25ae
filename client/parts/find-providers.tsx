/** The way on from a page that has nobody on it yet. */
export function FindProviders({ words = 'Find providers' }: { words?: string }) {
  return (
    <p>
      <a class="button button--main" href="/providers">
        {words}
      </a>
    </p>
  )
}
