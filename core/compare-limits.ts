/** How many providers stand side by side. Apart, since the first load of every page needs it. */

export const MIN_COMPARED = 2
export const MAX_COMPARED = 4
