/** What the journal draws over time: both questionnaires and the mood. */

import type { Journal } from '#core/journal.ts'
import { MOODS, scoresOver } from '#core/journal.ts'
import { QUESTIONNAIRE_IDS, QUESTIONNAIRES } from '#core/questionnaires.ts'
import type { Series } from './score-chart.tsx'

/** The series that have at least one point. Unfinished questionnaires are no points. */
export function seriesOf(journal: Journal): Series[] {
  const scores = QUESTIONNAIRE_IDS.map((id) => {
    const { name, max, bands } = QUESTIONNAIRES[id]
    return { id, name, value: 'Score', max, bands, points: scoresOver(journal, id) }
  })
  const bands = MOODS.map((words, at) => ({ from: at + 1, words }))
  const points = journal.entries.flatMap((entry) =>
    entry.kind === 'mood' && entry.mood !== null
      ? [{ on: entry.on, total: entry.mood, band: MOODS[entry.mood - 1] ?? null }]
      : [],
  )
  const mood = { id: 'mood', name: 'Mood', value: 'Mood', max: MOODS.length, bands, points }
  return [...scores, mood].filter((one) => one.points.length > 0)
}
