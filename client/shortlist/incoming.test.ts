// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { incoming, openAddress } from './incoming.tsx'

beforeEach(() => {
  document.body.innerHTML = '<h2 id="take-away">Take it with you</h2>'
  incoming.value = null
})

const opened = async (fragment: string) => {
  location.hash = fragment
  await openAddress()
  return incoming.value
}

test.each(['#s=abc', '#shortlst=1.d.00000000.abc', '#%E0%A4%A'])(
  'a link that ends in %s is said to hold no shortlist',
  async (fragment) => {
    expect(await opened(fragment)).toMatchObject({
      from: 'link',
      refused: expect.stringMatching(/not a shortlist.*Your own shortlist has not been changed/),
    })
  },
)

test('a link with a shortlist that was cut off is said to be damaged', async () => {
  expect(await opened('#shortlist=1.d.00000000.abc')).toMatchObject({
    refused: expect.stringContaining('damaged'),
  })
})

test.each(['', '#', '#take-away', '#take%2Daway'])(
  'an address that ends in "%s" is left in peace',
  async (fragment) => {
    expect(await opened(fragment)).toBeNull()
  },
)
