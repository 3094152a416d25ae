import type { FlagSummary } from '#core/listing.ts'

const severityInWords = (severity: string) => (severity === 'stop' ? 'Stop' : 'Caution')

/** Red flags as the rubric words them, the grave ones named as such. */
export function FlagList({ flags }: { flags: readonly FlagSummary[] }) {
  return (
    <ul class="flags">
      {flags.map((flag) => (
        <li key={flag.id} class={flag.severity === 'stop' ? 'flag flag--stop' : 'flag'}>
          <strong>
            <span aria-hidden="true">⚑ </span>
            {severityInWords(flag.severity)}:
          </strong>{' '}
          {flag.text}
        </li>
      ))}
    </ul>
  )
}
