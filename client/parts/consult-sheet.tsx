import type { ComponentChildren } from 'preact'
import type { ConsultItem, SharedItem } from '#core/ask.ts'
import type { AskSheet } from '#core/ask-sheet.ts'
import { notGivenInWords } from '#core/ask-sheet.ts'
import { onScreen } from '#core/points.ts'
import { VERDICT_WORDS } from '#core/words.ts'
import { SampleAnswers } from './sample-answers.tsx'
import { VerdictMark } from './verdict-mark.tsx'

/** How many questions stand open; the rest are one click away. A call has its limits. */
export const OPEN_QUESTIONS = 8

export const askId = (provider: string, criterion: string) => `ask-${provider}-${criterion}`

type Question = Pick<ConsultItem, 'short_label' | 'is_gate' | 'why' | 'ask' | 'covering'>

/** A question with what a good and a worrying answer sound like, and why it matters. */
function QuestionText({ question }: { question: Question }) {
  return (
    <>
      <h3 class="ask-item__label">
        {question.short_label}{' '}
        {question.is_gate && <span class="tag tag--quiet">Required check</span>}
      </h3>
      <p class="ask-item__ask">{question.ask}</p>
      <SampleAnswers ask={question.ask} covering={question.covering} list="ask-item__answers" />
      <p class="small quiet">Why it matters: {question.why}</p>
    </>
  )
}

/** The rubric's own words for each mark, one press away. */
function WhatCounts({ levels }: { levels: ConsultItem['levels'] }) {
  return (
    <details class="small on-screen">
      <summary>What counts as what</summary>
      <dl class="ask-item__answers">
        {(['met', 'partly', 'not_met'] as const).map((level) => (
          <div key={level}>
            <dt>{VERDICT_WORDS[level].word}</dt>
            <dd>{levels[level]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The kind of care that a sheet is about, and why it is not the one asked for. */
function AboutCase({
  sheet: { name, case: shown, items },
  asked,
}: {
  sheet: AskSheet
  asked: { id: string; label: string } | null
}) {
  if (shown === null) return null
  const other = asked !== null && asked.id !== shown.id
  return (
    <>
      <p>
        About: {shown.label}
        <span class="ask-folded">
          . The {OPEN_QUESTIONS} questions worth most are here, {items.length - OPEN_QUESTIONS} more
          on the page
        </span>
      </p>
      {other && <p>{notGivenInWords(name, asked.label, shown.label)}</p>}
    </>
  )
}

/** Empty lines, on paper only. */
export function WritingRoom() {
  return (
    <div class="writing-room" aria-hidden="true">
      <span />
      <span />
    </div>
  )
}

/** One question to one provider; the answer goes below it, or on paper. */
export function AskItem({
  provider,
  item,
  children,
}: {
  provider: string
  item: ConsultItem
  children?: ComponentChildren
}) {
  const gain = onScreen(item.gain)
  return (
    <li class="ask-item when-seen" id={askId(provider, item.criterion)}>
      <QuestionText question={item} />
      <p class="small ask-item__known">
        From public sources: <VerdictMark verdict={item.verdict} />
        {gain > 0 && `. Worth up to ${gain} of 100 points.`}
      </p>
      {children}
      <WhatCounts levels={item.levels} />
      <WritingRoom />
    </li>
  )
}

/** The questions of a sheet; beyond the first few they are folded away. */
function AskItems({
  items,
  draw,
}: {
  items: readonly ConsultItem[]
  draw: (item: ConsultItem) => ComponentChildren
}) {
  const more = items.slice(OPEN_QUESTIONS)
  return (
    <>
      <ol class="ask-items">{items.slice(0, OPEN_QUESTIONS).map(draw)}</ol>
      {more.length > 0 && (
        <details class="ask-more">
          <summary>
            {more.length} more {more.length === 1 ? 'question' : 'questions'}, each worth less
          </summary>
          <ol class="ask-items" start={OPEN_QUESTIONS + 1}>
            {more.map(draw)}
          </ol>
        </details>
      )}
    </>
  )
}

/**
 * What to ask one provider, or why there is nothing to ask. `items`: those drawn so far. `save` and
 * `range` are what only the browser can show.
 */
export function ConsultSheet({
  sheet,
  items = sheet.items,
  asked,
  save,
  range,
  draw,
}: {
  sheet: AskSheet
  items?: AskSheet['items']
  asked: { id: string; label: string } | null
  save?: ComponentChildren
  range?: ComponentChildren
  draw: (item: ConsultItem) => ComponentChildren
}) {
  const { provider, name } = sheet
  return (
    <section class="section ask-sheet" aria-labelledby={`sheet-${provider}`}>
      <h2 id={`sheet-${provider}`}>
        <a href={`/providers/${provider}`}>{name}</a>
      </h2>
      <AboutCase sheet={sheet} asked={asked} />
      {save}
      {sheet.closed ? (
        <p>This provider is closed, so there is nothing to ask.</p>
      ) : (
        <>
          {range}
          {sheet.items.length === 0 && (
            <p>No source says what kind of care it gives. Ask that first.</p>
          )}
          <AskItems items={items} draw={draw} />
        </>
      )}
    </section>
  )
}

/**
 * One sheet for several providers: each question once, with a line for each who needs it. `told`:
 * what a provider said already, in words.
 */
export function MergedSheet({
  items,
  told = () => [],
}: {
  items: readonly SharedItem[]
  told?: (provider: string, criterion: string) => readonly string[]
}) {
  return (
    <section class="section ask-merged" aria-labelledby="one-sheet">
      <h2 id="one-sheet">One sheet for all of them</h2>
      <ol class="ask-items">
        {items.slice(0, OPEN_QUESTIONS).map((item) => (
          <li key={item.criterion} class="ask-item when-seen">
            <QuestionText question={item} />
            <ul class="ask-merged__who">
              {item.needed_by.map(({ provider, name, verdict }) => (
                <li key={provider}>
                  <a href={`#${askId(provider, item.criterion)}`}>{name}</a>:{' '}
                  <VerdictMark verdict={verdict} />
                  {told(provider, item.criterion).map((words) => (
                    <span key={words} class="small">
                      {' '}
                      {words}
                    </span>
                  ))}
                  <WritingRoom />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
