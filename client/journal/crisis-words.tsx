import { useEffect, useRef } from 'preact/hooks'
import { CRISIS_WORDS } from '#core/questionnaires.ts'

/**
 * The crisis line, said at once and gently. An alert is read aloud where the person is; the focus
 * stays with them, so that nothing is taken out of their hands; the page moves just enough to show it.
 */
export function CrisisWords() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div class="crisis-words" role="alert" ref={box}>
      <p>{CRISIS_WORDS}</p>
      <p class="actions">
        <a class="button" href="tel:988">
          Call 988
        </a>
        <a class="button" href="sms:988">
          Text 988
        </a>
      </p>
    </div>
  )
}
