import { MAX_COMPARED, MIN_COMPARED } from '#core/compare-limits.ts'
import {
  announcement,
  canCompare,
  chosen,
  clearChosen,
  compareHref,
  notKept,
  toggleChosen,
} from '../state/chosen.ts'

function CompareLink() {
  if (canCompare.value) {
    return (
      <a class="button button--main" href={compareHref(chosen.value.map(({ id }) => id))}>
        Compare {chosen.value.length}
      </a>
    )
  }
  return (
    <button type="button" class="button" aria-disabled="true">
      Compare: choose {MIN_COMPARED} to {MAX_COMPARED}
    </button>
  )
}

/** What is chosen so far, at the top of the page; empty until something is. */
export function CompareBar() {
  const list = chosen.value
  return (
    <>
      {list.length > 0 && (
        <section class="compare-bar" aria-label="Chosen to compare">
          <div class="wide compare-bar__in">
            <CompareLink />
            <p class="compare-bar__count number">
              {list.length} of {MAX_COMPARED}
            </p>
            <ul class="chips">
              {list.map((one) => (
                <li key={one.id}>
                  <button type="button" class="chip" onClick={() => toggleChosen(one)}>
                    {one.name} <span aria-hidden="true">×</span>
                    <span class="hidden-text">remove</span>
                  </button>
                </li>
              ))}
            </ul>
            <button type="button" class="link-button" onClick={clearChosen}>
              Clear all
            </button>
          </div>
          {notKept.value !== null && <p class="wide small">{notKept.value}</p>}
        </section>
      )}
      <p class="hidden-text" role="status">
        {announcement.value}
      </p>
    </>
  )
}
