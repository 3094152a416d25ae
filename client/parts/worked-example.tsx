import { sumUpPoints } from '#core/case-words.ts'
import { onScreen } from '#core/points.ts'
import type { ProviderProfile } from '#core/profile.ts'
import { ScoreBar } from './score-bar.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { VerdictMark } from './verdict-mark.tsx'

const two = (value: number) => value.toFixed(1)

/** One provider's sums, question by question, so that they can be checked by hand. */
export function WorkedExample({ profile }: { profile: ProviderProfile }) {
  const [shown] = profile.cases
  if (shown === undefined) return null
  const { summary, criteria } = shown
  const { low, stated, high } = summary
  return (
    <div class="stack">
      <p>
        <a href={`/providers/${profile.record.id}`}>{profile.record.name}</a>, {summary.label}. Each
        line below adds its confirmed and its possible points; the last line is the sum.
      </p>
      {low !== null && stated !== null && high !== null && (
        <ScoreBar points={{ low, stated, high }} size="large" />
      )}
      <p class="number">{sumUpPoints(summary)}.</p>
      <details>
        <summary>Show all {criteria.length} lines</summary>
        <ScrollRegion label="Table of points, question by question">
          <table class="data-table">
            <caption>Points, question by question</caption>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Verdict</th>
                <th scope="col" class="amount">
                  Carries
                </th>
                <th scope="col" class="amount">
                  Confirmed
                </th>
                <th scope="col" class="amount">
                  Possible
                </th>
              </tr>
            </thead>
            <tbody>
              {criteria.map((view) => (
                <tr key={view.id}>
                  <th scope="row">{view.short_label}</th>
                  <td>
                    <VerdictMark verdict={view.verdict} />
                  </td>
                  <td class="amount">{two(view.points)}</td>
                  <td class="amount">{two(view.low)}</td>
                  <td class="amount">{two(view.high)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">Sum, rounded down</th>
                <td>–</td>
                <td class="amount">100</td>
                <td class="amount">{onScreen(low ?? 0)}</td>
                <td class="amount">{onScreen(high ?? 0)}</td>
              </tr>
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </div>
  )
}
