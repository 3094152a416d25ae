import { expect, test } from 'vitest'
import type { Cell, ComparisonRow } from '#core/compare.ts'
import type { EvidenceView } from '#core/profile.ts'
import { answersIn } from './own-answers.ts'

const reading = (id: string, set_aside: EvidenceView['set_aside'] = null) =>
  ({ source: { id }, set_aside }) as EvidenceView
const cell = (...evidence: EvidenceView[]) => ({ evidence }) as Cell
const table = (...cells: Cell[]) => ({
  groups: [{ id: 'A', name: 'A', rows: [{ cells } as ComparisonRow] }],
})

test('answers count that stand in the table and are not set aside, and nothing else does', () => {
  expect(answersIn(table(cell(), cell(reading('S1'))))).toBe(0)
  const told = reading('told:C1:call:2026-11-20')
  const replaced = reading('told:C1:call:2026-11-01', 'older_reading')
  expect(answersIn(table(cell(reading('S1'), told, replaced), cell(told)))).toBe(2)
})
