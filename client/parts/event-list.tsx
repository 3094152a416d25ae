import { dateInWords } from '#core/calendar.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { sourceOf } from '#core/provider.ts'
import { EVENT_KIND_WORDS, EVENT_STAGE_WORDS } from '#core/words.ts'
import { SourceLine } from './source-link.tsx'

/** What happened, how far the matter has come, and what the provider answered. Never scored. */
export function EventList({ record }: { record: ProviderRecord }) {
  return (
    <ul class="events">
      {record.events.map((event, at) => (
        <li key={at} class="event stack">
          <p>
            <strong>{EVENT_KIND_WORDS[event.kind]}</strong>{' '}
            <span class="tag">{EVENT_STAGE_WORDS[event.stage]}</span>{' '}
            <span class="quiet">
              {event.date === null ? 'date unknown' : dateInWords(event.date)}
              {event.subject === 'clinician' && ', about a clinician'}
            </span>
          </p>
          <p>{event.summary}</p>
          <p>
            <strong>The provider’s answer:</strong> {event.response ?? 'None found.'}
          </p>
          <p class="small quiet">
            <SourceLine source={sourceOf(record, event.source)} />
          </p>
        </li>
      ))}
    </ul>
  )
}
