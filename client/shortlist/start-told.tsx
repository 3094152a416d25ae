import './shortlist.css'
import { render } from 'preact'
import type { Answer } from '#core/answers.ts'
import { ANSWER_LEVEL_WORDS } from '#core/answers.ts'
import { answersAbout } from '#core/shortlist.ts'
import { pageDay } from '../state/days.ts'
import { loadKept, shortlist } from '../state/kept.ts'
import { answerInWords } from './entry-words.ts'
import { facts, loadFacts, prepared, today, wantedCase } from './facts.ts'
import { MineSwitch, RangeLine } from './range-line.tsx'

function ToldRange({ provider }: { provider: string }) {
  const known = facts.value.get(provider)
  const told = answersAbout(shortlist.value, provider)
  if (known === undefined || told.length === 0) return null
  return (
    <div class="notice">
      <p class="notice__title">With what you were told</p>
      <RangeLine facts={known} />
      <p class="actions">
        <MineSwitch />
      </p>
    </div>
  )
}

function Told({ answers }: { answers: readonly Answer[] }) {
  return (
    <>
      {answers.map((answer) => (
        <p key={`${answer.how}-${answer.told_on}-${answer.case}`}>
          <span class="tag">You were told</span> {answerInWords(answer, prepared.value)}
        </p>
      ))}
    </>
  )
}

/** Puts an answer where its criterion stands: in the line to read and in the evidence behind it. */
function showInCriterion(criterion: string, answers: readonly Answer[]): void {
  const details = document.getElementById(criterion)
  const body = details?.querySelector('.criterion__body')
  const label = details?.querySelector('.criterion__label')
  const last = answers[answers.length - 1]
  if (!body || !label || !last) return
  const place = document.createElement('div')
  body.prepend(place)
  render(<Told answers={answers} />, place)
  const mark = document.createElement('span')
  label.append(mark)
  render(<span class="tag">You were told: {ANSWER_LEVEL_WORDS[last.level]}</span>, mark)
}

/** Shows on a provider's page what this person was told, for the kind of care on the page. */
export async function startTold(place: HTMLElement): Promise<void> {
  const { told: provider = '', case: kind = null } = place.dataset
  today.value = pageDay() ?? today.value
  wantedCase.value = kind
  loadKept()
  const about = answersAbout(shortlist.value, provider).filter(
    (answer) => answer.case === null || answer.case === kind,
  )
  if (about.length === 0) return
  await loadFacts([provider])
  render(<ToldRange provider={provider} />, place)
  for (const criterion of new Set(about.map((answer) => answer.criterion))) {
    showInCriterion(
      criterion,
      about.filter((answer) => answer.criterion === criterion),
    )
  }
}
