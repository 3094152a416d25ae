import { NOT_ENOUGH, sumUpLetter, sumUpPoints } from '#core/case-words.ts'
import type { BoxSummary, CaseSummary, ListItem } from '#core/listing.ts'
import { asideInWords, linesOf, sessionTitle, sumInWords } from '#core/price-words.ts'
import type { MustHaveAnswer } from '#core/rank-must-haves.ts'
import { KIND_WORDS } from '#core/words.ts'
import { hrefOf } from '../state/query-string.ts'
import { CompareChoice } from './compare-choice.tsx'
import type { AmountProps } from './cost-summary.tsx'
import { FlagList } from './flag-list.tsx'
import { placesInWords, reachInWords } from './place-words.ts'
import { SaveChoice } from './save-choice.tsx'
import { ScoreBar } from './score-bar.tsx'
import { SourceMark } from './source-link.tsx'
import { StatusLine } from './status-line.tsx'

/** Stands for the distance in a kept row; a character of the private use area. */
export const MILES_PLACE = '\uF8FF'

/** " · 12 miles away"; nothing where there is no distance. */
export function milesInWords(miles: number | null): string {
  if (miles === null) return ''
  return ` · ${miles < 10 ? miles.toFixed(1) : Math.round(miles)} miles away`
}

const isAbroad = ({ places }: ListItem) =>
  places.length > 0 && places.every(({ country }) => country !== 'US')

/** Said where the filter for insurance lets in what is no plain yes. */
const INSURANCE_NOTES: Partial<Record<MustHaveAnswer, string>> = {
  partly: 'Takes insurance in part',
  disputed: 'Sources differ on insurance',
}

function factsOf(item: ListItem, miles: string): string {
  const parts = [
    KIND_WORDS[item.kind],
    item.places.length > 0 ? `${placesInWords(item.places)}${miles}` : null,
    reachInWords(item.serves),
    INSURANCE_NOTES[item.takes_insurance] ?? null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

function Box({ box }: { box: BoxSummary }) {
  return (
    <div>
      <dt>{box.name}</dt>
      <dd>
        <ScoreBar points={box} of={box.of} size="small" />
        {box.answered} of {box.criteria} known
      </dd>
    </div>
  )
}

function Score({ summary }: { summary: CaseSummary }) {
  const { low, stated, high } = summary
  const letter = sumUpLetter(summary)
  if (low === null || stated === null || high === null) {
    return <p class="row__points">Not scored: this care must not be given this way.</p>
  }
  return (
    <>
      <ScoreBar points={{ low, stated, high }} />
      <p class="row__points">
        {summary.letter_shown && letter !== NOT_ENOUGH ? (
          <strong class="row__letter">{letter}</strong>
        ) : (
          <span class="quiet">{letter}</span>
        )}
        <span class="number">{sumUpPoints(summary)}</span>
      </p>
      <dl class="row__boxes">
        {summary.boxes.map((box) => (
          <Box key={box.id} box={box} />
        ))}
      </dl>
    </>
  )
}

/** An amount, and under it how old the prices behind it are and what is not in it. */
function Amount({ range, lines, lacks = [] }: AmountProps) {
  const aside = asideInWords(lines, lacks)
  return (
    <dd>
      {sumInWords(range, lacks)}
      {aside && <span class="row__age">{aside}</span>}
    </dd>
  )
}

function Price({ item: { cost, name } }: { item: ListItem }) {
  const session = cost?.per_session ?? null
  const months = cost?.first_3_months ?? null
  const gap = cost?.per_session_gap ?? 'No price found'
  if (session === null && !months?.known) {
    return (
      <p class="row__price quiet">
        {gap}
        <SourceMark url={cost?.gap_source ?? null} of={`price of ${name}`} />
      </p>
    )
  }
  return (
    <dl class="row__price number">
      <div>
        <dt>{sessionTitle(session?.lines ?? [])}</dt>
        {session ? <Amount range={session} lines={session.lines} /> : <dd>{gap}</dd>}
      </div>
      <div>
        <dt>First 3 months</dt>
        {months?.known ? (
          <Amount range={months} lines={linesOf(months)} lacks={cost?.not_priced ?? []} />
        ) : (
          <dd>Not enough price information</dd>
        )}
      </div>
    </dl>
  )
}

/** One provider in the list: who, what is confirmed, what it costs, what to watch. */
export function ProviderRow({
  item,
  state,
  miles,
}: {
  item: ListItem
  state: string | null
  miles: string
}) {
  const { shown } = item
  const others = item.cases.length - 1
  const closed = item.status === 'closed'
  const query = new URLSearchParams()
  if (shown !== null && others > 0) query.set('case', shown.id)
  if (state !== null) query.set('state', state)
  return (
    <li class="row when-seen">
      <div class="row__who">
        <h3 class="row__name">
          <a href={hrefOf(`/providers/${item.id}`, query)}>{item.name}</a>
          {item.origin === 'sample' && <span class="tag tag--quiet">Invented</span>}
          {isAbroad(item) && <span class="tag tag--quiet">Not in the US</span>}
        </h3>
        <p class="row__facts">{factsOf(item, miles)}</p>
        <StatusLine
          name={item.name}
          status={{ value: item.status, since: item.status_since }}
          source={item.status_source === null ? null : { url: item.status_source }}
        />
        <p class="row__case">
          {shown === null ? 'No source says what kind of care it gives.' : shown.label}
          {others > 0 && <span class="quiet">{` and ${others} more`}</span>}
        </p>
        {!closed && <Price item={item} />}
        <div class="row__choices on-screen">
          {!closed && <CompareChoice id={item.id} name={item.name} />}
          <SaveChoice id={item.id} name={item.name} case={shown?.id ?? null} />
        </div>
      </div>
      <div class="row__score">
        {closed && <p class="row__points quiet">A closed provider gets no score.</p>}
        {shown && !closed && <Score summary={shown} />}
        {shown && shown.red_flags.length > 0 && <FlagList flags={shown.red_flags} />}
      </div>
    </li>
  )
}
