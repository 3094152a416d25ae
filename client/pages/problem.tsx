import type { ProblemData } from '#core/page-data.ts'
import { Notice } from '../parts/notice.tsx'

/** What went wrong, in plain words, and the way on. */
export function ProblemPage({ data }: { data: ProblemData }) {
  return (
    <div class="stack">
      <p class="quiet number">{data.status}</p>
      <h1>{data.title}</h1>
      <p class="lead">{data.detail}</p>
      {data.errors.length > 0 && (
        <Notice tone="warn" title="What to change">
          <ul>
            {data.errors.map(({ field, detail }) => (
              <li key={`${field}-${detail}`}>
                <strong>{field}</strong>: {detail}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p class="actions">
        <a class="button button--main" href="/providers">
          See all providers
        </a>
        <a class="button" href="/">
          Start page
        </a>
      </p>
    </div>
  )
}
