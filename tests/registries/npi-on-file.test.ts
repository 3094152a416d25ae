import { expect, test } from 'vitest'
import { parseNpi } from '#core/npi.ts'
import type { NpiRecord } from '#core/registry-rows.ts'
import { listChecks } from '#db/check-results.ts'
import { saveNpiAnswers } from '#db/npi-answers.ts'
import { findNpiRecord } from '#db/npi-rows.ts'
import type { Db } from '#db/schema.ts'
import { verify } from '#server/actions/verify.ts'
import { createNpiApi } from '#server/registries/npi-api.ts'
import { openEmpty, save, smallRecord } from '../db/arrange.ts'
import { AT, day, load } from './imported.ts'
import { madeFile } from './made-files.ts'
import { NPPES_V2_HEADER, nppesRow } from './nppes-header.ts'
import { standIn } from './stand-in.ts'

const NPI = parseNpi('1234567893')
if (NPI === null) throw new RangeError('example NPI')
const npi = NPI

/** A provider whose prescriber's number is on file, in a file that speaks for November 8. */
async function withFiled(): Promise<{ db: Db; filed: NpiRecord }> {
  const db = await openEmpty()
  const ada = { name: 'Ada Example', role: 'prescriber', npi, source: 'S1' }
  await save(db, [smallRecord({ clinicians: [ada] })])
  const row = nppesRow({
    NPI: npi,
    'Entity Type Code': '1',
    'Provider Last Name (Legal Name)': 'EXAMPLE',
    'Provider First Name': 'ADA',
    'Provider Credential Text': 'NP',
    'Last Update Date': '01/02/2026',
  })
  const text = [NPPES_V2_HEADER, row].map((cells) => cells.map((one) => `"${one}"`).join(','))
  const name = 'npidata_pfile_20050523-20261108.csv'
  await load(db, 'nppes', madeFile(name, `${text.join('\n')}\n`))
  const stored = await findNpiRecord(db, npi)
  if (stored === null) throw new RangeError('no row')
  return { db, filed: stored.row }
}

async function identity(db: Db, base = 'http://127.0.0.1:9/') {
  const api = createNpiApi({ base, pause_ms: 0, tries: 1 })
  const request = { provider_ids: null, actor: 'curator', today: day('2026-11-23'), at: AT }
  await verify(db, { ...request, api })
  const checks = await listChecks(db, 'blue-door')
  return checks.find(({ subject, criterion }) => subject === 'Ada Example' && criterion === 'A1')
}

const answered = (record: NpiRecord | null, asked_on: string) => ({
  npi,
  outcome: record === null ? ('not_found' as const) : ('found' as const),
  content: record === null ? null : JSON.stringify(record),
  request: `number=${npi}`,
  asked_on: day(asked_on),
})

test('a number on file is not asked for, and "not found" takes nothing back', async () => {
  const { db } = await withFiled()
  const { base, calls } = await standIn((_, __, response) => {
    response.end('{"result_count":0,"results":[]}')
  })
  const filed = await identity(db, base)
  expect(calls.filter(({ searchParams }) => searchParams.has('number'))).toEqual([])
  expect(filed).toMatchObject({ state: 'found', request: null, covers_to: '2026-11-08' })
  await saveNpiAnswers(db, [answered(null, '2026-11-20')])
  expect(await identity(db)).toMatchObject({ state: 'found', sha256: filed?.sha256 })
})

test('of a record on file and a kept answer, the one that was updated later counts', async () => {
  const { db, filed } = await withFiled()
  const asked = { ...filed, credential: 'DNP' }
  await saveNpiAnswers(db, [answered({ ...asked, updated_on: day('2025-03-01') }, '2026-11-20')])
  expect((await identity(db))?.statement).toContain('EXAMPLE, NP')
  await saveNpiAnswers(db, [answered({ ...asked, updated_on: day('2026-11-15') }, '2026-11-20')])
  expect(await identity(db)).toMatchObject({
    statement: expect.stringContaining('EXAMPLE, DNP'),
    request: `number=${npi}`,
    covers_to: '2026-11-20',
  })
})
