import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { answersOffList } from '#core/shortlist.ts'
import { shortlist } from '../state/kept.ts'
import { hrefOf } from '../state/query-string.ts'
import { findOne, found } from './facts.ts'

/** Answers carry no name. These records do not join the facts, which are those of the list. */
const names = signal<ReadonlyMap<string, string>>(new Map())

async function loadNames(ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !names.value.has(id))
  for (const id of missing) {
    const one = found.value.get(id) ?? (await findOne(id))
    if (typeof one === 'object') names.value = new Map([...names.value, [id, one.name]])
  }
}

/** Which providers that are not on the list answers are kept about, with the way to them. */
export function AnswersOffList() {
  const counts = answersOffList(shortlist.value)
  const key = [...counts.keys()].join()
  useEffect(() => void loadNames(key.split(',').filter(Boolean)), [key])
  if (counts.size === 0) return null
  return (
    <div>
      <p>Answers about providers that are not on this list are kept, too:</p>
      <ul class="bullets">
        {[...counts].map(([id, count]) => (
          <li key={id}>
            <a href={hrefOf('/ask', new URLSearchParams([['ids', id]]))}>
              {names.value.get(id) ?? id}
            </a>{' '}
            ({count} {count === 1 ? 'answer' : 'answers'})
          </li>
        ))}
      </ul>
    </div>
  )
}
