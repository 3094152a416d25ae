import { appointmentInWords } from '#core/appointment-words.ts'
import { dateInWords } from '#core/calendar.ts'
import { isClosed } from '#core/provider.ts'
import type { EntryStatus, ShortlistEntry } from '#core/shortlist.ts'
import {
  answersAbout,
  changeEntry,
  ENTRY_STATUS_WORDS,
  ENTRY_STATUSES,
  moveEntry,
  removeEntry,
} from '#core/shortlist.ts'
import { statusSource } from '#core/status-words.ts'
import { OwnText } from '../parts/own-text.tsx'
import { StatusLine } from '../parts/status-line.tsx'
import { amend, change, shortlist } from '../state/kept.ts'
import { hrefOf } from '../state/query-string.ts'
import { CaseChoice } from './case-choice.tsx'
import {
  answerInWords,
  costFacts,
  FAILED_WORDS,
  GONE_WORDS,
  priceSources,
  recordInWords,
  sourceInWords,
} from './entry-words.ts'
import type { EntryFacts } from './facts.ts'
import { facts, found, isRubricMissing, loadFacts, prepared, shownOf } from './facts.ts'
import { focusUndo, keepFocus } from './focus.ts'
import { RangeLine } from './range-line.tsx'

function Controls({ entry, last }: { entry: ShortlistEntry; last: boolean }) {
  const { provider, name, order } = entry
  const move = (place: number, button: HTMLElement) => {
    change((list) => moveEntry(list, provider, place), `${name} is now number ${place}.`)
    keepFocus(button)
  }
  const remove = () => {
    change(
      (list) => removeEntry(list, provider),
      `${name} is off your shortlist. Undo brings it back. Its answers are kept.`,
    )
    focusUndo()
  }
  return (
    <p class="actions on-screen">
      <button
        type="button"
        class="button"
        aria-disabled={order === 1}
        onClick={({ currentTarget }) => order > 1 && move(order - 1, currentTarget)}
      >
        <span aria-hidden="true">↑</span> Move up<span class="hidden-text"> {name}</span>
      </button>
      <button
        type="button"
        class="button"
        aria-disabled={last}
        onClick={({ currentTarget }) => !last && move(order + 1, currentTarget)}
      >
        <span aria-hidden="true">↓</span> Move down<span class="hidden-text"> {name}</span>
      </button>
      <button type="button" class="button" onClick={remove}>
        Remove<span class="hidden-text"> {name}</span>
      </button>
    </p>
  )
}

function OwnWords({ entry }: { entry: ShortlistEntry }) {
  const { provider, name, status, note } = entry
  return (
    <div class="entry__own on-screen">
      <label class="field">
        <span>
          Status<span class="hidden-text"> of {name}</span>
        </span>
        <select
          value={status}
          onChange={({ currentTarget }) => {
            const next = currentTarget.value as EntryStatus
            change(
              (list) => changeEntry(list, provider, { status: next }),
              `${name}: ${ENTRY_STATUS_WORDS[next]}.`,
            )
          }}
        >
          {ENTRY_STATUSES.map((one) => (
            <option key={one} value={one}>
              {ENTRY_STATUS_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      <OwnText
        rows={3}
        value={note}
        onText={(text) =>
          amend(`note ${provider}`, (list) => changeEntry(list, provider, { note: text }))
        }
      >
        <span>
          My note<span class="hidden-text"> on {name}</span>
        </span>
      </OwnText>
    </div>
  )
}

function Figures({ known, since }: { known: EntryFacts; since: string | null }) {
  const shown = shownOf(known)
  const flags = shown?.summary.red_flags ?? []
  return (
    <div class="stack">
      {shown !== null && <CaseChoice known={known} shown={shown.summary} />}
      <RangeLine facts={known} />
      {known.cost !== null && (
        <dl class="entry__costs number">
          {costFacts(known.cost).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {flags.length > 0 && (
        <ul class="bullets">
          {flags.map(({ id, text }) => (
            <li key={id}>Red flag: {text}</li>
          ))}
        </ul>
      )}
      {known.cost !== null && priceSources(known.cost, known.record).length > 0 && (
        <details class="small">
          <summary>Where the prices were read</summary>
          <ul class="bullets">
            {priceSources(known.cost, known.record).map((source) => (
              <li key={source.id}>{sourceInWords(source)}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="print-only small">{recordInWords(known.record.id, location.origin)}</p>
      {since !== null && <p class="small quiet">{since}</p>}
    </div>
  )
}

function Absent({ provider }: { provider: string }) {
  const state = found.value.get(provider)
  if (state === 'gone') return <p class="entry__gone">{GONE_WORDS}</p>
  const isLoading = state === undefined || (prepared.value === null && !isRubricMissing.value)
  if (state !== 'failed' && isLoading) return <p class="quiet">Loading its record …</p>
  return (
    <p>
      {FAILED_WORDS}{' '}
      <button type="button" class="link-button" onClick={() => void loadFacts([provider])}>
        Try again
      </button>
    </p>
  )
}

/** One saved provider: what the directory says now, what was noted, what was told. */
export function EntryCard({
  entry,
  last,
  since,
}: {
  entry: ShortlistEntry
  last: boolean
  since: string | null
}) {
  const { appointment } = entry
  const known = facts.value.get(entry.provider)
  const closed = known !== undefined && isClosed(known.record)
  const told = answersAbout(shortlist.value, entry.provider)
  const name = known?.record.name ?? entry.name
  const ask = new URLSearchParams({ ids: entry.provider })
  if (entry.case !== null) ask.set('case', entry.case)
  return (
    <li class="entry">
      <h2 class="entry__name">
        {entry.order}.{' '}
        {known ? <a href={`/providers/${entry.provider}`}>{name}</a> : <span>{name}</span>}{' '}
        {known?.record.origin === 'sample' && <span class="tag tag--quiet">Invented</span>}
      </h2>
      <p class="small quiet">
        Saved {dateInWords(entry.added_on)}
        {appointment !== null && `. Appointment ${appointmentInWords(appointment)}`}
      </p>
      {appointment !== null && appointment.note.trim() !== '' && (
        <p class="entry__note small">Note on the appointment: {appointment.note}</p>
      )}
      {known && (
        <StatusLine name={name} status={known.record.status} source={statusSource(known.record)} />
      )}
      {known ? <Figures known={known} since={since} /> : <Absent provider={entry.provider} />}
      <OwnWords entry={entry} />
      <p class="print-only">Status: {ENTRY_STATUS_WORDS[entry.status]}</p>
      {entry.note !== '' && <p class="print-only entry__note">My note: {entry.note}</p>}
      {told.length > 0 && (
        <ul class="bullets">
          {told.map((answer) => (
            <li key={`${answer.criterion}-${answer.how}-${answer.told_on}`}>
              {answerInWords(answer, prepared.value)}
            </li>
          ))}
        </ul>
      )}
      {!closed && (
        <p class="on-screen">
          <a href={hrefOf('/ask', ask)}>
            {told.length > 0 ? 'Questions and answers' : 'What to ask'}
            <span class="hidden-text"> {name}</span>
          </a>
        </p>
      )}
      <Controls entry={entry} last={last} />
    </li>
  )
}
