import { STATE_NAMES } from '#core/state-names.ts'
import { MODALITIES } from '#core/vocabulary.ts'
import { MODALITY_WORDS } from '#core/words.ts'

/** Opens the list already filtered; works without a script. */
export function FindForm() {
  return (
    <form id="find" class="plan-find" action="/providers" method="get">
      <label class="field">
        Your ZIP code
        <input name="zip" inputMode="numeric" autocomplete="postal-code" maxLength={5} />
      </label>
      <label class="field">
        or your state
        <select name="state">
          <option value="">Any state</option>
          {Object.entries(STATE_NAMES).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        How you want to be treated
        <select name="modality">
          <option value="">Not sure yet</option>
          {MODALITIES.map((one) => (
            <option key={one} value={one}>
              {MODALITY_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Most you can pay for a session, in $
        <input name="price_max" inputMode="numeric" autocomplete="off" />
      </label>
      <input type="hidden" name="price" value="unknown" />
      <button type="submit" class="button">
        Open the filtered list
      </button>
    </form>
  )
}
