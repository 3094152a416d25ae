import { chosen, isFull } from '../state/chosen.ts'
import { savedIds } from '../state/saved.ts'
import { REFUSED } from './compare-choice.tsx'
import { starOf } from './save-choice.tsx'

/**
 * Shows what this browser keeps in the boxes and stars that the server drew. Components that take
 * them over later change no attribute and find just what they would draw themselves. From then on
 * they draw the boxes; to stars it makes no difference.
 */
export function showKept(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('.row [name=ids]')) {
    box.checked = chosen.value.some(({ id }) => id === box.value)
    box.disabled = isFull.value && !box.checked
    const words = box.nextElementSibling
    const said = words?.childNodes[2]
    if (box.disabled && !said) words?.append(REFUSED)
    if (!box.disabled) said?.remove()
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('.save')) {
    const isSaved = savedIds.value.has(button.value)
    button.setAttribute('aria-pressed', String(isSaved))
    const star = button.firstElementChild?.firstChild
    if (star) star.nodeValue = starOf(isSaved)
  }
}
