import type { FieldError } from '#core/page-data.ts'
import { faultInWords } from '../state/field-words.ts'
import { Notice } from './notice.tsx'

/** What could not be read, field by field, as sentences. */
export function FieldErrors({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <Notice tone="warn" title={title}>
      <ul>
        {errors.map((error) => {
          const { name, said } = faultInWords(error)
          return (
            <li key={`${error.field}-${error.detail}`}>
              <strong>{name}</strong> {said}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
