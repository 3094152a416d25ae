/**
 * PHQ-9 and GAD-7 with their published wording, scoring and bands. They were developed by Robert L.
 * Spitzer, Janet B. W. Williams, Kurt Kroenke and colleagues with an educational grant from Pfizer;
 * no permission is needed to reproduce, translate, display or distribute them.
 * They follow progress; they do not make a diagnosis. An item that was not answered never counts 0.
 */

export const QUESTIONNAIRE_IDS = ['phq9', 'gad7'] as const
export type QuestionnaireId = (typeof QUESTIONNAIRE_IDS)[number]

/** The four answers of both questionnaires; the score of an answer is its position. */
export const ITEM_ANSWERS = [
  'Not at all',
  'Several days',
  'More than half the days',
  'Nearly every day',
] as const

/** 0 to 3, or null for an item that was not answered. */
export type ItemAnswer = 0 | 1 | 2 | 3 | null

/** From `from` points on, up to the next band. */
export type ScoreBand = { from: number; words: string }

export type Questionnaire = {
  id: QuestionnaireId
  name: string
  about: string
  stem: string
  items: readonly string[]
  bands: readonly ScoreBand[]
  max: number
  /** Position of the item about thoughts of death or self-harm; null where there is none. */
  crisis_item: number | null
  source: string
}

const STEM =
  'Over the last 2 weeks, how often have you been bothered by any of the following problems?'

export const QUESTIONNAIRES: Record<QuestionnaireId, Questionnaire> = {
  phq9: {
    id: 'phq9',
    name: 'PHQ-9',
    about: 'Depression over the last 2 weeks',
    stem: STEM,
    items: [
      'Little interest or pleasure in doing things',
      'Feeling down, depressed, or hopeless',
      'Trouble falling or staying asleep, or sleeping too much',
      'Feeling tired or having little energy',
      'Poor appetite or overeating',
      'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      'Trouble concentrating on things, such as reading the newspaper or watching television',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      'Thoughts that you would be better off dead or of hurting yourself in some way',
    ],
    bands: [
      { from: 0, words: 'none or minimal' },
      { from: 5, words: 'mild' },
      { from: 10, words: 'moderate' },
      { from: 15, words: 'moderately severe' },
      { from: 20, words: 'severe' },
    ],
    max: 27,
    crisis_item: 8,
    source:
      'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. J Gen Intern Med 2001;16:606-613.',
  },
  gad7: {
    id: 'gad7',
    name: 'GAD-7',
    about: 'Anxiety over the last 2 weeks',
    stem: STEM.replace('any of the following problems', 'the following problems'),
    items: [
      'Feeling nervous, anxious or on edge',
      'Not being able to stop or control worrying',
      'Worrying too much about different things',
      'Trouble relaxing',
      'Being so restless that it is hard to sit still',
      'Becoming easily annoyed or irritable',
      'Feeling afraid as if something awful might happen',
    ],
    bands: [
      { from: 0, words: 'minimal' },
      { from: 5, words: 'mild' },
      { from: 10, words: 'moderate' },
      { from: 15, words: 'severe' },
    ],
    max: 21,
    crisis_item: null,
    source:
      'Spitzer RL, Kroenke K, Williams JBW, Löwe B. A brief measure for assessing generalized anxiety disorder: the GAD-7. Arch Intern Med 2006;166:1092-1097.',
  },
}

export type QuestionnaireScore = {
  /** The sum, or null while any item has no answer. */
  total: number | null
  /** The published band of the total, or null without a total. */
  band: string | null
  answered: number
  items: number
  /** An answer above "Not at all" to thoughts of death or self-harm: show the crisis line at once. */
  crisis: boolean
}

/** Scores a questionnaire; `crisis` is known as soon as that one item is answered. */
export function scoreQuestionnaire(
  id: QuestionnaireId,
  answers: readonly ItemAnswer[],
): QuestionnaireScore {
  const { items, bands, crisis_item } = QUESTIONNAIRES[id]
  const given = items.map((_, at) => answers[at] ?? null)
  const answered = given.filter((answer) => answer !== null)
  const whole = answered.length === items.length
  const total = whole ? answered.reduce<number>((sum, answer) => sum + answer, 0) : null
  const band = total === null ? null : bands.findLast(({ from }) => total >= from)
  return {
    total,
    band: band?.words ?? null,
    answered: answered.length,
    items: items.length,
    crisis: crisis_item !== null && (given[crisis_item] ?? 0) > 0,
  }
}

/** Shown gently and at once when `crisis` is true. */
export const CRISIS_WORDS =
  'Thank you for being honest. You do not have to be alone with these thoughts. In the US you can call or text 988 at any hour and talk with someone now. If you may act on them, call 911 or go to the nearest emergency room. Please also tell your clinician.'

/** "12 of 27: moderate", or how many answers are missing. */
export function scoreInWords(id: QuestionnaireId, score: QuestionnaireScore): string {
  const { name, max } = QUESTIONNAIRES[id]
  if (score.total === null) {
    return `${name}: ${score.answered} of ${score.items} answered, so there is no score yet.`
  }
  return `${name}: ${score.total} of ${max}, ${score.band}.`
}
