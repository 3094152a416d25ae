import { expect, test } from 'vitest'
import { LINK_LIMIT, openFragment, shareFragment } from '#core/share-link.ts'
import { addEntry, changeEntry, emptyShortlist } from '#core/shortlist.ts'
import { deflate, inflate } from './compression.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('what is deflated comes back the same', async () => {
  const text = bytes('Ünï '.repeat(1000))
  const small = await deflate?.(text)
  expect(small?.length).toBeLessThan(200)
  expect(await inflate?.(small ?? bytes(''), 10_000)).toEqual(text)
})

test('inflating stops at the limit, so a small link cannot fill the memory', async () => {
  const small = await deflate?.(new Uint8Array(5_000_000))
  await expect(inflate?.(small ?? bytes(''), 1_000_000)).rejects.toThrow('more than 1000000 bytes')
})

test('what is not deflated data is refused', async () => {
  await expect(inflate?.(bytes('plain text'), 1000)).rejects.toThrow()
})

test('a link made here is opened here, and one that is too long is known before it is sent', async () => {
  const entry = { provider: 'a', name: 'Clinic A', case: null, added_on: '2026-11-23' as const }
  const list = addEntry(emptyShortlist(), entry as Parameters<typeof addEntry>[1])
  const link = await shareFragment(list, 'https://example.org/shortlist', deflate)
  expect(link.fit).toBe('code')
  expect(await openFragment(`#${link.fragment}`, inflate)).toEqual({
    outcome: 'opened',
    shared: list,
    problems: [],
  })
  const noise = Array.from({ length: LINK_LIMIT }, (_, at) => ((at * 7919) % 9973).toString(36))
  const long = changeEntry(list, 'a', { note: noise.join('') })
  const tooLong = await shareFragment(long, 'https://example.org/shortlist', deflate)
  expect(tooLong.fit).toBe('too_long')
})
