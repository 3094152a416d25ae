/** Every list that can be imported: where it comes from, and how its file becomes rows. */

import type { IsoDate } from '#core/calendar.ts'
import { addDays, lastDay, parseDay } from '#core/calendar.ts'
import type { ImportMode } from '#db/registry-schema.ts'
import type { MemberTest } from '../registries/byte-source.ts'
import { isLeieMember, leieMonthOf } from '../registries/leie.ts'
import { LICENSE_FILES } from '../registries/licenses/license-files.ts'
import { coverageOf, isNppesMember, reportDayOf } from '../registries/nppes-file-name.ts'
import { isTableMember } from '../registries/table-rows.ts'
import type { OpenedList, Opening } from './row-writers.ts'
import {
  openDeactivationRows,
  openExclusionRows,
  openLicenseRows,
  openNameRows,
  openNpiRows,
  openPlaceRows,
} from './row-writers.ts'

type Days = { from: IsoDate | null; to: IsoDate }

export type RegistryList = {
  name: string
  title: string
  /** Where a person finds the file, or can look for themselves. */
  url: string
  /** Where its newest file always stands; null: a person has to look for it. */
  download: string | null
  /** The wanted member of a zip. */
  member: MemberTest
  /** What the name of a file or of a zip's member says of the days it covers; null for nothing. */
  coverage: (name: string) => Days | null
  /** Whether a file of those days replaces what is loaded, or is read beside it. */
  mode: (days: Days | null) => ImportMode
  /** A whole list has at least so many rows; 0 where there is none, as for the changes of a month. */
  least_rows: number
  open: (opening: Opening) => Promise<OpenedList>
}

const OIG = 'https://oig.hhs.gov/exclusions/exclusions_list.asp'
const CMS = 'https://download.cms.gov/nppes/NPI_Files.html'

/** A weekly NPI file covers days, a monthly one years. */
const MOST_WEEKLY_DAYS = 45

function nppesMode(days: Days | null): ImportMode {
  const from = days?.from ?? null
  if (days === null || from === null) return 'replaces'
  return addDays(from, MOST_WEEKLY_DAYS) > days.to ? 'adds' : 'replaces'
}

function monthOf(file: string) {
  const month = leieMonthOf(file)
  return month === null ? null : { from: parseDay(`${month}-01`), to: lastDay(month) }
}

function reportOf(file: string) {
  const day = reportDayOf(file)
  return day === null ? null : { from: null, to: day }
}

const dayless = () => null
const replacing = (): ImportMode => 'replaces'
const adding = (): ImportMode => 'adds'

const FEDERAL: readonly RegistryList[] = [
  {
    name: 'leie',
    title: 'Federal exclusion list (OIG LEIE), the whole list: UPDATED.csv',
    url: OIG,
    download: 'https://oig.hhs.gov/exclusions/downloadables/UPDATED.csv',
    member: isLeieMember,
    coverage: dayless,
    mode: replacing,
    least_rows: 75_000,
    open: (opening) => openExclusionRows(opening, 'full'),
  },
  {
    name: 'leie-supplement',
    title: 'Federal exclusion list, exclusions of one month: 2608excl.csv',
    url: OIG,
    download: null,
    member: isLeieMember,
    coverage: monthOf,
    mode: adding,
    least_rows: 0,
    open: (opening) => openExclusionRows(opening, 'exclusions'),
  },
  {
    name: 'leie-reinstatements',
    title: 'Federal exclusion list, reinstatements of one month: 2608rein.csv',
    url: OIG,
    download: null,
    member: isLeieMember,
    coverage: monthOf,
    mode: adding,
    least_rows: 0,
    open: (opening) => openExclusionRows(opening, 'reinstatements'),
  },
  {
    name: 'nppes',
    title: 'NPI registry, main file: npidata_pfile_*.csv, monthly or weekly',
    url: CMS,
    download: null,
    member: isNppesMember('npidata'),
    coverage: coverageOf,
    mode: nppesMode,
    least_rows: 8_500_000,
    open: openNpiRows,
  },
  {
    name: 'nppes-other-names',
    title: 'NPI registry, other names of organizations: othername_pfile_*.csv',
    url: CMS,
    download: null,
    member: isNppesMember('othername'),
    coverage: coverageOf,
    mode: nppesMode,
    least_rows: 100_000,
    open: openNameRows,
  },
  {
    name: 'nppes-places',
    title: 'NPI registry, secondary places: pl_pfile_*.csv',
    url: CMS,
    download: null,
    member: isNppesMember('pl'),
    coverage: coverageOf,
    mode: nppesMode,
    least_rows: 1_000_000,
    open: openPlaceRows,
  },
  {
    name: 'nppes-deactivations',
    title: 'NPI registry, deactivated numbers: NPPES Deactivated NPI Report',
    url: CMS,
    download: null,
    member: isTableMember,
    coverage: reportOf,
    mode: replacing,
    least_rows: 300_000,
    open: openDeactivationRows,
  },
]

const BOARDS: readonly RegistryList[] = LICENSE_FILES.map((format) => ({
  name: `license:${format.source}`,
  title: `${format.board} (${format.state})`,
  url: format.url,
  download: format.url.includes('.csv') ? format.url : null,
  member: isTableMember,
  coverage: dayless,
  mode: replacing,
  least_rows: format.least_rows,
  open: (opening) => openLicenseRows(opening, format),
}))

export const REGISTRY_LISTS: readonly RegistryList[] = [...FEDERAL, ...BOARDS]

/** The list of that name, or null. */
export function registryList(name: string): RegistryList | null {
  return REGISTRY_LISTS.find((list) => list.name === name) ?? null
}
