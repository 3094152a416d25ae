import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listChecks } from '#db/check-results.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { openDb } from '#db/open.ts'
import { findRecord } from '#db/providers.ts'
import { seedRubric } from '#seeds/load.ts'
import { loadChecks } from '#server/loaders/provider-checks.ts'
import { callCli } from '../called.ts'
import { save, smallRecord } from '../db/arrange.ts'
import { AT, day, leieText, load } from './imported.ts'
import { madeFile } from './made-files.ts'

const NPI = '1234567893'
const folder = mkdtempSync(join(tmpdir(), 'touchstone-looks-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0

/** A database on disk with one provider, and the command line over it. */
async function arrange(clinician: Record<string, unknown> = {}) {
  made += 1
  const url = join(folder, `${made}.sqlite`)
  const db = openDb(url)
  await migrateToLatest(db)
  const ada = { name: 'Ada Example', role: 'prescriber', source: 'S1', ...clinician }
  await save(db, [smallRecord({ serves: undefined, clinicians: [ada] })])
  const call = (...words: string[]) => callCli({ DATABASE_URL: url, TODAY: '2026-11-23' }, words)
  return { db, call }
}

const ofAda = <Check extends { subject: string }>(checks: Check[]) =>
  checks.filter(({ subject }) => subject === 'Ada Example')

test('an exclusion that a newer whole list lacks waits for a look, and is told to no visitor', async () => {
  const { db, call } = await arrange({ npi: NPI })
  const excluded = { last: 'EXAMPLE', first: 'ADA', npi: NPI, on: '20160120' }
  const months = madeFile('1601excl.csv', leieText([excluded]))
  await load(db, 'leie-supplement', months, { covers_to: day('2016-01-31') })
  const whole = madeFile('UPDATED.csv', leieText([{ last: 'OTHER' }]))
  await load(db, 'leie', whole, { covers_to: day('2026-10-31') })
  const told = (await call('verify')).out
  const hint =
    'check record blue-door --list oig_leie --clinician "Ada Example" --result nothing_found|unavailable|ban|limit|ended --url ADDRESS'
  expect(told).toContain(hint)
  const listed = (await call('review', 'list')).out
  expect(listed).toContain('on January 20, 2016')
  expect(listed).toContain('not on the list of October 31, 2026')
  expect(listed).toContain(hint)
  await seedRubric(db, { now: AT })
  const { waiting } = JSON.parse((await call('recheck', '--dry-run', '--json')).out)
  expect(waiting).toMatchObject([{ list: 'oig_leie', subject: 'Ada Example' }])
  expect(ofAda(await loadChecks(db, 'blue-door'))).toContainEqual(
    expect.objectContaining({
      place: 'the federal exclusion list (OIG)',
      state: 'not_checked',
      statement: null,
    }),
  )
  await call(
    ...'check record blue-door --list oig_leie --result ended'.split(' '),
    ...['--clinician', 'Ada Example', '--url', 'https://exclusions.oig.hhs.gov'],
  )
  const record = await findRecord(db, 'blue-door')
  expect(record?.findings.filter(({ criterion }) => criterion === 'A3')).toMatchObject([
    { level: 'partly' },
  ])
  expect((await call('review', 'list')).out).toMatch(/^0 to review[^\n]*$/)
  await db.destroy()
})

test('a license confirmed by its name alone says how to note what the board says', async () => {
  const { db, call } = await arrange()
  const conduct = 'license_no,last_name,first_name,license_type,license_status,city,state'
  const roster = `${conduct}\nC1-123,Example,Ada,Physician,Active,Dover,DE\n`
  await load(db, 'license:de-roster', madeFile('de.csv', roster), { covers_to: day('2026-10-31') })
  await save(db, [
    smallRecord({ locations: [{ city: 'Dover', state: 'DE', zip: '19901', source: 'S1' }] }),
  ])
  await call('verify')
  const [item] = JSON.parse((await call('review', 'list', '--json')).out)
  expect(item).toMatchObject({ kind: 'row', level: 'possible', list: 'license:de-roster' })
  const confirmed = (await call('review', 'confirm', item.id, '--because', 'Same face.')).out
  const hint = 'check record blue-door --list license --state DE --clinician "Ada Example" --result'
  expect(confirmed).toContain('A name alone settles nothing')
  expect(confirmed).toContain(hint)
  const after = JSON.parse((await call('review', 'list', '--json')).out)
  expect(after).toMatchObject([{ kind: 'check', list: 'license:DE', state: 'in_review' }])
  expect(after[0].command).toContain(hint)
  const states = ofAda(await listChecks(db, 'blue-door')).flatMap(({ list, state }) =>
    list === 'license:DE' ? state : [],
  )
  expect(states).toEqual(['in_review'])
  await db.destroy()
})
