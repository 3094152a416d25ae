/**
 * Names made comparable, after the advice of the federal exclusion list: upper case, accents
 * folded, punctuation and titles dropped, each half of a double name searched. Nicknames are not
 * guessed at: only a name that a registry itself lists as another name counts as one.
 */

/** A person's name as a source writes it, in parts. */
export type PersonName = {
  last: string
  first: string
  middle: string | null
  suffix: string | null
}

/** The same, ready to compare: only letters and digits, single blanks, upper case. */
export type NormalName = {
  /** The whole last name without blanks: `DELACRUZ`, `SMITHJONES`. */
  last: string
  /** Its parts of three letters or more, particles left out: `SMITH`, `JONES`. */
  last_parts: string[]
  first: string
  /** Middle name or initial, empty if none; without blanks, and in its words. */
  middle: string
  middle_parts: string[]
  /** `JR`, `II` and so on, empty if none. */
  suffix: string
}

const PLAIN = /^[A-Z0-9]*$/
const COMBINING = /[\u0300-\u036f]/g
const GENERATIONS: Record<string, string> = {
  JR: 'JR',
  JUNIOR: 'JR',
  SR: 'SR',
  SENIOR: 'SR',
  II: 'II',
  '2ND': 'II',
  III: 'III',
  '3RD': 'III',
  IV: 'IV',
  '4TH': 'IV',
  V: 'V',
}
// biome-ignore format: one screenful of titles
const TITLES = new Set([
  'MD', 'DO', 'NP', 'RN', 'PA', 'PAC', 'DR', 'PHD', 'CRNA', 'APRN', 'ARNP', 'DNP', 'FNP', 'PMHNP',
  'DDS', 'DPM', 'LCSW', 'PSYD', 'ESQ', 'MR', 'MRS', 'MS',
])
const PARTICLES = new Set([
  'DE',
  'DEL',
  'DELA',
  'LA',
  'LE',
  'VAN',
  'VON',
  'DER',
  'DEN',
  'DI',
  'DA',
  'DOS',
  'SAN',
  'ST',
  'EL',
  'AL',
  'MC',
  'MAC',
])
// biome-ignore format: one screenful of legal forms
const LEGAL_FORMS = new Set([
  'LLC', 'PLLC', 'LLP', 'LP', 'PC', 'PA', 'INC', 'INCORPORATED', 'CORP', 'CORPORATION', 'CO',
  'COMPANY', 'LTD', 'LIMITED', 'SC', 'PSC', 'APC', 'THE', 'DBA',
])

/** Upper case, accents folded, apostrophes and dots dropped, other punctuation turned to blanks. */
export function foldText(text: string): string {
  // Most registry names are plain capitals already; a list has 80,000 of them.
  if (PLAIN.test(text)) return text
  return (
    text
      .normalize('NFKD')
      .replace(COMBINING, '')
      .toUpperCase()
      // D' MARCUS is one name, not an initial and another.
      .replace(/\b([A-Z])['’`]\s+/g, '$1')
      .replace(/['’`.]/g, '')
      .replace(/&/g, ' AND ')
      .replace(/[^A-Z0-9]+/g, ' ')
      .trim()
  )
}

function words(text: string): string[] {
  const folded = foldText(text)
  if (folded === '') return []
  return folded.includes(' ') ? folded.split(' ') : [folded]
}

/** Splits off `JR`, `III` and titles; a part that is nothing but a title stays (a last name of Do). */
function withoutTitles(parts: string[]): { parts: string[]; suffix: string } {
  let suffix = ''
  // A first word is kept whatever it is: most names are one word.
  if (parts.length < 2) return { parts, suffix }
  const kept: string[] = []
  for (const [index, part] of parts.entries()) {
    const generation = GENERATIONS[part]
    if (index > 0 && generation !== undefined) suffix = generation
    else if (index === 0 || !TITLES.has(part)) kept.push(part)
  }
  return { parts: kept, suffix }
}

const NONE = { parts: [], suffix: '' }

function middleOf(name: string | null): { parts: string[]; suffix: string } {
  if (name === null || name === '') return NONE
  // One letter in the middle is an initial, even a V.
  return withoutTitles(['', ...words(name)].map((part) => (part === 'V' ? 'V.' : part)))
}

/** A person's name ready to compare. Anything past the first word of the first name is middle. */
export function normalName(name: PersonName): NormalName {
  const last = withoutTitles(words(name.last))
  const [first = '', ...more] = withoutTitles(words(name.first)).parts
  const middle = middleOf(name.middle)
  const middle_parts = [...more, ...middle.parts]
    .map((part) => part.replace('.', ''))
    .filter((part) => part !== '')
  const stated =
    name.suffix === null ? [] : words(name.suffix).map((part) => GENERATIONS[part] ?? '')
  return {
    last: last.parts.join(''),
    last_parts: last.parts.filter((part) => part.length >= 3 && !PARTICLES.has(part)),
    first,
    middle: middle_parts.join(''),
    middle_parts,
    suffix: stated.find((part) => part !== '') ?? (last.suffix || middle.suffix),
  }
}

/** An organization's name ready to compare: legal forms and articles dropped, blanks removed. */
export function normalOrganization(name: string): string {
  const kept = words(name).filter((word) => !LEGAL_FORMS.has(word))
  return (kept.length > 0 ? kept : words(name)).join('')
}

/** An organization's name as written, without `The` before it and `LLC` or `Inc.` behind it. */
export function withoutLegalForms(name: string): string {
  const parts = name.trim().split(/\s+/)
  const isForm = (part: string | undefined) => LEGAL_FORMS.has(foldText(part ?? ''))
  while (parts.length > 1 && isForm(parts[0])) parts.shift()
  while (parts.length > 1 && isForm(parts.at(-1))) parts.pop()
  return parts.join(' ').replace(/[,.;]+$/, '')
}

/** `Last, First Middle` as some boards write it; null if there is no comma. */
export function parseLastFirst(text: string): PersonName | null {
  const comma = text.indexOf(',')
  if (comma < 0) return null
  const [first = '', ...middle] = text
    .slice(comma + 1)
    .trim()
    .split(/\s+/)
  return {
    last: text.slice(0, comma).trim(),
    first,
    middle: middle.length > 0 ? middle.join(' ') : null,
    suffix: null,
  }
}

const HONORIFICS = new Set(['DR', 'PROF', 'MR', 'MRS', 'MS'])

/**
 * `FIRST M LAST` as some files write a whole name; null where one part alone is known, as in
 * `Dr. Last`: half a name can neither be found nor ruled out. The last word that is no suffix or title is
 * taken for the last name, with particles before it (`van der`); so any other two-word last name leaves its first half in the middle name; a
 * match on it needs the license number beside it.
 */
export function parseFirstLast(text: string): PersonName | null {
  const parts = text.replace(/,/g, ' ').trim().split(/\s+/)
  if (HONORIFICS.has(foldText(parts[0] ?? ''))) parts.shift()
  const tail: string[] = []
  while (parts.length > 2) {
    const end = foldText(parts[parts.length - 1] ?? '')
    if (GENERATIONS[end] === undefined && !TITLES.has(end)) break
    tail.unshift(parts.pop() ?? '')
  }
  if (parts.length < 2) return null
  let from = parts.length - 1
  while (from > 1 && PARTICLES.has(foldText(parts[from - 1] ?? ''))) from -= 1
  const middle = parts.slice(1, from).join(' ')
  return {
    last: parts.slice(from).join(' '),
    first: parts[0] ?? '',
    middle: middle === '' ? null : middle,
    suffix: tail.find((part) => GENERATIONS[foldText(part)] !== undefined) ?? null,
  }
}
