import { appointmentInWords } from '#core/appointment-words.ts'
import { MAX_COMPARED } from '#core/compare-limits.ts'
import { lawFor } from '#core/learn-law.ts'
import { MUST_HAVE_WORDS } from '#core/rank-must-haves.ts'
import { weightsOrDefault } from '#core/rank-weights.ts'
import { howInWords, leaderInWords, NOT_RANKED_WORDS } from '#core/rank-words.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'
import type { Shortlist, ShortlistEntry } from '#core/shortlist.ts'
import { ENTRY_STATUS_WORDS } from '#core/shortlist.ts'
import { LawNotices } from '../parts/learn-notice.tsx'
import { NoOrder } from '../weights/no-order.tsx'
import { useRanking } from '../weights/ranking.ts'
import type { Ranked } from '../workers/ranker.ts'
import type { DecisionWords, Fetched, Material } from './decision.ts'
import {
  candidatesOf,
  casesIn,
  decisionInWords,
  decisionsOf,
  inOrder,
  weightLines,
} from './decision.ts'
import { today } from './ready.ts'

async function fetchRecord(id: string): Promise<Fetched> {
  try {
    const response = await fetch(`/api/providers/${encodeURIComponent(id)}`)
    if (response.status === 404) return { is: 'gone' }
    if (!response.ok) return { is: 'failed' }
    return { is: 'here', profile: await response.json() }
  } catch {
    return { is: 'failed' }
  }
}

/** The rubric and every saved record. Rejects without the rubric; a missing record is noted. */
export async function fetchMaterial(ids: readonly string[]): Promise<Material> {
  const response = await fetch('/api/rubric')
  if (!response.ok) throw new Error(`the rubric answered ${response.status}`)
  const rubric: Rubric = await response.json()
  const fetched = await Promise.all(ids.map(async (id) => [id, await fetchRecord(id)] as const))
  return { prepared: prepareRubric(rubric), fetched: new Map(fetched) }
}

function Words({ words: { sentences, open, ask } }: { words: DecisionWords }) {
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {open.length > 0 && (
        <details>
          <summary>
            {open.length} more {open.length === 1 ? 'question is' : 'questions are'} open
          </summary>
          <p>{open.join('; ')}.</p>
        </details>
      )}
      {ask !== null && (
        <p>
          <strong>Ask next:</strong> {ask}
        </p>
      )}
    </>
  )
}

function EntryLine({ entry, words }: { entry: ShortlistEntry; words: DecisionWords }) {
  const { appointment } = entry
  return (
    <li class="stack">
      <h4>
        <a href={`/providers/${entry.provider}`}>{entry.name}</a>{' '}
        <span class="tag">{ENTRY_STATUS_WORDS[entry.status]}</span>
      </h4>
      {appointment !== null && <p class="quiet">Consult on {appointmentInWords(appointment)}</p>}
      <Words words={words} />
      {entry.note.trim() !== '' && <p class="written-note">{entry.note}</p>}
    </li>
  )
}

/** Whether one leads, and how the order was made; without one, why. */
function HowSure({
  found,
  onAgain,
  compared,
}: {
  found: Ranked | 'failed' | null
  onAgain: () => void
  /** The address of their comparison; null for fewer than two. */
  compared: string | null
}) {
  if (compared === null) return <p>An order takes two providers that give the same kind of care.</p>
  if (found === null || found === 'failed') {
    return (
      <NoOrder hasFailed={found === 'failed'} onAgain={onAgain}>
        Your shortlist is below, in your own order. You can also{' '}
        <a href={compared}>see them side by side</a>.
      </NoOrder>
    )
  }
  const { result } = found
  if (!result.ranked) return <p>{NOT_RANKED_WORDS[result.because]}</p>
  return (
    <>
      <p>
        <strong>{leaderInWords(result)}</strong>
      </p>
      <p class="small quiet prose">{howInWords(result)}</p>
    </>
  )
}

function Weights({ list, material }: { list: Shortlist; material: Material }) {
  const weights = weightLines(list, material.prepared)
  return (
    <>
      <h3>What matters to me</h3>
      <p>
        {weights.own
          ? 'These are your own weights:'
          : 'You have not set weights of your own. These are the usual ones:'}
      </p>
      <ul class="bullets">
        {weights.lines.map(({ name, percent }) => (
          <li key={name}>
            {name}: <span class="number">{percent}%</span>
          </li>
        ))}
      </ul>
      {list.must_haves.length > 0 && (
        <p>Must have: {list.must_haves.map((one) => MUST_HAVE_WORDS[one]).join('; ')}.</p>
      )}
    </>
  )
}

/** The shortlist in order, what matters to this person, and what is still unknown. */
export function Decide({ list, material }: { list: Shortlist; material: Material }) {
  const { prepared } = material
  const decisions = decisionsOf(list, material, today.value)
  const candidates = candidatesOf(decisions)
  const { found, again } = useRanking(
    candidates,
    weightsOrDefault(list.weights, prepared),
    prepared,
  )
  const ranking = found === null || found === 'failed' ? null : found.result
  const ids = candidates.slice(0, MAX_COMPARED).map(({ id }) => id)
  const compared =
    ids.length > 1 ? `/compare?ids=${ids.join(',')}&case=${candidates[0]?.scored.case}` : null
  return (
    <div class="stack decide">
      <h3>My shortlist, and what is still not known</h3>
      <HowSure found={found} onAgain={again} compared={compared} />
      <ol class="decide__list">
        {inOrder(decisions, ranking).map((decision) => (
          <EntryLine
            key={decision.entry.provider}
            entry={decision.entry}
            words={decisionInWords(decision, list, ranking, prepared)}
          />
        ))}
      </ol>
      <LawNotices notices={lawFor(prepared, today.value, casesIn(decisions))} />
      <Weights list={list} material={material} />
      <p class="on-screen">
        {compared !== null && (
          <>
            <a href={compared}>Change my weights and see how sure the order is</a>
            {' · '}
          </>
        )}
        <a href="/shortlist">Open my shortlist</a>
      </p>
    </div>
  )
}
