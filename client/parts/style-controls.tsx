import { OptionGroup } from './option-group.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { VerdictMark } from './verdict-mark.tsx'

/** Buttons and links, each in its states. */
export function ButtonStates() {
  return (
    <>
      <p class="actions">
        <button type="button" class="button button--main">
          The one main action
        </button>
        <button type="button" class="button">
          Another action
        </button>
        <button type="button" class="button" aria-disabled="true">
          Not possible now
        </button>
        <a class="button" href="#buttons">
          A link that acts
        </a>
        <button type="button" class="link-button">
          A quiet action
        </button>
      </p>
      <p>
        <a href="#buttons">A link on this page</a>, and{' '}
        <a href="https://988lifeline.org/" rel="noopener noreferrer nofollow external">
          a link that leads away
        </a>{' '}
        (on paper its address is printed).
      </p>
    </>
  )
}

/** Form fields: empty, filled, refused, off, and a group of boxes with counts. */
export function FieldStates() {
  return (
    <form class="specimens" action="/style" method="get" aria-label="Examples of fields">
      <label class="field">
        Empty
        <input name="empty" />
      </label>
      <label class="field">
        Filled
        <input name="filled" value="Austin" />
      </label>
      <div class="field">
        <label for="refused">Refused</label>
        <input id="refused" name="refused" value="12" aria-invalid="true" aria-describedby="why" />
        <p id="why" class="small">
          Must be five digits.
        </p>
      </div>
      <label class="field">
        A choice
        <select name="choice">
          <option>Any state</option>
          <option>Texas</option>
        </select>
      </label>
      <div>
        <label class="choice">
          <input type="checkbox" name="box" /> Not chosen
        </label>
        <br />
        <label class="choice">
          <input type="checkbox" name="box" checked /> Chosen
        </label>
        <br />
        <label class="choice">
          <input type="checkbox" name="box" disabled /> Not possible
        </label>
      </div>
      <OptionGroup
        name="kind"
        legend="A group with counts"
        options={[
          { value: 'clinic', count: 48 },
          { value: 'chain', count: 0 },
          { value: 'unknown', count: 3 },
        ]}
        words={{ clinic: 'Clinic', chain: 'Chain of clinics' }}
        query={new URLSearchParams('kind=clinic')}
      />
    </form>
  )
}

/** Tags that say, and chips that can be taken away. */
export function TagStates() {
  return (
    <>
      <p class="actions">
        <span class="tag">Closed since May 2023</span>
        <span class="tag tag--quiet">Invented</span>
        <span class="tag tag--quiet">Required check</span>
      </p>
      <ul class="chips">
        <li>
          <a class="chip" href="#tags">
            Texas <span aria-hidden="true">×</span>
            <span class="hidden-text">remove</span>
          </a>
        </li>
        <li>
          <a class="chip" href="#tags" aria-current="true">
            The one in force
          </a>
        </li>
      </ul>
    </>
  )
}

/** A table with every kind of cell. */
export function TableStates() {
  return (
    <ScrollRegion label="An example of a table">
      <table class="data-table">
        <caption>An example of a table</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Answer</th>
            <th scope="col" class="amount">
              Price
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              One session<span class="data-table__note">includes monitoring</span>
            </th>
            <td>
              <VerdictMark verdict="met" />
            </td>
            <td class="amount">$400 to $600</td>
          </tr>
          <tr>
            <th scope="row">First evaluation</th>
            <td>
              <VerdictMark verdict="unknown" />
            </td>
            <td class="amount">Not known</td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  )
}
