import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Identity } from './match.ts'
import { match, prepareIdentity } from './match.ts'
import { createMatchIndex, findMatches } from './match-index.ts'
import { MATCH_LEVELS, PUBLICATION } from './match-ladder.ts'
import { npiCheckDigit, parseNpi } from './npi.ts'

function npi(head: string) {
  const parsed = parseNpi(`${head}${npiCheckDigit(head)}`)
  if (parsed === null) throw new RangeError(head)
  return parsed
}
const ONE = npi('123456789')
const OTHER = npi('155555555')

function who(
  parts: Partial<Identity> & {
    name?: [string, string, string?, string?] | [string, string, undefined, string]
  } = {},
): Identity {
  const { name, ...rest } = parts
  const [last, first, middle, suffix] = name ?? ['SMITH', 'JOHN']
  return {
    kind: 'person',
    npis: [],
    names: [{ last, first, middle: middle ?? null, suffix: suffix ?? null }],
    organization_names: [],
    licenses: [],
    birth_year: null,
    enumerated_year: null,
    places: [],
    widths: null,
    ...rest,
  }
}
const firm = (name: string, rest: Partial<Identity> = {}) =>
  who({ kind: 'organization', names: [], organization_names: [name], ...rest })
const compare = (one: Identity, other: Identity) =>
  match(prepareIdentity(one), prepareIdentity(other))
const levelOf = (one: Identity, other: Identity) => compare(one, other).level

const STREET = { line: '12 N Main Street, Ste 4', city: 'Hartford', state: 'CT', zip: '061051770' }
const SAME_STREET = { line: '12 MAIN ST', city: 'HARTFORD', state: 'CT', zip: '06105' }

describe('a person', () => {
  test('is certain by NPI, whatever the state', () => {
    const found = compare(
      who({ npis: [ONE], places: [{ ...STREET, state: 'RI', zip: '02903' }] }),
      who({ npis: [ONE], places: [{ ...STREET, line: '9 Elm', state: 'PA', zip: '19103' }] }),
    )
    expect(found).toMatchObject({ level: 'certain', disagreed: ['state'] })
    expect(found.agreed).toContain('npi')
  })

  test('is certain by NPI under a new last name, and waits for a person under a strange one', () => {
    expect(levelOf(who({ npis: [ONE] }), who({ npis: [ONE], name: ['JONES', 'JOHN'] }))).toBe(
      'certain',
    )
    expect(levelOf(who({ npis: [ONE] }), who({ npis: [ONE], name: ['JONES', 'MARY'] }))).toBe(
      'likely',
    )
  })

  test('is likely by name with a license number in the same state', () => {
    const mine = who({ licenses: [{ state: 'RI', number: 'MD06414' }] })
    expect(levelOf(mine, who({ licenses: [{ state: 'RI', number: '6414' }] }))).toBe('likely')
    expect(levelOf(mine, who({ licenses: [{ state: 'MA', number: '6414' }] }))).toBe('possible')
  })

  test('is not the same by a license number of another class', () => {
    const mine = who({ licenses: [{ state: 'CA', number: 'G66535' }] })
    const found = compare(mine, who({ licenses: [{ state: 'CA', number: 'A 66535' }] }))
    expect(found).toMatchObject({ level: 'possible', disagreed: ['license'] })
  })

  test('is likely by name with birth year or street address', () => {
    expect(levelOf(who({ birth_year: 1960 }), who({ birth_year: 1960 }))).toBe('likely')
    expect(levelOf(who({ places: [STREET] }), who({ places: [SAME_STREET] }))).toBe('likely')
  })

  test('is only possible by name, city and state, and never published', () => {
    const found = compare(
      who({ places: [STREET] }),
      who({ places: [{ ...STREET, line: '99 Oak Ave' }] }),
    )
    expect(found).toMatchObject({ level: 'possible', agreed: ['name', 'city', 'state'] })
    expect(PUBLICATION[found.level]).toBe('never')
  })

  test('is found under a former name and under half of a double name', () => {
    const both = who({ name: ['SMITH-JONES', 'ANN'], birth_year: 1970 })
    expect(levelOf(both, who({ name: ['Jones', 'Ann'], birth_year: 1970 }))).toBe('likely')
  })

  test('is possible by a license and the last name, where only one of them is not', () => {
    const bob = who({ name: ['SMITH', 'BOB'], licenses: [{ state: 'RI', number: 'MD06414' }] })
    const numbered = { licenses: [{ state: 'RI', number: '6414' }] }
    const robert = who({ name: ['SMITH', 'ROBERT'], ...numbered })
    expect(compare(bob, robert)).toMatchObject({ level: 'possible', agreed: ['license', 'state'] })
    const index = createMatchIndex([{ row: 'bob', identity: prepareIdentity(bob) }])
    expect(findMatches(index, prepareIdentity(robert))).toHaveLength(1)
    expect(levelOf(bob, who({ name: ['JONES', 'BOB'], ...numbered }))).toBe('different')
    expect(levelOf(bob, who({ name: ['SMITH', 'ROBERT'] }))).toBe('different')
    expect(levelOf({ ...bob, npis: [ONE] }, { ...robert, npis: [OTHER] })).toBe('different')
  })

  test('is possible by birth year or street where the middle name is another', () => {
    const mine = { name: ['SMITH', 'JOHN', 'A'] } satisfies Parameters<typeof who>[0]
    const other = { name: ['SMITH', 'JOHN', 'BERT'] } satisfies Parameters<typeof who>[0]
    for (const beside of [{ birth_year: 1960 }, { places: [STREET] }]) {
      expect(levelOf(who({ ...mine, ...beside }), who({ ...other, ...beside }))).toBe('possible')
    }
  })

  test('may sign with any of its middle names', () => {
    const both = who({ name: ['SMITH', 'MARY', 'ANN ELIZABETH'] })
    expect(levelOf(both, who({ name: ['SMITH', 'MARY', 'E'] }))).toBe('possible')
    expect(levelOf(both, who({ name: ['SMITH', 'MARY', 'Q'] }))).toBe('different')
  })

  test('is found where the list cut the name off', () => {
    const widths = { last: 20, first: 15, organization: 30 }
    const cut = who({ name: ['WOLFESCHLEGELSTEINHA', 'HUBERT'], birth_year: 1950, widths })
    expect(
      levelOf(cut, who({ name: ['Wolfeschlegelsteinhausen', 'Hubert'], birth_year: 1950 })),
    ).toBe('likely')
  })
})

test('a middle name that the other side writes as half of the last name is no other', () => {
  const written = who({ name: ['BRAUN', 'LAURA', 'GINTHER'] })
  expect(levelOf(written, who({ name: ['GINTHER BRAUN', 'LAURA', 'E'] }))).toBe('possible')
  expect(levelOf(written, who({ name: ['BRAUN', 'LAURA', 'E'] }))).toBe('different')
})

describe('namesakes', () => {
  const cases: [string, Identity, Identity][] = [
    [
      'have different NPIs',
      who({ npis: [ONE], places: [STREET] }),
      who({ npis: [OTHER], places: [STREET] }),
    ],
    ['have different birth years', who({ birth_year: 1960 }), who({ birth_year: 1961 })],
    [
      'are father and son',
      who({ name: ['SMITH', 'JOHN', undefined, 'SR'], places: [STREET] }),
      who({ name: ['SMITH', 'JOHN', undefined, 'JR'], places: [STREET] }),
    ],
    [
      'have other middle names',
      who({ name: ['SMITH', 'JOHN', 'A'] }),
      who({ name: ['SMITH', 'JOHN', 'BERT'] }),
    ],
    [
      'were children when the NPI was given out',
      who({ enumerated_year: 2006 }),
      who({ birth_year: 1995 }),
    ],
    [
      'are a couple at one address',
      who({ name: ['SMITH', 'JOHN'], places: [STREET] }),
      who({ name: ['SMITH', 'JANE'], places: [STREET] }),
    ],
    [
      'share a license number but no name',
      who({ licenses: [{ state: 'CO', number: '12345' }] }),
      who({ name: ['DOE', 'JANE'], licenses: [{ state: 'CO', number: '12345' }] }),
    ],
    ['are a person and a firm', who(), firm('John Smith')],
  ]
  test.each(cases)('that %s are different', (_, one, other) => {
    expect(levelOf(one, other)).toBe('different')
  })

  test('are told by full names, not by nicknames', () => {
    expect(
      levelOf(
        who({ name: ['SMITH', 'BOB'], birth_year: 1960 }),
        who({ name: ['SMITH', 'ROBERT'], birth_year: 1960 }),
      ),
    ).toBe('different')
  })

  test('with a first initial alone stay possible even at one address', () => {
    expect(
      levelOf(who({ name: ['SMITH', 'J'], places: [STREET] }), who({ places: [STREET] })),
    ).toBe('possible')
  })
})

describe('an organization', () => {
  test('is likely by name and address, possible by name, and may hold two NPIs', () => {
    const mine = firm('Quest Ketamine Therapies PLLC', { places: [STREET], npis: [ONE] })
    expect(levelOf(mine, firm('QUEST KETAMINE THERAPIES', { places: [SAME_STREET] }))).toBe(
      'likely',
    )
    expect(levelOf(mine, firm('QUEST KETAMINE THERAPIES'))).toBe('possible')
    const other = firm('QUEST KETAMINE THERAPIES', { npis: [OTHER] })
    expect(levelOf(mine, other)).toBe('possible')
    expect(levelOf({ ...mine, npis: [ONE, OTHER] }, other)).toBe('certain')
  })

  test('is found where its name was cut off at thirty characters', () => {
    const widths = { last: 20, first: 15, organization: 30 }
    const cut = firm('BROOKS BEHAVIORAL HEALTH CENTE', { widths })
    expect(levelOf(cut, firm('Brooks Behavioral Health Center, LLC'))).toBe('possible')
    expect(levelOf(cut, firm('Brooks Behavioral Health'))).toBe('different')
  })
})

const word = fc.constantFrom('SMITH', 'JONES', 'SMITH-JONES', "O'BRIEN", 'LEE', 'DE LA CRUZ')
const given = fc.constantFrom('JOHN', 'J', 'MARY', 'MARY ANN', 'MARYANN')
const maybe = <T>(from: fc.Arbitrary<T>) => fc.option(from, { nil: null })
const anyone: fc.Arbitrary<Identity> = fc.record({
  kind: fc.constantFrom('person' as const, 'organization' as const),
  npis: fc.uniqueArray(fc.constantFrom(ONE, OTHER), { maxLength: 2 }),
  names: fc.array(
    fc.record({
      last: word,
      first: given,
      middle: maybe(fc.constantFrom('A', 'ANN', 'BO')),
      suffix: maybe(fc.constantFrom('JR', 'III')),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  organization_names: fc.array(fc.constantFrom('Quest LLC', 'QUEST', 'Ember Health'), {
    maxLength: 2,
  }),
  licenses: fc.array(
    fc.record({
      state: fc.constantFrom('CA', 'CO'),
      number: fc.constantFrom('G123', 'A123', '0123'),
    }),
    { maxLength: 2 },
  ),
  birth_year: maybe(fc.constantFrom(1960, 1995)),
  enumerated_year: maybe(fc.constantFrom(2006, 2020)),
  places: fc.array(
    fc.constantFrom(STREET, SAME_STREET, { ...STREET, line: '9 ELM', state: 'MA' }),
    { maxLength: 2 },
  ),
  widths: fc.constant(null),
})

describe('the ladder', () => {
  test('gives the same answer from either side', () => {
    fc.assert(
      fc.property(anyone, anyone, (one, other) => {
        expect(compare(one, other)).toEqual(compare(other, one))
      }),
    )
  })

  test('is certain only where the NPI agrees, and misses no NPI that agrees', () => {
    fc.assert(
      fc.property(anyone, anyone, (one, other) => {
        const level = levelOf(one, other)
        const same = one.npis.some((number) => other.npis.includes(number))
        if (level === 'certain') expect(same).toBe(true)
        if (same) expect(['certain', 'likely']).toContain(level)
      }),
    )
  })

  test('never rises above possible on a name alone', () => {
    const bare = anyone.map((identity) => ({
      ...identity,
      npis: [],
      licenses: [],
      birth_year: null,
      places: [],
    }))
    fc.assert(
      fc.property(bare, bare, (one, other) => {
        expect(MATCH_LEVELS.indexOf(levelOf(one, other))).toBeGreaterThanOrEqual(
          MATCH_LEVELS.indexOf('possible'),
        )
      }),
    )
  })

  test('is not moved by letter case', () => {
    const lower = (identity: Identity): Identity => ({
      ...identity,
      names: identity.names.map((part) => ({
        ...part,
        last: part.last.toLowerCase(),
        first: part.first.toLowerCase(),
      })),
    })
    fc.assert(
      fc.property(anyone, anyone, (one, other) => {
        expect(levelOf(lower(one), other)).toBe(levelOf(one, other))
      }),
    )
  })

  test('finds through the index what it finds by comparing all', () => {
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 12 }), anyone, (others, one) => {
        const entries = others.map((identity, row) => ({
          row,
          identity: prepareIdentity(identity),
        }))
        const found = findMatches(createMatchIndex(entries), prepareIdentity(one))
        const expected = entries.filter(
          ({ identity }) => match(prepareIdentity(one), identity).level !== 'different',
        )
        expect(found.map(({ row }) => row).sort()).toEqual(expected.map(({ row }) => row).sort())
      }),
    )
  })
})
