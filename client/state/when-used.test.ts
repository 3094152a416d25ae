// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { whenUsed } from './when-used.ts'

test('a part starts at the first sign of use, before the sign is handled, and only once', () => {
  const order: string[] = []
  const box = document.createElement('input')
  document.body.append(box)
  box.addEventListener('focusin', () => order.push('handled'))
  whenUsed(() => order.push('started'))
  expect(order).toEqual([])
  box.dispatchEvent(new Event('focusin', { bubbles: true }))
  box.dispatchEvent(new Event('focusin', { bubbles: true }))
  dispatchEvent(new Event('scroll'))
  expect(order).toEqual(['started', 'handled', 'handled'])
})
