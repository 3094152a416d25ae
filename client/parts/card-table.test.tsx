import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { CardTable } from './card-table.tsx'

test('each value of a card table carries the name of its column, and the roles of a table', () => {
  const html = renderToString(
    <CardTable
      caption="Prices"
      columns={[{ name: 'What' }, { name: 'Price', kind: 'amount' }, { name: 'As of' }]}
      rows={[{ id: 'a', head: 'One session', cells: ['$400', 'Date unknown'] }]}
    />,
  )
  expect(html).toContain('<th role="columnheader" scope="col" class="amount">Price</th>')
  expect(html).toContain('<th role="rowheader" scope="row">One session</th>')
  expect(html).toContain('class="amount" data-under="Price"><div>$400</div></td>')
  expect(html).toContain('data-under="As of"><div>Date unknown</div></td>')
})
