/** What a check rests on, and what a person's own look-up comes to. */

import type { BanEffect, BanRow } from '#core/ban-finding.ts'
import type { IsoDate } from '#core/calendar.ts'
import { dateInWords } from '#core/calendar.ts'
import type { Check, CheckedMatch, CheckSource } from '#core/registry-check.ts'
import type { LicenseRow } from '#core/registry-rows.ts'
import { BLANK_LICENSE } from '#core/registry-rows.ts'
import type { PersonCheck } from '#db/check-results.ts'
import type { RegistryImport } from '#db/registry-imports.ts'

/** The source that loaded files make: the newest file, and the days they cover together. */
export function fileSource(
  source: string,
  url: string,
  imports: readonly RegistryImport[],
  checked_on: IsoDate,
): CheckSource {
  const days = (list: (IsoDate | null)[]) => list.filter((day) => day !== null).sort()
  const byDay = [...imports].sort((one, other) =>
    (one.covers_to ?? '') < (other.covers_to ?? '') ? 1 : -1,
  )
  return {
    source,
    url,
    sha256: byDay[0]?.sha256 ?? null,
    request: byDay[0]?.address ?? null,
    covers_from: days(imports.map(({ covers_from }) => covers_from))[0] ?? null,
    covers_to: days(imports.map(({ covers_to }) => covers_to)).at(-1) ?? null,
    checked_on,
    by: 'program',
  }
}

function personSource(check: PersonCheck): CheckSource {
  return {
    source: check.list,
    url: check.url,
    sha256: null,
    request: null,
    covers_from: null,
    covers_to: null,
    checked_on: check.checked_on,
    by: 'person',
  }
}

/** A person who looked at the source and named what they saw is as sure as a number. */
function seen<Row>(check: PersonCheck, row: Row): CheckedMatch<Row> {
  const because = `Looked up by ${check.actor}.`
  const match = { level: 'certain' as const, agreed: [], disagreed: [], because }
  return { row, row_key: check.row_key ?? check.id, match, review: null }
}

function personCheck<Row>(
  check: PersonCheck | undefined,
  rowOf: (check: PersonCheck) => Row,
): Check<Row> {
  if (check === undefined) return { outcome: 'not_checked' }
  const source = personSource(check)
  if (check.answer === 'unavailable') {
    return { outcome: 'source_unavailable', because: check.note ?? 'no answer', source }
  }
  const matches = check.answer === 'nothing_found' ? [] : [seen(check, rowOf(check))]
  return { outcome: 'checked', source, matches }
}

const EFFECTS: readonly BanEffect[] = ['ban', 'limit', 'ended']

/** A look through a list of bans or orders. */
export function personBanCheck(check: PersonCheck | undefined): Check<BanRow> {
  return personCheck(check, ({ answer, note, checked_on }) => {
    const effect = EFFECTS.find((one) => one === answer) ?? 'unclear'
    return { effect, words: note ?? `seen at the source on ${dateInWords(checked_on)}` }
  })
}

const LICENSE_ANSWERS = [
  'active',
  'active_restricted',
  'expired',
  'suspended',
  'revoked',
  'surrendered',
] as const

/** A look-up of a license at the board. */
export function personLicenseCheck(
  check: PersonCheck | undefined,
  state: string,
): Check<LicenseRow> {
  return personCheck(check, ({ answer, row_key, note, url }) => ({
    ...BLANK_LICENSE,
    source: 'license',
    state,
    row_key: row_key ?? 'number not noted',
    license_number: row_key ?? 'number not noted',
    status: LICENSE_ANSWERS.find((one) => one === answer) ?? 'unknown',
    status_words: note ?? answer.replace('_', ', '),
    verify_url: url,
  }))
}
