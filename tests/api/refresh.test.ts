import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRecord, saveRecord } from '#db/providers.ts'
import type { RealApp } from './real-app.ts'
import { realApp } from './real-app.ts'

let real: RealApp
beforeAll(async () => {
  real = await realApp()
})
afterAll(() => real.close())

const ACT = { actor: 'curator', reason: 'name corrected', at: '2026-11-23T09:00:00Z' }

async function rename(name: string): Promise<void> {
  const record = await findRecord(real.db, 'nushama')
  if (!record) throw new Error('nushama is not seeded')
  await real.db.transaction().execute((trx) => saveRecord(trx, { ...record, name }, ACT))
}

const nameInList = async () => {
  const reply = await real.get('/api/providers?per_page=100')
  return reply.body.items.find(({ id }: { id: string }) => id === 'nushama')?.name
}

describe('a change in the database', () => {
  test('shows in list, profile and page within a second, under a new entity tag', async () => {
    const before = await real.get('/api/providers?per_page=100')
    await rename('Nushama Renamed')
    expect(await nameInList()).toBe('Nushama')
    real.wait(1000)
    const after = await real
      .get('/api/providers?per_page=100')
      .set('if-none-match', before.headers.etag ?? '')
    expect(after.status).toBe(200)
    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect(await nameInList()).toBe('Nushama Renamed')
    expect((await real.get('/providers/nushama')).text).toContain('Nushama Renamed')
    expect((await real.get('/api/providers?q=renamed')).body.total).toBe(1)
  })

  test('that cannot be read leaves the old answers in use, and is logged', async () => {
    const before = await nameInList()
    await rename('Nushama Again')
    await real.db.schema.alterTable('change').renameTo('change_hidden').execute()
    real.wait(1000)
    expect(await nameInList()).toBe(before)
    expect(real.lines.join('')).toContain('catalog not renewed')
    await real.db.schema.alterTable('change_hidden').renameTo('change').execute()
    real.wait(1000)
    expect(await nameInList()).toBe('Nushama Again')
  })
})

describe('a new day', () => {
  const coverage = async () => {
    const { items } = (await real.get('/api/providers?per_page=100')).body
    return items.reduce((sum: number, { shown }: { shown: { coverage: number } | null }) => {
      return sum + (shown?.coverage ?? 0)
    }, 0)
  }

  test('is judged anew under a new entity tag: old evidence stops counting', async () => {
    const before = { page: await real.get('/providers'), coverage: await coverage() }
    real.setDay('2036-11-23')
    real.wait(1000)
    expect((await real.get('/api/health')).body.today).toBe('2036-11-23')
    const tag = before.page.headers.etag ?? ''
    expect((await real.get('/providers').set('if-none-match', tag)).status).toBe(200)
    expect(await coverage()).toBeLessThan(before.coverage)
  })
})
