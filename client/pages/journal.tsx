import type { QuestionnaireId } from '#core/questionnaires.ts'
import { ITEM_ANSWERS, QUESTIONNAIRE_IDS, QUESTIONNAIRES } from '#core/questionnaires.ts'
import { JournalBoard } from '../journal/journal-board.tsx'
import { OfflineControl } from '../offline/offline-control.tsx'

/** A questionnaire as a sheet: to read before, or to fill in on paper. */
function Sheet({ id }: { id: QuestionnaireId }) {
  const { name, about, stem, items, bands, max, source } = QUESTIONNAIRES[id]
  const rows = bands.map(
    ({ from, words }, at) => `${from} to ${(bands[at + 1]?.from ?? max + 1) - 1}: ${words}`,
  )
  return (
    <details class="more">
      <summary>
        {name}: {about}
      </summary>
      <div class="prose">
        <p>{stem}</p>
        <ol>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
        <p>
          Each answer counts: {ITEM_ANSWERS.map((words, at) => `${words} ${at}`).join(', ')}. Add
          them up only when all are answered.
        </p>
        <p>The published bands: {rows.join('; ')}.</p>
        <p class="small quiet">{source}</p>
      </div>
    </details>
  )
}

/** The private journal. Its notes need a script; the questionnaires can be read and printed without. */
export function JournalPage() {
  return (
    <>
      <h1>Journal</h1>
      <p class="lead">
        A private place for your mood, your sessions and two short questionnaires that show change
        over time.
      </p>
      <p class="prose quiet page-note">
        It is kept in this browser only and never sent to us. Anyone who can use this browser can
        read it. If you clear this browser’s data it is gone, so save a copy now and then.
      </p>
      <noscript>
        <p class="notice">
          Writing here needs JavaScript: what you write is kept in your browser and not sent to us.
          The two questionnaires below can be read and printed without it.
        </p>
      </noscript>
      <div data-clock-note role="status" />
      <div data-journal>
        <JournalBoard />
      </div>
      <p data-part-note role="status" />
      <section class="section" aria-labelledby="questionnaires">
        <h2 id="questionnaires">The two questionnaires on paper</h2>
        <p class="prose">
          Both follow how you are. Neither makes a diagnosis. If question 9 of the PHQ-9 is more
          than “Not at all”, call or text <a href="tel:988">988</a> at any hour, and tell your
          clinician.
        </p>
        {QUESTIONNAIRE_IDS.map((id) => (
          <Sheet key={id} id={id} />
        ))}
      </section>
      <OfflineControl />
    </>
  )
}
