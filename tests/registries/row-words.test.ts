import { expect, test } from 'vitest'
import { listReviewItems } from '#db/check-reviews.ts'
import { openEmpty, save, smallRecord } from '../db/arrange.ts'
import { day, leieText, load, verifyAll } from './imported.ts'
import { madeFile, quoted } from './made-files.ts'
import { NPPES_V2_HEADER, nppesRow } from './nppes-header.ts'

test('a reviewer sees middle name, suffix, and a number whose check digit fails', async () => {
  const db = await openEmpty()
  const site = { city: 'Albany', state: 'NY', zip: '12207', source: 'S1' }
  await save(db, [smallRecord({ locations: [site] })])
  const npi = nppesRow({
    NPI: '1234567893',
    'Entity Type Code': '1',
    'Provider Last Name (Legal Name)': 'EXAMPLE',
    'Provider First Name': 'ADA',
    'Provider Middle Name': 'QUINN',
    'Provider Name Suffix Text': 'JR.',
    'Provider Business Practice Location Address City Name': 'TROY',
    'Provider Business Practice Location Address State Name': 'NY',
    'Last Update Date': '01/02/2024',
  })
  const rows = [NPPES_V2_HEADER, npi].map((row) => `${quoted(row)}\n`).join('')
  await load(db, 'nppes', madeFile('npidata_pfile_20050523-20261108.csv', rows))
  const florida =
    'License-Number|Last-Name|First-Name|Middle-Name|Name-Suffix|Profession-Name|License-Status-Description|\n12|EXAMPLE|ADA|QUINN|JR|Physician|CLEAR|\n'
  await load(db, 'license:fl-health', madeFile('PROF_ALL.txt', florida))
  const list = leieText([{ last: 'EXAMPLE', first: 'ADA', npi: '1234567890' }])
  await load(db, 'leie', madeFile('UPDATED.csv', list), { covers_to: day('2026-10-31') })
  await verifyAll(db)
  const words = (await listReviewItems(db, true)).map(({ row_words }) => row_words)
  expect(words).toEqual(
    expect.arrayContaining([
      expect.stringContaining('NPI 1234567893; EXAMPLE, ADA QUINN JR'),
      expect.stringContaining('EXAMPLE, ADA QUINN JR; Physician 12 (FL)'),
      expect.stringContaining('EXAMPLE, ADA; NPI 1234567890 (its check digit fails)'),
    ]),
  )
})
