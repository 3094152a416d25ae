/** Which of two records of one NPI counts. */

import type { IsoDate } from './calendar.ts'

export type DatedRecord = { updated_on: IsoDate | null; covered_to: IsoDate | null }

/**
 * Whether a record of an incoming file replaces a stored one. A weekly file can lie inside the days
 * of a monthly one that is already loaded; its records must not roll newer ones back.
 */
export function replaces(incoming: DatedRecord, stored: DatedRecord): boolean {
  const [mine, theirs] = [incoming.updated_on ?? '', stored.updated_on ?? '']
  // A deactivated stub has no update day; the younger file is right about it.
  if (mine !== '' && theirs !== '' && mine !== theirs) return mine > theirs
  return (incoming.covered_to ?? '') >= (stored.covered_to ?? '')
}
