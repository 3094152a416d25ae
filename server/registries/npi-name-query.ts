/**
 * The searches of the NPI registry that may find a person or company by name. They ask wide, since
 * the registry compares letter by letter; whom the answers are about is for the matching to say.
 */

import type { Identity } from '#core/match.ts'
import type { PersonName } from '#core/name.ts'
import { withoutLegalForms } from '#core/name.ts'
import type { NpiQuery } from './npi-api.ts'

const COMBINING = /[\u0300-\u036f]/g
const plain = (text: string) =>
  text.normalize('NFKD').replace(COMBINING, '').replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim()

/** A letter or two with a dot is an initial, of which the registry makes nothing. */
const isInitial = (word: string) => word.replace(/[^\p{L}]/gu, '').length < 2

/** The last name as given and as the registry may spell it: each half, and with what precedes it. */
function lastNames({ last, middle }: PersonName): string[] {
  const whole = plain(last)
  const halves = whole.split(/[- ]/)
  const before = plain(middle ?? '')
  return [
    whole,
    whole.replaceAll("'", ''),
    halves.join(' '),
    ...halves.filter((half) => half.length > 2),
    ...(isInitial(before) ? [] : [`${before} ${whole}`]),
  ]
}

function personQueries(name: PersonName): NpiQuery[] {
  const [first, next] = [plain(name.first), plain(name.middle ?? '')]
  const lasts = [...new Set(lastNames(name))].filter((last) => !isInitial(last))
  if (isInitial(first)) return lasts.map((last_name) => ({ enumeration_type: 'NPI-1', last_name }))
  const pairs = lasts.map((last): [string, string] => [first, last])
  // Many first names are two words, as in Mary Beth.
  if (!isInitial(next)) pairs.push([`${first} ${next}`, plain(name.last)])
  return pairs.map(([first_name, last_name]) => ({
    enumeration_type: 'NPI-1',
    first_name,
    // Nobody is matched by a nickname, so the registry need not look for them.
    use_first_name_alias: 'False',
    last_name,
  }))
}

/** Every name that begins so, since most end on a legal form, and none on a note in brackets. */
function organizationQueries(name: string): NpiQuery[] {
  const bare = withoutLegalForms(plain(name).replace(/ \(.*/, ''))
  const spellings = [
    bare,
    bare.replaceAll("'", ''),
    bare.replace(/ & /g, ' and '),
    bare.replace(/ and /gi, ' & '),
  ]
  const names = [...new Set(spellings)].filter((one) => !isInitial(one))
  return names.map((one) => ({ enumeration_type: 'NPI-2', organization_name: `${one}*` }))
}

/** All searches for a subject in these states; none without a state, since names are common. */
export function nameQueries(
  { kind, names, organization_names }: Identity,
  states: readonly string[],
): NpiQuery[] {
  const queries =
    kind === 'person'
      ? names.flatMap(personQueries)
      : organization_names.flatMap(organizationQueries)
  return states.flatMap((state) => queries.map((query) => ({ ...query, state })))
}
