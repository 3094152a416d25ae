import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { ConsultItem } from '#core/ask.ts'
import { mergedSheet } from '#core/ask.ts'
import type { AskSheet } from '#core/ask-sheet.ts'
import { askSheet } from '#core/ask-sheet.ts'
import { answersAbout } from '#core/shortlist.ts'
import { AskItem, ConsultSheet, MergedSheet } from '../parts/consult-sheet.tsx'
import { FindProviders } from '../parts/find-providers.tsx'
import { SaveChoice } from '../parts/save-choice.tsx'
import { chosen } from '../state/chosen.ts'
import { breathe } from '../state/in-pieces.ts'
import { noneInWords, shortlist } from '../state/kept.ts'
import { hrefOf } from '../state/query-string.ts'
import { AnswerForm } from './answer-form.tsx'
import { AnswersOffList } from './answers-off-list.tsx'
import { answerInWords, FAILED_WORDS, GONE_WORDS } from './entry-words.ts'
import type { EntryFacts } from './facts.ts'
import { facts, found, isRubricMissing, prepared, wantedCase } from './facts.ts'
import { LawNear } from './law-near.tsx'
import { MineSwitch, RangeLine } from './range-line.tsx'
import { ShortlistNotes } from './shortlist-notes.tsx'
import { UndoLine } from './undo-line.tsx'

/** How many questions are drawn at once; a slow phone takes 10 ms for each. */
const AT_ONCE = 2

/** How many sheets are drawn in full, and how many questions of the next one. */
const drawn = signal({ sheets: 0, questions: 0 })

/** Draws the sheets piece by piece, and lets the browser breathe in between. */
export async function drawSheets(ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const known = facts.value.get(id)
    await breathe()
    const count = known ? sheetOf(known).items.length : 0
    for (let questions = 0; questions < count; questions += AT_ONCE) {
      await breathe()
      drawn.value = { sheets: at, questions }
    }
  }
  await breathe()
  drawn.value = { sheets: ids.length, questions: 0 }
  await breathe()
  drawn.value = { sheets: Number.POSITIVE_INFINITY, questions: 0 }
  await breathe()
}

const sheets = new WeakMap<EntryFacts, AskSheet>()

/** The questions stay as public evidence orders them, so that none jumps away while it is answered. */
function sheetOf(known: EntryFacts): AskSheet {
  const { record, plain, context } = known
  const sheet = sheets.get(known) ?? askSheet(record, plain, context)
  sheets.set(known, sheet)
  return sheet
}

function Question({ sheet, item }: { sheet: AskSheet; item: ConsultItem }) {
  const about = {
    provider: sheet.provider,
    criterion: item.criterion,
    case: sheet.case?.id ?? null,
    state: null,
    label: item.short_label,
  }
  const all = answersAbout(shortlist.value, sheet.provider).filter(
    ({ criterion }) => criterion === item.criterion,
  )
  const mine = all.filter((one) => one.case === about.case)
  const last = mine[mine.length - 1] ?? null
  const others = all.filter((one) => one !== last)
  return (
    <AskItem provider={sheet.provider} item={item}>
      {others.map((answer) => (
        <p key={`${answer.how}-${answer.told_on}-${answer.case}`} class="small">
          {answerInWords(answer, prepared.value)}
        </p>
      ))}
      {last !== null && <p class="print-only">{answerInWords(last, prepared.value)}</p>}
      <AnswerForm about={about} name={sheet.name} answer={last} />
    </AskItem>
  )
}

const toldInWords = (provider: string, criterion: string) =>
  answersAbout(shortlist.value, provider)
    .filter((answer) => answer.criterion === criterion)
    .map((answer) => answerInWords(answer, prepared.value))

const askedCase = () => prepared.value?.caseById.get(wantedCase.value ?? '') ?? null

function Sheet({ known, most }: { known: EntryFacts; most: number }) {
  const sheet = sheetOf(known)
  const { provider, name } = sheet
  return (
    <ConsultSheet
      sheet={sheet}
      items={sheet.items.slice(0, most)}
      asked={askedCase()}
      save={<SaveChoice id={provider} name={name} case={sheet.case?.id ?? null} />}
      range={
        <div class="ask-range">
          <p class="small">{name}</p>
          <RangeLine facts={known} />
        </div>
      }
      draw={(item) => <Question key={item.criterion} sheet={sheet} item={item} />}
    />
  )
}

function Absent({ id }: { id: string }) {
  const saved = shortlist.value.entries.find(({ provider }) => provider === id)
  const words = found.value.get(id) === 'gone' ? GONE_WORDS : FAILED_WORDS
  const told = answersAbout(shortlist.value, id)
  return (
    <section class="section">
      <h2>{saved?.name ?? id}</h2>
      <p>{saved ? words : 'This provider is not in the directory, or could not be loaded.'}</p>
      <ul class="bullets">
        {told.map((answer) => (
          <li key={`${answer.criterion}-${answer.how}`}>{answerInWords(answer, prepared.value)}</li>
        ))}
      </ul>
    </section>
  )
}

/** Prints the sheet of each provider, or the one sheet for all of them. */
function printOnly(what: 'each' | 'merged'): void {
  const place = document.querySelector<HTMLElement>('[data-ask]')
  if (place === null) return
  place.dataset.print = what
  print()
  delete place.dataset.print
}

function Tools({ children }: { children?: ComponentChildren }) {
  return (
    <p class="actions on-screen">
      {children}
      <button type="button" class="button" onClick={() => printOnly('each')}>
        Print
      </button>
      {shortlist.value.answers.length > 0 && <MineSwitch />}
      <a class="button" href="/shortlist">
        My shortlist
      </a>
    </p>
  )
}

/** Those ticked for a comparison can be asked as well. */
function AskChosen() {
  const ids = chosen.value.map(({ id }): [string, string] => ['ids', id])
  if (ids.length === 0) return null
  return (
    <p>
      <a class="button" href={hrefOf('/ask', new URLSearchParams(ids))}>
        What to ask the {ids.length === 1 ? 'provider' : `${ids.length} providers`} you chose to
        compare
      </a>
    </p>
  )
}

function NothingSaved() {
  return (
    <div class="stack">
      <ShortlistNotes />
      <p>
        {noneInWords.value}, so there is nobody to ask yet. Save a provider, and its questions stand
        here.
      </p>
      <AnswersOffList />
      <FindProviders />
      <AskChosen />
    </div>
  )
}

/** A consult sheet for each provider, with room for answers, and one sheet for all of them. */
export function AskView({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return <NothingSaved />
  const here = ids.flatMap((id) => facts.value.get(id) ?? [])
  const loading =
    ids.some((id) => !found.value.has(id)) || (prepared.value === null && !isRubricMissing.value)
  const { sheets: full, questions } = drawn.value
  const asked = full > ids.length ? here.map(sheetOf).filter(({ closed }) => !closed) : []
  const merged =
    prepared.value !== null && asked.length > 1 ? mergedSheet(asked, prepared.value) : []
  return (
    <>
      <ShortlistNotes />
      <UndoLine />
      <Tools>
        {merged.length > 0 && (
          <>
            <a class="button" href="#one-sheet">
              One sheet for all
            </a>
            <button type="button" class="button" onClick={() => printOnly('merged')}>
              Print the one sheet
            </button>
          </>
        )}
      </Tools>
      <p class="quiet on-screen">
        What you write stays in this browser. It counts at once. What you saw in writing can count
        more than what was said in a call.
      </p>
      <LawNear />
      {loading && <p role="status">Loading the questions …</p>}
      {ids.slice(0, full + 1).map((id, at) => {
        const known = facts.value.get(id)
        if (known)
          return (
            <Sheet key={id} known={known} most={at < full ? Number.POSITIVE_INFINITY : questions} />
          )
        return found.value.has(id) && <Absent key={id} id={id} />
      })}
      {merged.length > 0 && <MergedSheet items={merged} told={toldInWords} />}
      <div class="on-screen">
        <AnswersOffList />
      </div>
    </>
  )
}
