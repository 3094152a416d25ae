import type { CostRange } from '#core/cost.ts'
import type { ListItem } from '#core/listing.ts'

const withoutParts = (range: CostRange): CostRange =>
  range.known ? { ...range, low_parts: [], high_parts: [] } : { known: false, missing: [] }

/** An item with only what a row of the list draws; the sums and verdicts behind it left out. */
export function asDrawn(item: ListItem): ListItem {
  const { shown, cost } = item
  return {
    ...item,
    cost: cost && { ...cost, first_3_months: withoutParts(cost.first_3_months) },
    shown: shown && {
      ...shown,
      boxes: shown.boxes.map((box) => ({ ...box, verdicts: [] })),
      caps: [],
      no_letter: [],
      next_question: null,
    },
  }
}
