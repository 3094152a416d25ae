/** The license files that can be read, and how to open one. A new board is one file and one line. */

import type { LicenseRow } from '#core/registry-rows.ts'
import { foldColumn } from '../columns.ts'
import type { RegistryRows, RowStart } from '../file-problem.ts'
import type { TableSource } from '../table-rows.ts'
import { openTable } from '../table-rows.ts'
import { CA_MEDICAL_ACTIONS, CA_MEDICAL_ALERTS } from './ca-medical.ts'
import { CO_REGULATORY } from './co-regulatory.ts'
import { CT_ELICENSE } from './ct-elicense.ts'
import { DE_ACTIONS, DE_ROSTER } from './de-professional.ts'
import { FL_COMPLAINTS, FL_HEALTH } from './fl-health.ts'
import { IL_PROFESSIONAL } from './il-professional.ts'
import type { LicenseFormat } from './license-format.ts'
import { licenseParser } from './license-format.ts'
import { MD_PHYSICIANS } from './md-physicians.ts'
import { NY_CONDUCT } from './ny-conduct.ts'
import { TX_MEDICAL } from './tx-medical.ts'
import { TX_NURSING_APRN, TX_NURSING_LVN, TX_NURSING_RN } from './tx-nursing.ts'
import { WA_HEALTH } from './wa-health.ts'

export const LICENSE_FILES: readonly LicenseFormat[] = [
  CA_MEDICAL_ACTIONS,
  CA_MEDICAL_ALERTS,
  CO_REGULATORY,
  CT_ELICENSE,
  DE_ACTIONS,
  DE_ROSTER,
  FL_COMPLAINTS,
  FL_HEALTH,
  IL_PROFESSIONAL,
  MD_PHYSICIANS,
  NY_CONDUCT,
  TX_MEDICAL,
  TX_NURSING_APRN,
  TX_NURSING_LVN,
  TX_NURSING_RN,
  WA_HEALTH,
]

/** The format of that name, or null. */
export function licenseFormat(source: string): LicenseFormat | null {
  return LICENSE_FILES.find((format) => format.source === source) ?? null
}

/**
 * Opens a board's file: CSV or pipe-delimited text, a spreadsheet, or either in a zip. Throws
 * `RegistryFileProblem` if it is not the file of that format.
 */
export function openLicenseFile(
  path: string,
  format: LicenseFormat,
  from: RowStart | null = null,
): Promise<{ source: TableSource; batches: RegistryRows<LicenseRow> }> {
  const first = format.needs.map(foldColumn)
  const isHeader = (row: readonly string[]) =>
    row.filter((cell) => first.includes(foldColumn(cell))).length * 2 >= first.length
  const readHeader = (header: readonly string[], name: string) =>
    licenseParser(format, header, name)
  return openTable(path, format.csv, isHeader, readHeader, from)
}
