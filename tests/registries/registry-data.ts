/** Where the real registry files lie, which are not part of the project. */

import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = resolve(root, process.env.TOUCHSTONE_REGISTRY_DATA ?? '../shared/data')

export const hasRegistryData = existsSync(join(folder, 'nppes-ct-2018'))

/** Title of a group of tests that needs the real files; says so when they are skipped. */
export const onRealFiles = (title: string) =>
  hasRegistryData ? title : `${title} (skipped: no real files in ${folder})`

/** Path of a real file. */
export const realFile = (...parts: string[]) => join(folder, ...parts)
