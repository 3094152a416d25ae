import { dateInWords } from '#core/calendar.ts'
import type { StatementView } from '#core/learn.ts'
import type { RubricSource } from '#core/rubric.ts'

/** Names of sources, each a link to its entry at the end of the page. */
function Sources({ sources }: { sources: readonly RubricSource[] }) {
  return (
    <>
      {sources.length === 1 ? 'Source: ' : 'Sources: '}
      {sources.map((source, at) => (
        <span key={source.id}>
          {at > 0 && ', '}
          <a href={`#source-${source.id}`}>
            {source.publisher}
            <span class="hidden-text">: {source.title}</span>
          </a>
        </span>
      ))}
    </>
  )
}

/** One statement, what it rests on, and by when it is read again. */
export function Statement({ statement, level }: { statement: StatementView; level: 'h3' | 'h4' }) {
  const Heading = level
  const { title, text, sources, review_by, overdue, review_notes } = statement
  return (
    <li class="says">
      {title !== null && <Heading class="says__title">{title}</Heading>}
      <p>{text}</p>
      <p class="says__from">
        <Sources sources={sources} />.{' '}
        {overdue ? (
          <strong>
            <span aria-hidden="true">◐ </span>Due for review since {dateInWords(review_by)}.
          </strong>
        ) : (
          `Review by ${dateInWords(review_by)}.`
        )}
        {review_notes.length > 0 && (
          <>
            {' '}
            <strong class="says__check">
              <span aria-hidden="true">◐ </span>To be checked:
            </strong>{' '}
            {review_notes.join(' ')}
          </>
        )}
      </p>
    </li>
  )
}
