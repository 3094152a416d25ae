import { MAX_COMPARED } from '#core/compare-limits.ts'
import { chosen, isFull, toggleChosen } from '../state/chosen.ts'

/** The form that unscripted check boxes belong to, wherever they stand on the page. */
export const COMPARE_FORM = 'compare-form'

/** Said of a box that cannot be ticked, behind its name. */
export const REFUSED = ` (${MAX_COMPARED} chosen, the most)`

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
          {refused && REFUSED}
        </span>
      </label>
    </p>
  )
}
