import type { CaseSummary } from '#core/listing.ts'
import { caseId, casesOf, hasEnded } from '#core/provider.ts'
import { caseLabel } from '#core/rubric.ts'
import { changeEntry } from '#core/shortlist.ts'
import { change } from '../state/kept.ts'
import type { EntryFacts } from './facts.ts'

/** The kind of care that all figures of the card are for; to pick where there are several. */
export function CaseChoice({ known, shown }: { known: EntryFacts; shown: CaseSummary }) {
  const { record, context } = known
  const cases = casesOf(record).map((of) => ({
    id: caseId(of),
    label: `${caseLabel(context.prepared, of)}${hasEnded(record, of) ? ' (ended)' : ''}`,
  }))
  if (cases.length < 2) return <p class="entry__case">{shown.label}</p>
  return (
    <>
      <label class="field entry__pick on-screen">
        <span>
          Kind of care<span class="hidden-text"> of {record.name}</span>
        </span>
        <select
          value={shown.id}
          onChange={({ currentTarget }) => {
            const next = cases.find(({ id }) => id === currentTarget.value)
            if (next === undefined) return
            change(
              (list) => changeEntry(list, record.id, { case: next.id }),
              `${record.name}: ${next.label}.`,
            )
          }}
        >
          {cases.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <p class="entry__case print-only">{shown.label}</p>
    </>
  )
}
