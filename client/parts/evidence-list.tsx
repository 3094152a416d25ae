import type { EvidenceView } from '#core/profile.ts'
import { LEVEL_WORDS, SET_ASIDE_WORDS, STRENGTH_SHORT } from '#core/words.ts'
import { SourceLine } from './source-link.tsx'

/** How one reading counted, in a sentence. */
export function countedInWords(evidence: EvidenceView): string {
  if (evidence.set_aside !== null) return SET_ASIDE_WORDS[evidence.set_aside]
  const stated = STRENGTH_SHORT[evidence.strength ?? 'weak']
  const counts = evidence.effective === null ? stated : STRENGTH_SHORT[evidence.effective]
  const aged = counts === stated ? '' : `, one step down from ${stated} because of its age`
  const role = evidence.decides
    ? 'It decides the answer.'
    : 'Stronger evidence decides; this changes nothing.'
  return `Counts as ${counts}${aged}. ${role}`
}

function itemClass(evidence: EvidenceView): string {
  if (evidence.set_aside !== null) return 'evidence__item evidence__item--aside'
  return evidence.decides ? 'evidence__item evidence__item--decides' : 'evidence__item'
}

/** What sources say on one point: their words in ours, where, when, and how each one counted. */
export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
  return (
    <ul class="evidence">
      {evidence.map((item, at) => (
        <li key={at} class={itemClass(item)}>
          <p class="evidence__basis">{item.basis}</p>
          <p>
            {LEVEL_WORDS[item.level]}
            {item.at_least && ', and may do more'}. {countedInWords(item)}
          </p>
          <p>
            <SourceLine source={item.source} />
          </p>
        </li>
      ))}
    </ul>
  )
}
