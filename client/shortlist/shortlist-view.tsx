import { signal } from '@preact/signals'
import { addEntry } from '#core/shortlist.ts'
import { FindProviders } from '../parts/find-providers.tsx'
import { chosen } from '../state/chosen.ts'
import { dayHere } from '../state/days.ts'
import { change, noneInWords, shortlist } from '../state/kept.ts'
import { hrefOf } from '../state/query-string.ts'
import { AnswersOffList } from './answers-off-list.tsx'
import { EntryCard } from './entry-card.tsx'
import { facts, isComparable, loadFacts, today } from './facts.ts'
import type { FirstFigures } from './first-figures.ts'
import { changesInWords, figuresNow } from './first-figures.ts'
import { IncomingShortlist } from './incoming.tsx'
import { LawNear } from './law-near.tsx'
import { MineSwitch } from './range-line.tsx'
import { ShortlistNotes } from './shortlist-notes.tsx'
import { ImportField, TakeAway } from './take-away.tsx'
import { UndoLine } from './undo-line.tsx'

/** The public figures at the first look, by provider id. */
export const firstFigures = signal<ReadonlyMap<string, FirstFigures>>(new Map())

function sinceFirstLook(id: string): string | null {
  const known = facts.value.get(id)
  const before = firstFigures.value.get(id)
  if (!known || !before || before.on === today.value) return null
  return changesInWords(before, figuresNow(known, today.value))
}

/** Those ticked for a comparison can be saved as they are. */
function SaveChosen() {
  const count = chosen.value.length
  if (count === 0) return null
  const all = count === 1 ? 'provider' : `${count} providers`
  const save = () => {
    change(
      (list) =>
        chosen.value.reduce(
          (sofar, { id, name }) =>
            addEntry(sofar, { provider: id, name, case: null, added_on: dayHere() }),
          list,
        ),
      `The ${all} you chose to compare ${count === 1 ? 'is' : 'are'} on your shortlist.`,
    )
    void loadFacts(chosen.value.map(({ id }) => id))
  }
  return (
    <p>
      <button type="button" class="button" onClick={save}>
        Save the {all} you chose to compare
      </button>
    </p>
  )
}

function Empty() {
  return (
    <div class="stack">
      <p>
        {noneInWords.value}. Press <strong>☆ Save</strong> beside a provider, in the list, on its
        page or in a comparison, and it will be here.
      </p>
      <FindProviders />
      <SaveChosen />
      {shortlist.value.answers.length === 0 && <ImportField />}
    </div>
  )
}

/** The whole shortlist. */
export function ShortlistView() {
  const { entries, answers } = shortlist.value
  const ids = entries.map(({ provider }) => provider).filter(isComparable)
  return (
    <>
      <ShortlistNotes />
      <IncomingShortlist />
      <UndoLine mayHide />
      {entries.length === 0 ? (
        <Empty />
      ) : (
        <>
          <p class="actions on-screen">
            <a class="button button--main" href={hrefOf('/ask', new URLSearchParams())}>
              What to ask
            </a>
            {ids.length > 1 && (
              <a
                class="button"
                href={hrefOf(
                  '/compare',
                  new URLSearchParams(ids.slice(0, 4).map((id) => ['ids', id])),
                )}
              >
                Compare the first {Math.min(ids.length, 4)}
              </a>
            )}
            {answers.length > 0 && <MineSwitch />}
          </p>
          <ol class="entries">
            {entries.map((entry, at) => (
              <EntryCard
                key={entry.provider}
                entry={entry}
                last={at === entries.length - 1}
                since={sinceFirstLook(entry.provider)}
              />
            ))}
          </ol>
          <LawNear />
        </>
      )}
      <AnswersOffList />
      {(entries.length > 0 || answers.length > 0) && <TakeAway />}
    </>
  )
}
