import type { CarePlan } from '#core/care-plan.ts'

/** The plan on which costs are added up, as two fields; `carried` is the rest of the address. */
export function CarePlanFields({
  plan,
  carried,
}: {
  plan: CarePlan
  carried: readonly (readonly [string, string])[]
}) {
  return (
    <>
      {carried.map(([name, value]) => (
        <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
      ))}
      <label class="field">
        Sessions in the first course (1 to 12)
        <input
          type="number"
          name="sessions"
          min="1"
          max="12"
          defaultValue={String(plan.first_course_sessions)}
        />
      </label>
      <label class="field">
        Then sessions a month (0 to 4)
        <input
          type="number"
          name="maintenance"
          min="0"
          max="4"
          defaultValue={String(plan.maintenance_per_month)}
        />
      </label>
    </>
  )
}
