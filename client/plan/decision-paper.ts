/** Day 7 on paper: the saved providers in order, in the words of the screen. */

import type { IsoDate } from '#core/calendar.ts'
import { lawFor, lawInWords } from '#core/learn-law.ts'
import { weightsOrDefault } from '#core/rank-weights.ts'
import { howInWords, leaderInWords } from '#core/rank-words.ts'
import type { Shortlist } from '#core/shortlist.ts'
import type { PdfBlock } from '../pdf/document.ts'
import { rankHere } from '../workers/rank-here.ts'
import type { Decision, Material } from './decision.ts'
import {
  candidatesOf,
  casesIn,
  decisionInWords,
  decisionsOf,
  inOrder,
  weightLines,
} from './decision.ts'

const NOT_LOADED =
  'The records of your shortlist could not be loaded when this was made, so its order is not shown.'

function weightsInWords(list: Shortlist, { prepared }: Material): string {
  const { own, lines } = weightLines(list, prepared)
  const shares = lines.map(({ name, percent }) => `${name} ${percent}%`).join(', ')
  return `${own ? 'My own weights' : 'The usual weights'}: ${shares}.`
}

/** The list, what it was weighed by, and the legal dates that matter for it; nothing if none is saved. */
export async function decisionBlocks(
  list: Shortlist,
  material: Material | null,
  today: IsoDate,
): Promise<PdfBlock[]> {
  if (list.entries.length === 0) return []
  if (material === null) return [{ kind: 'text', text: NOT_LOADED }]
  const { prepared } = material
  const decisions = decisionsOf(list, material, today)
  const weights = weightsOrDefault(list.weights, prepared)
  const ranking = await rankHere(candidatesOf(decisions), prepared, { weights, gates: true })
  const entryBlocks = (decision: Decision, at: number): PdfBlock[] => {
    const { sentences, open, ask } = decisionInWords(decision, list, ranking, prepared)
    const more = open.length > 0 ? [`Other open questions: ${open.join('; ')}.`] : []
    const next = ask === null ? [] : [`Ask next: ${ask}`]
    return [
      { kind: 'text', tone: 'strong', text: `${at + 1}. ${decision.entry.name}` },
      { kind: 'list', items: [...sentences, ...more, ...next] },
    ]
  }
  return [
    { kind: 'heading', level: 3, text: 'My shortlist, and what is still not known' },
    ...(ranking.ranked
      ? [
          { kind: 'text' as const, text: leaderInWords(ranking) },
          { kind: 'text' as const, tone: 'quiet' as const, text: howInWords(ranking) },
        ]
      : []),
    ...inOrder(decisions, ranking).flatMap(entryBlocks),
    ...lawFor(prepared, today, casesIn(decisions)).map((law) => ({
      kind: 'text' as const,
      text: lawInWords(law),
    })),
    { kind: 'text', text: weightsInWords(list, material) },
  ]
}
