import { MAX_COMPARED, MIN_COMPARED } from '#core/compare-limits.ts'
import type { Chosen } from '../state/chosen.ts'
import {
  announcement,
  chosen,
  clearChosen,
  compareHref,
  notKept,
  toggleChosen,
} from '../state/chosen.ts'

function CompareLink({ list }: { list: readonly Chosen[] }) {
  if (list.length >= MIN_COMPARED) {
    return (
      <a class="button button--main" href={compareHref(list.map(({ id }) => id))}>
        Compare {list.length}
      </a>
    )
  }
  return (
    <button type="button" class="button" aria-disabled="true">
      Compare: choose {MIN_COMPARED} to {MAX_COMPARED}
    </button>
  )
}

/** The bar itself, for at least one that is chosen. On a phone the names are a press away. */
export function ChosenBar({ list }: { list: readonly Chosen[] }) {
  return (
    <section class="compare-bar" aria-label="Chosen to compare">
      <div class="wide compare-bar__in">
        <CompareLink list={list} />
        <details class="compare-bar__names">
          <summary>
            {list.length} of {MAX_COMPARED} chosen
          </summary>
          <div class="compare-bar__list">
            <ul class="chips">
              {list.map((one) => (
                <li key={one.id}>
                  <button type="button" class="chip" onClick={() => toggleChosen(one)}>
                    <span class="chip__name">{one.name}</span> <span aria-hidden="true">×</span>
                    <span class="hidden-text">remove</span>
                  </button>
                </li>
              ))}
            </ul>
            <button type="button" class="link-button" onClick={clearChosen}>
              Clear all
            </button>
          </div>
        </details>
      </div>
      {notKept.value !== null && <p class="wide small">{notKept.value}</p>}
    </section>
  )
}

/**
 * What is chosen so far, at the top of the page; empty until something is. It lies over room that
 * every page keeps free, so that nothing moves when it comes.
 */
export function CompareBar() {
  const list = chosen.value
  return (
    <>
      {list.length > 0 && <ChosenBar list={list} />}
      <p class="hidden-text" role="status">
        {announcement.value}
      </p>
    </>
  )
}
