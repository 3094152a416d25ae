import type { Weights } from '#core/rank-weights.ts'
import { boxWeights, isOwnWeights, setBoxWeight } from '#core/rank-weights.ts'
import type { PreparedRubric } from '#core/rubric.ts'
import { keepWeights, movingProblem, resetWeights, tryWeights } from './my-weights.ts'

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
      <label for={`weight-${id}`}>{name}</label>
      <input
        id={`weight-${id}`}
        type="range"
        min="0"
        max="100"
        step="1"
        value={Math.round(weight)}
        aria-valuetext={`${Math.round(weight)}, which is ${share}% of the whole`}
        onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
        onChange={onRest}
      />
      <output class="number" for={`weight-${id}`}>
        {share}%
      </output>
    </div>
  )
}

/** Weights by the four boxes and, opened, by pillar. */
export function WeightFields({
  weights,
  prepared,
  onSaid,
}: {
  weights: Weights
  prepared: PreparedRubric
  onSaid: (what: string) => void
}) {
  const { headline_boxes, pillars } = prepared.rubric
  const boxes = boxWeights(weights, prepared)
  const total = sumOf(weights)
  const rest = () => onSaid(keepWeights(prepared))
  const problem = movingProblem(prepared)
  return (
    <fieldset class="weights stack on-screen">
      <legend>How much each group counts</legend>
      {headline_boxes.map(({ id, name }) => (
        <Slider
          key={id}
          id={`box-${id}`}
          name={name}
          weight={boxes[id] ?? 0}
          total={total}
          onMove={(weight) => tryWeights(setBoxWeight(weights, id, weight, prepared))}
          onRest={rest}
        />
      ))}
      <details>
        <summary>Weigh the {pillars.length} parts one by one</summary>
        <div class="stack weights__parts">
          {pillars.map(({ id, name }) => (
            <Slider
              key={id}
              id={`pillar-${id}`}
              name={name}
              weight={weights[id] ?? 0}
              total={total}
              onMove={(weight) => tryWeights({ ...weights, [id]: weight })}
              onRest={rest}
            />
          ))}
        </div>
      </details>
      {problem !== null && <p role="alert">{problem}</p>}
      <button
        type="button"
        class="button"
        aria-disabled={!isOwnWeights(weights, prepared)}
        onClick={() => onSaid(resetWeights())}
      >
        Back to the usual weights
      </button>
    </fieldset>
  )
}
