/** What the gathered rows of one provider come to: checks for the page, findings, work for people. */

import type { BanList, BanRow, BanSubject } from '#core/ban-finding.ts'
import { BAN_LIST_NAMES, BAN_LISTS, banResult, UNCLEAR } from '#core/ban-finding.ts'
import type { IsoDate } from '#core/calendar.ts'
import { disciplineEvents } from '#core/discipline-events.ts'
import { identityResult } from '#core/identity-finding.ts'
import { claimedLicenseResult, licenseResult } from '#core/license-finding.ts'
import type { ProviderRecord } from '#core/provider.ts'
import type { Check, CheckResult, CheckSource } from '#core/registry-check.ts'
import { DISPUTED, isSettled, isWaiting, waitingTodo } from '#core/registry-check.ts'
import type { NewCheck, PersonCheck } from '#db/check-results.ts'
import { NPI_SOURCE } from '#db/check-reviews.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import { personBanCheck, personLicenseCheck } from './check-sources.ts'
import { exclusionCheck } from './exclusion-check.ts'
import type { Gathered } from './gather-rows.ts'
import { EXCLUSION_SOURCE } from './gather-rows.ts'
import { joinBanChecks, joinLicenseChecks } from './join-checks.ts'
import { orderCheck, rosterCheck, settledActions, stoppedLicenses } from './license-check.ts'
import type { Produced } from './publish-checks.ts'
import type { Reviewed } from './reviewed.ts'
import type { Subject } from './subjects.ts'
import { licenseStates, siteStates } from './subjects.ts'

export type Judged = { checks: NewCheck[]; produced: Produced }

export type Judging = {
  record: ProviderRecord
  gathered: readonly Gathered[]
  imports: readonly RegistryImport[]
  reviewed: Reviewed
  /** What people looked up by hand, the newest first. */
  persons: readonly PersonCheck[]
  today: IsoDate
}

function newest(
  { persons }: Judging,
  { kind, name }: Subject,
  list: PersonCheck['list'],
  state: string | null,
): PersonCheck | undefined {
  return persons.find(
    (one) =>
      one.subject_kind === kind &&
      one.subject === name &&
      one.list === list &&
      (state === null || one.state === state),
  )
}

/** What a result rests on: the file and the row that settled it, else the source of the check. */
function groundOf<Row>(
  result: CheckResult,
  check: Check<Row>,
): { source: CheckSource | null; row_key: string | null } {
  if (check.outcome === 'not_checked') return { source: null, row_key: null }
  const settled =
    check.outcome === 'checked' && result.state === 'found' ? check.matches.filter(isSettled) : []
  const key = result.finding?.row_key
  const ground = settled.find(({ row_key }) => row_key === key) ?? settled[0]
  return { source: ground?.source ?? check.source, row_key: ground?.row_key ?? null }
}

function stored<Row>(
  subject: Subject,
  list: string,
  result: CheckResult,
  check: Check<Row>,
  today: IsoDate,
): NewCheck {
  const { source, row_key } = groundOf(result, check)
  // A source that did not answer speaks for no day.
  const heard = result.state === 'source_unavailable' ? null : source
  return {
    provider_id: subject.provider_id,
    subject_kind: subject.kind,
    subject: subject.name,
    criterion: result.criterion,
    list,
    state: result.state,
    statement: result.statement,
    todo: result.todo,
    url: source?.url ?? null,
    sha256: source?.sha256 ?? null,
    request: source?.request ?? null,
    covers_from: heard?.covers_from ?? null,
    covers_to: heard?.covers_to ?? null,
    row_key,
    done_by: source?.by ?? 'program',
    checked_on: source?.checked_on ?? today,
  }
}

function judgeIdentity({ subject, npi }: Gathered, judging: Judging, judged: Judged): void {
  const result = identityResult(npi)
  judged.checks.push(stored(subject, NPI_SOURCE, result, npi, judging.today))
  if (result.finding) judged.produced.findings.push(result.finding)
}

/** The files that can say of someone "not in here": of half a name, none can. */
function filesFor({ identity }: Subject, { imports }: Judging): readonly RegistryImport[] {
  return identity.kind === 'person' && identity.names.length === 0 ? [] : imports
}

function judgeLicense(one: Gathered, judging: Judging, judged: Judged): void {
  const { record, today } = judging
  const { subject } = one
  const imports = filesFor(subject, judging)
  const stopped = stoppedLicenses(one.licenses)
  const asked = judging.persons.filter(
    (look) =>
      look.list === 'license' &&
      look.subject_kind === subject.kind &&
      look.subject === subject.name,
  )
  const states = licenseStates(
    record,
    asked.flatMap(({ state }) => state ?? []),
  )
  if (states.length === 0) {
    const unchecked = { outcome: 'not_checked' } as const
    const nowhere = licenseResult(unchecked, '', today)
    judged.checks.push(stored(subject, 'license', nowhere, unchecked, today))
  }
  for (const state of states) {
    const program = rosterCheck(one.licenses, imports, state, today)
    const person = personLicenseCheck(newest(judging, subject, 'license', state), state)
    const check = joinLicenseChecks(program, person)
    const result = licenseResult(check, state, today)
    judged.checks.push(stored(subject, `license:${state}`, result, check, today))
    const finding = result.finding ?? claimedLicenseResult(one.npi, state, stopped).finding
    if (finding) {
      judged.produced.findings.push({ ...finding, basis: `${subject.name}: ${finding.basis}` })
    }
  }
}

function banChecks(one: Gathered, judging: Judging): BanSubject['checks'] {
  const { record, reviewed, today } = judging
  const { subject } = one
  const states = siteStates(record)
  const state = states.length === 1 ? (states[0] ?? null) : null
  const files = filesFor(subject, judging).filter(({ list }) => list.startsWith('leie'))
  const decided = (row_key: string) => reviewed(subject, EXCLUSION_SOURCE, row_key)
  const excluded = exclusionCheck(one.exclusions, files, decided, state, today)
  const byHand = (list: BanList) => personBanCheck(newest(judging, subject, list, null))
  return {
    oig_leie: joinBanChecks(excluded, byHand('oig_leie')),
    sam: byHand('sam'),
    board_orders: joinBanChecks(orderCheck(one.licenses, today), byHand('board_orders')),
    dea_orders: byHand('dea_orders'),
  }
}

/** What one list says of one subject. Names no row that is not settled. */
function listResult(list: BanList, check: Check<BanRow>): CheckResult {
  const name = BAN_LIST_NAMES[list]
  const say = (state: CheckResult['state'], statement: string): CheckResult => ({
    criterion: 'A3',
    state,
    finding: null,
    statement,
    todo: null,
  })
  if (check.outcome === 'not_checked') return say('not_checked', `Not checked: ${name}.`)
  if (check.outcome === 'source_unavailable') {
    return say('source_unavailable', `Could not be reached: ${name}.`)
  }
  if (check.disputed) return { ...say('in_review', DISPUTED.statement), todo: DISPUTED.todo }
  const settled = check.matches.filter(isSettled)
  const having = (effect: BanRow['effect']) => settled.find(({ row }) => row.effect === effect)
  const [ban, unclear, any] = [having('ban'), having('unclear'), settled[0]]
  // What may have ended is no fact about today: a person looks first.
  if (ban === undefined && unclear !== undefined) {
    return { ...say('in_review', `On record: ${unclear.row.words}.`), todo: UNCLEAR.todo }
  }
  const shown = ban ?? any
  if (shown) return say('found', `Found in ${name}: ${shown.row.words}.`)
  if (check.matches.some(isWaiting)) {
    return { ...say('in_review', 'The check is not finished.'), todo: waitingTodo(check.matches) }
  }
  return say('checked_nothing_found', `Nothing was found in ${name}.`)
}

function judgeBans(judging: Judging, judged: Judged): void {
  const subjects = judging.gathered.map((one) => ({
    subject: one.subject,
    checks: banChecks(one, judging),
  }))
  for (const { subject, checks } of subjects) {
    for (const list of BAN_LISTS) {
      const result = listResult(list, checks[list])
      judged.checks.push(stored(subject, list, result, checks[list], judging.today))
    }
  }
  // A company without a named clinician cannot be cleared: who gives the care is not known.
  const named = subjects.some(({ subject }) => subject.kind === 'clinician' && subject.treats)
  const result = banResult(subjects.map(({ subject, checks }) => ({ name: subject.name, checks })))
  if (result.finding && (named || result.finding.level !== 'met')) {
    judged.produced.findings.push(result.finding)
  }
}

/** Judges one provider by all that was gathered about it. */
export function judgeProvider(judging: Judging): Judged {
  const judged: Judged = {
    checks: [],
    produced: { findings: [], events: [], checked_on: judging.today },
  }
  for (const one of judging.gathered) {
    judgeIdentity(one, judging, judged)
    if (one.subject.treats) judgeLicense(one, judging, judged)
    for (const { row, board, url, from } of settledActions(one.licenses)) {
      const source = { url, publisher: board, observed_on: from.covers_to }
      for (const event of disciplineEvents(row, board))
        judged.produced.events.push({ event, source })
    }
  }
  judgeBans(judging, judged)
  return judged
}
