import type { LawNotice } from '#core/learn-law.ts'
import { noticesFor } from '#core/learn-law.ts'
import type { AskData } from '#core/page-data.ts'
import { AskItem, ConsultSheet, MergedSheet } from '../parts/consult-sheet.tsx'
import { FieldErrors } from '../parts/field-errors.tsx'
import { FindProviders } from '../parts/find-providers.tsx'
import { LawNotices } from '../parts/learn-notice.tsx'
import { READING } from '../parts/reading-words.ts'

function HowToChoose() {
  return (
    <noscript>
      <div class="stack">
        <p>
          To get sheets to print, tick providers in the list and press “What to ask the ticked
          providers”. Each provider’s page has a link to its own sheet, too.
        </p>
        <p>
          Sheets for a saved shortlist, and places to write answers, need JavaScript: both are kept
          in your browser and never sent to us.
        </p>
        <FindProviders />
      </div>
    </noscript>
  )
}

/** Consult sheets, from public evidence; the browser adds what the person was told. */
export function AskPage({ data, law }: { data: AskData; law: readonly LawNotice[] }) {
  const cases = data.sheets.flatMap((sheet) => sheet.case?.id ?? [])
  return (
    <>
      <h1>What to ask</h1>
      <p class="lead">
        The questions that would tell you the most, required checks first. One good call can answer
        what no website says.
      </p>
      <FieldErrors title="A part of the address could not be used." errors={data.errors} />
      <div data-clock-note role="status" />
      <div data-ask={data.ids.join(',')} class="tool-place">
        {data.sheets.length === 0 && (
          <>
            <HowToChoose />
            <p class="quiet needs-script">{READING}</p>
          </>
        )}
        <LawNotices notices={noticesFor(law, cases)} />
        {data.sheets.map((sheet) => (
          <ConsultSheet
            key={sheet.provider}
            sheet={sheet}
            asked={data.asked}
            draw={(item) => <AskItem key={item.criterion} provider={sheet.provider} item={item} />}
          />
        ))}
        {data.merged.length > 0 && <MergedSheet items={data.merged} />}
      </div>
      <p data-part-note role="status" />
    </>
  )
}
