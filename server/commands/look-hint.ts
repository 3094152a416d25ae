/** Checks that only a look at the source can finish, and the command that notes such a look. */

import { CONFIRM_ROWS } from '#core/registry-check.ts'
import type { StoredCheck } from '#db/check-results.ts'
import type { PersonList } from '#db/registry-schema.ts'
import { ANSWERS_OF } from '#db/registry-schema.ts'

type Open = Pick<
  StoredCheck,
  'provider_id' | 'subject_kind' | 'subject' | 'list' | 'state' | 'statement' | 'todo'
>

/** Whether a check waits for more than a yes or no to rows of a list. */
export function needsLook({ state, todo }: Pick<Open, 'state' | 'todo'>): boolean {
  return state === 'in_review' && todo !== null && !todo.startsWith(CONFIRM_ROWS)
}

const quoted = (text: string) => `"${text.replace(/["\\$`]/g, '\\$&')}"`

/** The command that notes what a person saw; what they saw, and where, is left to fill in. */
export function recordHint({ provider_id, subject_kind, subject, list }: Open): string {
  const [kind = '', state] = list.split(':')
  const answers = ANSWERS_OF[kind as PersonList] ?? []
  const parts = [
    `check record ${provider_id} --list ${kind}`,
    state === undefined ? '' : `--state ${state}`,
    subject_kind === 'clinician' ? `--clinician ${quoted(subject)}` : '',
    `--result ${answers.join('|')} --url ADDRESS`,
  ]
  return parts.filter(Boolean).join(' ')
}
