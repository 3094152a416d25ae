import { notGivenInWords } from '#core/ask-sheet.ts'
import type { LawNotice } from '#core/learn-law.ts'
import { placesOf } from '#core/listing.ts'
import type { ProviderData } from '#core/page-data.ts'
import type { CaseProfile } from '#core/profile.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { isClosed } from '#core/provider.ts'
import { countryName, stateName } from '#core/state-names.ts'
import { statusInWords } from '#core/status-since.ts'
import { statusSource } from '#core/status-words.ts'
import { KIND_WORDS } from '#core/words.ts'
import { BoxGrid } from '../parts/box-grid.tsx'
import { CaseVerdict } from '../parts/case-verdict.tsx'
import { CheckList } from '../parts/check-list.tsx'
import { COMPARE_FORM } from '../parts/compare-choice.tsx'
import { CriterionDetails } from '../parts/criterion-details.tsx'
import { EventList } from '../parts/event-list.tsx'
import { FieldErrors } from '../parts/field-errors.tsx'
import { LawNotices } from '../parts/learn-notice.tsx'
import { Notice } from '../parts/notice.tsx'
import { Prices } from '../parts/provider-prices.tsx'
import { QuestionList } from '../parts/question-list.tsx'
import { RecordFacts } from '../parts/record-facts.tsx'
import { SaveChoice } from '../parts/save-choice.tsx'
import { SourceLine } from '../parts/source-link.tsx'
import { VerdictLegend } from '../parts/verdict-mark.tsx'
import { hrefOf, queryOf, withValue } from '../state/query-string.ts'

function StatusNotice({ record }: { record: ProviderRecord }) {
  const { value, successor, note } = record.status
  const source = statusSource(record)
  if (value === 'open') return null
  return (
    <Notice tone={value === 'closed' ? 'stop' : 'warn'} title={`${statusInWords(record.status)}.`}>
      {successor !== null && <p>Its successor is {successor}.</p>}
      {note !== null && <p>{note}</p>}
      {source !== null && (
        <p class="small">
          <SourceLine source={source} />
        </p>
      )}
    </Notice>
  )
}

function Head({ record, shown }: { record: ProviderRecord; shown: string | null }) {
  return (
    <header class="stack profile__head">
      <p class="small on-screen">
        <a href="/providers">All providers</a>
      </p>
      <h1>{record.name}</h1>
      <p class="quiet">
        {KIND_WORDS[record.kind]}
        {record.aliases.length > 0 && ` · also known as ${record.aliases.join(', ')}`}
        {record.country !== 'US' &&
          ` · ${placesOf(record).some(({ country }) => country === 'US') ? 'also ' : ''}in another country: ${countryName(record.country)}`}
        {record.website !== null && ' · '}
        {record.website !== null && (
          <a href={record.website} rel="noopener noreferrer nofollow external">
            its website
          </a>
        )}
      </p>
      <StatusNotice record={record} />
      <div class="row__choices on-screen">
        <div data-save={record.id} data-name={record.name} data-case={shown ?? undefined}>
          <SaveChoice id={record.id} name={record.name} case={shown ?? null} />
        </div>
        {!isClosed(record) && (
          <form id={COMPARE_FORM} class="on-screen" action="/compare" method="get">
            <div data-compare={record.id} data-name={record.name}>
              <a
                class="unscripted"
                href={hrefOf('/compare', new URLSearchParams({ ids: record.id }))}
              >
                Compare with others
              </a>
            </div>
          </form>
        )}
      </div>
    </header>
  )
}

function CaseSwitch({ cases, shown, url }: { cases: CaseProfile[]; shown: string; url: string }) {
  if (cases.length < 2) return null
  const [path = ''] = url.split('?')
  return (
    <nav class="case-switch on-screen" aria-label="Kind of care">
      <p>This provider gives {cases.length} kinds of care. Each is judged apart:</p>
      <ul class="actions">
        {cases.map(({ summary }) => (
          <li key={summary.id}>
            <a
              class="button"
              href={hrefOf(path, withValue(queryOf(url), 'case', summary.id))}
              aria-current={summary.id === shown ? 'true' : undefined}
            >
              {summary.label}
              {summary.ended && ' (ended)'}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Answers({ profile, closed }: { profile: CaseProfile; closed: boolean }) {
  return (
    <section class="section" aria-labelledby="answers">
      <h2 id="answers">Point by point</h2>
      <VerdictLegend />
      {profile.summary.boxes.map((box) => (
        <section key={box.id} class="box-answers" aria-labelledby={`box-${box.id}`}>
          <h3 id={`box-${box.id}`}>{box.name}</h3>
          {profile.criteria
            .filter((view) => view.box === box.id)
            .map((view) => (
              <CriterionDetails key={view.id} view={view} closed={closed} />
            ))}
        </section>
      ))}
    </section>
  )
}

function CaseSections({
  record,
  profile,
  url,
  law,
}: {
  record: ProviderRecord
  profile: CaseProfile
  url: string
  law: readonly LawNotice[]
}) {
  const { summary, note, questions } = profile
  const closed = isClosed(record)
  return (
    <>
      <section class="section" aria-labelledby="verdict">
        <h2 id="verdict">{summary.label}</h2>
        {summary.ended && <p>This kind of care is known to have ended here.</p>}
        {closed ? (
          <p>
            A closed provider gets no score and no questions. What was found about it stays below.
          </p>
        ) : (
          <>
            <CaseVerdict summary={summary} />
            <div data-told={record.id} data-case={summary.id} />
          </>
        )}
        {note !== null && <p class="fda-note">{note.note}</p>}
        {!closed && <LawNotices notices={law} settings={[summary.setting]} />}
        {!closed && <BoxGrid boxes={summary.boxes} />}
      </section>
      {questions.length > 0 && (
        <section class="section" aria-labelledby="questions">
          <h2 id="questions">Ask these first</h2>
          <QuestionList questions={questions} />
          <p class="on-screen">
            <a
              class="button"
              href={hrefOf('/ask', new URLSearchParams({ ids: record.id, case: summary.id }))}
            >
              All questions, with room for answers
            </a>
          </p>
        </section>
      )}
      <Answers profile={profile} closed={closed} />
      <Prices record={record} profile={profile} url={url} />
    </>
  )
}

/** Everything known about one provider, for the kind of care that is asked for. */
export function ProviderPage({
  data,
  url,
  law,
}: {
  data: ProviderData
  url: string
  law: readonly LawNotice[]
}) {
  const { record, cases } = data.profile
  const asked = queryOf(url).get('case')
  const shown = cases.find(({ summary }) => summary.id === asked) ?? cases[0]
  return (
    <article class="profile">
      <Head record={record} shown={shown?.summary.id ?? null} />
      <FieldErrors title="A part of the address could not be read." errors={data.errors} />
      {data.state !== null && <p>Assessed for someone who lives in {stateName(data.state)}.</p>}
      {shown ? (
        <>
          {data.not_given !== null && (
            <Notice tone="warn">
              <p>{notGivenInWords(record.name, data.not_given, shown.summary.label)}</p>
            </Notice>
          )}
          <CaseSwitch cases={cases} shown={shown.summary.id} url={url} />
          <CaseSections record={record} profile={shown} url={url} law={law} />
        </>
      ) : (
        <Notice title="No source says what kind of care this provider gives.">
          <p>So there is nothing to score yet. What is known stands below.</p>
        </Notice>
      )}
      <section class="section" aria-labelledby="facts">
        <h2 id="facts">People, places and payment</h2>
        <RecordFacts record={record} />
      </section>
      <section class="section stack" aria-labelledby="checks">
        <h2 id="checks">What was checked</h2>
        <CheckList checks={data.checks} />
      </section>
      {record.events.length > 0 && (
        <section class="section" aria-labelledby="events">
          <h2 id="events">What happened</h2>
          <p class="quiet">Events are shown with their stage. They never change the points.</p>
          <EventList record={record} />
        </section>
      )}
      <section class="section" aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        <ol class="sources">
          {record.sources.map((source) => (
            <li key={source.id}>
              <SourceLine source={source} />
            </li>
          ))}
        </ol>
      </section>
    </article>
  )
}
