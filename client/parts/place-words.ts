import type { ListItem, Place } from '#core/listing.ts'
import { countryName, stateName } from '#core/state-names.ts'

/** "Brooklyn, NY"; the state's full name where no city is given. */
function placeInWords({ city, state, country }: Place): string {
  const region = city === null ? stateName(state) : `${city}, ${state}`
  return country === 'US' ? region : `${region}, ${countryName(country)}`
}

/** The first places of a list and how many more there are. */
export function placesInWords(places: readonly Place[], most = 3): string {
  const names = [...new Set(places.map(placeInWords))]
  if (names.length === 0) return 'No site known'
  const more = names.length - most
  const shown = names.slice(0, most).join('; ')
  return more > 0 ? `${shown} and ${more} more` : shown
}

/** What is known of telehealth reach: "Serves 12 states from afar"; null when nothing is said. */
export function reachInWords(serves: ListItem['serves']): string | null {
  if (serves === null) return null
  const listed = serves.states.length
  const count = Math.max(listed, serves.count ?? 0)
  if (count === 0) return null
  const only = listed === 1 && count === 1 ? serves.states[0] : undefined
  const states = only === undefined ? `${count} states` : stateName(only)
  return `Serves ${serves.complete ? '' : 'at least '}${states} from afar`
}
