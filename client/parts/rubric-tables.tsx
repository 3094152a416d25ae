import type { Rubric } from '#core/rubric.ts'
import { LEVELS, STRENGTHS } from '#core/vocabulary.ts'
import { STRENGTH_SHORT, VERDICT_WORDS } from '#core/words.ts'
import { ScrollRegion } from './scroll-region.tsx'

const range = ([low, high]: readonly [number, number]) => {
  const percent = (part: number) => `${Math.round(part * 100)}%`
  return low === high ? percent(low) : `${percent(low)} to ${percent(high)}`
}

/** The seven groups of questions, what each weighs and why. */
export function WeightTable({ rubric }: { rubric: Rubric }) {
  const total = rubric.pillars.reduce((sum, pillar) => sum + pillar.weight, 0)
  return (
    <ScrollRegion label="Table of weights">
      <table class="data-table">
        <caption>Weights, {total} points in all</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" class="amount">
              Points
            </th>
            <th scope="col">Why this much</th>
          </tr>
        </thead>
        <tbody>
          {rubric.pillars.map((pillar) => (
            <tr key={pillar.id}>
              <th scope="row">
                {pillar.name}
                {pillar.core && <span class="data-table__note">Core group</span>}
              </th>
              <td class="amount">{pillar.weight}</td>
              <td>{pillar.rationale}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** What share of a question's points each answer earns, by how strong its evidence is. */
export function StrengthTable({ rubric }: { rubric: Rubric }) {
  return (
    <ScrollRegion label="Table of evidence and points">
      <table class="data-table">
        <caption>Share of a question’s points, from confirmed to possible</caption>
        <thead>
          <tr>
            <th scope="col">Evidence</th>
            {LEVELS.map((level) => (
              <th key={level} scope="col">
                {VERDICT_WORDS[level].word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STRENGTHS.map((strength) => (
            <tr key={strength}>
              <th scope="row">
                {STRENGTH_SHORT[strength]}
                <span class="data-table__note">
                  {rubric.strengths.find(({ id }) => id === strength)?.meaning}
                </span>
              </th>
              {LEVELS.map((level) => (
                <td key={level} class="number">
                  {range(rubric.strength_intervals[level][strength])}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">None</th>
            <td colSpan={3}>Not known: {range(rubric.strength_intervals.unknown)}</td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** The checks that cap the letter, and the best letter that each answer leaves. */
export function GateTable({ rubric }: { rubric: Rubric }) {
  const cap = (grade: string | null) => grade ?? 'No limit'
  return (
    <ScrollRegion label="Table of required checks">
      <table class="data-table">
        <caption>Required checks: the best letter that is left</caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">If not met</th>
            <th scope="col">If partly</th>
            <th scope="col">If not known</th>
            <th scope="col">Settled by</th>
          </tr>
        </thead>
        <tbody>
          {rubric.criteria.map(({ id, short_label, gate }) =>
            gate === undefined ? null : (
              <tr key={id}>
                <th scope="row">
                  <a href={`#${id}`}>{short_label}</a>
                </th>
                <td>
                  {cap(gate.not_met)}
                  {gate.not_met_overrides?.map((override) => ` (${override.cap} in some care)`)}
                </td>
                <td>{cap(gate.partly)}</td>
                <td>{cap(gate.unknown)}</td>
                <td>
                  {gate.settled_by === 'verified' ? 'a dated official record' : 'a claim or better'}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
