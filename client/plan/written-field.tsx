import { OwnText } from '../parts/own-text.tsx'

/** A field for a person's own words: saved as they type, and printed in full. */
export function WrittenField({
  label,
  value,
  rows = 4,
  hint,
  onText,
}: {
  label: string
  value: string
  rows?: number
  hint?: string
  onText: (text: string) => void
}) {
  return (
    <>
      <OwnText
        class={value.trim() === '' ? 'field written' : 'field written written--filled'}
        rows={rows}
        value={value}
        onText={onText}
      >
        {label}
        {hint !== undefined && <span class="quiet">{hint}</span>}
      </OwnText>
      {value.trim() !== '' && <p class="print-only written-note">{value}</p>}
    </>
  )
}
