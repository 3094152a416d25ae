import type { Criterion, Rubric, RubricSource } from '#core/rubric.ts'
import { STRENGTH_SHORT, VERDICT_WORDS } from '#core/words.ts'

const BY_WORDS: Record<string, string> = {
  self: 'From the provider',
  third: 'From someone independent',
  primary: 'From the official record',
  oral: 'By word of mouth',
}

function SourceList({
  ids,
  sources,
}: {
  ids: readonly string[]
  sources: readonly RubricSource[]
}) {
  const cited = sources.filter(({ id }) => ids.includes(id))
  return (
    <p class="small quiet">
      Sources:{' '}
      {cited.map((source, at) => (
        <span key={source.id}>
          {at > 0 && '; '}
          <a href={`#source-${source.id}`}>{source.publisher}</a>
        </span>
      ))}
    </p>
  )
}

function Levels({ criterion }: { criterion: Criterion }) {
  return (
    <dl class="levels">
      {(['met', 'partly', 'not_met', 'unknown'] as const).map((level) => (
        <div key={level}>
          <dt>
            <span aria-hidden="true">{VERDICT_WORDS[level].shape}</span> {VERDICT_WORDS[level].word}
          </dt>
          <dd>{criterion.levels[level]}</dd>
        </div>
      ))}
    </dl>
  )
}

function CriterionEntry({ criterion, rubric }: { criterion: Criterion; rubric: Rubric }) {
  return (
    <details class="criterion" id={criterion.id}>
      <summary class="criterion__summary">
        <span class="criterion__label">
          {criterion.short_label}
          {criterion.gate && <span class="tag tag--quiet">Required check</span>}
        </span>
        <span class="quiet number">weight {criterion.weight} in its group</span>
      </summary>
      <div class="criterion__body">
        <p class="criterion__question">{criterion.question}</p>
        <p>{criterion.why}</p>
        <Levels criterion={criterion} />
        <ul class="bullets">
          {criterion.evidence.map(({ by, what, strength }) => (
            <li key={what}>
              {BY_WORDS[by] ?? 'Other'}: {what} counts as {STRENGTH_SHORT[strength]}.
            </li>
          ))}
        </ul>
        <p>
          Evidence counts in full for {criterion.recheck_days} days, one step less after that, and
          not at all after {criterion.stale_days} days.
        </p>
        {criterion.not_applicable_when !== undefined && (
          <p>Does not apply: {criterion.not_applicable_when}</p>
        )}
        <SourceList ids={criterion.sources} sources={rubric.sources} />
      </div>
    </details>
  )
}

/** Every question of the rubric, by group, with its levels, its evidence and its sources. */
export function RubricCriteria({ rubric }: { rubric: Rubric }) {
  return (
    <>
      {rubric.pillars.map((pillar) => (
        <section key={pillar.id} class="box-answers" aria-labelledby={`pillar-${pillar.id}`}>
          <h3 id={`pillar-${pillar.id}`}>
            {pillar.name} <span class="quiet number">{pillar.weight} points</span>
          </h3>
          {rubric.criteria
            .filter((criterion) => criterion.pillar === pillar.id)
            .map((criterion) => (
              <CriterionEntry key={criterion.id} criterion={criterion} rubric={rubric} />
            ))}
        </section>
      ))}
    </>
  )
}
