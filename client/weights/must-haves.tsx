import type { Scored } from '#core/assess.ts'
import type { ProviderRecord } from '#core/provider.ts'
import type { MustHave, MustHaveAnswer, MustHaves } from '#core/rank-must-haves.ts'
import { MUST_HAVE_WORDS, MUST_HAVES, meetsMustHaves } from '#core/rank-must-haves.ts'
import { CardTable } from '../parts/card-table.tsx'

const ANSWER_WORDS: Record<MustHaveAnswer, string> = {
  yes: '● Yes',
  partly: '◐ Partly',
  no: '✕ No',
  disputed: '⇄ Sources differ',
  not_known: '○ Not known: ask',
}

const OUTCOME_WORDS: Record<MustHaves['outcome'], string> = {
  meets: 'Meets all',
  fails: 'Fails: known to lack one',
  open: 'Open: not all are known',
}

export type Judged = { record: ProviderRecord; scored: Scored | null }

function Outcomes({ wanted, judged }: { wanted: readonly MustHave[]; judged: readonly Judged[] }) {
  const found = judged.map(({ record, scored }) => ({
    record,
    ...meetsMustHaves(wanted, scored, record.payment),
  }))
  return (
    <CardTable
      caption="Your must-haves"
      columns={[
        { name: 'Provider' },
        ...wanted.map((one) => ({ name: MUST_HAVE_WORDS[one] })),
        { name: 'All in all' },
      ]}
      rows={found.map(({ record, results, outcome }) => ({
        id: record.id,
        head: record.name,
        cells: [
          ...results.map(
            ({ answer, unproven }) =>
              ANSWER_WORDS[answer] +
              (answer === 'yes' && unproven ? ', so it is said: check it' : ''),
          ),
          <strong key="all">{OUTCOME_WORDS[outcome]}</strong>,
        ],
      }))}
    />
  )
}

/** What a person will not do without, and how each provider stands on it. Silence never fails. */
export function MustHaveFields({
  wanted,
  judged,
  onToggle,
}: {
  wanted: readonly MustHave[]
  judged: readonly Judged[]
  onToggle: (one: MustHave) => void
}) {
  return (
    <div class="stack">
      <fieldset class="musts on-screen">
        <legend>What I will not do without</legend>
        {MUST_HAVES.map((one) => (
          <label key={one} class="choice">
            <input type="checkbox" checked={wanted.includes(one)} onChange={() => onToggle(one)} />
            {MUST_HAVE_WORDS[one]}
          </label>
        ))}
      </fieldset>
      {wanted.length > 0 && <Outcomes wanted={wanted} judged={judged} />}
    </div>
  )
}
