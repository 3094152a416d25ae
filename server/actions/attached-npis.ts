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

/** The newest confirmed item of each subject. */
async function attachedItems(db: Db): Promise<Map<string, ReviewItem>> {
  const attached = new Map<string, ReviewItem>()
  for (const item of await listConfirmed(db, NPI_SOURCE)) {
    if (!attached.has(keyOf(item))) attached.set(keyOf(item), item)
  }
  return attached
}

/** The subjects, with the attached number where the record states none. */
export async function withAttachedNpis(db: Db, subjects: readonly Subject[]): Promise<Subject[]> {
  const attached = await attachedItems(db)
  return subjects.map((subject) => {
    const item = attached.get(keyOf(whoseOf(subject)))
    if (item === undefined || subject.identity.npi !== null) return subject
    return { ...subject, identity: { ...subject.identity, npi: parseNpi(item.row_key) } }
  })
}

/** Why a number cannot be attached: another one stands already. Null if nothing is in the way. */
export async function numberInTheWay(db: Db, whose: Whose, npi: string): Promise<string | null> {
  const record = await findRecord(db, whose.provider_id)
  const stated = (record === null ? [] : subjectsOf(record)).find(
    (one) => keyOf(whoseOf(one)) === keyOf(whose),
  )?.identity.npi
  if (stated && stated !== npi) {
    return `The record states NPI ${stated} for ${whose.subject}: correct the record first.`
  }
  const item = (await attachedItems(db)).get(keyOf(whose))
  if (item === undefined || item.row_key === npi) return null
  return `${whose.subject} has NPI ${item.row_key} already: reject ${item.id} first.`
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

/** Leaves out other numbers of those who have one: whether they are meant is settled. */
export async function withoutAnswered(db: Db, items: readonly ReviewItem[]): Promise<ReviewItem[]> {
  const attached = await attachedItems(db)
  return items.filter(
    (item) => item.list !== NPI_SOURCE || item.decision !== null || !attached.has(keyOf(item)),
  )
}
