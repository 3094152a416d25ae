/** What the names of NPI files say: which file it is, and which days it covers. */

import { basename } from 'node:path'
import type { IsoDate } from '#core/calendar.ts'
import { parseCompactDay } from './day-text.ts'

export type Coverage = { from: IsoDate; to: IsoDate }

/** `110926`, as the weekly zips write a day, in the form of the files inside; '' for none. */
function compactDay(day: string | undefined): string {
  const [month, date, year] = [day?.slice(0, 2), day?.slice(2, 4), day?.slice(4)]
  return day === undefined ? '' : `20${year}${month}${date}`
}

/**
 * `npidata_pfile_20050523-20260809.csv` covers 2005-05-23 to 2026-08-09, and
 * `NPPES_Data_Dissemination_110926_111526_Weekly_V2.zip` 2026-11-09 to 2026-11-15; null if the name
 * says nothing.
 */
export function coverageOf(name: string): Coverage | null {
  const days = /(?<!\d)(\d{8})-(\d{8})(?!\d)/.exec(basename(name))
  const week = /(?<!\d)(\d{6})_(\d{6})_weekly/i.exec(basename(name))
  const from = parseCompactDay(days?.[1] ?? compactDay(week?.[1]))
  const to = parseCompactDay(days?.[2] ?? compactDay(week?.[2]))
  return from !== null && to !== null && from <= to ? { from, to } : null
}

/**
 * The day of a report of deactivated numbers: `NPPES Deactivated NPI Report 20261110.xlsx`, or
 * `NPPES_Deactivated_NPI_Report_111026_V2.zip`; null if the name says none.
 */
export function reportDayOf(name: string): IsoDate | null {
  const [, day = ''] = /(?<!\d)(\d{8}|\d{6})(?!\d)/.exec(basename(name)) ?? []
  return parseCompactDay(day.length === 6 ? compactDay(day) : day)
}

/** Tells the wanted member of an NPI zip from the header files and guides beside it. */
export function isNppesMember(kind: 'npidata' | 'othername' | 'pl'): (name: string) => boolean {
  return (name) => {
    const lower = name.toLowerCase()
    return (
      lower.startsWith(`${kind}_pfile`) && lower.endsWith('.csv') && !lower.includes('fileheader')
    )
  }
}
