/**
 * Reads the federal exclusion list (OIG LEIE): the whole list (`UPDATED.csv`) and the monthly files
 * of exclusions and reinstatements. All have the same 18 columns; what a row means depends on the
 * file, so the caller says which it is and a reinstatement day that contradicts it stops the import.
 */

import { basename } from 'node:path'
import type { IsoDate } from '#core/calendar.ts'
import type { ExclusionRow } from '#core/registry-rows.ts'
import type { ByteSource } from './byte-source.ts'
import { openBytes } from './byte-source.ts'
import { PLAIN_CSV } from './csv-form.ts'
import { readCsv } from './csv-rows.ts'
import type { Fault, Parsed, RegistryRows, RowStart } from './file-problem.ts'
import { RegistryFileProblem } from './file-problem.ts'
import { leieBirthDay, leieDay, leieNpi, leieValue } from './leie-values.ts'

// biome-ignore format: the header as it is published
export const LEIE_COLUMNS = [
  'LASTNAME', 'FIRSTNAME', 'MIDNAME', 'BUSNAME', 'GENERAL', 'SPECIALTY', 'UPIN', 'NPI', 'DOB',
  'ADDRESS', 'CITY', 'STATE', 'ZIP', 'EXCLTYPE', 'EXCLDATE', 'REINDATE', 'WAIVERDATE', 'WVRSTATE',
] as const
type LeieColumn = (typeof LEIE_COLUMNS)[number]

/** Place of each column; the header was found to be exactly this one. */
const PLACES = Object.fromEntries(LEIE_COLUMNS.map((column, at) => [column, at])) as Record<
  LeieColumn,
  number
>

/** `full`: all exclusions in force. `exclusions`, `reinstatements`: what one month changed. */
export const LEIE_FILES = ['full', 'exclusions', 'reinstatements'] as const
export type LeieFile = (typeof LEIE_FILES)[number]

/** Which file a name stands for, by the names the list has had since 2015; null if none. */
export function leieFileOf(path: string): LeieFile | null {
  const name = basename(path).toLowerCase()
  if (name.startsWith('updated')) return 'full'
  if (/^(\d{4}rein|rein\d{4})/.test(name)) return 'reinstatements'
  return /^(\d{4}excl|sanc\d{4})/.test(name) ? 'exclusions' : null
}

/** The month that a supplement is about, `YYYY-MM`, from its name; null if the name has none. */
export function leieMonthOf(path: string): string | null {
  const digits = /(\d{2})(0[1-9]|1[0-2])/.exec(basename(path))
  return digits ? `20${digits[1]}-${digits[2]}` : null
}

/** Tells the list from the guides beside it in a zip. */
export const isLeieMember = (name: string) => name.toLowerCase().endsWith('.csv')

function checkHeader(header: readonly string[], name: string): void {
  const drift = LEIE_COLUMNS.findIndex((column, index) => header[index] !== column)
  if (drift < 0 && header.length === LEIE_COLUMNS.length) return
  const place = drift < 0 ? LEIE_COLUMNS.length : drift
  const known = header.filter((column) => (LEIE_COLUMNS as readonly string[]).includes(column))
  throw new RegistryFileProblem(
    known.length * 2 < LEIE_COLUMNS.length ? 'wrong-file' : 'missing-columns',
    `${name} does not have the header of the exclusion list: column ${place + 1} should be ${LEIE_COLUMNS[place] ?? 'absent'} and is "${(header[place] ?? 'absent').slice(0, 40)}".`,
    { line: 1, column: LEIE_COLUMNS[place] ?? header[place] ?? '' },
  )
}

type Values = (column: LeieColumn) => string

const noDay = (column: LeieColumn, value: Values) => ({
  column,
  reason: `"${value(column).slice(0, 20)}" is not a day.`,
})

type RowDays = {
  excluded: IsoDate
  reinstated: IsoDate | null
  waived: IsoDate | null
  born: IsoDate | null
  faults: Fault[]
}

function rowDays(value: Values, file: LeieFile): RowDays | Fault {
  const excluded = leieDay(value('EXCLDATE'))
  if (excluded === false) return noDay('EXCLDATE', value)
  if (excluded === null) return { column: 'EXCLDATE', reason: 'The row has no exclusion day.' }
  const reinstated = leieDay(value('REINDATE'))
  if (file === 'reinstatements' && reinstated === false) return noDay('REINDATE', value)
  if (file === 'reinstatements' && reinstated === null) {
    return {
      column: 'REINDATE',
      reason: 'A reinstatement without its day: is this an exclusion file?',
    }
  }
  if (file !== 'reinstatements' && reinstated) {
    return {
      column: 'REINDATE',
      reason: 'An exclusion with a reinstatement day: is this a reinstatement file?',
    }
  }
  const waived = leieDay(value('WAIVERDATE'))
  const born = leieBirthDay(value('DOB'), excluded)
  // A mistyped day beside it must not lose an exclusion.
  const bad = { REINDATE: reinstated, WAIVERDATE: waived, DOB: born }
  const faults = (['REINDATE', 'WAIVERDATE', 'DOB'] as const)
    .filter((column) => bad[column] === false)
    .map((column) => noDay(column, value))
  return {
    excluded,
    reinstated: reinstated || null,
    waived: waived || null,
    born: born || null,
    faults,
  }
}

function parseRow(fields: readonly string[], file: LeieFile): Parsed<ExclusionRow> {
  const value: Values = (column) => fields[PLACES[column]] ?? ''
  const text = (column: LeieColumn) => leieValue(value(column))
  const days = rowDays(value, file)
  if ('reason' in days) return days
  const [last_name, business_name] = [text('LASTNAME'), text('BUSNAME')]
  if (last_name === null && business_name === null) {
    return { column: 'LASTNAME', reason: 'The row names neither a person nor a business.' }
  }
  const type = value('EXCLTYPE')
  if (type.trim() === '') return { column: 'EXCLTYPE', reason: 'The row has no exclusion type.' }
  return {
    row: {
      kind: file === 'reinstatements' ? 'reinstated' : 'excluded',
      last_name,
      first_name: text('FIRSTNAME'),
      middle_name: text('MIDNAME'),
      business_name,
      general: text('GENERAL'),
      specialty: text('SPECIALTY'),
      upin: text('UPIN'),
      ...leieNpi(value('NPI')),
      born_on: days.born,
      address: text('ADDRESS'),
      city: text('CITY'),
      state: text('STATE'),
      zip: text('ZIP'),
      exclusion_type: type.trim(),
      exclusion_type_as_given: type,
      excluded_on: days.excluded,
      reinstated_on: days.reinstated,
      waived_on: days.waived,
      waiver_state: text('WVRSTATE'),
    },
    faults: days.faults,
  }
}

const FILE_WORDS: Record<LeieFile, string> = {
  full: 'the whole list (import it as leie)',
  exclusions: 'the exclusions of one month (import it as leie-supplement)',
  reinstatements: 'the reinstatements of one month (import it as leie-reinstatements)',
}

/** A month taken for the whole list would clear everybody excluded in any other month. */
function refuseOther(member: string, path: string, wanted: LeieFile): void {
  const named = leieFileOf(member) ?? leieFileOf(path)
  if (named === null || named === wanted) return
  throw new RegistryFileProblem(
    'wrong-file',
    `${basename(path)} is, by its name, ${FILE_WORDS[named]}, not ${FILE_WORDS[wanted]}.`,
  )
}

/**
 * Opens one file of the exclusion list, plain or zipped. Throws `RegistryFileProblem` when the
 * header is not exactly the published one, or the file's name is that of another of the lists.
 */
export async function openLeieFile(
  path: string,
  file: LeieFile,
  from: RowStart | null = null,
): Promise<{ source: ByteSource; batches: RegistryRows<ExclusionRow> }> {
  const source = await openBytes(path, isLeieMember)
  refuseOther(source.name, path, file)
  const readHeader = (header: readonly string[], name: string) => {
    checkHeader(header, name)
    return (fields: readonly string[]) => parseRow(fields, file)
  }
  return { source, batches: readCsv(source, PLAIN_CSV, readHeader, from) }
}
