/** The API reference as a page, drawn from the OpenAPI document. */

import type { PageData } from '#core/page-data.ts'
import { Html, html } from './html.ts'
import type { Assets } from './page-renderer.ts'
import { PROBLEMS } from './problems.ts'

export type JsonSchema = {
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  items?: JsonSchema
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
}

type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: JsonSchema
}
export type Operation = {
  summary?: string
  description?: string
  parameters?: Parameter[]
  responses?: Record<string, { content?: Record<string, { schema?: JsonSchema }> }>
}
export type ApiDocument = {
  info: { title: string; version: string; description?: string }
  paths: Record<string, Record<string, Operation>>
}

const NOTHING = new Html('')

/** What a value may be, in a few words: "one of a, b", "whole number, 0 to 100", "list of text". */
export function schemaInWords(schema: JsonSchema): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`
  if (schema.const !== undefined) return String(schema.const)
  if (schema.anyOf) return schema.anyOf.map(schemaInWords).join(' or ')
  if (schema.type === 'array') return `list: ${schemaInWords(schema.items ?? {})}`
  if (schema.type === 'integer') {
    const { minimum, maximum } = schema
    const limited = minimum !== undefined && maximum !== undefined
    return limited && maximum < Number.MAX_SAFE_INTEGER
      ? `whole number, ${minimum} to ${maximum}`
      : 'whole number'
  }
  if (schema.type === 'string') return 'text'
  if (schema.type === 'null') return 'null'
  return String(schema.type ?? 'any')
}

function parameterRow({ name, required, description, schema = {} }: Parameter): Html {
  const fallback = schema.default === undefined ? '' : JSON.stringify(schema.default)
  return html`<tr>
<th scope="row"><code>${name}</code>${required ? html` <strong>needed</strong>` : NOTHING}</th>
<td>${description ?? schema.description ?? ''}</td>
<td>${schemaInWords(schema)}</td>
<td>${fallback === '' || fallback === '[]' ? 'none' : html`<code>${fallback}</code>`}</td>
</tr>`
}

function parameterTable(title: string, parameters: readonly Parameter[]): Html {
  if (parameters.length === 0) return NOTHING
  return html`<div class="table-scroll" role="region" aria-label="Parameters of ${title}" tabindex="0">
<table class="data-table">
<caption>Parameters</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Meaning</th><th scope="col">Value</th><th scope="col">When absent</th></tr></thead>
<tbody>${parameters.map(parameterRow)}</tbody>
</table>
</div>`
}

function replyOf(operation: Operation): Html {
  const contents = Object.entries(operation.responses?.['200']?.content ?? {})
  return html`${contents.map(([type, { schema = {} }]) => {
    const keys = Object.keys(schema.properties ?? {})
    const names = keys.map((key, at) => html`${at > 0 ? ', ' : ''}<code>${key}</code>`)
    return html`<p>Replies with <code>${type}</code>${keys.length > 0 ? html`: ${names}` : NOTHING}.</p>`
  })}`
}

function section(path: string, method: string, operation: Operation): Html {
  const title = `${method.toUpperCase()} ${path}`
  return html`<section>
<h2><code>${title}</code></h2>
<p>${operation.summary ?? ''}</p>
${operation.description ? html`<p>${operation.description}</p>` : NOTHING}
${parameterTable(title, operation.parameters ?? [])}
${replyOf(operation)}
</section>`
}

function problemRows(): Html[] {
  return Object.entries(PROBLEMS).map(
    ([slug, { title, status }]) => html`<tr>
<th scope="row"><a href="/problems/${slug}"><code>${slug}</code></a></th>
<td>${status}</td>
<td>${title}</td>
</tr>`,
  )
}

const SAMPLE_NOTE = html`<aside class="sample" aria-label="About this data"><p class="wide"><strong>These providers are invented.</strong> They show how the pages work. No real clinic is meant.</p></aside>`

/** The whole page; over an invented directory it says so. */
export function referencePage(
  document: ApiDocument,
  assets: Assets,
  origin: PageData['origin'],
): string {
  const sections = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'head')
      .map(([method, operation]) => section(path, method, operation)),
  )
  return html`<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · ${document.info.title}</title>
<meta name="description" content="Every address of the Touchstone API, its parameters, and what it answers.">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${assets.style}">
${assets.icon === null ? NOTHING : html`<link rel="icon" href="${assets.icon}" type="image/svg+xml">`}
</head>
<body class="page">
<a class="skip" href="#main">Skip to the content</a>
<aside class="crisis" aria-label="Crisis line"><p class="wide"><strong>In crisis?</strong> Call or text <a href="tel:988">988</a>, any hour, free.</p></aside>
${origin === 'sample' ? SAMPLE_NOTE : NOTHING}
<header class="masthead"><div class="wide masthead__in"><a class="masthead__name" href="/">${document.info.title}</a></div></header>
<main id="main" class="wide content" tabindex="-1">
<h1>API</h1>
<p>${document.info.description ?? ''}</p>
<p>Every page has the same data under <code>/api</code>. The <a href="/api/openapi.json">OpenAPI 3.1 document</a> says all of this for programs.</p>
<p>Replies carry an <code>ETag</code>; send it back as <code>If-None-Match</code> and an unchanged reply is an empty 304.</p>
${sections}
<section>
<h2>When something is refused</h2>
<p>Refusals are <code>application/problem+json</code>; <code>errors</code> names each parameter at fault.</p>
<div class="table-scroll" role="region" aria-label="Problems" tabindex="0">
<table class="data-table">
<caption>Problems</caption>
<thead><tr><th scope="col">Problem</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>${problemRows()}</tbody>
</table>
</div>
</section>
</main>
</body>
</html>
`.text
}
