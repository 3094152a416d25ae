import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDb } from '#db/open.ts'
import { readAssets } from '#server/page-renderer.ts'
import { callCli } from '../called.ts'

const folder = mkdtempSync(join(tmpdir(), 'touchstone-'))

const call = (words: string[], environment: Record<string, string> = {}) =>
  callCli({ DATABASE_URL: join(folder, 'cli.sqlite'), ...environment }, words)

describe('the command line', () => {
  test('lists every command with --help', async () => {
    const { code, out } = await call(['--help'])
    expect(code).toBe(0)
    for (const words of [
      'prepare',
      'serve',
      'build',
      'dev',
      'migrate',
      'seed',
      'providers check <folder>',
    ]) {
      expect(out).toContain(words)
    }
  })

  test.each(['prepare', 'serve', 'build', 'dev', 'migrate', 'seed', 'providers check'])(
    '%s has its own help',
    async (words) => {
      const { code, out } = await call([...words.split(' '), '--help'])
      expect(code).toBe(0)
      expect(out).toContain(`Usage: npm run cli -- ${words}`)
      expect(out).toContain('--help')
    },
  )

  test.each([
    [['fly'], 'There is no command "fly"'],
    [['seed', '--fast'], '--fast'],
    [['providers', 'check'], 'It goes: providers check <folder>'],
    [['migrate', 'twice'], 'It goes: migrate'],
  ])('calls %j misuse', async (words, message) => {
    const { code, err } = await call(words)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  test.each<[string[], Record<string, string>, object]>([
    [['fly', '--json'], {}, { title: 'Misused', exit_code: 2 }],
    [['registry', 'import', 'leie', '--json'], {}, { title: 'Misused', exit_code: 2 }],
    [['migrate', 'twice', '--json'], {}, { title: 'Misused', exit_code: 2 }],
    [['verify', '--json'], { PORT: 'x' }, { title: 'Misused', exit_code: 2 }],
    [['registry', 'import', 'leie', '/no/file', '--json'], {}, { title: 'Refused', exit_code: 1 }],
    [['recheck', '--json'], { DATABASE_URL: 'redis://x' }, { title: 'Refused', exit_code: 1 }],
  ])('tells with %j in JSON why it ended', async (words, environment, problem) => {
    const plain = await call(
      words.filter((word) => word !== '--json'),
      environment,
    )
    const { code, out, err } = await call(words, environment)
    expect(err).toBe('')
    const { detail, ...rest } = JSON.parse(out)
    expect(rest).toEqual(problem)
    expect(code).toBe(rest.exit_code)
    if (!words.includes('twice')) expect([detail, code]).toEqual([plain.err, plain.code])
  })

  test('tells with --json what went wrong on our side, too', async () => {
    const DATABASE_URL = join(folder, 'damaged.sqlite')
    await call(['migrate'], { DATABASE_URL })
    await call(['seed', '--sample'], { DATABASE_URL })
    const db = openDb(DATABASE_URL)
    await db.updateTable('rubric_version').set({ content: '{}' }).execute()
    await db.destroy()
    await expect(call(['recheck'], { DATABASE_URL })).rejects.toThrow('is damaged')
    const { code, out } = await call(['recheck', '--json'], { DATABASE_URL })
    const detail = expect.stringContaining('is damaged')
    expect([code, JSON.parse(out)]).toEqual([1, { title: 'Failed', detail, exit_code: 1 }])
  }, 30_000)

  test('names each wrong setting', async () => {
    const { code, err } = await call(['migrate'], { PORT: 'x' })
    expect(code).toBe(2)
    expect(err).toBe('PORT is "x"; it must be a whole number from 0 to 65535.')
  })

  test('migrates and seeds once, then finds nothing to do', async () => {
    expect((await call(['migrate'])).out).toMatch(/^Migrated: 0001/)
    expect((await call(['migrate'])).out).toBe('Nothing to migrate.')
    expect((await call(['seed', '--sample'])).out).toMatch(/^12 providers read: 12 added/)
    expect((await call(['seed', '--sample'])).out).toContain('0 added, 0 changed, 12 unchanged')
  })

  test('says in one sentence that a file is no database', async () => {
    const file = join(folder, 'text.sqlite')
    writeFileSync(file, 'This is no database at all, only a few words. '.repeat(100))
    const { code, err } = await call(['migrate'], { DATABASE_URL: file })
    expect(code).toBe(1)
    expect(err).toContain('is not an SQLite database')
  })

  const ON_EMPTY = [
    'seed',
    'seed --sample',
    'registry status',
    'verify',
    'review list',
    'discover',
    'recheck',
  ]
  test.each(ON_EMPTY)('%s tells an empty database in one sentence', async (words) => {
    const DATABASE_URL = join(folder, `empty-${words.replaceAll(' ', '')}.sqlite`)
    const { code, out, err } = await call(words.split(' '), { DATABASE_URL })
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(
      `The database ${DATABASE_URL} has not been set up for this version. Run first: npm run cli -- prepare`,
    )
  })

  test('says of a database without records what to run', async () => {
    const DATABASE_URL = join(folder, 'migrated.sqlite')
    await call(['migrate'], { DATABASE_URL })
    const { code, err } = await call(['recheck'], { DATABASE_URL })
    expect(code).toBe(1)
    expect(err).toBe(
      `The database ${DATABASE_URL} holds no records yet. Run first: npm run cli -- prepare`,
    )
  })

  test.each([
    ['seed', 'seed --sample'],
    ['seed --sample', 'seed'],
  ])(
    'after %s refuses %s in one sentence',
    async (first, second) => {
      const DATABASE_URL = join(folder, `mixed-${first.length}.sqlite`)
      await call(['migrate'], { DATABASE_URL })
      expect((await call(first.split(' '), { DATABASE_URL })).code).toBe(0)
      const { code, err } = await call(second.split(' '), { DATABASE_URL })
      expect(code).toBe(1)
      expect(err).toBe(
        'Nothing was loaded: real and invented providers never share a database. Set DATABASE_URL to another file.',
      )
    },
    30_000,
  )

  test('says in one sentence that a rubric was changed under its version, and what to do', async () => {
    const DATABASE_URL = join(folder, 'rubric.sqlite')
    await call(['migrate'], { DATABASE_URL })
    await call(['seed', '--sample'], { DATABASE_URL })
    const db = openDb(DATABASE_URL)
    await db.updateTable('rubric_version').set({ content_hash: 'other' }).execute()
    await db.destroy()
    expect(await call(['seed', '--sample'], { DATABASE_URL })).toMatchObject({
      code: 1,
      out: '',
      err: 'No record was loaded: rubric 1.0.0 is already stored with other content: give it a new version, in seeds/rubric. Or set DATABASE_URL to a new file.',
    })
  }, 30_000)

  test.each([
    ['/dev/null/x.sqlite', /^The database \/dev\/null\/x\.sqlite cannot be opened\. [^\n]+$/],
    ['postgres://x/y', /^DATABASE_URL asks for PostgreSQL[^\n]+$/],
  ])('says in one sentence that %s is no place for one', async (DATABASE_URL, sentence) => {
    const { code, err } = await call(['migrate'], { DATABASE_URL })
    expect(code).toBe(1)
    expect(err).toMatch(sentence)
  })

  test('checks record files and names file, path and reason', async () => {
    const good = await call(['providers', 'check', 'seeds/providers'])
    expect(good.out).toMatch(/^\d+ record files are sound\.$/)
    writeFileSync(join(folder, 'bad.json'), '{"id": "bad"}')
    const bad = await call(['providers', 'check', folder])
    expect(bad.code).toBe(1)
    expect(bad.err).toContain('bad.json: $.name')
    expect((await call(['providers', 'check', 'no/such/folder'])).code).toBe(1)
  })
})

describe('the launcher', () => {
  const launch = (version: string) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`,
        'server/main.js',
        '--help',
      ],
      { encoding: 'utf8' },
    )

  test.each(['20.20.2', '24.11.1', '18.0.0'])('tells Node %s what is needed', (version) => {
    const { status, stderr } = launch(version)
    expect(status).toBe(1)
    expect(stderr).toBe(
      `Touchstone needs Node 24.12 or newer; this is ${version}. ` +
        'Run it with `npm start`, which brings its own.\n',
    )
  })

  test.each(['24.12.0', '26.0.0'])('goes on with Node %s', (version) => {
    expect(launch(version).status).toBe(0)
  })

  test('uses no syntax newer than the oldest Node it must speak to', () => {
    const text = readFileSync('server/main.js', 'utf8')
    expect(text).not.toMatch(/^\s*(import|export)\s|\?\?|\?\.|\bawait\b|#\w/m)
  })
})

describe('serving', () => {
  const database = join(folder, 'serve.sqlite')
  const environment = { ...process.env, DATABASE_URL: database }
  const prepare = () =>
    spawnSync(process.execPath, ['server/main.js', 'prepare'], {
      env: environment,
      encoding: 'utf8',
    })

  beforeAll(() => {
    const { status, stdout, stderr } = prepare()
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/Ready: \d+ provider records in/)
  }, 60_000)

  test('needs no second preparation', () => {
    expect(prepare().stdout).toMatch(/^Ready: \d+ provider records in [^\n]+\n$/)
  }, 60_000)

  test('refuses to prepare the sample where real records are', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['server/main.js', 'prepare', '--sample'],
      { env: environment, encoding: 'utf8' },
    )
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(
      /^The database [^\n]+ holds \d+ real provider records, and invented ones never stand beside them\. Set DATABASE_URL to another file\.\n$/,
    )
  })

  test('names the files of a build that each page asks for', () => {
    const entry = { file: 'assets/entry-1.js', css: ['assets/entry-2.css'], imports: ['_base.js'] }
    const part = (name: string) => ({
      file: `assets/${name}.js`,
      imports: ['_base.js', '_kept.js'],
    })
    const manifest = {
      'client/entry.tsx': entry,
      'client/icon.svg': { file: 'assets/icon-3.svg' },
      '_base.js': { file: 'assets/base-4.js' },
      '_kept.js': { file: 'assets/kept-5.js', imports: ['_base.js'] },
      'client/shortlist/start-shortlist.tsx': part('shortlist'),
      'client/shortlist/start-ask.tsx': part('ask'),
      'client/plan/start.tsx': { ...part('plan'), css: ['assets/plan.css'] },
      'client/journal/start.tsx': part('journal'),
      'client/compare/start.tsx': { ...part('compare'), css: ['assets/compare.css'] },
    }
    const ahead = (name: string) => ['/assets/base-4.js', `/assets/${name}.js`, '/assets/kept-5.js']
    expect(readAssets(JSON.stringify(manifest))).toEqual({
      script: '/assets/entry-1.js',
      style: '/assets/entry-2.css',
      icon: '/assets/icon-3.svg',
      base: { ahead: ['/assets/base-4.js'], partStyles: [] },
      parts: {
        shortlist: { ahead: ahead('shortlist'), partStyles: [] },
        ask: { ahead: ahead('ask'), partStyles: [] },
        plan: { ahead: ahead('plan'), partStyles: ['/assets/plan.css'] },
        journal: { ahead: ahead('journal'), partStyles: [] },
        style: { ahead: ['/assets/base-4.js'], partStyles: ['/assets/compare.css'] },
      },
    })
    expect(() => readAssets('{}')).toThrow('client/entry.tsx')
    const { 'client/plan/start.tsx': _, ...rest } = manifest
    expect(() => readAssets(JSON.stringify(rest))).toThrow('client/plan/start.tsx')
  })

  test('says in one sentence that the database was never set up, or holds nothing', async () => {
    const DATABASE_URL = join(folder, 'unserved.sqlite')
    const before = await call(['serve'], { DATABASE_URL })
    expect([before.code, before.err]).toEqual([1, expect.stringContaining('has not been set up')])
    await call(['migrate'], { DATABASE_URL })
    const after = await call(['serve'], { DATABASE_URL })
    expect([after.code, after.err]).toEqual([1, expect.stringContaining('holds no records yet')])
  }, 30_000)

  test('says in one sentence that the port is taken', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
    })
    const child = start({ PORT: String(port), DATABASE_URL: database })
    const { code, err } = await child.ended
    other.close()
    expect(code).toBe(1)
    expect(err).toContain(`Port ${port} is in use.`)
    expect(err.trim().split('\n')).toHaveLength(1)
  }, 30_000)

  test('answers, and stops at SIGTERM with exit code 0', async () => {
    const child = start({ PORT: '0', DATABASE_URL: database })
    const address = await child.address
    const reply = await fetch(`${address}/api/health`)
    expect(reply.status).toBe(200)
    child.stop()
    const { code, err } = await child.ended
    expect(code).toBe(0)
    expect(err).toContain('provider records')
  }, 30_000)
})

/** The real program in a process of its own. The pages must have been built. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['server/main.js', 'serve'], {
    env: { ...process.env, TODAY: '2026-11-23', ...environment },
  })
  let err = ''
  const address = new Promise<string>((resolve) => {
    child.stderr.on('data', (chunk) => {
      err += chunk
      const found = /at (http:\S+)/.exec(err)
      if (found?.[1]) resolve(found[1])
    })
  })
  const ended = new Promise<{ code: number | null; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, err }))
  })
  return { address, ended, stop: () => child.kill('SIGTERM') }
}
