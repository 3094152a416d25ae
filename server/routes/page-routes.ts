/** The pages that people read. Each is also data: the API has the same address under /api. */

import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { searchParams } from '#core/contract/search-params.ts'
import type { PageContent } from '#core/page-data.ts'
import type { MadeAnswer } from '../answers.ts'
import { searchRequest } from '../care-context.ts'
import { HTML_HEADERS } from '../content-types.ts'
import { readLeniently } from '../field-errors.ts'
import { loadAskPage } from '../loaders/ask-page.ts'
import { loadComparePage } from '../loaders/compare-page.ts'
import { loadLearnPage } from '../loaders/learn-page.ts'
import { loadList } from '../loaders/provider-list.ts'
import { loadProviderPage } from '../loaders/provider-page.ts'
import { loadRecordsPage } from '../loaders/records-page.ts'
import { loadStylePage } from '../loaders/style-page.ts'
import { loadWorkedExample } from '../loaders/worked-example.ts'
import { pageData } from '../page-data.ts'
import type { RenderPage } from '../page-renderer.ts'
import type { ProblemSlug } from '../problems.ts'
import { PROBLEMS, Problem } from '../problems.ts'
import { homeFigures } from '../record-figures.ts'
import type { Snapshot } from '../snapshot.ts'
import type { RouteOptions } from './route-options.ts'

export type PageRouteOptions = RouteOptions & { render: RenderPage }

type Given = Readonly<Record<string, unknown>>

export const pageRoutes: FastifyPluginAsync<PageRouteOptions> = async (app, options) => {
  const { db, findPlace, render } = options

  const page = (
    { url }: FastifyRequest,
    snapshot: Snapshot,
    content: PageContent,
    status = 200,
  ): MadeAnswer => ({
    body: render(pageData(url, snapshot, content)),
    headers: HTML_HEADERS,
    status,
  })

  app.get('/', (request, reply) =>
    reply.answer((snapshot) => {
      const figures = homeFigures(snapshot.figures.values(), snapshot.prepared)
      return page(request, snapshot, { page: 'home', ...figures })
    }),
  )

  app.get('/providers', (request, reply) =>
    reply.answer(async (snapshot) => {
      const reading = readLeniently(searchParams, request.query as Given)
      const asked = await searchRequest(reading.params, snapshot, findPlace)
      const errors = [...reading.errors, ...asked.errors]
      const { headline_boxes, cases } = snapshot.prepared.rubric
      const content: PageContent = {
        page: 'providers',
        query: asked.query,
        zip: asked.zip,
        result: await loadList(db, snapshot, asked),
        criteria: snapshot.labels,
        boxes: headline_boxes.map(({ id, name }) => ({ id, name })),
        cases: cases.map(({ id, label }) => ({ id, label })),
        errors,
      }
      return page(request, snapshot, content, errors.length > 0 ? 400 : 200)
    }),
  )

  app.get<{ Params: { id: string } }>('/providers/:id', (request, reply) =>
    reply.answer(async (snapshot) => {
      const { content, status } = await loadProviderPage(
        db,
        snapshot,
        request.params.id,
        request.query as Given,
      )
      return page(request, snapshot, content, status)
    }),
  )

  app.get('/compare', (request, reply) =>
    reply.answer(async (snapshot) => {
      const { content, status } = await loadComparePage(db, snapshot, request.query as Given)
      return page(request, snapshot, content, status)
    }),
  )

  app.get('/shortlist', (request, reply) =>
    reply.answer((snapshot) => page(request, snapshot, { page: 'shortlist' })),
  )

  app.get('/ask', (request, reply) =>
    reply.answer(async (snapshot) => {
      const { content, status } = await loadAskPage(db, snapshot, request.query as Given)
      return page(request, snapshot, content, status)
    }),
  )

  for (const name of ['plan', 'journal', 'offline'] as const) {
    app.get(`/${name}`, (request, reply) =>
      reply.answer((snapshot) => page(request, snapshot, { page: name })),
    )
  }

  app.get('/method', (request, reply) =>
    reply.answer(async (snapshot) => {
      const { rubric } = snapshot.prepared
      const worked_example = await loadWorkedExample(db, snapshot)
      return page(request, snapshot, { page: 'method', rubric, worked_example })
    }),
  )

  app.get('/learn', (request, reply) =>
    reply.answer((snapshot) => page(request, snapshot, loadLearnPage(snapshot))),
  )

  app.get('/records', (request, reply) =>
    reply.answer(async (snapshot) => page(request, snapshot, await loadRecordsPage(db, snapshot))),
  )

  app.get('/style', (request, reply) =>
    reply.answer((snapshot) => page(request, snapshot, loadStylePage(snapshot))),
  )

  app.get<{ Params: { slug: string } }>('/problems/:slug', (request, reply) =>
    reply.answer((snapshot) => {
      const { slug } = request.params
      if (!Object.hasOwn(PROBLEMS, slug)) {
        throw new Problem('not-found', `There is no problem called "${slug}".`)
      }
      const { title, status, next } = PROBLEMS[slug as ProblemSlug]
      const type = `/problems/${slug}`
      return page(request, snapshot, {
        page: 'problem',
        type,
        title,
        status,
        detail: next,
        errors: [],
      })
    }),
  )
}
