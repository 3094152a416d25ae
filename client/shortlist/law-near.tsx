import type { LawNotice } from '#core/learn-law.ts'
import { lawFor } from '#core/learn-law.ts'
import { LawNotices } from '../parts/learn-notice.tsx'
import { facts, prepared, today } from './facts.ts'

/** Legal dates that matter for the kinds of care shown here; none while the rubric is not here. */
export function lawHere(): LawNotice[] {
  if (prepared.value === null) return []
  const cases = [...facts.value.values()].flatMap(({ plain }) => plain?.summary.id ?? [])
  return lawFor(prepared.value, today.value, cases)
}

/** Legal dates that are near or past and matter for the kinds of care shown here. */
export function LawNear() {
  return <LawNotices notices={lawHere()} />
}
