import type { CriterionView } from '#core/profile.ts'
import { STRENGTH_SHORT, STRENGTH_WORDS } from '#core/words.ts'
import { EvidenceList } from './evidence-list.tsx'
import { VerdictMark } from './verdict-mark.tsx'

const points = (value: number) => String(Math.round(value * 10) / 10)

/** What this criterion adds: "2.4 of 5.1 points confirmed". */
function pointsLine({ low, high, points: of }: CriterionView): string {
  if (low === high) return `${points(low)} of ${points(of)} points`
  return `${points(low)} of ${points(of)} points confirmed, up to ${points(high)}`
}

function GateLine({ gate }: Pick<CriterionView, 'gate'>) {
  if (gate === null) return null
  if (gate.cap === null) return <p>This is a required check, and it is passed.</p>
  return (
    <p>
      This is a required check. As things stand, the letter can be {gate.cap} at most
      {gate.status === 'unknown' ? ', because nothing settles it yet' : ''}.
    </p>
  )
}

function Remarks({ view, closed }: { view: CriterionView; closed: boolean }) {
  return (
    <>
      {!closed && <GateLine gate={view.gate} />}
      {view.in_conflict && <p>Sources disagree here, so both ends of the range are kept.</p>}
      {view.date_problem && <p>A source here has a date that cannot be right.</p>}
      {view.law_review && (
        <p>The law behind this point has changed since. Older evidence counts less.</p>
      )}
    </>
  )
}

function Sums({ view, closed }: { view: CriterionView; closed: boolean }) {
  const best = view.strength && `Best evidence: ${STRENGTH_WORDS[view.strength]}`
  const said = [closed ? null : pointsLine(view), best].filter((part) => part !== null)
  if (said.length === 0) return null
  return <p class="small quiet number">{said.join('. ')}.</p>
}

const isUnproven = ({ strength }: CriterionView) => strength === 'claim' || strength === 'weak'

/** The rubric words an answer as a fact; what is only said is not one yet. */
function meaningTitle(view: CriterionView): string {
  return isUnproven(view) ? 'What it would mean, if it is true:' : 'What this answer means:'
}

/** How well the verdict is backed; for one that nothing backs, whether there was something once. */
function backing({ strength, evidence }: CriterionView): string | null {
  if (strength !== null) return STRENGTH_SHORT[strength]
  return evidence.some((one) => one.set_aside === 'stale') ? 'what was found is too old' : null
}

function Backing({ view }: { view: CriterionView }) {
  const words = backing(view)
  return words === null ? null : <span class="small quiet">{words}</span>
}

/**
 * One criterion: the verdict to read, and behind it the question, the evidence and the sums. A
 * closed provider has no sums, no limit on a letter and nothing to ask.
 */
export function CriterionDetails({
  view,
  closed = false,
}: {
  view: CriterionView
  closed?: boolean
}) {
  return (
    <details class="criterion" id={view.id}>
      <summary class="criterion__summary">
        <span class="criterion__label">
          {view.short_label}
          {view.gate !== null && <span class="tag tag--quiet">Required check</span>}
        </span>
        <span>
          <VerdictMark verdict={view.verdict} /> <Backing view={view} />
        </span>
      </summary>
      <div class="criterion__body">
        <p class="criterion__question">{view.question}</p>
        <p class="quiet">
          <strong>Why we ask everyone:</strong> {view.why}{' '}
          <a href={`/method#${view.id}`}>
            Sources<span class="hidden-text"> for why we ask: {view.short_label}</span>
          </a>
        </p>
        {view.meaning !== null && (
          <p>
            <strong>{meaningTitle(view)}</strong> {view.meaning}
          </p>
        )}
        {view.on_file !== null && <p>{view.on_file}</p>}
        <Remarks view={view} closed={closed} />
        {view.evidence.length > 0 && <EvidenceList evidence={view.evidence} />}
        {view.evidence.length === 0 && view.on_file === null && (
          <p>No source we read says anything about this. Silence is not held against a provider.</p>
        )}
        {!closed && view.verdict !== 'met' && view.verdict !== 'not_applicable' && (
          <p>
            <strong>Ask:</strong> {view.ask}
          </p>
        )}
        <Sums view={view} closed={closed} />
      </div>
    </details>
  )
}
