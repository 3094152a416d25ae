import type { FieldError } from '#core/page-data.ts'
import { fieldWords } from '../state/field-words.ts'
import { Notice } from './notice.tsx'

/** What could not be read, field by field, as sentences. */
export function FieldErrors({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <Notice tone="warn" title={title}>
      <ul>
        {errors.map(({ field, detail }) => (
          <li key={`${field}-${detail}`}>
            <strong>{fieldWords(field)}</strong> {detail}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
