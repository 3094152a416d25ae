/** `/api/comparison`: 2 to 4 providers row by row, as a reply and as files to save. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Comparison } from '#core/compare.ts'
import { comparisonParams } from '#core/contract/comparison-params.ts'
import { comparisonFile, comparisonReply } from '#core/contract/comparison-reply.ts'
import { comparisonCsv } from '#core/export/comparison-csv.ts'
import { comparisonJson } from '#core/export/comparison-json.ts'
import { fileHeaders, JSON_HEADERS } from '../content-types.ts'
import { loadComparison } from '../loaders/comparison.ts'
import type { RouteOptions } from './route-options.ts'

const fileName = ({ providers, as_of }: Comparison, ending: string) =>
  `touchstone-${providers.length}-providers-${as_of}.${ending}`

const csvFile = z.string().describe('The table as CSV, safe to open in a spreadsheet')

export const comparisonRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { db }) => {
  const common = { tags: ['comparison'], querystring: comparisonParams }
  const config = { also: [304, 400, 422] as const }

  const reply = {
    ...common,
    summary: '2 to 4 providers side by side, for one kind of care',
    response: { 200: comparisonReply },
  }
  app.get('/api/comparison', { schema: reply, config }, (request, reply) =>
    reply.answer(async (snapshot) => ({
      body: JSON.stringify(await loadComparison(db, snapshot, request.query)),
      headers: JSON_HEADERS,
    })),
  )

  const csv = {
    ...common,
    summary: 'The same as a CSV file',
    response: { 200: { content: { 'text/csv': { schema: csvFile } } } },
  }
  app.get('/api/comparison.csv', { schema: csv, config }, (request, reply) =>
    reply.answer(async (snapshot) => {
      const comparison = await loadComparison(db, snapshot, request.query)
      const headers = fileHeaders('text/csv', fileName(comparison, 'csv'))
      return { body: comparisonCsv(comparison), headers }
    }),
  )

  const json = {
    ...common,
    summary: 'The same as a JSON file',
    response: { 200: comparisonFile },
  }
  app.get('/api/comparison.json', { schema: json, config }, (request, reply) =>
    reply.answer(async (snapshot) => {
      const comparison = await loadComparison(db, snapshot, request.query)
      const headers = fileHeaders('application/json', fileName(comparison, 'json'))
      return { body: comparisonJson(comparison), headers }
    }),
  )
}
