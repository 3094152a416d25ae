import type { SectionView } from '#core/learn.ts'
import type { LawNotice } from '#core/learn-law.ts'
import type { LearnData } from '#core/page-data.ts'
import type { Heading } from '../parts/contents.tsx'
import { Contents } from '../parts/contents.tsx'
import { LawNotices } from '../parts/learn-notice.tsx'
import { Statement } from '../parts/learn-statement.tsx'
import { Notice } from '../parts/notice.tsx'

function Section({ section }: { section: SectionView }) {
  return (
    <section class="section" aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      {section.parts.map(({ title, cases, statements }) => (
        <div key={title ?? ''} class={title === null ? undefined : 'learn__part when-seen'}>
          {title !== null && <h3>{title}</h3>}
          <ul class="learn__list">
            {statements.map((statement) => (
              <Statement
                key={statement.text}
                statement={statement}
                level={title === null ? 'h3' : 'h4'}
              />
            ))}
          </ul>
          {cases.length > 0 && (
            <p class="small on-screen">
              On file:{' '}
              {cases.map(({ id, label }, at) => {
                const [modality = '', setting = ''] = id.split('-')
                return (
                  <span key={id}>
                    {at > 0 && ', '}
                    <a href={`/providers?${new URLSearchParams({ modality, setting })}`}>{label}</a>
                  </span>
                )
              })}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

/** What to know before choosing: each statement with its sources and its review day. */
export function LearnPage({ data, law }: { data: LearnData; law: readonly LawNotice[] }) {
  const sections = data.sections.map(({ id, title }): Heading => [id, title])
  const headings: Heading[] = [...sections, ['sources', 'Sources']]
  return (
    <article class="learn">
      <h1>Learn</h1>
      <p class="lead">
        What to know before you choose. Short, in plain words, and each line with its source.
      </p>
      <Contents headings={headings} />
      <div class="learn__notices">
        <LawNotices notices={law} />
        <Notice>
          <p>{data.disclaimer}</p>
        </Notice>
      </div>
      {data.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      <section class="section" aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        <p class="prose">
          “To be checked” means that we have not yet read the fact in the first place it was
          printed. Prices are not given here. What the records say stands under{' '}
          <a href="/records">Records</a>.
        </p>
        <ul class="sources sources--plain">
          {data.sources.map((source) => (
            <li key={source.id} id={`source-${source.id}`}>
              {source.publisher}:{' '}
              <a href={source.url} rel="noopener noreferrer nofollow external">
                {source.title}
              </a>
              {` (${data.access_key[source.access] ?? source.access}). `}
              {source.note}
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}
