/**
 * What a provider told one person: the form of an answer and its words. How an answer counts is in
 * `told-findings.ts`; pages that only keep answers need none of that.
 */

import type { IsoDate } from './calendar.ts'

export const ANSWER_LEVELS = ['met', 'partly', 'not_met', 'no_answer'] as const
export type AnswerLevel = (typeof ANSWER_LEVELS)[number]

export const ANSWER_WAYS = ['call', 'written', 'document'] as const
export type AnswerWay = (typeof ANSWER_WAYS)[number]

export type Answer = {
  /** The provider's id. */
  provider: string
  criterion: string
  /** The case it was about, `iv-clinic`; null for every case of the provider. */
  case: string | null
  /** The state it was about, or null for all. */
  state: string | null
  level: AnswerLevel
  note: string
  told_on: IsoDate
  how: AnswerWay
}

/** Not yes and no: to some questions, such as one about suspensions, no is the good answer. */
export const ANSWER_LEVEL_WORDS: Record<AnswerLevel, string> = {
  met: 'It meets this point',
  partly: 'It meets a part of it',
  not_met: 'It does not meet this point',
  no_answer: 'They did not answer',
}

export const ANSWER_WAY_WORDS: Record<AnswerWay, string> = {
  call: 'Told to me in a call or visit',
  written: 'Told to me in writing',
  document: 'I saw the document',
}

/** Two answers are about the same thing when all but level and note agree. */
export function answerKey(answer: Answer): string {
  const { provider, criterion, state, told_on, how } = answer
  return [provider, criterion, answer.case ?? '', state ?? '', told_on, how].join('|')
}
