import type { Source } from '#core/provider.ts'
import { statusInWords } from '#core/status-since.ts'
import type { ProviderStatus } from '#core/vocabulary.ts'
import { dayInWords, SourceMark } from './source-link.tsx'

/** A tag for a provider that is not known to be open, and where that was read. Nothing for an open one. */
export function StatusLine({
  name,
  status,
  source,
}: {
  name: string
  status: { value: ProviderStatus; since: string | null }
  /** Without a day where only the address is at hand. */
  source: (Pick<Source, 'url'> & Partial<Pick<Source, 'observed_on'>>) | null
}) {
  if (status.value === 'open') return null
  return (
    <p class="small">
      <span class="tag">{statusInWords(status)}</span>
      <SourceMark url={source?.url ?? null} of={`status of ${name}`} />
      {source?.observed_on !== undefined && ` (${dayInWords(source.observed_on)})`}
    </p>
  )
}
