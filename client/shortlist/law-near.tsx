import { lawNotices, noticesFor } from '#core/learn-law.ts'
import { LawNotices } from '../parts/learn-notice.tsx'
import { facts, prepared, today } from './facts.ts'

/** Legal dates that are near or past and matter for the kinds of care shown here. */
export function LawNear() {
  if (prepared.value === null) return null
  const cases = [...facts.value.values()].flatMap(({ plain }) => plain?.summary.id ?? [])
  return <LawNotices notices={noticesFor(lawNotices(prepared.value, today.value), cases)} />
}
