import type { ComponentChildren } from 'preact'
import { ScrollRegion } from './scroll-region.tsx'
import { ROLE } from './table-roles.ts'

export type CardColumn = { name: string; kind?: 'amount' | 'number' }
export type CardRow = { id: string; head: ComponentChildren; cells: readonly ComponentChildren[] }

/**
 * A table of a few wide columns. On a phone each row is a card: its head, and below it each value
 * beside the name of its column. The first column is that of the heads.
 */
export function CardTable({
  caption,
  columns: [first, ...columns],
  rows,
  class: own = '',
}: {
  caption: string
  columns: readonly [CardColumn, ...CardColumn[]]
  rows: readonly CardRow[]
  class?: string
}) {
  return (
    <ScrollRegion label={caption}>
      <table {...ROLE.table} class={`data-table cards ${own}`.trim()}>
        <caption>{caption}</caption>
        <thead {...ROLE.group}>
          <tr {...ROLE.row}>
            {[first, ...columns].map(({ name, kind }) => (
              <th
                key={name}
                {...ROLE.name}
                scope="col"
                class={kind === 'amount' ? kind : undefined}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.group}>
          {rows.map(({ id, head, cells }) => (
            <tr key={id} {...ROLE.row} data-row={id}>
              <th {...ROLE.label} scope="row">
                {head}
              </th>
              {columns.map(({ name, kind }, at) => (
                <td key={name} {...ROLE.cell} class={kind} data-under={name}>
                  <div>{cells[at]}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
