import { deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#core/answers.ts'
import type { IsoDate } from '#core/calendar.ts'
import type { Deflate, Inflate } from '#core/share-link.ts'
import {
  LINK_LIMIT,
  openFragment,
  PAYLOAD_LIMIT,
  sharedPart,
  shareFragment,
} from '#core/share-link.ts'
import {
  bytesFromBase64,
  bytesOf,
  checksumOf,
  textFromBytes,
  toBase64,
} from '#core/share-link-bytes.ts'
import { addEntry, changeEntry, emptyShortlist, recordAnswer } from '#core/shortlist.ts'

const deflate: Deflate = async (bytes) => new Uint8Array(deflateRawSync(bytes))
const inflate: Inflate = async (bytes, limit) =>
  new Uint8Array(inflateRawSync(bytes, { maxOutputLength: limit }))

const day = '2026-11-23' as IsoDate
const answer: Answer = {
  provider: 'ember-health',
  criterion: 'C1',
  case: null,
  state: null,
  level: 'met',
  note: 'Dr. Lee – 日本語 🙂',
  told_on: day,
  how: 'call',
}
const named = (list = emptyShortlist(), id = 'ember-health') =>
  addEntry(list, { provider: id, name: 'Ember Health', case: 'iv-clinic', added_on: day })
const full = recordAnswer(changeEntry(named(), 'ember-health', { note: 'secret note' }), answer)
const all = { notes: true, answers: true }
const address = 'https://example.org/shortlist'

describe('a shared link', () => {
  test.each([deflate, null])('opens to the same shortlist', async (how) => {
    const link = await shareFragment(full, address, how)
    expect(link.fit).toBe('code')
    const opened = await openFragment(`#${link.fragment}`, inflate)
    expect(opened).toEqual({ outcome: 'opened', shared: full, problems: [] })
  })

  test('carries notes and answers only when they are asked for', () => {
    expect(JSON.stringify(sharedPart(full, { notes: false, answers: false }))).not.toMatch(
      /secret|Lee/,
    )
    const answers = sharedPart(full, { notes: false, answers: true })
    expect(answers.answers).toEqual([{ ...answer, note: '' }])
    expect(sharedPart(full, { notes: true, answers: false }).answers).toEqual([])
    expect(sharedPart(full, all)).toEqual(full)
  })

  test('that was cut or changed anywhere says that it is damaged', async () => {
    const { fragment } = await shareFragment(full, address, deflate)
    const start = fragment.indexOf('=') + 3
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: start, max: fragment.length - 1 }), async (at) => {
        const cut = await openFragment(fragment.slice(0, at), inflate)
        expect(cut).toMatchObject({ outcome: 'refused', because: 'damaged' })
        const letter = fragment[at] === 'A' ? 'B' : 'A'
        const wrong = fragment.slice(0, at) + letter + fragment.slice(at + 1)
        // The last byte of deflated data may hold bits that mean nothing.
        const opened = await openFragment(wrong, inflate)
        if (opened.outcome === 'opened') expect(opened.shared).toEqual(full)
        else expect(opened).toMatchObject({ because: 'damaged' })
      }),
    )
  })

  test('from a newer version says so, and the list inside may be newer too', async () => {
    expect(await openFragment('shortlist=2.x.anything', inflate)).toMatchObject({
      because: 'newer',
    })
    const bytes = bytesOf('{"format":"touchstone-shortlist","version":9}')
    const inner = `shortlist=1.p.${checksumOf(bytes)}.${toBase64(bytes)}`
    expect(await openFragment(inner, inflate)).toMatchObject({ because: 'newer' })
  })

  test('that would unpack to far too much is not opened', async () => {
    const bomb = await deflate(new Uint8Array(PAYLOAD_LIMIT + 1))
    const text = `shortlist=1.d.00000000.${toBase64(bomb)}`
    expect(await openFragment(text, inflate)).toMatchObject({ outcome: 'refused' })
    const long = `shortlist=1.p.00000000.${'A'.repeat(PAYLOAD_LIMIT + 1)}`
    expect(await openFragment(long, inflate)).toMatchObject({ because: 'too_large' })
  })

  test('needs a browser that can inflate, and says so', async () => {
    const { fragment } = await shareFragment(full, address, deflate)
    expect(await openFragment(fragment, null)).toMatchObject({ because: 'no_inflate' })
  })

  test('that is too long for a message is measured before it is offered', async () => {
    const noise = Array.from({ length: LINK_LIMIT }, (_, at) =>
      String.fromCharCode(33 + ((at * at * 7) % 90)),
    )
    const long = changeEntry(named(), 'ember-health', { note: noise.join('') })
    expect((await shareFragment(long, address, null)).fit).toBe('too_long')
    const bare = sharedPart(long, { notes: false, answers: false })
    const short = await shareFragment(bare, address, deflate)
    expect(short.fit).toBe('code')
    expect(short.length).toBe(address.length + 1 + short.fragment.length)
  })

  test('is not looked for in other fragments', async () => {
    expect(await openFragment('#questions', inflate)).toEqual({ outcome: 'none' })
    expect(await openFragment('', inflate)).toEqual({ outcome: 'none' })
  })
})

describe('the bytes of a link', () => {
  test('come back from text and from base64url', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (text, bytes) => {
        expect(textFromBytes(bytesOf(text))).toBe(text.toWellFormed())
        expect(bytesFromBase64(toBase64(bytes))).toEqual(bytes)
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect(bytesOf(text)).toEqual(new Uint8Array(Buffer.from(text)))
      }),
    )
  })

  test('have the checksum that zip and PNG use', () => {
    expect(checksumOf(bytesOf('123456789'))).toBe('cbf43926')
    expect(textFromBytes(Uint8Array.of(0xff))).toBeNull()
    expect(bytesFromBase64('a*')).toBeNull()
    expect(bytesFromBase64('A')).toBeNull()
  })
})
