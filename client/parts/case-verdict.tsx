import { dateInWords } from '#core/calendar.ts'
import { sumUpPoints } from '#core/case-words.ts'
import type { CaseSummary } from '#core/listing.ts'
import { onScreen } from '#core/points.ts'
import { FlagList } from './flag-list.tsx'
import { Letter } from './letter.tsx'
import { ScoreBar, ScoreKey } from './score-bar.tsx'

const SCALE = [0, 25, 50, 75, 100]

function ageInWords({ oldest_on, undated }: CaseSummary): string {
  const oldest =
    oldest_on === null
      ? 'No evidence in use has a date'
      : `Oldest dated evidence: ${dateInWords(oldest_on)}`
  if (oldest_on === null || undated === 0) return `${oldest}.`
  return `${oldest}; ${undated} ${undated === 1 ? 'piece has' : 'pieces have'} no date.`
}

function Reasons({ summary }: { summary: CaseSummary }) {
  return (
    <>
      {summary.no_letter.length > 0 && (
        <div>
          <h3 class="aside-title">Why there is no letter</h3>
          <ul class="bullets">
            {summary.no_letter.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {summary.caps.length > 0 && (
        <div>
          <h3 class="aside-title">What limits the letter</h3>
          <ul class="bullets">
            {summary.caps.map((cap) => (
              <li key={cap.id}>
                At most {cap.cap}:{' '}
                {cap.status === 'ceiling' ? cap.label : <a href={`#${cap.id}`}>{cap.label}</a>}
                {cap.status === 'unknown' && ' (not settled yet)'}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** The verdict on one case in words, with its bar, its age, its limits and its red flags. */
export function CaseVerdict({ summary }: { summary: CaseSummary }) {
  const { low, stated, high } = summary
  if (low === null || stated === null || high === null) {
    return (
      <div class="case-verdict stack">
        <p class="case-verdict__words">Not scored: this care must not be given this way.</p>
        <FlagList flags={summary.red_flags} />
      </div>
    )
  }
  return (
    <div class="case-verdict stack">
      <p class="case-verdict__letter">
        <Letter summary={summary} />
      </p>
      <p class="case-verdict__words number">{sumUpPoints(summary)}</p>
      <div>
        <ScoreBar points={{ low, stated, high }} size="large" />
        <p class="scale number" aria-hidden="true">
          {SCALE.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </p>
        <ScoreKey />
      </div>
      <p>
        {onScreen(summary.coverage ?? 0)}% of the points have some evidence. If its own words are
        taken as true, it reaches {onScreen(stated)}. {ageInWords(summary)}
      </p>
      {summary.red_flags.length > 0 && <FlagList flags={summary.red_flags} />}
      <div class="case-verdict__reasons">
        <Reasons summary={summary} />
      </div>
    </div>
  )
}
