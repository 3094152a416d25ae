import type { LawNotice } from '#core/learn-law.ts'
import type { HomeData } from '#core/page-data.ts'
import { STATE_NAMES } from '#core/state-names.ts'
import { notClosedInWords } from '#core/status-words.ts'
import { MODALITIES, SETTINGS } from '#core/vocabulary.ts'
import { MODALITY_WORDS, SETTING_WORDS } from '#core/words.ts'
import { LawNotices } from '../parts/learn-notice.tsx'
import { ScoreBar, ScoreKey } from '../parts/score-bar.tsx'

function Choice({
  name,
  label,
  any,
  options,
}: {
  name: string
  label: string
  any: string
  options: readonly (readonly [string, string])[]
}) {
  return (
    <label class="field">
      {label}
      <select name={name}>
        <option value="">{any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

function StartForm() {
  return (
    <form class="start" action="/providers" method="get">
      <h2 id="start">Start here</h2>
      <label class="field">
        Your ZIP code
        <input name="zip" inputMode="numeric" autocomplete="postal-code" maxLength={10} />
      </label>
      <Choice
        name="state"
        label="or your state"
        any="Any state"
        options={Object.entries(STATE_NAMES)}
      />
      <Choice
        name="modality"
        label="How you want to be treated"
        any="Not sure yet"
        options={MODALITIES.map((one) => [one, MODALITY_WORDS[one]] as const)}
      />
      <Choice
        name="setting"
        label="Where"
        any="In a clinic or at home"
        options={SETTINGS.map((one) => [one, SETTING_WORDS[one]] as const)}
      />
      <label class="field">
        Most you can pay for a session, in $
        <input name="price_max" inputMode="numeric" autocomplete="off" />
      </label>
      <input type="hidden" name="price" value="unknown" />
      <button type="submit" class="button button--main">
        Find providers
      </button>
      <p class="small quiet start__note">
        Every field can stay empty. Providers that publish no price stay in the list.
      </p>
    </form>
  )
}

function WhatThisIs() {
  return (
    <div class="columns promise">
      <div>
        <h2>What this is</h2>
        <ul class="bullets">
          <li>What public sources say about each provider, with the source and its day.</li>
          <li>One published set of questions, asked of everyone in the same way.</li>
          <li>A range, not a verdict: what is confirmed, and what is still possible.</li>
        </ul>
      </div>
      <div>
        <h2>What this is not</h2>
        <ul class="bullets">
          <li>Not medical advice, and not a promise that a provider is safe for you.</li>
          <li>Not an advertisement. No one can pay for a place in the list or for a mark.</li>
          <li>Not watching you. No account, no cookies, nothing sent to anyone else.</li>
        </ul>
      </div>
    </div>
  )
}

function Counts({ data }: { data: HomeData }) {
  const { with_price, with_letter, findings, sources } = data.counts
  const figures: [number, string][] = [
    [data.providers, 'providers on file'],
    [data.providers - data.statuses.closed, notClosedInWords(data.statuses)],
    [with_price, 'of those with any price on file'],
    [with_letter, 'of those with enough public evidence for a letter'],
    [findings, 'findings so far'],
    [sources, 'sources read'],
  ]
  return (
    <section class="section" aria-labelledby="counts">
      <h2 id="counts">What is on file today</h2>
      <dl class="counts">
        {figures.map(([count, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd class="number">{count.toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      <p class="prose">
        Most providers publish little. So most have a wide range and no letter. That is the honest
        result: it shows what to ask before you book.
      </p>
    </section>
  )
}

function HowToRead() {
  return (
    <section class="section" aria-labelledby="reading">
      <h2 id="reading">How to read a score</h2>
      <div class="reading stack">
        <ScoreBar points={{ low: 31, stated: 52, high: 88 }} size="large" />
        <p>
          <strong>31 of 100 points confirmed, up to 88 possible.</strong> Solid is shown by good
          evidence. Hatched is what the provider says of itself. Dotted is what no one has said, and
          what you can ask. The bare end is lost: evidence shows that it is not met.
        </p>
        <ScoreKey />
        <p>
          <a href="/method">Read the whole method</a>: the questions, the weights with their
          reasons, and the sums.
        </p>
      </div>
    </section>
  )
}

/** What this is, what it is not, and the way in. */
export function HomePage({ data, law }: { data: HomeData; law: readonly LawNotice[] }) {
  return (
    <>
      <div class="hero">
        <div class="stack hero__words">
          <h1 class="hero__title">Choose ketamine care on evidence, not advertising.</h1>
          <p class="lead">
            Touchstone shows what can be confirmed about a provider’s credentials, prices and
            medical checks, and says plainly what no one knows yet.
          </p>
        </div>
        <StartForm />
        <WhatThisIs />
      </div>
      <LawNotices notices={law} />
      <section class="section" aria-labelledby="kinds">
        <h2 id="kinds">Kinds of care on file</h2>
        <ul class="kinds">
          {data.cases
            .filter(({ count }) => count > 0)
            .map(({ id, label, count }) => {
              const [modality = '', setting = ''] = id.split('-')
              const query = new URLSearchParams({ modality, setting })
              return (
                <li key={id}>
                  <a href={`/providers?${query}`}>{label}</a>
                  <span class="number quiet">{count}</span>
                </li>
              )
            })}
        </ul>
      </section>
      <HowToRead />
      <Counts data={data} />
    </>
  )
}
