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
const start = performance.now()
const answer = await connection.runAndReadAll(
  `select count(*)::varchar, ${asked} from read_csv('${path}', ${form}, strict_mode = false, columns = {${types}})`,
)
const seconds = (performance.now() - start) / 1000
const rows = String(answer.getRows()[0]?.[0] ?? '')
process.stdout.write(JSON.stringify({ rows, seconds, columns: columns.length }))
connection.closeSync()
instance.closeSync()
