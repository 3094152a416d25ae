import type { CoveringQuestion } from '#core/ask.ts'

/**
 * What a good and a worrying answer sound like. They belong to the rubric's own wording of the
 * question, which is shown wherever it is not the one just asked.
 */
export function SampleAnswers({
  ask,
  covering,
  list,
}: {
  ask: string
  covering: readonly CoveringQuestion[]
  /** The class of the page's own list. */
  list: string
}) {
  return (
    <>
      {covering.map(({ id, question, reassuring, worrying }) => (
        <div key={id}>
          {question !== ask && <p class="small quiet">Sample answers to “{question}”</p>}
          <dl class={list}>
            <div>
              <dt>Reassuring</dt>
              <dd>{reassuring}</dd>
            </div>
            <div>
              <dt>Worrying</dt>
              <dd>{worrying}</dd>
            </div>
          </dl>
        </div>
      ))}
    </>
  )
}
