import type { ListItem } from '#core/listing.ts'

/** An item with only what a row of the list draws; the verdicts behind it left out. */
export function asDrawn(item: ListItem): ListItem {
  const { shown } = item
  return {
    ...item,
    shown: shown && {
      ...shown,
      boxes: shown.boxes.map((box) => ({ ...box, verdicts: [] })),
      caps: [],
      no_letter: [],
      next_question: null,
    },
  }
}
