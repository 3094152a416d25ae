import { expect, test } from 'vitest'
import { membersOf } from './bits.ts'
import { foldedWords } from './text-fold.ts'
import { buildTextIndex, matchText } from './text-index.ts'
import { allowedTypos, letterMask, masksAllow, withinTypos } from './text-typo.ts'

const NAMES = [
  'Mindbloom',
  'Ember Health',
  'Café Zen',
  'St. Mary’s Clinic',
  'KETAMINE Łódź',
  'Peak',
]
const index = buildTextIndex(NAMES.length, (at) => [NAMES[at] as string])

function found(typed: string): (string | undefined)[] | null {
  const bits = matchText(index, typed)
  return bits && Array.from(membersOf(bits), (at) => NAMES[at])
}

test.each([
  ['mindblom', 'Mindbloom'],
  ['MINDBLOOM', 'Mindbloom'],
  ['mindb', 'Mindbloom'],
  ['mindlboom', 'Mindbloom'],
  ['mimdbloon', 'Mindbloom'],
  ['helth embr', 'Ember Health'],
  ['cafe', 'Café Zen'],
  ['café', 'Café Zen'],
  ['marys', 'St. Mary’s Clinic'],
  ["st mary's", 'St. Mary’s Clinic'],
  ['lodz', 'KETAMINE Łódź'],
  ['paek', 'Peak'],
])('typing "%s" finds %s', (typed, name) => {
  expect(found(typed)).toEqual([name])
})

test.each(['mimdbloonx', 'zon', 'kate', 'ember mindbloom', 'xpeakx'])(
  'typing "%s" finds nothing',
  (typed) => {
    expect(found(typed)).toEqual([])
  },
)

test('typing only blanks asks for nothing, and signs alone find nobody', () => {
  expect(found('   ')).toBeNull()
  expect(found('  –!? ')).toEqual([])
})

test('words of up to 3 letters forgive no slip, 4 to 7 one, longer ones two', () => {
  expect([3, 4, 7, 8].map(allowedTypos)).toEqual([0, 1, 1, 2])
})

test('a swap of neighbors is one slip, a swap over a distance two', () => {
  expect(withinTypos('abcd', 'abdc', 1)).toBe(true)
  expect(withinTypos('abcd', 'dbca', 1)).toBe(false)
  expect(withinTypos('abcd', 'dbca', 2)).toBe(true)
})

test('the letters of two words never rule out a pair that is close', () => {
  const pairs = [
    ['mindblom', 'mindbloom'],
    ['paek', 'peak'],
    ['helth', 'wealth'],
  ] as const
  for (const [one, other] of pairs) {
    expect(masksAllow(letterMask(one), letterMask(other), 2)).toBe(true)
  }
})

test('words are folded: case, accents, apostrophes, ligatures and signs', () => {
  expect(foldedWords('Dr. O’Hara & Söhne—Straße 5')).toEqual([
    'dr',
    'ohara',
    'sohne',
    'strasse',
    '5',
  ])
})
