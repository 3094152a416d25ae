import type { Signal } from '@preact/signals'

/** A check box that holds a yes or no. */
export function Tick({ state, text }: { state: Signal<boolean>; text: string }) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={state.value}
        onChange={({ currentTarget }) => {
          state.value = currentTarget.checked
        }}
      />
      {text}
    </label>
  )
}
