import { expect, test } from 'vitest'
import { decideReviewItem, listDecisionHistory, listReviewItems } from '#db/check-reviews.ts'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { openEmpty, save, smallRecord } from '../db/arrange.ts'
import { AT, day, leieText, load, verifyAll } from './imported.ts'
import { madeFile, quoted } from './made-files.ts'
import { NPPES_V2_HEADER, nppesRow } from './nppes-header.ts'

const NPI = '1234567893'
const SITE = { address: '12 Door St', city: 'Dover', state: 'DE', zip: '19901', source: 'S1' }
const ADA = { name: 'Ada Example', role: 'prescriber', npi: NPI, source: 'S1' }

const loadNpi = (db: Db, days: string, values: Record<string, string>) => {
  const rows = [NPPES_V2_HEADER, nppesRow({ NPI, ...values })]
  const text = rows.map((row) => `${quoted(row)}\n`).join('')
  return load(db, 'nppes', madeFile(`npidata_pfile_${days}.csv`, text))
}

async function levels(db: Db, criterion: string) {
  const record = await findRecord(db, 'blue-door')
  return record?.findings.flatMap((one) =>
    one.criterion === criterion && Number(one.source.slice(1)) >= 900 ? one.level : [],
  )
}

async function confirmLikely(db: Db) {
  const [item] = (await listReviewItems(db, false)).filter(({ level }) => level === 'likely')
  const decided = { reason: 'The same.', actor: 'curator', decided_at: AT }
  await decideReviewItem(db, item?.id ?? '', { ...decided, decision: 'confirmed' })
  await verifyAll(db)
  return item
}

test('a number that is deactivated keeps who held it, and takes back no confirmed license', async () => {
  const db = await openEmpty()
  await save(db, [smallRecord({ serves: undefined, locations: [SITE], clinicians: [ADA] })])
  await loadNpi(db, '20050523-20261011', {
    'Entity Type Code': '1',
    'Provider Last Name (Legal Name)': 'EXAMPLE',
    'Provider First Name': 'ADA',
    'Last Update Date': '01/02/2024',
    'Healthcare Provider Taxonomy Code_1': '2084P0800X',
    'Provider License Number_1': 'C10012345',
    'Provider License Number State Code_1': 'DE',
  })
  const roster =
    'license_no,last_name,first_name,license_type,license_status\nC1-0012345,EXAMPLE,ADA,Physician,Active\n'
  await load(db, 'license:de-roster', madeFile('de.csv', roster), { covers_to: day('2026-10-31') })
  await verifyAll(db)
  const license = await confirmLikely(db)
  expect(license?.agreed).toContain('license')
  expect(await levels(db, 'A2')).toEqual(['met'])
  await loadNpi(db, '20050523-20261108', { 'NPI Deactivation Date': '11/02/2026' })
  await verifyAll(db)
  expect(await levels(db, 'A2')).toEqual(['met'])
  const after = (await listReviewItems(db, true)).find(({ id }) => id === license?.id)
  expect(after?.agreed).toContain('license')
})

test('what was confirmed as likely stays so where less agrees later, until somebody decides anew', async () => {
  const db = await openEmpty()
  const unnumbered = { ...ADA, npi: undefined }
  await save(db, [smallRecord({ serves: undefined, locations: [SITE], clinicians: [unnumbered] })])
  const row = { last: 'EXAMPLE', first: 'ADA', street: '12 DOOR ST', city: 'DOVER', zip: '19901' }
  const list = madeFile('UPDATED.csv', leieText([{ ...row, state: 'DE' }]))
  await load(db, 'leie', list, { covers_to: day('2026-10-31') })
  await verifyAll(db)
  const item = await confirmLikely(db)
  expect(await levels(db, 'A3')).toEqual(['not_met'])
  const moved = { ...SITE, address: '9 New Rd' }
  await save(db, [smallRecord({ serves: undefined, locations: [moved], clinicians: [unnumbered] })])
  await verifyAll(db)
  expect(await levels(db, 'A3')).toEqual(['not_met'])
  const anew = { reason: 'Another Ada.', actor: 'second', decided_at: AT }
  await decideReviewItem(db, item?.id ?? '', { ...anew, decision: 'rejected' })
  await verifyAll(db)
  expect(await levels(db, 'A3')).toEqual([])
  const history = (await listDecisionHistory(db)).get(item?.id ?? '')
  expect(history?.map(({ decision, actor, reason }) => [decision, actor, reason])).toEqual([
    ['confirmed', 'curator', 'The same.'],
    ['rejected', 'second', 'Another Ada.'],
  ])
})
