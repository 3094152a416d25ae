import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listCurrentImports } from '#db/registry-imports.ts'
import { openEmpty } from '../db/arrange.ts'
import { leieText, load } from './imported.ts'
import { madeFolder, zipOf } from './made-files.ts'

const TEXT = leieText([{}])

/** A file whose name is all its own, as the inspector general gives it. */
function named(name: string, written: string | Buffer): string {
  const path = join(madeFolder(), name)
  writeFileSync(path, written)
  return path
}

test.each([
  ['leie', '1601EXCL.csv', TEXT],
  ['leie', '1601rein.csv', TEXT],
  ['leie', 'january.zip', zipOf({ '1601EXCL.csv': TEXT })],
  ['leie', '1601excl.zip', zipOf({ 'list.csv': TEXT })],
  ['leie-supplement', 'UPDATED.csv', TEXT],
  ['leie-supplement', '1601REIN.csv', TEXT],
  ['leie-reinstatements', '1601EXCL.csv', TEXT],
])('%s is not loaded from %s, the name of another list', async (list, name, written) => {
  const db = await openEmpty()
  const loading = load(db, list, named(name, written), { force: true })
  await expect(loading).rejects.toThrow(`${name} is, by its name,`)
  expect(await listCurrentImports(db)).toEqual([])
})

test('a file with the name of its list, or of none, is loaded', async () => {
  const db = await openEmpty()
  await load(db, 'leie', named('UPDATED.csv', TEXT))
  await load(db, 'leie-supplement', named('1601EXCL.csv', TEXT))
  await load(db, 'leie-supplement', named('list.csv', leieText([{ last: 'ROE' }])))
  expect(await listCurrentImports(db)).toHaveLength(3)
})

test('half an address is refused in a sentence', async () => {
  const loading = load(await openEmpty(), 'leie', 'http://')
  await expect(loading).rejects.toThrow('"http://" is not a whole address.')
})
