/** Both looks at one source, a program's in files and a person's own, as one check. */

import type { BanRow } from '#core/ban-finding.ts'
import type { IsoDate } from '#core/calendar.ts'
import { sameLicense } from '#core/match-evidence.ts'
import type { Check } from '#core/registry-check.ts'
import { isSettled, observedOn } from '#core/registry-check.ts'
import type { LicenseRow } from '#core/registry-rows.ts'

type Reading<Row> = {
  /** Whether two rows are about the same thing. */
  isSame: (one: Row, other: Row) => boolean
  /** Whether they cannot both be true on one day. */
  differ: (filed: Row, seen: Row) => boolean
}

/**
 * Of a settled row and what a person saw, the newer day counts; a file of unknown age is older.
 * Where that does not decide, the check is disputed: on one day they say different things, or the
 * person found nothing, which may be another spelling and takes back nothing that is on file.
 */
function joinChecks<Row>(
  program: Check<Row>,
  person: Check<Row>,
  { isSame, differ }: Reading<Row>,
): Check<Row> {
  if (program.outcome !== 'checked') return person.outcome === 'not_checked' ? program : person
  if (person.outcome !== 'checked') return program
  const [seen] = person.matches
  const settled = program.matches.filter(isSettled)
  if (settled.length === 0) return seen === undefined ? program : person
  const filed_on = settled.reduce<IsoDate | null>((newest, { source }) => {
    const on = observedOn(source ?? program.source)
    return on !== null && (newest === null || on > newest) ? on : newest
  }, null)
  if (filed_on !== null && filed_on > person.source.checked_on) return program
  if (seen === undefined) return { ...program, disputed: true }
  const same = settled.filter(({ row }) => isSame(row, seen.row))
  if (filed_on === person.source.checked_on && same.some(({ row }) => differ(row, seen.row))) {
    return { ...program, disputed: true }
  }
  const others = settled
    .filter((one) => !same.includes(one))
    .map((one) => ({ source: program.source, ...one }))
  return { ...person, matches: [seen, ...others] }
}

/** A look at the board. Where the person noted no number, it is about whatever is on file. */
export function joinLicenseChecks(
  program: Check<LicenseRow>,
  person: Check<LicenseRow>,
): Check<LicenseRow> {
  const claim = ({ state, license_number: number }: LicenseRow) => ({ state, number })
  return joinChecks(program, person, {
    isSame: (filed, seen) =>
      !/\d/.test(seen.license_number) || sameLicense(claim(filed), claim(seen)),
    differ: (filed, seen) => filed.status !== seen.status,
  })
}

/** A look through a list of bans or orders; what a file leaves unclear, a person may settle. */
export function joinBanChecks(program: Check<BanRow>, person: Check<BanRow>): Check<BanRow> {
  return joinChecks(program, person, {
    isSame: () => true,
    differ: (filed, seen) => filed.effect !== 'unclear' && filed.effect !== seen.effect,
  })
}
