/** The parameters of the provider page and of the comparison as they stand in an address. */

import { z } from 'zod'
import { DEFAULT_CARE_PLAN } from '../care-plan.ts'
import { MAX_COMPARED, MIN_COMPARED } from '../compare-limits.ts'
import { US_STATES } from '../vocabulary.ts'
import { once, oneOf, wholeNumber } from './param-fields.ts'

const situation = {
  state: oneOf(US_STATES).optional().describe('The state that the patient is in'),
  sessions: wholeNumber(1, 12)
    .default(DEFAULT_CARE_PLAN.first_course_sessions)
    .describe('Sessions in the first course'),
  maintenance: wholeNumber(0, 4)
    .default(DEFAULT_CARE_PLAN.maintenance_per_month)
    .describe('Sessions a month after the first course'),
}

export const profileParams = z.strictObject(situation)
export type ProfileParams = z.output<typeof profileParams>
/** The same for the page, which shows one kind of care at a time. */
export const profilePageParams = profileParams.extend({
  case: once(40).optional().describe('The kind of care to show, such as iv-clinic'),
})

/** The id of a provider in a path. */
export const providerPath = z.strictObject({ id: once(100).describe('The id of the provider') })

const splitIds = (value: unknown): unknown => {
  const parts = Array.isArray(value) ? value : [value]
  return parts.every((part) => typeof part === 'string')
    ? parts
        .flatMap((part) => part.split(','))
        .map((part) => part.trim())
        .filter(Boolean)
    : value
}

const howMany = `must name ${MIN_COMPARED} to ${MAX_COMPARED} providers`

const ids = z.preprocess(
  splitIds,
  z
    .array(once(100), `${howMany}, such as ids=a,b.`)
    .min(MIN_COMPARED, { error: (issue) => countFault(issue.input) })
    .max(MAX_COMPARED, { error: (issue) => countFault(issue.input) })
    .superRefine((list, context) => {
      const twice = list.find((id, at) => list.indexOf(id) !== at)
      if (twice !== undefined) {
        context.addIssue({ code: 'custom', message: `names ${twice} twice.` })
      }
    }),
)

const countFault = (input: unknown) =>
  `${howMany}; it names ${Array.isArray(input) ? input.length : 0}.`

export const comparisonParams = z.strictObject({
  ids: ids.describe('2 to 4 provider ids, comma separated or repeated'),
  case: once(40)
    .optional()
    .describe('The kind of care to compare, such as iv-clinic; else the best covered shared one'),
  ...situation,
})
/** The same without the rules on how many: what a page is told while somebody still chooses. */
export const chosenParams = comparisonParams.extend({
  ids: z.preprocess(splitIds, z.array(once(100))).default(() => []),
  only: oneOf(['differences'] as const)
    .optional()
    .describe('Leaves out the rows that are the same for all'),
  view: oneOf(['detailed'] as const)
    .optional()
    .describe('Shows what the deciding evidence says under each verdict'),
})

export type ComparisonParams = z.output<typeof comparisonParams>
