import type { QuestionView } from '#core/profile.ts'

/** The questions that would tell the most, with what a good and a bad answer sound like. */
export function QuestionList({ questions }: { questions: readonly QuestionView[] }) {
  return (
    <ol class="questions">
      {questions.map((question) => (
        <li key={question.criterion}>
          <p class="questions__ask">{question.ask}</p>
          <dl class="questions__answers">
            {question.reassuring !== null && (
              <div>
                <dt>Reassuring</dt>
                <dd>{question.reassuring}</dd>
              </div>
            )}
            {question.worrying !== null && (
              <div>
                <dt>Worrying</dt>
                <dd>{question.worrying}</dd>
              </div>
            )}
          </dl>
        </li>
      ))}
    </ol>
  )
}
