import type { ProblemData } from '#core/page-data.ts'
import { FieldErrors } from '../parts/field-errors.tsx'

/** What went wrong, in plain words, and the way on. */
export function ProblemPage({ data }: { data: ProblemData }) {
  return (
    <div class="stack">
      <p class="quiet number">{data.status}</p>
      <h1>{data.title}</h1>
      <p class="lead">{data.detail}</p>
      <FieldErrors title="What to change" errors={data.errors} />
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
