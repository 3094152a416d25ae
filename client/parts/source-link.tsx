import { dateInWords } from '#core/calendar.ts'
import type { Source } from '#core/provider.ts'
import { isToldSource } from '#core/told-source.ts'
import { SOURCE_KIND_WORDS } from '#core/words.ts'

/** The bare host of an address, or the whole text where it is not a web address. */
function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? url
}

/** A link to a source that passes nothing on; plain text where it has no web address. */
export function SourceLink({ source }: { source: Source }) {
  const name = source.title ?? source.publisher ?? hostOf(source.url)
  if (!/^https?:\/\//.test(source.url)) return <span>{name}</span>
  return (
    <a href={source.url} rel="noopener noreferrer nofollow external">
      {name}
    </a>
  )
}

/** A link to a source by its address; nothing where that is no web address. */
export function SourceMark({ url, of }: { url: string | null; of: string }) {
  if (url === null || !/^https?:\/\//.test(url)) return null
  return (
    <>
      {' '}
      <a href={url} rel="noopener noreferrer nofollow external">
        source
        <span class="hidden-text">{` of the ${of}`}</span>
      </a>
    </>
  )
}

/** "as of May 2023", or the plain statement that no day is known. */
export function dayInWords(day: string | null): string {
  return day === null ? 'date unknown' : `as of ${dateInWords(day)}`
}

/** A source in one line: what it is, where, its day, and what to know about the reading. */
export function SourceLine({ source }: { source: Source }) {
  // What one person was told has no page, and its address is a mark of ours.
  if (isToldSource(source)) return <span>{source.title}</span>
  const host = hostOf(source.url)
  const named = source.title !== null || source.publisher !== null
  return (
    <span>
      {SOURCE_KIND_WORDS[source.kind]}: <SourceLink source={source} />
      {named && ` (${host})`}, {dayInWords(source.observed_on)}
      {`, read ${dateInWords(source.retrieved_on)}`}
      {source.excerpt_only && ', we could read only the start of it'}
      {source.repost_of !== null && `, a copy of ${source.repost_of}`}
    </span>
  )
}
