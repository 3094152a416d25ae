import { MAX_COMPARED } from '#core/compare.ts'
import { canCompare, chosen, compareHref, isFull, toggleChosen } from '../state/chosen.ts'

/** The form that unscripted check boxes belong to, wherever they stand on the page. */
export const COMPARE_FORM = 'compare-form'

/** The way on, as the next stop of the Tab key after the box that was just ticked. */
function CompareNow() {
  if (!canCompare.value) return null
  return (
    <a class="choice__now" href={compareHref(chosen.value.map(({ id }) => id))}>
      Compare {chosen.value.length} now
    </a>
  )
}

/** "Compare" for one provider: a check box that also works as a plain form field. */
export function CompareChoice({ id, name }: { id: string; name: string }) {
  const checked = chosen.value.some((one) => one.id === id)
  const refused = isFull.value && !checked
  return (
    <p class="choice-line on-screen">
      <label class="choice">
        <input
          type="checkbox"
          name="ids"
          value={id}
          form={COMPARE_FORM}
          checked={checked}
          disabled={refused}
          onChange={() => toggleChosen({ id, name })}
        />
        <span>
          Compare<span class="hidden-text"> {name}</span>
          {refused && ` (${MAX_COMPARED} chosen, the most)`}
        </span>
      </label>
      {checked && <CompareNow />}
    </p>
  )
}
