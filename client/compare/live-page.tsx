import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { MAX_COMPARED } from '#core/compare-limits.ts'
import { withProviders } from '../parts/compare-head.tsx'
import type { Horizon, PlanExtras } from '../parts/compare-plan.tsx'
import { CompareView } from '../parts/compare-view.tsx'
import { WhatMatters } from '../weights/what-matters.tsx'
import { askedIn } from './address.ts'
import { FindProvider } from './find-provider.tsx'
import { centsTyped, keepPlan, keptPlan } from './kept-plan.ts'
import {
  address,
  comparison,
  context,
  ownAnswers,
  planProblem,
  records,
  said,
  show,
  swapping,
  withAnswers,
} from './live.ts'
import { answersIn } from './own-answers.ts'
import { measureStuck } from './stuck.ts'

/** False for the first drawing, which takes over what the server has drawn. */
export const alive = signal(false)

const focusSoon = (selector: string) =>
  setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus())

function pick(id: string): void {
  const { ids } = askedIn(address.value)
  const old = swapping.value
  // The one to swap may have been removed in the meantime.
  const swaps = old !== null && ids.includes(old)
  const next = swaps ? ids.map((one) => (one === old ? id : one)) : [...ids, id]
  swapping.value = null
  void show(withProviders(address.value, next), 'push').then(() =>
    focusSoon(`[data-compared="${CSS.escape(id)}"] .compare__name`),
  )
}

function startSwap(id: string): void {
  swapping.value = id
  focusSoon('#find-provider')
}

function stopSwap(): void {
  const id = swapping.value
  swapping.value = null
  if (id !== null) focusSoon(`[data-column="${CSS.escape(id)}"] .link-button`)
}

function printAll(): void {
  const view = document.querySelector<HTMLElement>('.compare-view')
  if (view === null) return
  view.dataset.printAll = ''
  addEventListener('afterprint', () => delete view.dataset.printAll, { once: true })
  print()
}

function Find() {
  const { providers } = comparison.value
  const old = providers.find(({ id }) => id === swapping.value)
  if (old === undefined && providers.length >= MAX_COMPARED) {
    return (
      <p class="on-screen">
        {MAX_COMPARED} is the most. Remove one to add another, or press Swap under its name.
      </p>
    )
  }
  return (
    <FindProvider
      label={old ? `Take another in place of ${old.name}` : 'Add a provider by name or city'}
      verb={old ? 'Take' : 'Add'}
      taken={providers.map(({ id }) => id)}
      onPick={pick}
      onCancel={old ? stopSwap : null}
    />
  )
}

function toldInWords(count: number): string {
  if (!withAnswers.value) return 'This table shows public evidence only, without your answers.'
  if (count === 0) return 'None of your answers counts in this table.'
  return `${count === 1 ? 'One answer of yours counts' : `${count} answers of yours count`} in this table.`
}

function Told() {
  const count = answersIn(comparison.value)
  return (
    <p class="told-note">
      {count > 0 && <span class="tag">You were told</span>} {toldInWords(count)}{' '}
      {count > 0 && <span class="on-screen">Nobody else sees that. </span>}
      <button
        type="button"
        class="link-button"
        aria-pressed={!withAnswers.value}
        onClick={() => {
          withAnswers.value = !withAnswers.value
        }}
      >
        Without my answers
      </button>
    </p>
  )
}

const planExtras = (): PlanExtras => {
  const { horizon_months: horizon, told_by_insurer_cents: told } = keptPlan()
  return {
    horizon,
    told,
    problem: planProblem.value,
    onHorizon: (months: Horizon) => {
      const words = months === 3 ? 'the first 3 months' : 'the first year'
      said.value = keepPlan({ horizon_months: months }, `Costs are shown for ${words}.`)
    },
    onTold: (dollars) => {
      const cents = centsTyped(dollars)
      planProblem.value =
        cents === null && dollars.trim() !== ''
          ? 'What your insurer told you must be an amount in dollars, such as 45 or 45.50.'
          : null
      if (planProblem.value !== null) return
      said.value = keepPlan(
        { told_by_insurer_cents: cents },
        cents === null ? 'The figure from your insurer is removed.' : 'The figure is kept.',
      )
    },
  }
}

/** The whole comparison in the browser. */
export function LivePage() {
  const isAlive = alive.value
  useEffect(measureStuck, [comparison.value.providers.length])
  const live = isAlive
    ? {
        find: <Find />,
        told: ownAnswers.value.length > 0 ? <Told /> : null,
        matters: (
          <WhatMatters
            comparison={comparison.value}
            records={records.value}
            context={context.value}
          />
        ),
        plan: planExtras(),
        onSwap: startSwap,
        onPrintAll: printAll,
      }
    : null
  return (
    <>
      <CompareView comparison={comparison.value} url={address.value} live={live} />
      {isAlive && (
        <p class="hidden-text" role="status">
          {said.value}
        </p>
      )}
    </>
  )
}
