import type { QuestionView } from '#core/profile.ts'
import { SampleAnswers } from './sample-answers.tsx'

/** The questions that would tell the most, with what a good and a bad answer sound like. */
export function QuestionList({ questions }: { questions: readonly QuestionView[] }) {
  return (
    <ol class="questions">
      {questions.map((question) => (
        <li key={question.criterion}>
          <p class="questions__ask">{question.ask}</p>
          <SampleAnswers
            ask={question.ask}
            covering={question.covering}
            list="questions__answers"
          />
        </li>
      ))}
    </ol>
  )
}
