import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import { seedProviders } from '#seeds/load.ts'
import { openEmpty, smallRecord } from '../db/arrange.ts'
import { AT, day, leieText, load, verifyAll } from './imported.ts'
import { madeFile, madeFolder } from './made-files.ts'

const NPI = '1234567893'
const NOW = { now: AT }

/** A folder that holds one record file. */
function folderOf(website: string): string {
  const clinicians = [{ name: 'Ada Example', role: 'prescriber', npi: NPI, source: 'S1' }]
  const folder = madeFolder()
  const record = { ...smallRecord({ website, clinicians }), locations: [] }
  writeFileSync(join(folder, 'blue-door.json'), JSON.stringify(record))
  return folder
}

async function exclude(db: Db): Promise<void> {
  const text = leieText([{ last: 'EXAMPLE', first: 'ADA', npi: NPI }])
  await load(db, 'leie', madeFile('UPDATED.csv', text), { covers_to: day('2026-10-31') })
}

test('seeding leaves what checks found, whether the file has changed or not', async () => {
  const db = await openEmpty()
  const folder = folderOf('https://door.example')
  await seedProviders(db, folder, NOW)
  await exclude(db)
  await verifyAll(db)
  const checked = await findRecord(db, 'blue-door')
  const found = checked?.findings.filter(({ criterion }) => criterion === 'A3')
  expect(found).toMatchObject([{ level: 'not_met', source: 'S900' }])

  expect(await seedProviders(db, folder, NOW)).toMatchObject({ unchanged: 1 })
  expect(await findRecord(db, 'blue-door')).toEqual(checked)

  expect(await seedProviders(db, folderOf('https://new.example'), NOW)).toMatchObject({
    changed: 1,
  })
  expect(await findRecord(db, 'blue-door')).toEqual({ ...checked, website: 'https://new.example' })
  expect((await verifyAll(db)).map(({ changed }) => changed)).toEqual([false])
})
