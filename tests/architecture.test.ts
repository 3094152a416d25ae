import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What each room may import: our rooms by name, packages by name or prefix. */
type Rule = { ours: string[]; packages: string[] }
const NODE = 'node:'
const RULES: Record<string, Rule> = {
  'core/contract': { ours: ['core'], packages: ['zod'] },
  'core/export': { ours: ['core'], packages: ['csv-stringify'] },
  core: { ours: ['core'], packages: [] },
  migrations: { ours: [], packages: ['kysely'] },
  db: { ours: ['core', 'db', 'migrations'], packages: ['kysely', 'better-sqlite3', NODE] },
  seeds: { ours: ['core', 'db', 'seeds'], packages: ['kysely', 'zipcodes', NODE] },
  'server/registries': {
    ours: ['core', 'server/registries'],
    packages: ['yauzl', 'read-excel-file', 'zod', NODE],
  },
  'server/actions': {
    ours: ['core', 'db', 'seeds', 'server/actions', 'server/registries'],
    packages: [NODE],
  },
  'server/routes': {
    ours: ['core', 'db', 'server'],
    packages: ['fastify', '@fastify/static', 'zod', NODE],
  },
  server: { ours: ['core', 'db', 'seeds', 'migrations', 'server'], packages: ['*', NODE] },
  'client/pdf': { ours: ['core', 'client'], packages: ['pdfkit', 'dejavu-fonts-ttf'] },
  'client/shortlist': {
    ours: ['core', 'client'],
    packages: ['preact', '@preact/signals', 'uqr'],
  },
  client: { ours: ['core', 'client'], packages: ['preact', '@preact/signals'] },
}
const ROOMS = Object.keys(RULES).sort((one, other) => other.length - one.length)
const roomOf = (path: string) =>
  ROOMS.find((room) => path === room || path.startsWith(`${room}/`)) ?? path.split('/')[0] ?? path

/** With names, for its effect alone, or when it is needed. */
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(type\s)?[^'"]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\('([^']+)'\)/g

type Import = { file: string; to: string; isType: boolean; isOurs: boolean }

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((name) => /\.(ts|tsx|js)$/.test(name) && !/\.(test|d)\.tsx?$/.test(name))
}

function importsOf(file: string): Import[] {
  return importsIn(file, readFileSync(file, 'utf8'))
}

function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[2] ?? match[3] ?? match[4] ?? ''
    const isOurs = target.startsWith('.') || target.startsWith('#')
    const to = target.startsWith('.')
      ? normalize(join(dirname(file), target))
          .split(sep)
          .join('/')
      : target.replace('#', '')
    return { file, to, isType: match[1] !== undefined, isOurs }
  })
}

/** Why an import breaks the rules of its room, or null. */
function breach({ file, to, isType, isOurs }: Import): string | null {
  const rule = RULES[roomOf(file)]
  if (!rule) return null
  if (!isOurs) {
    const allowed = rule.packages.some(
      (name) =>
        (name === '*' && !to.startsWith(NODE)) ||
        (name === NODE
          ? to.startsWith(NODE)
          : to === name || to.startsWith(`${name}/`) || to.startsWith(`${name}-`)),
    )
    return allowed ? null : `${file} imports the package ${to}`
  }
  if (file.startsWith('client/') && roomOf(to) === 'core/contract' && !isType) {
    return `${file} imports more than types from ${to}`
  }
  const allowed = rule.ours.some((room) => to === room || to.startsWith(`${room}/`))
  return allowed || /\.(css|json|js)$/.test(to) ? null : `${file} imports ${to}`
}

const files = ['core', 'db', 'migrations', 'seeds', 'server', 'client'].flatMap(sources)
const imports = files.flatMap(importsOf)

describe('the rooms', () => {
  test('import only what their table allows', () => {
    expect(imports.map(breach).filter((found) => found !== null)).toEqual([])
  })

  test('are all looked at', () => {
    expect(imports.length).toBeGreaterThan(100)
    const seen = new Set(files.map((file) => file.split('/')[0]))
    expect([...seen].sort()).toEqual(['client', 'core', 'db', 'migrations', 'seeds', 'server'])
  })

  test('refuse what they should, so that this test can fail', () => {
    const bad = (file: string, to: string, isType = false, isOurs = true) =>
      breach({ file, to, isType, isOurs })
    expect(bad('core/cost.ts', 'db/open.ts')).toContain('imports db/open.ts')
    expect(bad('core/cost.ts', 'node:fs', false, false)).toContain('node:fs')
    expect(bad('core/cost.ts', 'zod', false, false)).toContain('zod')
    expect(bad('core/contract/query.ts', 'zod', false, false)).toBeNull()
    expect(bad('client/app.tsx', 'core/contract/query.ts')).toContain('more than types')
    expect(bad('client/app.tsx', 'core/contract/query.ts', true)).toBeNull()
    expect(bad('server/actions/verify.ts', 'fastify', false, false)).toContain('fastify')
    expect(bad('server/actions/verify.ts', 'server/routes/page-routes.ts')).toContain('routes')
    expect(bad('server/routes/page-routes.ts', 'better-sqlite3', false, false)).toContain('sqlite')
    expect(bad('server/routes/page-routes.ts', 'kysely', false, false)).toContain('kysely')
    expect(bad('db/providers.ts', 'server/app.ts')).toContain('server/app.ts')
    expect(bad('migrations/0001_providers.ts', 'core/vocabulary.ts')).toContain('core/')
  })

  test('are looked at for every kind of import', () => {
    const text = [
      "import { openDb } from '#db/open.ts'",
      "import type { Db } from '#db/schema.ts'",
      "import '#db/effect.ts'",
      "  import './near.ts'",
      "export { run } from '#server/cli.ts'",
      "const later = await import('#db/later.ts')",
    ].join('\n')
    const found = importsIn('core/cost.ts', text)
    expect(found.map(({ to }) => to)).toEqual([
      'db/open.ts',
      'db/schema.ts',
      'db/effect.ts',
      'core/near.ts',
      'server/cli.ts',
      'db/later.ts',
    ])
    expect(found.filter((one) => breach(one) !== null)).toHaveLength(5)
  })

  test('of core know no clock, no chance and no console', () => {
    const world = /\bnew Date\b|\bDate\.now\b|Math\.random|\bconsole\.|\bprocess\.|\bfetch\(/
    const guilty = sources('core').filter((file) => world.test(readFileSync(file, 'utf8')))
    expect(guilty).toEqual([])
  })
})

describe('files', () => {
  test('have no barrels and no drawers', () => {
    const names = files.map((file) => file.split('/').at(-1) ?? '')
    expect(names.filter((name) => /^(index|utils|helpers)\.tsx?$/.test(name))).toEqual([])
  })

  test('are one idea long', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 300)
    expect(long).toEqual([])
  })
})
