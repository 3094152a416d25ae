/** The checks that a rubric must pass before anything is scored with it. */

import type { Rubric } from './rubric.ts'
import { LEVELS, STRENGTHS } from './vocabulary.ts'

/**
 * What is wrong with a rubric, one sentence each, none when it can be scored with: weights that
 * are negative or cannot sum, ids that are unknown or used twice, intervals outside 0 to 1.
 */
export function rubricProblems(rubric: Rubric): string[] {
  const problems: string[] = []
  const pillars = new Set(rubric.pillars.map((pillar) => pillar.id))
  const criteria = new Set(rubric.criteria.map((criterion) => criterion.id))
  const sources = new Set(rubric.sources.map((source) => source.id))
  const flags = new Set(rubric.red_flags.map((flag) => flag.id))
  const known = (ids: Iterable<string>, among: Set<string>, where: string, what: string) => {
    for (const id of ids) if (!among.has(id)) problems.push(`${where} names unknown ${what} ${id}`)
  }
  const lists = { pillar: rubric.pillars, criterion: rubric.criteria, source: rubric.sources }
  for (const [what, list] of Object.entries(lists)) {
    const seen = new Set<string>()
    for (const { id } of list) {
      if (seen.has(id)) problems.push(`${what} ${id} stands twice`)
      seen.add(id)
    }
  }
  for (const pillar of rubric.pillars) {
    if (!(Number.isFinite(pillar.weight) && pillar.weight >= 0)) {
      problems.push(`pillar ${pillar.id} has weight ${pillar.weight}; it must be 0 or more`)
    }
  }
  const total = rubric.pillars.reduce((sum, pillar) => sum + pillar.weight, 0)
  if (!(total > 0)) problems.push('the pillar weights sum to 0')
  for (const criterion of rubric.criteria) {
    const where = `criterion ${criterion.id}`
    if (!(Number.isFinite(criterion.weight) && criterion.weight > 0)) {
      problems.push(`${where} has weight ${criterion.weight}; it must be above 0`)
    }
    known([criterion.pillar], pillars, where, 'pillar')
    known(criterion.sources, sources, where, 'source')
    if (criterion.stale_days < criterion.recheck_days) {
      problems.push(`${where} turns stale before its re-check is due`)
    }
    if (criterion.gate && criterion.not_applicable_when !== undefined) {
      problems.push(`${where} is a gate and cannot be marked not applicable`)
    }
  }
  for (const box of rubric.headline_boxes) known(box.pillars, pillars, `box ${box.id}`, 'pillar')
  const boxed = rubric.headline_boxes.flatMap((box) => box.pillars)
  if (boxed.length !== rubric.pillars.length || new Set(boxed).size !== boxed.length) {
    problems.push('each pillar must stand in exactly one headline box')
  }
  known(rubric.coverage_rules.core_pillars, pillars, 'coverage_rules', 'pillar')
  const mustSettle = rubric.coverage_rules.gates_that_must_be_settled
  known(mustSettle, criteria, 'coverage_rules', 'criterion')
  for (const flag of rubric.red_flags)
    known(flag.criteria, criteria, `flag ${flag.id}`, 'criterion')
  for (const question of rubric.consult_questions) {
    known(question.criteria, criteria, `question ${question.id}`, 'criterion')
  }
  for (const law of rubric.legal_status) {
    if (law.hard_date) known(law.hard_date.criteria, criteria, `law ${law.id}`, 'criterion')
  }
  for (const entry of rubric.not_scorable)
    known([entry.red_flag], flags, 'not_scorable', 'red flag')
  for (const level of LEVELS) {
    for (const strength of STRENGTHS) {
      const [low, high] = rubric.strength_intervals[level][strength]
      if (!(0 <= low && low <= high && high <= 1)) {
        problems.push(`the interval of ${level} by ${strength} is not within 0 to 1`)
      }
    }
  }
  return problems
}
