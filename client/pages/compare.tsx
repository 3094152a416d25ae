import { MAX_COMPARED, MIN_COMPARED } from '#core/compare-limits.ts'
import type { CompareData } from '#core/page-data.ts'
import { withProviders } from '../parts/compare-head.tsx'
import { CompareView } from '../parts/compare-view.tsx'
import { FieldErrors } from '../parts/field-errors.tsx'
import { FindProviders } from '../parts/find-providers.tsx'
import { Notice } from '../parts/notice.tsx'

function Chosen({ data, url }: { data: CompareData; url: string }) {
  return (
    <div>
      <h2>Chosen so far</h2>
      <ul class="chosen">
        {data.chosen.map(({ id, name, closed }) => (
          <li key={id}>
            <a href={`/providers/${id}`}>{name}</a>
            {closed && ' (closed: it cannot be compared)'}{' '}
            <a
              class="small"
              href={withProviders(
                url,
                data.ids.filter((one) => one !== id),
              )}
            >
              Remove<span class="hidden-text"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who was chosen and is not on file, and a way on with the others. */
function Gone({ gone, data, url }: { gone: readonly string[]; data: CompareData; url: string }) {
  const rest = data.chosen.flatMap(({ id, closed }) => (closed ? [] : id))
  const enough = rest.length >= MIN_COMPARED && rest.length <= MAX_COMPARED
  const one = gone.length === 1
  return (
    <Notice
      tone="warn"
      title={
        one
          ? 'A provider you chose is no longer in the directory.'
          : `${gone.length} providers you chose are no longer in the directory.`
      }
    >
      <p>
        Nothing can be shown for <code>{gone.join(', ')}</code>. It may have been removed, or the
        address may be wrong.
      </p>
      <p>
        {enough ? (
          <a href={withProviders(url, rest)}>Compare the other {rest.length}</a>
        ) : (
          <a href="/providers">Back to the list of providers</a>
        )}
      </p>
    </Notice>
  )
}

function Choosing({ data, url }: { data: CompareData; url: string }) {
  const gone = data.ids.filter((id) => !data.chosen.some((one) => one.id === id))
  return (
    <div class="stack">
      <p class="lead">
        Choose {MIN_COMPARED} to {MAX_COMPARED} providers, and read them side by side: what is
        confirmed, what is only said, what is not known, and what it costs.
      </p>
      {gone.length > 0 && <Gone gone={gone} data={data} url={url} />}
      {data.ids.length > 0 && (
        <FieldErrors title="These cannot be compared yet." errors={data.errors} />
      )}
      {data.chosen.length > 0 && <Chosen data={data} url={url} />}
      <div data-find-provider />
      <FindProviders words="Find providers to compare" />
    </div>
  )
}

/** Two to four providers side by side, or how to choose them. */
export function ComparePage({ data, url }: { data: CompareData; url: string }) {
  const { comparison } = data
  return (
    <>
      <h1>Compare</h1>
      {comparison === null ? (
        <Choosing data={data} url={url} />
      ) : (
        <>
          <FieldErrors title="A part of the address could not be read." errors={data.errors} />
          <div data-compare-live data-today={comparison.as_of}>
            <CompareView comparison={comparison} url={url} live={null} />
          </div>
        </>
      )}
    </>
  )
}
