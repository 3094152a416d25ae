/**
 * Numbers that people attached to a clinician or a company. A confirmed row of the NPI registry is
 * such a number: the decision holds who, when and why. Records keep saying what their source says.
 */

import { parseNpi } from '#core/npi.ts'
import type { ReviewItem } from '#db/check-reviews.ts'
import { listConfirmed, NPI_SOURCE } from '#db/check-reviews.ts'
import { findRecord } from '#db/providers.ts'
import type { Db } from '#db/schema.ts'
import type { Subject } from './subjects.ts'
import { subjectsOf } from './subjects.ts'

type Whose = Pick<ReviewItem, 'provider_id' | 'subject_kind' | 'subject'>

const keyOf = ({ provider_id, subject_kind, subject }: Whose) =>
  JSON.stringify([provider_id, subject_kind, subject])

const whoseOf = ({ provider_id, kind, name }: Subject): Whose => ({
  provider_id,
  subject_kind: kind,
  subject: name,
})

/** The confirmed items of each subject, the newest decision first. */
async function attachedItems(db: Db): Promise<Map<string, ReviewItem[]>> {
  return Map.groupBy(await listConfirmed(db, NPI_SOURCE), keyOf)
}

/** A person has one number for life; a company may have one for each site or part. */
const holdsSeveral = ({ subject_kind }: Whose) => subject_kind === 'provider'

/** The subjects, with the attached numbers where the record states none. */
export async function withAttachedNpis(db: Db, subjects: readonly Subject[]): Promise<Subject[]> {
  const attached = await attachedItems(db)
  return subjects.map((subject) => {
    const whose = whoseOf(subject)
    const items = attached.get(keyOf(whose)) ?? []
    if (items.length === 0 || subject.identity.npis.length > 0) return subject
    const counted = holdsSeveral(whose) ? items : items.slice(0, 1)
    const npis = counted.flatMap(({ row_key }) => parseNpi(row_key) ?? [])
    return { ...subject, identity: { ...subject.identity, npis } }
  })
}

/** Why a number cannot be attached: another one stands already. Null if nothing is in the way. */
export async function numberInTheWay(db: Db, whose: Whose, npi: string): Promise<string | null> {
  if (holdsSeveral(whose)) return null
  const record = await findRecord(db, whose.provider_id)
  const [stated] =
    (record === null ? [] : subjectsOf(record)).find((one) => keyOf(whoseOf(one)) === keyOf(whose))
      ?.identity.npis ?? []
  if (stated && stated !== npi) {
    return `The record states NPI ${stated} for ${whose.subject}: correct the record first.`
  }
  const [item] = (await attachedItems(db)).get(keyOf(whose)) ?? []
  if (item === undefined || item.row_key === npi) return null
  return `${whose.subject} has NPI ${item.row_key} already: reject ${item.id} first.`
}

/** What an attached number means, in a sentence. */
export async function attachedInWords(db: Db, whose: Whose, npi: string): Promise<string> {
  const items = (await attachedItems(db)).get(keyOf(whose)) ?? []
  if (!holdsSeveral(whose) || items.length < 2) {
    return `NPI ${npi} now counts as the number of ${whose.subject}.`
  }
  const all = items.map(({ row_key }) => row_key).join(', ')
  return `${whose.subject} now has ${items.length} numbers: NPI ${all}.`
}

/** What a reviewer must know of a company's further number, or null. */
export async function furtherNumbers(db: Db): Promise<(item: ReviewItem) => string | null> {
  const attached = await attachedItems(db)
  return (item) => {
    const held = attached.get(keyOf(item)) ?? []
    if (item.list !== NPI_SOURCE || item.decision !== null || held.length === 0) return null
    const all = held.map(({ row_key }) => row_key).join(', ')
    return `${item.subject} has NPI ${all}. A company may hold one for each site or part: confirm each that is its own.`
  }
}

/** The ids of numbers that a person found elsewhere, without a look at the registry's row. */
export async function numbersByHand(db: Db): Promise<ReadonlySet<string>> {
  const items = await listConfirmed(db, NPI_SOURCE)
  return new Set(items.flatMap(({ id, url }) => (url === null ? [] : [id])))
}

/** Whether the registry holds another name under a number that a person found elsewhere. */
export function isDoubtful({ list, decision, url, level }: ReviewItem): boolean {
  return list === NPI_SOURCE && decision === 'confirmed' && url !== null && level !== 'certain'
}

/** Leaves out other numbers of people who have one: whether they are meant is settled. */
export async function withoutAnswered(db: Db, items: readonly ReviewItem[]): Promise<ReviewItem[]> {
  const attached = await attachedItems(db)
  return items.filter(
    (item) =>
      item.list !== NPI_SOURCE ||
      item.decision !== null ||
      holdsSeveral(item) ||
      !attached.has(keyOf(item)),
  )
}
