import { dateInWords } from '#core/calendar.ts'
import type { LawNotice } from '#core/learn-law.ts'
import type { Setting } from '#core/vocabulary.ts'
import { Notice } from './notice.tsx'

/**
 * Legal dates that are near or past, each in plain words. With `settings`, only those that matter
 * for care given there; nothing at all where none does.
 */
export function LawNotices({
  notices,
  settings,
}: {
  notices: readonly LawNotice[]
  settings?: readonly Setting[]
}) {
  const due = notices.filter(
    (notice) => settings === undefined || notice.settings.some((one) => settings.includes(one)),
  )
  return (
    <>
      {due.map(({ id, title, sentences, sources, review_by, past }) => (
        <Notice key={id} tone={past ? 'stop' : 'warn'} title={title}>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p class="small">
            Source:{' '}
            {sources.map((source, at) => (
              <span key={source.id}>
                {at > 0 && ', '}
                <a href={source.url} rel="noopener noreferrer nofollow external">
                  {source.publisher}
                  <span class="hidden-text">: {source.title}</span>
                </a>
              </span>
            ))}
            . We look again by {dateInWords(review_by)}. Not legal advice.
          </p>
        </Notice>
      ))}
    </>
  )
}
