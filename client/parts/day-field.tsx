import type { IsoDate } from '#core/calendar.ts'
import { parseDay } from '#core/calendar.ts'

/**
 * A field for a day. A browser calls it empty while a part of the day is typed anew, so an empty
 * field takes nothing away: what is kept stands there again when the field is left.
 */
export function DayField({
  label,
  class: kind = 'field',
  day,
  max,
  onDay,
}: {
  label: string
  class?: string
  day: IsoDate | null
  /** The last day that the calendar of the field offers. */
  max?: IsoDate
  onDay: (day: IsoDate) => void
}) {
  return (
    <label class={kind}>
      {label}
      <input
        type="date"
        value={day ?? ''}
        max={max}
        onChange={({ currentTarget }) => {
          const next = parseDay(currentTarget.value)
          if (next !== null) onDay(next)
        }}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value === '') currentTarget.value = day ?? ''
        }}
      />
    </label>
  )
}
