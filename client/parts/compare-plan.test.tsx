import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ComparePlan } from './compare-plan.tsx'

const said = (first_course_sessions: number) =>
  renderToString(
    <ComparePlan
      plan={{ first_course_sessions, maintenance_per_month: 1 }}
      url="/compare?ids=a&ids=b"
      extras={null}
    />,
  )

test('a plan of one session speaks of one session', () => {
  expect(said(1)).toContain('for 1 session in the first course')
  expect(said(6)).toContain('for 6 sessions in the first course')
})
