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
      <label class={value.trim() === '' ? 'field written' : 'field written written--filled'}>
        {label}
        {hint !== undefined && <span class="quiet">{hint}</span>}
        <textarea
          rows={rows}
          value={value}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
      {value.trim() !== '' && <p class="in-print">{value}</p>}
    </>
  )
}
