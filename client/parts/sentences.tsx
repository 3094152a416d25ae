/** A titled list of sentences; nothing where there are none. */
export function Sentences({ title, list }: { title: string; list: readonly string[] }) {
  if (list.length === 0) return null
  return (
    <div>
      <h3 class="aside-title">{title}</h3>
      <ul class="bullets">
        {list.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  )
}
