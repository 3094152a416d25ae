/** Reads an NPI main file with DuckDB's `read_csv` and prints rows and seconds: `read-duckdb.ts FILE`. */

import { DuckDBInstance } from '@duckdb/node-api'
import { NPPES_V2_HEADER } from '../registries/nppes-header.ts'

const [, , path = ''] = process.argv
const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const columns = ['NPI', 'Last Update Date', 'Healthcare Provider Taxonomy Code_15']
// Told all there is to know: its sniffer gives up on a file of two kinds of line ends.
const types = NPPES_V2_HEADER.map((column) => `'${column}': 'VARCHAR'`).join(', ')
const form = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"'`
const asked = columns.map((column) => `max("${column}")`).join(', ')

async function read(parallel: boolean): Promise<{ rows: string; seconds: number }> {
  const start = performance.now()
  const answer = await connection.runAndReadAll(
    `select count(*)::varchar, ${asked} from read_csv('${path}', ${form}, strict_mode = false, parallel = ${parallel}, columns = {${types}})`,
  )
  const rows = String(answer.getRows()[0]?.[0] ?? '')
  return { rows, seconds: (performance.now() - start) / 1000 }
}

// On some files with line ends in values it refuses to read in parallel, and says so.
let cores = 'all cores'
const found = await read(true).catch(async () => {
  cores = 'one core (it refuses to read this file in parallel)'
  return await read(false)
})
process.stdout.write(
  JSON.stringify({ ...found, note: `${columns.length} columns read, on ${cores}` }),
)
connection.closeSync()
instance.closeSync()
