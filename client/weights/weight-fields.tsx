import { useId } from 'preact/hooks'
import type { Weights } from '#core/rank-weights.ts'
import { boxWeights, isOwnWeights, setBoxWeight } from '#core/rank-weights.ts'
import type { PreparedRubric } from '#core/rubric.ts'

const sumOf = (weights: Readonly<Record<string, number>>) =>
  Object.values(weights).reduce((sum, weight) => sum + weight, 0)

function Slider({
  id,
  name,
  weight,
  total,
  onMove,
  onRest,
}: {
  id: string
  name: string
  weight: number
  total: number
  onMove: (weight: number) => void
  onRest: () => void
}) {
  const share = total > 0 ? Math.round((100 * weight) / total) : 0
  return (
    <div class="weight">
      <label for={id}>{name}</label>
      <input
        id={id}
        type="range"
        min="0"
        max="100"
        step="1"
        value={Math.round(weight)}
        aria-valuetext={`${Math.round(weight)}, which is ${share}% of the whole`}
        onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
        onChange={onRest}
      />
      <output class="number" for={id}>
        {share}%
      </output>
    </div>
  )
}

/** Weights by the four boxes and, opened, by pillar. */
export function WeightFields({
  weights,
  prepared,
  problem,
  onTry,
  onRest,
  onReset,
}: {
  weights: Weights
  prepared: PreparedRubric
  /** Why these weights cannot be used; null where they can. */
  problem: string | null
  /** While a slider moves, when it rests, and back to the usual weights. */
  onTry: (weights: Weights) => void
  onRest: () => void
  onReset: () => void
}) {
  const id = useId()
  const { headline_boxes, pillars } = prepared.rubric
  const boxes = boxWeights(weights, prepared)
  const total = sumOf(weights)
  return (
    <fieldset class="weights stack on-screen">
      <legend>How much each group counts</legend>
      {headline_boxes.map(({ id: box, name }) => (
        <Slider
          key={box}
          id={`${id}-${box}`}
          name={name}
          weight={boxes[box] ?? 0}
          total={total}
          onMove={(weight) => onTry(setBoxWeight(weights, box, weight, prepared))}
          onRest={onRest}
        />
      ))}
      <details>
        <summary>Weigh the {pillars.length} parts one by one</summary>
        <div class="stack weights__parts">
          {pillars.map(({ id: pillar, name }) => (
            <Slider
              key={pillar}
              id={`${id}-${pillar}`}
              name={name}
              weight={weights[pillar] ?? 0}
              total={total}
              onMove={(weight) => onTry({ ...weights, [pillar]: weight })}
              onRest={onRest}
            />
          ))}
        </div>
      </details>
      {problem !== null && <p role="alert">{problem}</p>}
      <button
        type="button"
        class="button"
        aria-disabled={!isOwnWeights(weights, prepared)}
        onClick={onReset}
      >
        Back to the usual weights
      </button>
    </fieldset>
  )
}
