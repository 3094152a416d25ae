/** Importing registry files in tests, and small files to import. */

import { hostname } from 'node:os'
import { parseDay } from '#core/calendar.ts'
import type { Db } from '#db/schema.ts'
import type { ImportRequest } from '#server/actions/import-file.ts'
import { importFile } from '#server/actions/import-file.ts'
import { registryList } from '#server/actions/registry-lists.ts'
import { verify } from '#server/actions/verify.ts'

export const AT = '2026-11-23T08:00:00Z'

/** Imports a file into a list, however short; the result, or the error that it threw. */
export async function load(db: Db, name: string, file: string, more: Partial<ImportRequest> = {}) {
  const list = registryList(name)
  if (list === null) throw new RangeError(name)
  return await importFile(db, {
    list: { ...list, least_rows: 0 },
    file,
    keep: 'all',
    add: false,
    force: false,
    covers_to: null,
    holder: { pid: process.pid, host: hostname() },
    now: () => AT,
    onProgress: () => {},
    onNote: () => {},
    ...more,
  })
}

/** A whole exclusion list, as an import of it begins. */
export const WHOLE_LIST = {
  list: 'leie',
  file_name: 'UPDATED.csv',
  member: null,
  address: null,
  sha256: null,
  mode: 'replaces' as const,
  covers_from: null,
  covers_to: null,
}

export const day = (text: string) => {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(text)
  return parsed
}

const LEIE_HEADER =
  'LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE'

export type Excluded = Partial<
  Record<'last' | 'first' | 'npi' | 'street' | 'city' | 'state' | 'zip' | 'on', string>
>

/** The whole exclusion list with these rows. */
export function leieText(rows: readonly Excluded[]): string {
  const lines = rows.map((row) =>
    [
      row.last ?? 'DOE',
      row.first ?? 'JANE',
      '',
      '',
      '',
      'PSYCHIATRY',
      '',
      row.npi ?? '0000000000',
      '19600102',
      row.street ?? '',
      row.city ?? '',
      row.state ?? 'NY',
      row.zip ?? '',
      '1128b4',
      row.on ?? '20200102',
      '00000000',
      '00000000',
      '',
    ]
      .map((value) => `"${value}"`)
      .join(','),
  )
  return `${[LEIE_HEADER, ...lines].join('\r\n')}\r\n`
}

/** Verifies every record against what is loaded, with no call to any registry. */
export const verifyAll = (db: Db) =>
  verify(db, { provider_ids: null, api: null, actor: 'curator', today: day('2026-11-23'), at: AT })
