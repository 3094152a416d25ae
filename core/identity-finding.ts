/**
 * A1, "Does the provider give the full name of the clinician in charge of your care?" An NPI record
 * shows that a person of that name and credential exists, not that they are in charge: weak
 * support, a floor of partly, and never against anyone.
 */

import { dateInWords } from './calendar.ts'
import type { Check, CheckedMatch, CheckResult, CheckSource } from './registry-check.ts'
import {
  isSettled,
  isWaiting,
  sourcedFinding,
  unlooked,
  waitingTodo,
  withoutFinding,
} from './registry-check.ts'
import type { NpiRecord } from './registry-rows.ts'

const nothing = withoutFinding('A1')

type Checked = Extract<Check<NpiRecord>, { outcome: 'checked' }>

/** Who the record names: the person, or the official of an organization. */
function personNamed(record: NpiRecord): string | null {
  const who = record.kind === 'organization' ? record.official : record
  if (who === null || who.last_name === null || who.first_name === null) return null
  const name = `${who.first_name} ${who.last_name}`
  return who.credential === null ? name : `${name}, ${who.credential}`
}

/** Rows that wait for a person come first, then what was not looked through, then nothing at all. */
function unsettled({ matches, scope, incomplete }: Checked): CheckResult {
  if (matches.some(isWaiting)) {
    const todo = waitingTodo(matches)
    const more = incomplete === undefined ? todo : `${todo} ${incomplete}`
    return nothing('in_review', 'The check is not finished.', more)
  }
  if (incomplete !== undefined) {
    return nothing(
      'not_checked',
      incomplete,
      'Look there by hand; note a number with check record.',
    )
  }
  const where = scope === undefined ? '' : ` ${scope}`
  return nothing('checked_nothing_found', `No record was found in the NPI registry${where}.`)
}

/**
 * The result of a look-up in the NPI registry. A deactivated number is told apart from none. Of
 * several that a company holds, the first speaks, and all are named.
 */
export function identityResult(check: Check<NpiRecord>): CheckResult {
  if (check.outcome !== 'checked') return unlooked('A1', check, 'The NPI registry')
  const all = check.matches.filter(isSettled)
  const [settled] = all
  if (settled === undefined) return unsettled(check)
  const result = resultOf(settled, check.source)
  if (all.length === 1) return result
  const numbers = all.map(({ row }) => `${row.npi} (${row.status})`).join(', ')
  return { ...result, statement: `${result.statement} All its numbers: ${numbers}.` }
}

function resultOf(settled: CheckedMatch<NpiRecord>, source: CheckSource): CheckResult {
  const { row, row_key } = settled
  if (row.status === 'deactivated') {
    const day = row.deactivated_on === null ? '' : ` on ${dateInWords(row.deactivated_on)}`
    return nothing(
      'found',
      `NPI ${row.npi} was deactivated${day}.`,
      'Ask the provider: the number may be retired, or typed wrong.',
    )
  }
  const name = personNamed(row)
  if (name === null) return nothing('found', `NPI ${row.npi} is active and names no person.`)
  const role =
    row.kind === 'organization'
      ? 'as the official who signed for the company'
      : 'with an active number'
  const basis = `The NPI registry names ${name} ${role}. It does not say who is in charge of care.`
  return {
    criterion: 'A1',
    state: 'found',
    finding: {
      criterion: 'A1',
      level: 'partly',
      at_least: true,
      strength: 'weak',
      state: null,
      basis,
      ...sourcedFinding(settled.source ?? source, row_key),
    },
    statement: basis,
    todo: null,
  }
}
