/**
 * What a provider told one person, as findings of that person alone: they stay in the browser, are
 * scored by the same code, and carry `told` so that every view can mark them.
 *
 * Strength, from the rubric's own table of evidence for each criterion:
 * - a call: the strength given for `oral`, else weak; one spoken answer settles nothing;
 * - in writing: the strength given for `self`, the provider's own words;
 * - a document seen: the better of `self` and a `primary` entry of strength `strong` (protocols,
 *   forms, certificates shown). A `primary` entry of strength `proof` is the record of the body that
 *   issues it, and a paper that a provider shows is not that record, so it lends nothing here.
 * So no answer can settle a gate that needs a verified record (license, bans, REMS).
 */

import type { Answer, AnswerWay } from './answers.ts'
import { ANSWER_WAY_WORDS } from './answers.ts'
import type { SourcedFinding } from './assess.ts'
import type { Finding } from './assessment-input.ts'
import { dateInWords } from './calendar.ts'
import type { Source } from './provider.ts'
import type { Criterion, PreparedRubric } from './rubric.ts'
import type { Level, Modality, Setting, Strength } from './vocabulary.ts'
import { STRENGTHS } from './vocabulary.ts'

/** A finding that came from an answer. `assess` keeps the object, so readings can be told apart. */
export type ToldFinding = Finding & { told: Answer }

/** Whether a finding is what this person was told. */
export function isTold(finding: Finding): finding is ToldFinding {
  return 'told' in finding
}

const stronger = (one: Strength, other: Strength) =>
  STRENGTHS.indexOf(one) <= STRENGTHS.indexOf(other) ? one : other

/** The strength that the rubric gives to an answer given in this way. */
export function answerStrength(criterion: Criterion, how: AnswerWay): Strength {
  const best = (by: string) =>
    criterion.evidence
      .filter((entry) => (entry.by as string) === by)
      .reduce<Strength>((most, { strength }) => stronger(most, strength), 'weak')
  if (how === 'call') return best('oral')
  if (how === 'written') return best('self')
  return best('primary') === 'strong' ? stronger('strong', best('self')) : best('self')
}

/** Names the answer for the rule that the newest reading of one source replaces older ones. */
const toldUrl = ({ provider, how }: Answer) => `told:${provider}/${how}`

/** An answer as a finding; null when they did not answer, since silence is not a failure. */
export function answerFinding(answer: Answer, prepared: PreparedRubric): ToldFinding | null {
  const known = prepared.criterionById.get(answer.criterion)
  if (answer.level === 'no_answer' || known === undefined) return null
  const [modality = null, setting = null] = answer.case?.split('-') ?? []
  return {
    criterion: answer.criterion,
    level: answer.level,
    at_least: false,
    strength: answerStrength(known.criterion, answer.how),
    modality,
    setting,
    state: answer.state,
    url: toldUrl(answer),
    observed_on: answer.told_on,
    retrieved_on: answer.told_on,
    told: answer,
  }
}

/**
 * The public findings and then this person's own, ready for `assess`. Pass only the answers of the
 * provider that is assessed; answers on criteria that the rubric no longer has fall away.
 */
export function withAnswers(
  findings: readonly Finding[],
  answers: readonly Answer[],
  prepared: PreparedRubric,
): Finding[] {
  return [...findings, ...answers.flatMap((answer) => answerFinding(answer, prepared) ?? [])]
}

const BY_WAY: Record<AnswerWay, string> = {
  call: 'in a call or visit',
  written: 'in writing',
  document: 'by a document that you saw',
}

/** The source of an answer as views show it, by its title alone. Its id starts with `told:`, which no record's does. */
export function toldSource(answer: Answer): Source {
  return {
    id: `told:${answer.criterion}:${answer.how}:${answer.told_on}`,
    url: toldUrl(answer),
    kind: 'provider',
    publisher: null,
    title: `You were told on ${dateInWords(answer.told_on)}, ${BY_WAY[answer.how]}`,
    observed_on: answer.told_on,
    retrieved_on: answer.told_on,
    excerpt_only: false,
    repost_of: null,
  }
}

/**
 * Answers joined with their sources, in the form that criterion views take. Use these findings, and
 * no second copy, in `assess`: views find the evidence of a reading by its finding object.
 */
export function sourcedAnswers(
  answers: readonly Answer[],
  prepared: PreparedRubric,
): SourcedFinding[] {
  return answers.flatMap((answer) => {
    const finding = answerFinding(answer, prepared)
    if (finding === null) return []
    const { criterion, strength } = finding
    const source = toldSource(answer)
    const words = ANSWER_WAY_WORDS[answer.how]
    const said = {
      criterion,
      level: finding.level as Level,
      strength,
      modality: finding.modality as Modality | null,
      setting: finding.setting as Setting | null,
      state: answer.state,
      basis: answer.note.trim() === '' ? `${words}.` : `${words}: ${answer.note.trim()}`,
      at_least: false,
      source: source.id,
    }
    return [{ finding, said, source }]
  })
}
