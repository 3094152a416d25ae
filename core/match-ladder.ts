/** The rungs of the matching ladder: what names and evidence together come to. */

import type { Agreement } from './match-evidence.ts'

export const MATCH_LEVELS = ['certain', 'likely', 'possible', 'different'] as const
export type MatchLevel = (typeof MATCH_LEVELS)[number]

/** What may be done with a match: a likely one waits for a person, a possible one is never shown. */
export const PUBLICATION: Record<MatchLevel, 'at_once' | 'after_review' | 'never'> = {
  certain: 'at_once',
  likely: 'after_review',
  possible: 'never',
  different: 'never',
}

/** How the best pair of names fits. */
export type NameResult = {
  same: boolean
  /** Neither first nor last name fits. */
  unlike: boolean
  /** Of a person the last name fits, the first does not. */
  last_only: boolean
  first_only_initial: boolean
  middle: Agreement
  suffix: Agreement
}

/** What else both sides know. */
export type Evidence = {
  npi: Agreement
  license: Agreement
  birth_year: Agreement
  age: Agreement
  address: Agreement
  city: Agreement
  state: Agreement
}

/** A level and the sentence that explains it. */
export type Rung = [MatchLevel, string]

/** The rungs for people whose NPIs do not settle it. */
export function personLevel(name: NameResult | null, evidence: Evidence): Rung {
  const license = evidence.license === 'agree'
  // Bob may hold the license of Robert; so may another Smith a number of another trade.
  if (!name?.same && !(name?.last_only && license)) {
    return ['different', 'The names are not the same.']
  }
  const against =
    evidence.npi === 'disagree'
      ? 'NPI'
      : evidence.birth_year === 'disagree'
        ? 'birth year'
        : evidence.age === 'disagree'
          ? 'age'
          : name.suffix === 'disagree'
            ? 'generation (Jr., Sr.)'
            : null
  if (against !== null) {
    return license && name.same
      ? ['possible', `Name and license agree, but the ${against} does not.`]
      : ['different', `The name is the same, but the ${against} is not.`]
  }
  if (!name.same) return ['possible', 'Last name and license agree, the first name does not.']
  if (license) return ['likely', 'The name and a license number in the same state agree.']
  if (name.middle === 'disagree') {
    const beside =
      evidence.birth_year === 'agree'
        ? 'birth year'
        : evidence.address === 'agree'
          ? 'street address'
          : null
    return beside === null
      ? ['different', 'First and last name agree, the middle name does not.']
      : ['possible', `Name and ${beside} agree, the middle name does not.`]
  }
  if (name.first_only_initial) return ['possible', 'Only the last name and a first initial agree.']
  if (evidence.birth_year === 'agree') return ['likely', 'The name and the birth year agree.']
  if (evidence.address === 'agree') return ['likely', 'The name and the street address agree.']
  return ['possible', 'Only the name agrees.']
}

/** The rungs for organizations whose NPIs do not settle it. */
export function organizationLevel(name: NameResult | null, evidence: Evidence): Rung {
  if (!name?.same) return ['different', 'The names are not the same.']
  // One company may hold several NPIs, so another number alone does not make it another company.
  if (evidence.npi === 'disagree') return ['possible', 'The name agrees, the NPI does not.']
  if (evidence.license === 'agree') return ['likely', 'The name and a license number agree.']
  if (evidence.address === 'agree') return ['likely', 'The name and the street address agree.']
  return ['possible', 'Only the name agrees.']
}
