import { dateInWords } from '#core/calendar.ts'
import { lawFor } from '#core/learn-law.ts'
import { MUST_HAVE_WORDS } from '#core/rank-must-haves.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'
import type { Shortlist, ShortlistEntry } from '#core/shortlist.ts'
import { ENTRY_STATUS_WORDS } from '#core/shortlist.ts'
import { LawNotices } from '../parts/learn-notice.tsx'
import type { Decided, Fetched } from './decision.ts'
import { decide, weightLines } from './decision.ts'
import { today } from './ready.ts'
import { timeInWords } from './time-doubts.ts'

export type Material = { rubric: Rubric; fetched: ReadonlyMap<string, Fetched> }

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
  return { rubric, fetched: new Map(fetched) }
}

const NOT_JUDGED = {
  gone: 'This provider is no longer in the directory. What you wrote about it is kept.',
  failed: 'The record could not be loaded. Check the network, then reload the page.',
  closed: 'This provider is listed as closed.',
  no_case: 'The record has no kind of care that can be judged.',
} as const

function Judged({ decided }: { decided: Decided }) {
  if (decided.is !== 'scored') return <p>{NOT_JUDGED[decided.is]}</p>
  const { low, high, answers, open_checks, open_questions } = decided
  return (
    <>
      <p>
        <strong class="number">
          {low} of 100 points confirmed, up to {high} possible
        </strong>
        {answers > 0 &&
          ` (counting ${answers} ${answers === 1 ? 'answer' : 'answers'} you were told)`}
        .
      </p>
      <p>
        {open_checks.length > 0
          ? `Required checks still not settled: ${open_checks.join('; ')}.`
          : 'No required check is open.'}{' '}
        {open_questions > 0 && `${open_questions} more questions are open.`}
      </p>
    </>
  )
}

function EntryLine({ entry, decided }: { entry: ShortlistEntry; decided: Decided }) {
  const { appointment } = entry
  return (
    <li class="stack">
      <h4>
        <a href={`/providers/${entry.provider}`}>{entry.name}</a>{' '}
        <span class="tag">{ENTRY_STATUS_WORDS[entry.status]}</span>
      </h4>
      {appointment !== null && (
        <p class="quiet">
          Consult on {dateInWords(appointment.day)}
          {appointment.time !== null && `, ${timeInWords(appointment.time)}`}
        </p>
      )}
      <Judged decided={decided} />
      {entry.note.trim() !== '' && <p class="written-note">{entry.note}</p>}
    </li>
  )
}

const casesOf = (decisions: readonly { decided: Decided }[]) =>
  decisions.flatMap(({ decided }) => (decided.is === 'scored' ? decided.case : []))

/** The shortlist, what matters to this person, and what is still unknown. */
export function Decide({ list, material }: { list: Shortlist; material: Material }) {
  const prepared = prepareRubric(material.rubric)
  const weights = weightLines(list, prepared)
  const decisions = list.entries.map((entry) => {
    const fetched = material.fetched.get(entry.provider) ?? { is: 'failed' as const }
    return { entry, decided: decide(entry, fetched, list, prepared, today.value) }
  })
  return (
    <div class="stack decide">
      <h3>My shortlist, and what is still not known</h3>
      <ol class="decide__list">
        {decisions.map(({ entry, decided }) => (
          <EntryLine key={entry.provider} entry={entry} decided={decided} />
        ))}
      </ol>
      <LawNotices notices={lawFor(prepared, today.value, casesOf(decisions))} />
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
      <p class="on-screen">
        <a href="/shortlist">Open my shortlist</a>
      </p>
    </div>
  )
}
