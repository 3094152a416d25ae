// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { expect, test } from 'vitest'
import { movedCaret, OwnText } from './own-text.tsx'

test.each([
  ['ab', 'ab cd', 2, 2],
  ['ab', 'cd ab', 2, 5],
  ['ab cd', 'cd', 5, 2],
  ['ab cd', 'ab', 3, 2],
  ['a', 'a', 1, 1],
])('in %j that becomes %j a caret at %i stands at %i', (before, after, caret, place) => {
  expect(movedCaret(before, after, caret)).toBe(place)
})

test('a text that comes from another tab leaves the caret where it was', async () => {
  const place = document.createElement('div')
  document.body.append(place)
  const show = (value: string) =>
    act(() =>
      render(
        <OwnText value={value} rows={2} onText={() => {}}>
          My note
        </OwnText>,
        place,
      ),
    )
  await show('kind')
  const field = place.querySelector('textarea') as HTMLTextAreaElement
  field.focus()
  field.setSelectionRange(4, 4)
  await show('They were kind')
  expect([field.value, field.selectionStart]).toEqual(['They were kind', 14])
})
