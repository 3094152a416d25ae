import { dateInWords } from '#core/calendar.ts'
import type { CheckView } from '#core/check-view.ts'
import { CHECK_STATE_WORDS, checksBySubject } from '#core/check-view.ts'

function when({ checked_on, covers_to, by }: CheckView): string {
  const who = by === 'person' ? 'by a person' : 'by our program'
  const upTo =
    covers_to === null || by === 'person' ? '' : `, in data up to ${dateInWords(covers_to)}`
  return `${who} on ${dateInWords(checked_on)}${upTo}`
}

function Check({ check }: { check: CheckView }) {
  return (
    <li>
      <strong>{CHECK_STATE_WORDS[check.state]}</strong>: {check.place}{' '}
      <span class="small quiet">
        ({when(check)}
        {check.url !== null && ', '}
        {check.url !== null && (
          <a href={check.url} rel="noopener noreferrer nofollow external">
            source
          </a>
        )}
        )
      </span>
      {check.statement !== null && <p>{check.statement}</p>}
    </li>
  )
}

/** What was checked, where, when and with what result; and what was not checked. */
export function CheckList({ checks }: { checks: readonly CheckView[] }) {
  if (checks.length === 0) {
    return (
      <p>
        Nobody has checked this provider in public registers yet: no license board, no exclusion
        list, no NPI registry. Not checked does not mean that something is wrong.
      </p>
    )
  }
  return (
    <>
      <p class="quiet">
        “Nothing found” is no proof that all is well: a name can be spelled in another way, and no
        list has everything.
      </p>
      {checksBySubject(checks).map((group) => (
        <div key={group.subject}>
          <h3 class="aside-title">{group.subject}</h3>
          <ul class="bullets">
            {group.checks.map((check) => (
              <Check key={check.place} check={check} />
            ))}
            {group.not_checked.length > 0 && (
              <li>
                <strong>{CHECK_STATE_WORDS.not_checked}</strong>: {group.not_checked.join('; ')}
              </li>
            )}
          </ul>
        </div>
      ))}
    </>
  )
}
