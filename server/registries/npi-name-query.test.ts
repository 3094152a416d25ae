import { describe, expect, test } from 'vitest'
import { parseFirstLast } from '#core/name.ts'
import { nameQueries } from './npi-name-query.ts'

const NOBODY = {
  npis: [],
  names: [],
  organization_names: [],
  licenses: [],
  birth_year: null,
  enumerated_year: null,
  places: [],
  widths: null,
}

function forPerson(text: string, states = ['NY']) {
  const name = parseFirstLast(text)
  if (name === null) throw new RangeError(text)
  const queries = nameQueries({ ...NOBODY, kind: 'person', names: [name] }, states)
  return queries.map(
    ({ first_name, last_name, state }) =>
      `${[first_name, last_name].filter(Boolean).join(' + ')} ${state}`,
  )
}
const forCompany = (...organization_names: string[]) =>
  nameQueries({ ...NOBODY, kind: 'organization', organization_names }, ['TX']).map(
    ({ organization_name }) => organization_name,
  )

describe('searches by name', () => {
  test('ask for a person once in each state, and for nobody without a state', () => {
    expect(forPerson('Ada B. Example, MD', ['NY', 'CT'])).toEqual([
      'Ada + Example NY',
      'Ada + Example CT',
    ])
    expect(forPerson('Ada Example', [])).toEqual([])
  })

  test('ask for each way in which a last name may be spelled', () => {
    expect(forPerson("Zoë O'Brien")).toEqual(["Zoe + O'Brien NY", 'Zoe + OBrien NY'])
    expect(forPerson('Ada Smith-Jones')).toEqual([
      'Ada + Smith-Jones NY',
      'Ada + Smith Jones NY',
      'Ada + Smith NY',
      'Ada + Jones NY',
    ])
    expect(forPerson('Maria de la Cruz')).toEqual(['Maria + de la Cruz NY', 'Maria + Cruz NY'])
    expect(forPerson('Laura Ginther Braun')).toEqual([
      'Laura + Braun NY',
      'Laura + Ginther Braun NY',
      'Laura Ginther + Braun NY',
    ])
  })

  test('leave out a first name of which only the letter is known', () => {
    expect(forPerson('J. Example')).toEqual(['Example NY'])
  })

  test('want people by their own names alone, not by nicknames', () => {
    const [query] = nameQueries(
      {
        ...NOBODY,
        kind: 'person',
        names: [{ last: 'Example', first: 'Ada', middle: null, suffix: null }],
      },
      ['NY'],
    )
    expect(query).toMatchObject({ enumeration_type: 'NPI-1', use_first_name_alias: 'False' })
  })

  test('ask for every company whose name begins so, whatever its legal form', () => {
    expect(forCompany('The Blue Door, LLC', 'Blue Door Inc.')).toEqual(['Blue Door*', 'Blue Door*'])
    expect(forCompany('Blue Door (Albany)')).toEqual(['Blue Door*'])
    expect(forCompany("Ada's Mind & Body")).toEqual([
      "Ada's Mind & Body*",
      'Adas Mind & Body*',
      "Ada's Mind and Body*",
    ])
  })
})
